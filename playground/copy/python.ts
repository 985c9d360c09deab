import { enumOf, isRecord } from "../../src/core/json.js";
import { childrenOf } from "../../src/core/nodeTree.js";
import { validateWidget } from "../../src/schema/index.js";
import { LINE, indented, textLiteral } from "./literals.js";
import { pythonFields } from "./pythonClasses.js";

type Json = Readonly<Record<string, unknown>>;

/** What is imported, by module. */
interface Names {
  widgets: Set<string>;
  actions: Set<string>;
}

/** A call or a literal: its parts, so that it can be written in one line or in several. */
type Code = string | { open: string; parts: Code[]; close: string };

/**
 * A widget as a call of the classes of `chatkit.widgets`. What a class has no field for is dropped by it, so
 * a node that has such a property is a `DynamicWidgetComponent`, and all that is in it.
 */
export function printPython(widget: unknown): string {
  const names: Names = { widgets: new Set(), actions: new Set() };
  const code: Code = isRecord(widget)
    ? printNode(widget, "root", names)
    : "None";
  const imports = [
    ["actions", names.actions],
    ["widgets", names.widgets],
  ] as const;
  return [
    "# chatkit recommends WidgetTemplate with a .widget file; these classes are deprecated.",
    ...imports.flatMap(([module, { size }]) =>
      size > 0 ? printImport(module, [...names[module]].sort()) : [],
    ),
    "",
    ...write({ open: "widget = ", parts: [code], close: "" }),
    "",
  ].join("\n");
}

function printImport(module: string, names: readonly string[]): string[] {
  const line = `from chatkit.${module} import ${names.join(", ")}`;
  return line.length <= LINE
    ? [line]
    : [
        `from chatkit.${module} import (`,
        ...indented(
          names.map((name) => `${name},`),
          "    ",
        ),
        ")",
      ];
}

function printNode(
  json: Json,
  parent: "root" | "typed" | "dynamic",
  names: Names,
): Code {
  const { type } = json;
  const fields =
    parent === "dynamic" || !isTyped(json) ? undefined : pythonFields(type);
  const isBasic = parent === "root" && type === "Basic";
  const name = fields
    ? String(type)
    : isBasic
      ? "BasicRoot"
      : parent === "root" && (type === "Card" || type === "ListView")
        ? "DynamicWidgetRoot"
        : "DynamicWidgetComponent";
  names.widgets.add(name);
  const parts: Code[] = [];
  const spread: [string, Code][] = [];
  for (const [prop, value] of Object.entries(json)) {
    // `null` is absent, and a class knows its type.
    if (value === null || prop === "children") continue;
    if (prop === "type" && (fields !== undefined || isBasic)) continue;
    const code = fields
      ? printField(prop, value, fields.get(prop) ?? "", names)
      : printValue(value);
    if (isName(prop)) parts.push(joined(`${prop}=`, code));
    else spread.push([prop, code]);
  }
  if (spread.length > 0) {
    const members = spread.map(([prop, code]) =>
      joined(`${textLiteral(prop)}: `, code),
    );
    parts.push({ open: "**{", parts: members, close: "}" });
  }
  const children = childrenOf(json)
    .filter(isRecord)
    .map((child) => printNode(child, fields ? "typed" : "dynamic", names));
  if (type === "Transition" && fields) {
    parts.push(joined("children=", children[0] ?? "None"));
  } else if (children.length > 0 || fields?.has("children")) {
    parts.push({ open: "children=[", parts: children, close: "]" });
  }
  return { open: `${name}(`, parts, close: ")" };
}

/** What a class calls a text, though JSON may have a number there. */
const TEXTS = enumOf(
  "id key value label text placeholder description name alt src defaultValue fieldName ariaLabel dataKey stack pattern",
);

function printField(
  prop: string,
  value: unknown,
  kind: string,
  names: Names,
): Code {
  if (prop.endsWith("Action")) return printAction(value as Json, names);
  if (prop === "confirm" || prop === "cancel") {
    const { label, action } = value as Json;
    return dict([
      ["label", printValue(String(label))],
      ["action", printAction(action as Json, names)],
    ]);
  }
  if (prop === "direction" && value === "column") return '"col"';
  if (typeof value === "number") {
    return TEXTS.has(prop as never) ||
      (kind === "int" && !Number.isInteger(value))
      ? printValue(String(value))
      : printValue(value);
  }
  if (prop === "series") {
    const series = value as readonly Json[];
    return list(
      // Its class needs a label, also where there is none.
      series.map((one) => printTexts({ label: null, ...one })),
    );
  }
  if (prop === "options") return list((value as Json[]).map(printTexts));
  return prop === "status" || prop === "editable"
    ? printTexts(value as Json)
    : printValue(value);
}

