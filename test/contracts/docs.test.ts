// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { filesOf, preludes, samplesOf } from "../../scripts/samples.mjs";

/** Pages about a package that is installed beside them, by `npm test`. */
const GUESTS = ["ai-sdk", "assistant-ui", "langgraph"].map(
  (name) => `docs/recipes/${name}.md`,
);
const guestsAreHere = existsSync("docs/recipes/node_modules");

const pages = [
  "README.md",
  ...["docs", "docs/recipes"].flatMap((folder) =>
    readdirSync(folder).flatMap((name) =>
      name.endsWith(".md") ? [`${folder}/${name}`] : [],
    ),
  ),
];

const samples = pages.flatMap((page) => samplesOf(page));

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
    new Set(Object.keys(preludes)),
  );
});

// Pages share what is read from the disk, not what they declare.
const known = new Map<string, ts.SourceFile | undefined>();

test.for(Object.keys(preludes))(
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
  const files = new Map(
    filesOf(page).map(({ path, text, line }) => [
      resolve(dirname(page), path),
      { text, line },
    ]),
  );

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
