import { jsonLanguage } from "@codemirror/lang-json";
import { child, partsOf } from "./pointer.js";

type SyntaxNode = ReturnType<typeof jsonLanguage.parser.parse>["topNode"];

/** A part of a text. */
export interface Range {
  from: number;
  to: number;
}

/** A value in a text of JSON. */
export interface ValueSyntax extends Range {
  kind: "object" | "list" | "scalar";
  /** The properties of an object with their names, or the items of a list. */
  members: readonly Member[];
}

interface Member extends Range {
  /** Of a property its name, of an item its index. */
  name: string;
  /** Read when it is needed, as a text may be large. */
  value: () => ValueSyntax;
}

const VALUES = new Set("Object Array String Number True False Null".split(" "));

/** The value that a text is; `undefined` if there is none. */
function parseSyntax(json: string): ValueSyntax | undefined {
  const top = jsonLanguage.parser.parse(json).topNode.firstChild;
  return top && VALUES.has(top.name) ? syntaxOf(json, top) : undefined;
}

function syntaxOf(json: string, node: SyntaxNode): ValueSyntax {
  const { from, to, name } = node;
  if (name === "Object") {
    return {
      kind: "object",
      from,
      to,
      members: node.getChildren("Property").flatMap((property) => {
        const { firstChild: key, lastChild: value } = property;
        return key && value && VALUES.has(value.name)
          ? [
              {
                name: textOf(json.slice(key.from, key.to)),
                from: property.from,
                to: property.to,
                value: () => syntaxOf(json, value),
              },
            ]
          : [];
      }),
    };
  }
  if (name !== "Array") return { kind: "scalar", from, to, members: [] };
  const items: SyntaxNode[] = [];
  for (let item = node.firstChild; item; item = item.nextSibling) {
    if (VALUES.has(item.name)) items.push(item);
  }
  return {
    kind: "list",
    from,
    to,
    members: items.map((item, index) => ({
      name: String(index),
      from: item.from,
      to: item.to,
      value: () => syntaxOf(json, item),
    })),
  };
}

function textOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/** Where a name is in an object or a list. Of two properties with a name the last counts, as for `JSON.parse`. */
export function indexOfMember(
  { members }: ValueSyntax,
  name: string,
): number | undefined {
  const index = members.findLastIndex((member) => member.name === name);
  return index < 0 ? undefined : index;
}

/** The value of a JSON pointer in the text of the JSON. */
export function findValue(
  json: string,
  pointer: string,
): ValueSyntax | undefined {
  let value = parseSyntax(json);
  for (const name of partsOf(pointer)) {
    const index = value && indexOfMember(value, name);
    value = index === undefined ? undefined : value!.members[index]!.value();
  }
  return value;
}

/** The pointer of the innermost value that has an offset in it. */
export function pointerAt(json: string, offset: number): string {
  let value = parseSyntax(json);
  let pointer = "";
  for (;;) {
    const inner = value?.members.find(
      ({ from, to }) => from <= offset && offset <= to,
    );
    if (!inner) return pointer;
    pointer = child(pointer, inner.name);
    value = inner.value();
  }
}
