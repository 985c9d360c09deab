// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** What the samples of a page take for granted. */
const PRELUDES: Readonly<Record<string, string | undefined>> = {
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
  // Complete, down to their imports.
  "docs/recipes/ai-sdk.md": undefined,
  "docs/recipes/assistant-ui.md": undefined,
  "docs/recipes/chatkit.md": undefined,
  "docs/recipes/fetch.md": undefined,
  "docs/recipes/langgraph.md": undefined,
  "docs/recipes/standalone.md": undefined,
  "docs/testing.md": undefined,
};

/** Pages about a package that is installed beside them, by `npm test`. */
const GUESTS = ["ai-sdk", "assistant-ui", "langgraph"].map(
  (name) => `docs/recipes/${name}.md`,
);
const guestsAreHere = existsSync("docs/recipes/node_modules");

/** On every page: the library is known without an import. */
const SHARED = `
  const WidgetRenderer: typeof import("widget-renderer").WidgetRenderer;
  const useAction: typeof import("widget-renderer").useAction;
`;

interface Sample {
  page: string;
  /** Of its first line, from 0. */
  line: number;
  /** What its first line calls it; others on the page may import it. */
  name: string | undefined;
  language: string;
  text: string;
}

const pages = [
  "README.md",
  ...["docs", "docs/recipes"].flatMap((folder) =>
    readdirSync(folder).flatMap((name) =>
      name.endsWith(".md") ? [`${folder}/${name}`] : [],
    ),
  ),
];

const samples = pages.flatMap((page): Sample[] => {
  const source = readFileSync(page, "utf8");
  return Array.from(
    source.matchAll(/^```(tsx?|json)\n([^]*?)^```$/gm),
    ({ index, 1: language, 2: text }) => ({
      page,
      line: source.slice(0, index).split("\n").length,
      name: /^\/\/ (\S+\.tsx?)\n/.exec(text!)?.[1],
      language: language!,
      text: text!,
    }),
  );
});

/** What developers read: HTML of a proxy, a status, an address of the server. */
const FOR_DEVELOPERS =
  /\b(?:error|cause|failure)\??\.(?:message|stack|status)\b|\.errorText\b/;

test.for([
  ...samples.map(({ page, line, text }) => [`${page}:${line}`, text] as const),
  ["the chat", readFileSync("stories/chat/Chat.tsx", "utf8")] as const,
])("%s shows users no text for developers", ([, text]) => {
  expect(FOR_DEVELOPERS.exec(text)?.[0]).toBeUndefined();
});

test("the pages have samples", () => {
  expect(new Set(samples.map(({ page }) => page))).toEqual(
    new Set(Object.keys(PRELUDES)),
  );
});

// Pages share what is read from the disk, not what they declare.
const known = new Map<string, ts.SourceFile | undefined>();

test.for(Object.keys(PRELUDES))(
  "what %s shows compiles",
  // The first one reads all types: seconds, but minutes beside other work.
  { timeout: 900_000 },
  (page, { skip }) => {
    const isMissing = GUESTS.includes(page) && !guestsAreHere;
    skip(isMissing, "npm ci --prefix docs/recipes");
    expect(check(page)).toEqual([]);
  },
);

function check(page: string): string[] {
  const files = new Map<string, { text: string; line: number }>();
  const at = (name: string) => resolve(dirname(page), name);
  const prelude = PRELUDES[page];
  if (prelude !== undefined) {
    files.set(at("__prelude.tsx"), {
      text: `declare global { ${SHARED} ${prelude} }\nexport {};`,
      line: 0,
    });
  }
  for (const { language, line, name, text, page: of } of samples) {
    if (of !== page) continue;
    // A node in JSON is one to the types as well.
    const head = language === "json" ? JSON_HEAD : "";
    files.set(at(name ?? `__${line}.tsx`), {
      text: `${head}${text}\nexport {};`,
      line,
    });
  }

  const { config } = ts.readConfigFile("tsconfig.json", (path) =>
    readFileSync(path, "utf8"),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  options.paths = {
    "widget-renderer": ["./src/index.ts"],
    "widget-renderer/styles.css": ["./src/virtual.d.ts"],
    "widget-renderer/labels/*": ["./src/labels/*.ts"],
    "widget-renderer/*": ["./src/*/index.ts"],
    // Another name of a package that is here.
    "@playwright/test": ["./node_modules/playwright/test.d.ts"],
  };
  options.types = ["vite/client", "node"];
  // As bundlers do: samples import each other without an extension.
  options.module = ts.ModuleKind.ESNext;
  options.moduleResolution = ts.ModuleResolutionKind.Bundler;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, target) => {
    const file = files.get(path);
    if (file) return ts.createSourceFile(path, file.text, target);
    if (!known.has(path)) known.set(path, getSourceFile(path, target));
    return known.get(path);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { line: first }]) => {
    const file = program.getSourceFile(path)!;
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ].map(({ start, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
      return `${page}:${first + line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}

const JSON_HEAD = `const json: import("widget-renderer").WidgetNode = `;
