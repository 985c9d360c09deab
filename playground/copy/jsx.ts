import { isRecord } from "../../src/core/json.js";
import { childrenOf } from "../../src/core/nodeTree.js";
import { catalogue } from "../../src/schema/catalogue.js";
import { LINE, indented, textLiteral } from "./literals.js";

type Json = Readonly<Record<string, unknown>>;

/** Properties that never reach a component: see `renderNode`. */
const RESERVED = new Set(["type", "children", "ref", "__proto__"]);

/** A widget as JSX with the components of the library. */
export function printJsx(widget: unknown): string {
  const own = new Set<string>();
  const others = new Set<string>();
  const lines = isRecord(widget) ? printNode(widget, own, others) : ["<></>"];
  const names = [...own].sort();
  const list = `import { ${names.join(", ")} } from "widget-renderer";`;
  const imports =
    names.length === 0
      ? []
      : list.length <= LINE
        ? [list]
        : [
            "import {",
            ...indented(names.map((name) => `${name},`)),
            '} from "widget-renderer";',
          ];
  return [
    ...imports,
    ...(others.size > 0
      ? [`// Components of yours: ${[...others].sort().join(", ")}`]
      : []),
    ...(imports.length > 0 || others.size > 0 ? [""] : []),
    "export const widget = (",
    ...indented(lines),
    ");",
    "",
  ].join("\n");
}

function printNode(
  json: Json,
  own: Set<string>,
  others: Set<string>,
): string[] {
  const name = componentOf(json["type"], own, others);
  const children = childrenOf(json)
    .filter(isRecord)
    .map((child) => printNode(child, own, others));
  // Its children are rendered in its place.
  const attributes = name === "" ? [] : attributesOf(json);
  const tail = children.length > 0 ? ">" : " />";
  const inLine = [`<${name}`, ...attributes].join(" ") + tail;
  const isShort =
    attributes.every((line) => !line.includes("\n")) && inLine.length <= LINE;
  const open = isShort
    ? [inLine]
    : [
        `<${name}`,
        ...indented(attributes.flatMap((one) => one.split("\n"))),
        tail.trim(),
      ];
  if (children.length === 0) return name === "" ? ["<></>"] : open;
  return [...open, ...indented(children.flat()), `</${name}>`];
}

/** The component of a type; nothing where no component can have its name. */
function componentOf(
  type: unknown,
  own: Set<string>,
  others: Set<string>,
): string {
  if (typeof type !== "string") return "";
  if (Object.hasOwn(catalogue().nodes, type)) {
    const name = type.replace(".", "");
    own.add(name);
    return name;
  }
  if (!/^[A-Z]\w*$/.test(type)) return "";
  others.add(type);
  return type;
}

function attributesOf(json: Json): string[] {
  return Object.entries(json).flatMap(([name, value]) => {
    // `null` is absent.
    if (RESERVED.has(name) || value == null) return [];
    if (!/^[a-z_$][\w$-]*$/i.test(name)) {
      return [`{...${printValue({ [name]: value }, LINE)}}`];
    }
    if (value === true) return [name];
    if (
      typeof value === "string" &&
      /^[^"&<>{}\\\p{C}\u2028\u2029]*$/u.test(value)
    ) {
      return [`${name}="${value}"`];
    }
    return [`${name}={${printValue(value, LINE - name.length)}}`];
  });
}

/** A value of JSON as an expression, in one line if it has room there. */
function printValue(value: unknown, room: number): string {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const inner = Array.isArray(value)
    ? value.map((one) => printValue(one, room - 2))
    : Object.entries(value).map(
        ([name, one]) => `${keyOf(name)}: ${printValue(one, room - 2)}`,
      );
  if (inner.length === 0) return `${open}${close}`;
  const pad = open === "{" ? " " : "";
  const line = `${open}${pad}${inner.join(", ")}${pad}${close}`;
  if (line.length <= room && !line.includes("\n")) return line;
  const lines = indented(inner.flatMap((one) => `${one},`.split("\n")));
  return [open, ...lines, close].join("\n");
}

function keyOf(name: string): string {
  // Without brackets it would be the prototype.
  if (name === "__proto__") return '["__proto__"]';
  return /^[a-z_$][\w$]*$/i.test(name) ? name : textLiteral(name);
}
