// The samples of README and of docs, as files of TypeScript.
import { readFileSync } from "node:fs";

/**
 * What the samples of a page take for granted.
 * @type {Readonly<Record<string, string | undefined>>}
 */
export const preludes = {
  "README.md": `
    type ReactNode = import("react").ReactNode;
    const text: string;
    const data: object;
    const item: { id: string; widget: import("widget-renderer").WidgetNode };
    const chat: { sendCustomAction(action: import("widget-renderer").Action, itemId?: string): Promise<void> };
    function navigate(path: string): void;
    const Message: import("react").ComponentType<{ item: import("widget-renderer/chatkit").ChatKitItem }>;
  `,
  "docs/actions.md": `
    type Action = import("widget-renderer").Action;
    type ActionHandler = import("widget-renderer").ActionHandler;
    type WidgetRendererHandle = import("widget-renderer").WidgetRendererHandle;
    type FormValues = import("widget-renderer").FormValues;
    interface Task { id: string; title: string; done: boolean }
    const useRef: typeof import("react").useRef;
    const useState: typeof import("react").useState;
    const item: { id: string; widget: import("widget-renderer").WidgetNode };
    const newest: string;
    const sentValues: Record<string, FormValues>;
    const send: ActionHandler;
    const chat: { sendCustomAction(action: Action, itemId?: string): Promise<void> };
    const api: {
      send(action: Action, signal?: AbortSignal): Promise<void>;
      post(action: Action): Promise<{ status: number; errors: Record<string, string> }>;
      isTaken(name: string, signal: AbortSignal): Promise<boolean>;
      saveTask(id: string, done: boolean): Promise<void>;
      cancel(id: string, reason: string): Promise<void>;
      clearCart(): Promise<void>;
    };
    function navigate(path: string): void;
    function pickPhoto(signal: AbortSignal): Promise<string>;
  `,
  "docs/labels.md": `
    type ReactNode = import("react").ReactNode;
    const item: { widget: import("widget-renderer").WidgetNode };
  `,
  // The samples of the nodes.
  "docs/nodes.md": "",
  "docs/previewing.md": `
    const Rating: import("widget-renderer").NodeComponent;
  `,
  // Complete, down to their imports.
  "docs/recipes/ai-sdk.md": undefined,
  "docs/recipes/assistant-ui.md": undefined,
  "docs/recipes/chatkit.md": undefined,
  "docs/recipes/fetch.md": undefined,
  "docs/recipes/langgraph.md": undefined,
  "docs/recipes/model-fetch.md": undefined,
  "docs/recipes/standalone.md": undefined,
  "docs/schema.md": `
    const text: string;
    const widget: unknown;
    const reply: unknown;
  `,
  "docs/streaming.md": `
    const WidgetProvider: typeof import("widget-renderer").WidgetProvider;
    type Parts = readonly import("widget-renderer/stream").Part[];
    const Reply: import("react").ComponentType<{ stream: ReadableStream<Uint8Array> }>;
    const stream: ReadableStream<Uint8Array>;
    const chunks: AsyncIterable<string>;
    const text: string;
    const chat: { sendAction: import("widget-renderer").ActionHandler };
    function show(parts: Parts): void;
    function confirm(question: string, payload: unknown): Promise<boolean>;
  `,
  "docs/testing.md": undefined,
};

/** On every page: the library is known without an import. */
const shared = `
  const WidgetRenderer: typeof import("widget-renderer").WidgetRenderer;
  const useAction: typeof import("widget-renderer").useAction;
`;

/** A node in JSON is one to the types as well. */
const jsonHead = `const json: import("widget-renderer").WidgetNode = `;

/**
 * @typedef {object} Sample
 * @property {string} page
 * @property {number} line of its first line, from 0
 * @property {string | undefined} name what its first line calls it; others on the page may import it
 * @property {string} language
 * @property {string} text
 */

/**
 * @param {string} page
 * @returns {Sample[]}
 */
export function samplesOf(page) {
  const source = readFileSync(page, "utf8");
  return Array.from(
    source.matchAll(/^```(tsx?|json)\n([^]*?)^```$/gm),
    ({ index, 1: language = "", 2: text = "" }) => ({
      page,
      line: source.slice(0, index).split("\n").length,
      name: /^\/\/ (\S+\.tsx?)\n/.exec(text)?.[1],
      language,
      text,
    }),
  );
}

/**
 * What is compiled of a page: its samples, each a module, beside what they take
 * for granted.
 * @param {string} page
 */
export function filesOf(page) {
  const prelude = preludes[page];
  return [
    ...(prelude === undefined
      ? []
      : [
          {
            path: "__prelude.tsx",
            text: `declare global { ${shared} ${prelude} }\nexport {};`,
            line: 0,
          },
        ]),
    ...samplesOf(page).map(({ name, line, language, text }) => ({
      path: name ?? `__${line}.tsx`,
      text: `${language === "json" ? jsonHead : ""}${text}\nexport {};`,
      line,
    })),
  ];
}
