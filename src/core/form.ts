import { isObject } from "./tree.js";

type Json = Record<string, unknown>;

/** The values of a form by name; dots in names nest. */
export type FormValues = Record<string, unknown>;

/** What is wrong with the names of a form's values, or lost to the payload. */
export interface FormProblem {
  code: "field-name" | "payload-collision";
  message: string;
}

type Tell = (problem: FormProblem) => void;

/** More parts than this in one name are an attack, not a form. */
const MAX_PARTS = 32;

/** Names that reach the prototype of an object. */
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Values by name → one object, in which dots nest: `"todo.title"` becomes
 * `{ todo: { title } }`. A number between dots is a key, not an index. Of two
 * values of one name the last counts. A name that reaches a prototype is left
 * out. Both are told.
 */
export function nestValues(
  fields: Iterable<readonly [name: string, value: unknown]>,
  tell: Tell = () => undefined,
): Json {
  const values: Json = {};
  // Only what a name has opened is nested into, never the value of a field.
  const groups = new Set<unknown>([values]);
  for (const [name, value] of fields) {
    const parts = name.split(".");
    if (parts.length > MAX_PARTS || parts.some((part) => UNSAFE.has(part))) {
      tell({
        code: "field-name",
        message: `The name "${name.slice(0, 80)}" is not allowed for a field, so its value is not sent: it has more than ${MAX_PARTS} parts, or one of them would reach the prototype of an object. Rename the field.`,
      });
      continue;
    }
    const last = parts.pop()!;
    let group = values;
    for (const part of parts) {
      const next = Object.hasOwn(group, part) ? group[part] : undefined;
      if (groups.has(next)) group = next as Json;
      else {
        if (Object.hasOwn(group, part)) taken(name);
        const opened: Json = {};
        groups.add(opened);
        group[part] = opened;
        group = opened;
      }
    }
    if (Object.hasOwn(group, last)) taken(name);
    group[last] = value;
  }
  return values;

  function taken(name: string) {
    tell({
      code: "field-name",
      message: `Two fields of one form are both named "${name.slice(0, 80)}", or one name is the beginning of the other; the value of the last one is sent. Give them different names.`,
    });
  }
}

/** The value of the field `name` in what `nestValues` made. */
export function valueAt(values: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>(
      (at, part) =>
        isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined,
      values,
    );
}

/** Whether two values are merged key by key instead of one replacing the other. */
export function isPlainObject(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/** The author's payload over the values, key by key and level by level. */
export function mergeValues(
  payload: unknown,
  values: Json,
  tell: Tell = () => undefined,
): unknown {
  if (Object.keys(values).length === 0) return payload;
  if (payload == null) return values;
  if (isPlainObject(payload)) return merge(payload, values, "");
  tell({
    code: "payload-collision",
    message: `The payload of the action is ${Array.isArray(payload) ? "a list" : `a ${typeof payload}`}, which takes no form values, so the values of ${names(values)} are not sent. Make the payload a plain object.`,
  });
  return payload;

  function merge(authored: Json, added: Json, path: string): Json {
    const merged = { ...authored };
    for (const [name, value] of Object.entries(added)) {
      if (UNSAFE.has(name)) continue;
      const before = Object.hasOwn(authored, name) ? authored[name] : undefined;
      if (before === undefined) merged[name] = value;
      else if (isPlainObject(before) && isPlainObject(value)) {
        merged[name] = merge(before, value, `${path}${name}.`);
      } else {
        tell({
          code: "payload-collision",
          message: `The payload of the action has "${path}${name}" already, so the value of the field of that name is not sent. Rename one of them.`,
        });
      }
    }
    return merged;
  }
}

function names(values: Json): string {
  return Object.keys(values)
    .map((name) => JSON.stringify(name))
    .join(", ")
    .slice(0, 200);
}
