// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** What the samples of a page take for granted. */
const PRELUDES: Readonly<Record<string, string>> = {
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
    type FormValues = Record<string, unknown>;
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
};

/** On every page: the library is known without an import. */
const SHARED = `
  const WidgetRenderer: typeof import("widget-renderer").WidgetRenderer;
  const useAction: typeof import("widget-renderer").useAction;
`;

interface Sample {
  page: string;
  /** Of its first line, from 0. */
  line: number;
  language: string;
  text: string;
}

const pages = [
  "README.md",
  ...readdirSync("docs").flatMap((name) =>
    name.endsWith(".md") ? [`docs/${name}`] : [],
  ),
];

const samples = pages.flatMap((page): Sample[] => {
  const source = readFileSync(page, "utf8");
  return Array.from(
    source.matchAll(/^```(tsx?|json)\n([^]*?)^```$/gm),
    ({ index, 1: language, 2: text }) => ({
      page,
      line: source.slice(0, index).split("\n").length,
      language: language!,
      text: text!,
    }),
  );
});

test("the pages have samples", () => {
  expect(new Set(samples.map(({ page }) => page))).toEqual(
    new Set(Object.keys(PRELUDES)),
  );
});

// Pages share what is read from the disk, not what they declare.
const known = new Map<string, ts.SourceFile | undefined>();

test.each(Object.keys(PRELUDES))(
  "what %s shows compiles",
  { timeout: 60_000 },
  (page) => {
    expect(check(page)).toEqual([]);
  },
);

function check(page: string): string[] {
  const files = new Map<string, { text: string; line: number }>();
  const at = (name: string) => resolve("test", `__docs__${name}.tsx`);
  files.set(at("prelude"), {
    text: `declare global { ${SHARED} ${PRELUDES[page]} }\nexport {};`,
    line: 0,
  });
  for (const { language, line, text, page: of } of samples) {
    if (of !== page) continue;
    // A node in JSON is one to the types as well.
    const head = language === "json" ? JSON_HEAD : "";
    files.set(at(String(line)), { text: `${head}${text}\nexport {};`, line });
  }

  const { config } = ts.readConfigFile("tsconfig.json", (path) =>
    readFileSync(path, "utf8"),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  options.paths = {
    "widget-renderer": ["./src/index.ts"],
    "widget-renderer/styles.css": ["./src/virtual.d.ts"],
    "widget-renderer/*": ["./src/*/index.ts"],
  };
  options.types = ["vite/client"];
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
