import { nestValues } from "../core/formValues.js";
import {
  describe,
  isObject,
  isRecord,
  type Json,
  toText,
  messageOf,
} from "../core/json.js";
import { defaultLimits, type Limits } from "../core/limits.js";
import {
  limitExceeded,
  noNode,
  noType,
  lostNodes,
  unknownType,
  unnamedText,
  type Fault,
} from "../core/messages.js";
import { toKey } from "../core/nodeTree.js";
import { catalogue, componentSchema, hostSchema } from "./catalogue.js";
import { checkContent } from "./checkContent.js";
import { checkObject } from "./checkValue.js";
import { nearName } from "./names.js";
import { pointer, snapshot } from "./snapshot.js";
import { findTemplate } from "./findTemplate.js";
import { checkStandard, isStandard } from "./standardSchema.js";
import type {
  CheckContext,
  ValidateOptions,
  WidgetIssue,
  WidgetIssueCode,
} from "./types.js";

/** More are no help to anyone. */
const MAX_ISSUES = 1000;

type FieldList = (readonly [name: string, path: string])[];

/**
 * Checks a widget, or any node, and says what is wrong with it: where, why, and what to write
 * instead. It never throws, whatever the value is, and does not change it.
 *
 * @example
 * const issues = validateWidget(JSON.parse(text));
 * if (issues.some(({ severity }) => severity === "error")) console.log(formatIssues(issues));
 */
