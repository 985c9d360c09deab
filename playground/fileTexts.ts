import { jsonLanguage } from "@codemirror/lang-json";
import { isRecord, type Json } from "../src/core/json.js";
import { parseWidgetFile } from "../src/template/index.js";
import { sampleData } from "../src/template/sampleData.js";
import type { Source } from "./evaluate.js";
import { pretty } from "./pretty.js";

/** A text as an editor has it: without a byte order mark, with one kind of line end. */
export function toEditor(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** The edited text with the byte order mark and the line ends of what it was made from. */
export function fromEditor(original: string, edited: string): string {
  const mark = original.startsWith("\ufeff") ? "\ufeff" : "";
  const before = linesOf(original.slice(mark.length));
  const after = linesOf(edited);
  const same = (a: Line | undefined, b: Line | undefined) =>
    a?.text === b?.text;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && same(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && same(before.at(-1 - end), after.at(-1 - end))) {
    end++;
  }
  const usual = usualEnd(before);
  const lines = after.map((line, index) => {
    if (line.end === "") return line.text;
    const kept =
      index < start
        ? before[index]
        : index >= after.length - end
          ? before[before.length - after.length + index]
          : undefined;
    return line.text + (kept?.end || usual);
  });
  const result = lines.join("");
  // Where files mix them, a line that ends with CR may now be before one that is only LF: one line end instead of two.
  return (
    mark +
    (toEditor(result) === edited ? result : edited.replaceAll("\n", usual))
  );
}

interface Line {
  text: string;
  end: string;
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g), (match) => ({
    text: match[1] ?? "",
    end: match[2] ?? "",
  })).filter(({ text, end }, index, all) =>
    // The end of the text matches once more.
    index < all.length - 1 ? true : text !== "" || end !== "",
  );
}

/** The line end that most lines have. */
function usualEnd(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  for (const { end } of lines) {
    if (end !== "") counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "\n";
}

/** What a file puts into the editors. `data` is the text of a data file. */
export function sourceOf(text: string, data: string | undefined): Source {
  const file = templateIn(text);
  if (!file) {
    return {
      mode: "json",
      json: toEditor(text),
      template: "",
      data: "{}",
      schema: "",
    };
  }
  return {
    mode: "template",
    json: "",
    template: toEditor(file.template),
    data: data === undefined ? defaultData(file) : toEditor(data),
    schema: schemaText(file),
  };
}

/** The text of the file with what was edited; all else in it is as it was. */
export function withSource(text: string, source: Source): string {
  if (source.mode === "json") return fromEditor(text, source.json);
  const file = templateIn(text);
  if (!file) return text;
  let result = text;
  if (source.template !== toEditor(file.template)) {
    const template = fromEditor(file.template, source.template);
    result = setValue(result, "template", JSON.stringify(template));
  }
  if (source.schema !== schemaText(file) && isJson(source.schema)) {
    const schema = source.schema.trim() || "null";
    const lines = schema.replaceAll("\n", `\n${indentOf(text)}`);
    result = setValue(
      result,
      "jsonSchema",
      fromEditor(text, lines).replace(/^\ufeff/, ""),
    );
  }
  return result;
}

/** Whether a schema can be written into the file. */
export function isJson(text: string): boolean {
  if (text.trim() === "") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Template extends Json {
  template: string;
}

/** The JSON of a `.widget` file; nothing for that of a widget, or a text that is none. */
function templateIn(text: string): Template | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isRecord(json) &&
      typeof json["template"] === "string" &&
      !("type" in json)
      ? (json as Template)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a template brings data with it; other data is made up. */
export function hasDefaultData(text: string): boolean {
  const file = templateIn(text);
  try {
    return (
      file !== undefined &&
      parseWidgetFile({ ...file, template: "" }).defaultState !== undefined
    );
  } catch {
    return false;
  }
}

function schemaText(file: Template): string {
  return file["jsonSchema"] == null ? "" : pretty(file["jsonSchema"]);
}

function defaultData(file: Template): string {
  try {
    // Its data may be right where its template is not.
    return pretty(sampleData(parseWidgetFile({ ...file, template: "" })));
  } catch {
    return "{}";
  }
}

/** The spaces before the first key. */
function indentOf(text: string): string {
  return /\{[^\S\n]*\r?\n([ \t]+)"/.exec(text)?.[1] ?? "";
}

/** Replaces the value of a key of the object that a JSON text is, or adds it. */
function setValue(text: string, key: string, value: string): string {
  const offset = text.startsWith("\ufeff") ? 1 : 0;
  const json = text.slice(offset);
  const object = jsonLanguage.parser.parse(json).topNode.firstChild;
  const properties = object?.getChildren("Property") ?? [];
  const nameOf = ({ firstChild }: (typeof properties)[number]): unknown =>
    firstChild && JSON.parse(json.slice(firstChild.from, firstChild.to));
  // Of two keys of one name, JSON.parse takes the last.
  const found = properties.findLast((property) => nameOf(property) === key);
  const replace = (from: number, to: number, by: string) =>
    text.slice(0, offset + from) + by + text.slice(offset + to);
  if (found?.lastChild) {
    return replace(found.lastChild.from, found.lastChild.to, value);
  }
  const last = properties.at(-1);
  if (!last) return text;
  const before = json.slice(0, last.from);
  const space = /\s*$/.exec(before)?.[0] ?? "";
  return replace(last.to, last.to, `,${space}${JSON.stringify(key)}: ${value}`);
}
