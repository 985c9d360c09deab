import { isObject } from "./json.js";

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
  tell?: Tell,
): Json {
  const values: Json = {};
  // Only what a name has opened is nested into, never the value of a field.
  const groups = new Set<unknown>([values]);
  for (const [name, value] of fields) {
    const problem = (what: string) =>
      tell?.({
        code: "field-name",
        message: `The field name ${JSON.stringify(name.slice(0, 80))} ${what} is sent. Rename the field.`,
      });
    const parts = name.split(".");
    if (parts.length > MAX_PARTS || parts.some((part) => UNSAFE.has(part))) {
      problem("is too deep or reaches a prototype, so no value of it");
      continue;
    }
    const last = parts.pop()!;
    let taken = false;
    let group = values;
    for (const part of parts) {
      let next = own(group, part);
      if (!groups.has(next)) {
        taken ||= next !== undefined;
        next = group[part] = {};
        groups.add(next);
      }
      group = next as Json;
    }
    if (taken || own(group, last) !== undefined) {
      problem("is taken or begins another one, so only the last value");
    }
    group[last] = value;
  }
  return values;
}

const own = (object: Json, key: string) =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The value of the field `name` in what `nestValues` made. */
export function valueAt(values: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce((at, part) => (isObject(at) ? own(at, part) : undefined), values);
}

/** Whether a value is merged key by key: no list, and of no class. */
function isPlainObject(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/** The author's payload over the values, key by key and level by level. */
export function mergeValues(payload: unknown, values: Json, tell?: Tell) {
  if (Object.keys(values).length === 0) return payload;
  if (payload == null) return values;
  const problem = (message: string) =>
    tell?.({ code: "payload-collision", message });
  if (isPlainObject(payload)) return merge(payload, values, "");
  problem(
    `The payload of the action is ${Array.isArray(payload) ? "a list" : `a ${typeof payload}`}, so the values of ${names(values)} are not sent. Make it a plain object.`,
  );
  return payload;

  function merge(authored: Json, added: Json, path: string): Json {
    const merged = { ...authored };
    for (const [name, value] of Object.entries(added)) {
      if (UNSAFE.has(name)) continue;
      const before = own(authored, name);
      if (before === undefined) merged[name] = value;
      else if (isPlainObject(before) && isPlainObject(value)) {
        merged[name] = merge(before, value, `${path}${name}.`);
      } else {
        problem(
          `The payload of the action has "${path}${name}", so the field of that name is not sent. Rename one.`,
        );
      }
    }
    return merged;
  }
}

const names = (values: Json) =>
  Object.keys(values)
    .map((name) => JSON.stringify(name))
    .join(", ")
    .slice(0, 200);
