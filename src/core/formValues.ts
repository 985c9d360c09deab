import { isObject } from "./json.js";

type Json = Record<string, unknown>;

/** The values of a form by name; dots in names nest. */
export type FormValues = Record<string, unknown>;

/** A value of a form that is not sent, because of its name or because the payload has that key. */
export interface FormProblem {
  code: "field-name" | "payload-collision";
  message: string;
}

type Report = (problem: FormProblem) => void;

/** More parts than this in one name are an attack, not a form. */
const MAX_PARTS = 32;

/** Names that reach the prototype of an object: to set one would change all objects. */
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Turns values by name into one object, in which dots nest: `"todo.title"` becomes
 * `{ todo: { title } }`. A number between dots is a key, not an index. If two values
 * have one name, the last is kept. A name that reaches a prototype is left out. Both
 * are reported.
 */
export function nestValues(
  fields: Iterable<readonly [name: string, value: unknown]>,
  report?: Report,
): Json {
  const values: Json = {};
  // The objects made here for the parts of a name: values are put into these only, never into the value of a field.
  const groups = new Set<unknown>([values]);
  for (const [name, value] of fields) {
    const reportName = (what: string) =>
      report?.({
        code: "field-name",
        message: `The field name ${JSON.stringify(name.slice(0, 80))} ${what} is sent. Rename the field.`,
      });
    const parts = name.split(".");
    if (parts.length > MAX_PARTS || parts.some((part) => UNSAFE.has(part))) {
      reportName("is too deep or reaches a prototype, so no value of it");
      continue;
    }
    const last = parts.pop()!;
    let taken = false;
    let group = values;
    for (const part of parts) {
      let next = ownValue(group, part);
      if (!groups.has(next)) {
        taken ||= next !== undefined;
        next = group[part] = {};
        groups.add(next);
      }
      group = next as Json;
    }
    if (taken || ownValue(group, last) !== undefined) {
      reportName("is taken or begins another one, so only the last value");
    }
    group[last] = value;
  }
  return values;
}

const ownValue = (object: Json, key: string) =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The value of the field `name` in what `nestValues` made. */
export function valueAt(values: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce(
      (at, part) => (isObject(at) ? ownValue(at, part) : undefined),
      values,
    );
}

/** Whether a value is merged key by key: it is no list, and not an instance of a class. */
function isPlainObject(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/** Merges the author's payload with the values, key by key and level by level; the payload wins. */
export function mergeValues(payload: unknown, values: Json, report?: Report) {
  if (Object.keys(values).length === 0) return payload;
  if (payload == null) return values;
  const reportCollision = (message: string) =>
    report?.({ code: "payload-collision", message });
  if (isPlainObject(payload)) return merge(payload, values, "");
  reportCollision(
    `The payload of the action is ${Array.isArray(payload) ? "a list" : `a ${typeof payload}`}, so the values of ${names(values)} are not sent. Make it a plain object.`,
  );
  return payload;

  function merge(authored: Json, added: Json, path: string): Json {
    const merged = { ...authored };
    for (const [name, value] of Object.entries(added)) {
      if (UNSAFE.has(name)) continue;
      const before = ownValue(authored, name);
      if (before === undefined) merged[name] = value;
      else if (isPlainObject(before) && isPlainObject(value)) {
        merged[name] = merge(before, value, `${path}${name}.`);
      } else {
        reportCollision(
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
