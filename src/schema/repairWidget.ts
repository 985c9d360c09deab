import {
  isObject,
  isRecord,
  type Json,
  toNumber,
  toText,
} from "../core/json.js";
import { toKey, unwrapSeries } from "../core/nodeTree.js";
import { catalogue, componentSchema, resolve } from "./catalogue.js";
import { mainOf, typeOf, typesOf } from "./checkValue.js";
import { plainName } from "./names.js";
import { isNearName, sameWord } from "./otherNames.js";
import { pointer, snapshot } from "./snapshot.js";
import type { ComponentSchemas, JsonSchema } from "./types.js";

/** What `repairWidget` did at one place. */
export interface WidgetChange {
  /** JSON pointer into the JSON that was given. */
  path: string;
  /** A sentence for developers. */
  message: string;
  before: unknown;
  after: unknown;
}

export interface RepairOptions {
  /** The host's own node types, and the JSON Schema of the props of each. */
  components?: ComponentSchemas | undefined;
}

/**
 * Corrects what a model or a person certainly meant: a word in another case, `"true"`, one object where
 * a list belongs and the opposite, names as React or CSS have them, JSON in a text. What is uncertain
 * stays as it is: `validateWidget` says what is left. The given value is not changed.
 *
 * @example
 * const { widget, changes } = repairWidget(reply);
 * const issues = validateWidget(widget);
 */
