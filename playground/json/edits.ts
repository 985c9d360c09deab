import { splitPointer } from "./pointer.js";
import {
  findValue,
  indexOfMember,
  type Range,
  type ValueSyntax,
} from "./syntax.js";

/** What replaces a part of a text. The rest stays as its author wrote it. */
export interface TextEdit extends Range {
  insert: string;
}

export function applyEdit(
  text: string,
  { from, to, insert }: TextEdit,
): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** Sets a value, which is added at the end of its object if it is not there. */
export function setValue(
  json: string,
  pointer: string,
  value: unknown,
): TextEdit | undefined {
  const [parent, name] = splitPointer(pointer);
  const container = findValue(json, parent);
  const found = findValue(json, pointer);
  if (found) {
    const { from, to } = found;
    const space = container && pointer !== "" ? gapOf(json, container) : "\n";
    const insert = space.includes("\n")
      ? printLines(json, value, indentAt(json, from))
      : printInline(json, value);
    return { from, to, insert };
  }
  if (container?.kind !== "object") return undefined;
  const key = `${JSON.stringify(name)}:${isSpaced(json) ? " " : ""}`;
  return insertMember(
    json,
    container,
    container.members.length,
    (print) => key + print(value),
  );
}

/** Takes a property or an item away, with the comma that it had. */
export function removeValue(
  json: string,
  pointer: string,
): TextEdit | undefined {
  const [parent, name] = splitPointer(pointer);
  const container = pointer === "" ? undefined : findValue(json, parent);
  const index = container && indexOfMember(container, name);
  if (index === undefined) return undefined;
  const { members, from, to } = container!;
  const [before, member, after] = [
    members[index - 1],
    members[index]!,
    members[index + 1],
  ];
  const range = after
    ? { from: member.from, to: after.from }
    : before
      ? { from: before.to, to: member.to }
      : { from: from + 1, to: to - 1 };
  return { ...range, insert: "" };
}

/** Adds an item to a list, before the one that has the index now. */
export function insertItem(
  json: string,
  list: string,
  index: number,
  value: unknown,
): TextEdit | undefined {
  const container = findValue(json, list);
  if (container?.kind !== "list") return undefined;
  return insertMember(json, container, index, (print) => print(value));
}

/** Adds an item as a text of JSON that has its indentation already. */
export function insertText(
  json: string,
  list: string,
  index: number,
  text: string,
): TextEdit | undefined {
  const container = findValue(json, list);
  if (container?.kind !== "list") return undefined;
  return insertMember(json, container, index, () => text);
}

/** Exchanges an item and the next one. What is between them stays. */
export function swapItems(
  json: string,
  list: string,
  index: number,
): TextEdit | undefined {
  const container = findValue(json, list);
  const members = container?.kind === "list" ? container.members : [];
  const [first, second] = [members[index], members[index + 1]];
  if (!first || !second) return undefined;
  const part = (from: number, to: number) => json.slice(from, to);
  return {
    from: first.from,
    to: second.to,
    insert:
      part(second.from, second.to) +
      part(first.to, second.from) +
      part(first.from, first.to),
  };
}

type Print = (value: unknown) => string;

function insertMember(
  json: string,
  container: ValueSyntax,
  index: number,
  write: (print: Print) => string,
): TextEdit {
  const { members, from, to } = container;
  if (members.length === 0) {
    const range = { from: from + 1, to: to - 1 };
    if (!json.includes("\n")) {
      const pad = container.kind === "object" && isPadded(json) ? " " : "";
      return {
        ...range,
        insert: pad + write((value) => printInline(json, value)) + pad,
      };
    }
    const outer = indentAt(json, from);
    const indent = outer + unitOf(json);
    const text = write((value) => printLines(json, value, indent));
    return { ...range, insert: `\n${indent}${text}\n${outer}` };
  }
  const gap = gapOf(json, container);
  const text = write((value) =>
    gap.includes("\n")
      ? printLines(json, value, gap.slice(1))
      : printInline(json, value),
  );
  const before = members[index - 1];
  const at = before ? before.to : members[0]!.from;
  return {
    from: at,
    to: at,
    insert: before ? `,${gap}${text}` : `${text},${gap}`,
  };
}

/** What separates the members of an object or a list: a line break and an indentation, a blank, nothing. */
function gapOf(json: string, { members }: ValueSyntax): string {
  const before = members.at(-1)?.from ?? 0;
  const space = /\s*$/.exec(json.slice(0, before))![0];
  if (space.includes("\n"))
    return `\n${space.slice(space.lastIndexOf("\n") + 1)}`;
  if (members.length > 1) return space && " ";
  return isSpaced(json) ? " " : "";
}

/** The indentation of the line that an offset is in. */
function indentAt(json: string, offset: number): string {
  const line = json.slice(json.lastIndexOf("\n", offset - 1) + 1);
  return /^[ \t]*/.exec(line)![0];
}

/** What a level is indented by. */
function unitOf(json: string): string {
  return /\n([ \t]+)\S/.exec(json)?.[1] ?? "  ";
}

/** Whether the author mostly writes a blank after a colon. */
function isSpaced(json: string): boolean {
  const spaced = json.match(/":\s/g)?.length ?? 0;
  return spaced * 2 >= (json.match(/":/g)?.length ?? 0);
}

/** Whether the author writes a blank inside of the brackets of an object. */
function isPadded(json: string): boolean {
  return isSpaced(json) && !json.includes('{"');
}

function printLines(json: string, value: unknown, indent: string): string {
  return JSON.stringify(value, null, unitOf(json)).replaceAll(
    "\n",
    `\n${indent}`,
  );
}

function printInline(json: string, value: unknown): string {
  if (!isSpaced(json)) return JSON.stringify(value);
  const pad = isPadded(json) ? " " : "";
  const print = (value: unknown): string => {
    if (typeof value !== "object" || value === null) {
      return JSON.stringify(value);
    }
    if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
    const members = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => `${JSON.stringify(name)}: ${print(inner)}`);
    return members.length > 0 ? `{${pad}${members.join(", ")}${pad}}` : "{}";
  };
  return print(value);
}