export function validateWidget(
  json: unknown,
  options: ValidateOptions = {},
): WidgetIssue[] {
  const { components = {} } = options;
  const { every, nodes, values } = catalogue();
  const issues: WidgetIssue[] = [];
  const seen = new Set<string>();
  const ids = new Map<string, string>();
  const root: FieldList = [];
  const forms = [root];
  let count = 0;

  const widget = snapshot(json, (kind, path) => {
    if (kind === "depth" || kind === "size") {
      addLimit(kind === "depth" ? kind : "nodes", path);
    } else {
      add("invalid-widget", "error", path, {
        message:
          kind === "cycle"
            ? "This value contains itself."
            : "This value throws as it is read.",
        expected: "JSON",
        received: kind,
      });
    }
  });
  // In document order, without recursion: JSON may be deeper than the stack.
  const stack = [{ json: widget, path: "", depth: 1, fields: root }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { json, path, depth, fields } = next;
    if (!isRecord(json)) {
      checkNoNode(json, path);
      continue;
    }
    const { children } = json;
    const list: unknown[] = Array.isArray(children)
      ? children
      : children == null
        ? []
        : [children];
    if (depth > defaultLimits.depth) {
      addLimit("depth", path);
      continue;
    }
    count += 1;
    if (count + list.length > defaultLimits.nodes) {
      addLimit("nodes", path);
      break;
    }
    const own = checkNode(json, path, fields);
    for (let i = list.length - 1; i >= 0; i--) {
      stack.push({
        json: list[i],
        path: `${path}/children${list === children ? `/${i}` : ""}`,
        depth: depth + 1,
        fields: own,
      });
    }
  }
  for (const fields of forms) checkNames(fields);
  return issues;

  function add(
    code: WidgetIssueCode,
    severity: WidgetIssue["severity"],
    path: string,
    { suggestion, ...fault }: Fault,
  ) {
    // A value is wrong once, for the first reason that was found.
    const id = `${path} ${code}`;
    if (issues.length >= MAX_ISSUES || seen.has(id)) return;
    seen.add(id);
    issues.push({
      code,
      severity,
      path,
      ...fault,
      ...(suggestion !== undefined && { suggestion }),
    });
  }

  function addLimit(limit: keyof Limits, path: string) {
    const max = defaultLimits[limit];
    const message = limitExceeded(limit, max);
    const expected = `${max} at most`;
    add("limit", "error", path, { message, expected, received: "more" });
  }

  function checkNoNode(value: unknown, path: string) {
    // Between nodes they render nothing, as in React.
    if (path !== "" && (value == null || typeof value === "boolean")) return;
    add("invalid-widget", "error", path, {
      message: noNode(value),
      expected: 'an object with "type"',
      received: describe(value),
      suggestion:
        typeof value === "string" && path !== ""
          ? { type: "Text", value }
          : undefined,
    });
  }

  /** Checks a node without its children. Returns the fields of the form that these are in. */
  function checkNode(json: Json, path: string, fields: FieldList): FieldList {
    const { type } = json;
    const typePath = `${path}/type`;
    const received = describe(type);
    const expected = "the type of a node";
    findTemplate(json, path, (at, fault) =>
      add("template", "error", at, fault),
    );
    checkId(json, path);
    if (typeof type !== "string") {
      const message = noType(type);
      add("invalid-widget", "error", typePath, { message, expected, received });
      return fields;
    }
    const isHost = Object.hasOwn(components, type);
    const node = Object.hasOwn(nodes, type) ? nodes[type] : undefined;
    const context: CheckContext = {
      options,
      defs: values,
      isHost,
      report: (code, severity, at, fault) =>
        add(code, severity, path + at, fault),
    };
    if (isHost) {
      checkHost(type, json, context, (cause) =>
        add("invalid-prop", "error", path, {
          message: `The schema of "${type}" cannot be used: ${messageOf(cause)}`,
          expected: "a schema",
          received: "one that fails",
        }),
      );
    } else if (node) {
      const rest = checkChildren(node.children, node.properties, json, path);
      const properties = { ...node.properties, ...every };
      checkContent(json, node.properties, context.report);
      checkObject({ ...node, properties }, json, "", context, rest);
      checkSizes(json, path);
      return readField(type, json, path, fields);
    } else {
      const types = [...Object.keys(nodes), ...Object.keys(components)];
      const suggestion = nearName(type, types);
      const message = unknownType(type);
      const fault = { message, expected, received, suggestion };
      add("unknown-node", "error", typePath, fault);
    }
    return fields;
  }

  /** Checks a node of the host by its schema, which may fail. */
  function checkHost(
    type: string,
    json: Json,
    context: CheckContext,
    fail: (cause: unknown) => void,
  ) {
    try {
      const schema = componentSchema(components, type);
      const { properties = {}, $defs } = schema ?? {};
      const others = ["type", "key", "id", "children"].filter(
        (name) => !Object.hasOwn(properties, name),
      );
      const given = hostSchema(components, type);
      if (isStandard(given)) {
        const props = Object.entries(json).filter(
          ([name]) => !others.includes(name),
        );
        const own = Object.fromEntries(props);
        if (checkStandard(given, own, context.report)) return;
      }
      if (!schema) return;
      const defs = { ...$defs, ...(schema["definitions"] as object) };
      checkObject(schema, json, "", { ...context, defs }, others);
    } catch (cause) {
      fail(cause);
    }
  }

  /** Nodes where they are not rendered. Returns the names that are no properties, and need no other issue. */
  function checkChildren(
    isParent: boolean,
    properties: object,
    json: Json,
    path: string,
  ): string[] {
    const { children } = json;
    if (!isParent && isObject(children) && Object.keys(children).length > 0) {
      add("invalid-prop", "error", `${path}/children`, {
        message: lostNodes("children"),
        expected: "no children",
        received: describe(children),
      });
    }
    const lists = Object.keys(json).filter((name) => {
      const list = json[name];
      const first: unknown = Array.isArray(list) ? list[0] : undefined;
      const type = isRecord(first) ? toText(first["type"]) : "";
      return (
        !Object.hasOwn(properties, name) &&
        name !== "children" &&
        (Object.hasOwn(nodes, type) || Object.hasOwn(components, type))
      );
    });
    for (const name of lists) {
      add("invalid-prop", "error", pointer(path, name), {
        message: lostNodes(name),
        expected: "children",
        received: `"${name}"`,
        suggestion: "children",
      });
    }
    return ["type", "children", ...(path === "" ? ["$schema"] : []), ...lists];
  }

  function checkSizes(json: Json, path: string) {
    const { data, value, label } = json;
    const { points, text } = defaultLimits;
    if (Array.isArray(data) && data.length > points) {
      addLimit("points", `${path}/data`);
    }
    if (toText(value).length > text) addLimit("text", `${path}/value`);
    if (toText(label).length > text) addLimit("text", `${path}/label`);
  }

  function checkId(json: Json, path: string) {
    const id = toKey(json["id"]);
    if (id === undefined) return;
    const first = ids.get(id);
    if (first === undefined) ids.set(id, path);
    else {
      add("duplicate-id", "error", `${path}/id`, {
        message: `The id ${JSON.stringify(id.slice(0, 80))} is that of "${first}" as well, and an update reaches that node alone.`,
        expected: "another id",
        received: describe(id),
      });
    }
  }

  /** Remembers the name of a field. A form has a list of them for what is in it. */
  function readField(
    type: string,
    json: Json,
    path: string,
    fields: FieldList,
  ): FieldList {
    if (
      type === "Form" ||
      (type === "Card" && toText(json["asForm"]) === "true")
    ) {
      const own: FieldList = [];
      forms.push(own);
      return own;
    }
    const { editable } = json;
    const options = isRecord(editable) ? editable : undefined;
    const isEdited =
      type === "Text" && (options || toText(editable) === "true");
    // A text without a name for its field is named as its node is.
    const given = isEdited
      ? [options?.["name"], json["id"], json["key"]]
      : [json["name"]];
    const name = given.map(toText).find(Boolean);
    const isField =
      isEdited || nodes[type]!.properties["name"]?.$ref === "#/$defs/FieldName";
    const at = isEdited
      ? `${path}/editable${options ? "/name" : ""}`
      : `${path}/name`;
    // A disabled field is left out of the form.
    if (isField && name !== undefined && json["disabled"] !== true) {
      fields.push([name, at]);
    } else if (isEdited && !options) {
      add("field-name", "error", at, {
        message: unnamedText,
        expected: "a name",
        received: describe(editable),
      });
    }
    return fields;
  }

  /** Names that are taken or unsafe, as the form itself finds them. */
  function checkNames(fields: FieldList) {
    let current = fields[0]!;
    function* entries() {
      for (current of fields) yield [current[0], true] as const;
    }
    nestValues(entries(), ({ code, message }) =>
      add(code as "field-name", "error", current[1], {
        message,
        expected: "another name",
        received: describe(current[0]),
      }),
    );
  }
}