function printTexts(json: Json): Code {
  if (!isRecord(json)) return printValue(json);
  return dict(
    Object.entries(json).map(([name, value]) => [
      name,
      printValue(
        typeof value === "number" && TEXTS.has(name as never)
          ? String(value)
          : value,
      ),
    ]),
  );
}

function printAction(action: Json, names: Names): Code {
  names.actions.add("ActionConfig");
  const parts = Object.entries(action).flatMap(([name, value]) =>
    value === null ? [] : [joined(`${name}=`, printValue(value))],
  );
  return { open: "ActionConfig(", parts, close: ")" };
}

/** Whether the class of a node keeps all that the node has, and takes it. */
function isTyped(json: Json): boolean {
  const { type } = json;
  const fields = pythonFields(type);
  if (!fields) return false;
  const { children, ...own } = json;
  const nodes = childrenOf(json).filter(isRecord);
  return (
    validateWidget(own).length === 0 &&
    Object.entries(own).every(
      ([prop, value]) =>
        value === null ||
        (fields.has(prop) && isTaken(prop, value, fields.get(prop)!)),
    ) &&
    iconsOf(json).every((icon) => !/^(?:lucide:|clock$)/.test(String(icon))) &&
    (children == null || fields.has("children")) &&
    (type !== "ListView" ||
      nodes.every(
        (node) => node["type"] === "ListViewItem" && isTyped(node),
      )) &&
    !(type === "Title" && json["size"] === "xs")
  );
}

/** The names of icons in a node; the classes do not know all that the library knows. */
function iconsOf({ type, name, iconStart, iconEnd, status }: Json): unknown[] {
  return [
    type === "Icon" && name,
    iconStart,
    iconEnd,
    isRecord(status) && status["icon"],
  ];
}

const ACTION = enumOf("type payload handler loadingBehavior");

function isTaken(prop: string, value: unknown, kind: string): boolean {
  if (prop.endsWith("Action")) return isAction(value);
  if (prop === "confirm" || prop === "cancel") {
    return isRecord(value) && isAction(value["action"]);
  }
  if (prop === "editable") return value === false || isRecord(value);
  if (prop === "data" || prop === "series") {
    return Array.isArray(value) && value.every((row) => isRow(row, prop));
  }
  if (typeof value === "number") {
    return kind !== "whole" || Number.isInteger(value);
  }
  return hasWholeColors(value);
}

function isAction(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).every((name) => ACTION.has(name as never))
  );
}

/** A series that a builder has wrapped is of no class, and a row of none has no value. */
function isRow(row: unknown, prop: string): boolean {
  if (!isRecord(row)) return false;
  if (prop === "series") {
    return typeof row["dataKey"] === "string" && hasWholeColors(row);
  }
  return Object.values(row).every(
    (value) => typeof value === "string" || typeof value === "number",
  );
}

/** A class needs both colours of a pair. */
function hasWholeColors(value: unknown): boolean {
  if (!isRecord(value)) return true;
  const { light, dark } = value;
  return (
    (light == null) === (dark == null) &&
    Object.values(value).every(hasWholeColors)
  );
}

function printValue(value: unknown): Code {
  if (typeof value === "string") return textLiteral(value);
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return list(value.map(printValue));
  return isRecord(value)
    ? dict(Object.entries(value).map(([name, one]) => [name, printValue(one)]))
    : JSON.stringify(value);
}

const list = (parts: Code[]): Code => ({ open: "[", parts, close: "]" });

const dict = (members: [string, Code][]): Code => ({
  open: "{",
  parts: members.map(([name, code]) => joined(`${textLiteral(name)}: `, code)),
  close: "}",
});

function joined(before: string, code: Code): Code {
  return typeof code === "string"
    ? before + code
    : { ...code, open: before + code.open };
}

/** In one line where it fits, else with a line for each part, as Black writes it. */
function write(code: Code, indent = 0): string[] {
  if (typeof code === "string") return [code];
  const { open, parts, close } = code;
  const line = inLine(code);
  if (line.length + indent <= LINE + 4 || parts.length === 0) return [line];
  if (close === "") {
    return write(joined(open, parts[0]!), indent);
  }
  const inner = parts.flatMap((part) => {
    const lines = write(part, indent + 4);
    return [...lines.slice(0, -1), `${lines.at(-1)},`];
  });
  return [open, ...indented(inner, "    "), close];
}

function inLine(code: Code): string {
  if (typeof code === "string") return code;
  return code.open + code.parts.map(inLine).join(", ") + code.close;
}

/** What Python does not take as the name of an argument. */
const KEYWORDS = enumOf(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield",
);

function isName(name: string): boolean {
  return /^[a-z_]\w*$/i.test(name) && !KEYWORDS.has(name as never);
}