export function repairWidget(
  json: unknown,
  { components = {} }: RepairOptions = {},
): { widget: unknown; changes: WidgetChange[] } {
  const changes: WidgetChange[] = [];
  const { every, nodes, values, icons } = catalogue();
  const types = [...Object.keys(nodes), ...Object.keys(components)];
  const root = asJson(
    snapshot(json, () => undefined),
    "",
  );
  return { widget: repairNode(unwrap(root), "", 0), changes };

  function change(
    path: string,
    message: string,
    before: unknown,
    after: unknown,
  ) {
    changes.push({ path, message, before, after });
    return after;
  }

  /** JSON that is in a text, also in a fence of Markdown. */
  function asJson(value: unknown, path: string): unknown {
    if (typeof value !== "string" || !/^\s*(?:```|[[{])/.test(value))
      return value;
    try {
      const text = withoutFence(value.trim());
      const parsed = snapshot(JSON.parse(text), () => undefined);
      return change(path, "JSON in a text is read.", value, parsed);
    } catch {
      return value;
    }
  }

  function unwrap(list: unknown): unknown {
    if (!Array.isArray(list) || !list.length || !list.every(isRecord)) {
      return list;
    }
    return list.length === 1
      ? change("", "A list of one widget is that widget.", list, list[0])
      : change("", "A list of nodes gets a Basic around it.", list, {
          type: "Basic",
          children: list,
        });
  }

  function repairNode(json: unknown, path: string, depth: number): unknown {
    if (path !== "" && typeof json === "string") {
      json = asJson(json, path);
      if (typeof json === "string") {
        const node = { type: "Text", value: json };
        json = change(path, "A text becomes a Text.", json, node);
      }
    }
    // Levels of nodes; more are reported as a limit.
    if (!isRecord(json) || depth > 90) return json;
    const { props, ...rest } = json;
    if (isRecord(props) && typeof json["type"] === "string") {
      const node = { ...props, ...rest };
      json = change(path, '"props" belong in the node itself.', json, node);
    }
    let node: Json = { ...(json as Json), ...repairType(json as Json, path) };
    const type = toText(node["type"]);
    const isHost = Object.hasOwn(components, type);
    const own = Object.hasOwn(nodes, type) ? nodes[type] : undefined;
    const schema = isHost ? componentSchema(components, type) : own;
    if (schema) node = repairObject(schema, node, path, isHost);
    if (typeof node["children"] === "string" && own?.children === false) {
      return node;
    }
    const children = asJson(node["children"], `${path}/children`);
    if (Array.isArray(children)) {
      node["children"] = children.map((child, i) =>
        repairNode(child, `${path}/children/${i}`, depth + 1),
      );
    } else if (children != null) {
      node["children"] = repairNode(children, `${path}/children`, depth + 1);
    }
    return node;
  }

  /** The type in the spelling of the library. */
  function repairType(node: Json, path: string): Json {
    const { type } = node;
    if (typeof type === "string") {
      const known = types.includes(type) ? undefined : sameWord(type, types);
      if (known === undefined) return {};
      const message = `The type is "${known}".`;
      return { type: change(`${path}/type`, message, type, known) };
    }
    const name = ["component", "kind", "$type"].find((other) =>
      types.includes(toText(node[other])),
    );
    if (type != null || name === undefined) return {};
    const value = node[name];
    change(pointer(path, name), `"${name}" is "type".`, value, value);
    return { type: value, [name]: null };
  }

  function repairObject(
    schema: JsonSchema,
    json: Json,
    path: string,
    isHost = false,
  ): Json {
    const isNode = schema === nodes[toText(json["type"])];
    const properties = { ...schema.properties, ...(isNode && every) };
    const free = Object.keys(properties).filter((name) => json[name] == null);
    const result: Json = {};
    for (const [name, value] of Object.entries(json)) {
      const isKnown =
        Object.hasOwn(properties, name) ||
        /^(?:type|key|id|children)$/.test(name);
      if (value === null && !isKnown) continue;
      const right = isKnown
        ? name
        : (free.find((one) => plainName(one) === plainName(name)) ??
          // A word of another system is certain where the node lacks it, or an action.
          free.find(
            (one) =>
              (schema.required?.includes(one) || one.endsWith("Action")) &&
              isNearName(name, one),
          ) ??
          name);
      const at = pointer(path, name);
      if (right !== name) change(at, `"${name}" is "${right}".`, value, value);
      result[right] =
        value === null || isHost
          ? value
          : repairValue(properties[right], value, at);
    }
    return result;
  }

  function repairValue(
    given: JsonSchema | boolean | undefined,
    value: unknown,
    path: string,
  ): unknown {
    const schema = resolve(given, values);
    if (schema === values["IconName"]) return repairWord(icons, value, path);
    if (schema.enum) {
      return repairWord(schema.enum as readonly string[], value, path);
    }
    if (schema.anyOf) {
      const branch = schema.anyOf.find((one) => fits(one, value, values));
      if (branch !== undefined) {
        return isObject(value) ? repairValue(branch, value, path) : value;
      }
      // Of several that could be meant, the first that can be repaired.
      for (const one of schema.anyOf) {
        const count = changes.length;
        const after = repairValue(one, value, path);
        if (changes.length > count) return after;
      }
      return value;
    }
    const [type] = typesOf(schema);
    if (type === "array") return repairList(schema, value, path);
    if (type === "object") return repairRecord(schema, value, path);
    if (typeof value !== "string") return value;
    const word = value.trim().toLowerCase();
    if (type === "boolean" && /^(?:true|false)$/.test(word)) {
      return change(path, "A boolean is no text.", value, word === "true");
    }
    const number = /^(?:number|integer)$/.test(type ?? "")
      ? toNumber(word)
      : undefined;
    return number === undefined
      ? value
      : change(path, "A number is no text.", value, number);
  }

  function repairWord(words: readonly string[], value: unknown, path: string) {
    const word = words.includes(value as string)
      ? undefined
      : sameWord(value, words);
    return word === undefined
      ? value
      : change(path, `The word is "${word}".`, value, word);
  }

  function repairList(schema: JsonSchema, given: unknown, path: string) {
    let list = asJson(given, path);
    if (isRecord(list)) {
      list = change(path, "One object becomes a list of it.", list, [list]);
    }
    return Array.isArray(list)
      ? list.map((item, i) => repairValue(schema.items, item, pointer(path, i)))
      : list;
  }

  function repairRecord(schema: JsonSchema, given: unknown, path: string) {
    let value = asJson(given, path);
    // ChatKit's builder exports a series so.
    if (isRecord(value) && unwrapSeries(value) !== value) return value;
    if (Array.isArray(value) && value.length === 1 && isRecord(value[0])) {
      value = change(path, "A list of one is that object.", value, value[0]);
    }
    const main = mainOf(schema);
    const text = toKey(value);
    if (main !== undefined && text) {
      value = change(path, `A text is meant as "${main}".`, value, {
        [main]: text,
        // The text of an option is its value as well.
        ...(schema.required?.includes("value") && { value: text }),
      });
    }
    if (!isRecord(value) || !schema.properties) return value;
    const result = repairObject(schema, value, path);
    if (schema === values["ActionConfig"]) {
      const payload = asJson(result["payload"], `${path}/payload`);
      if (payload !== undefined) result["payload"] = payload;
    }
    return result;
  }
}

/** What is in a fence of Markdown, or a text without one as it is. */
function withoutFence(text: string): string {
  return /^```[^]*```$/.test(text)
    ? text.slice(3, -3).replace(/^\w+/, "")
    : text;
}

/** Whether a value has a type of a schema, so that nothing is to be repaired but its parts. */
function fits(
  schema: JsonSchema | boolean | undefined,
  value: unknown,
  values: Readonly<Record<string, JsonSchema>>,
): boolean {
  const target = resolve(schema, values);
  if (target.enum) return target.enum.includes(value);
  if (target.anyOf) return target.anyOf.some((one) => fits(one, value, values));
  const types = typesOf(target);
  return types.length === 0 || types.includes(typeOf(value));
}
