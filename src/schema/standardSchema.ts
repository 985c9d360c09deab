import { describe, isObject, isRecord } from "../core/json.js";
import { pointer } from "./snapshot.js";
import type { JsonSchema, ReportIssue } from "./types.js";

/** What zod, Valibot, ArkType and others have in common: https://standardschema.dev */
export interface StandardSchema<Props = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Props } | undefined;
    readonly validate?: ((value: unknown) => unknown) | undefined;
    readonly jsonSchema?:
      { input(options: { target: string }): unknown } | undefined;
  };
}

/** A Standard Schema may be a function, as those of ArkType are. */
export function isStandard(value: unknown): value is StandardSchema {
  return (
    (typeof value === "function" || isObject(value)) &&
    "~standard" in value &&
    isObject(value["~standard"])
  );
}

/** As JSON Schema, if the library can say it so. */
export function toJsonSchema(schema: StandardSchema): JsonSchema | undefined {
  try {
    const { jsonSchema } = schema["~standard"];
    const json = jsonSchema?.input({ target: "draft-2020-12" });
    return isRecord(json) ? json : undefined;
  } catch {
    // Not everything that such a library checks can be said in JSON Schema.
    return undefined;
  }
}

/**
 * Reports what a Standard Schema finds in props. Returns `false` where only its JSON Schema can be
 * used: it has no `validate`, or one that answers later.
 */
export function checkStandard(
  schema: StandardSchema,
  props: Readonly<Record<string, unknown>>,
  report: ReportIssue,
): boolean {
  const result = schema["~standard"].validate?.(props);
  if (!isObject(result) || result instanceof Promise) return false;
  const { issues } = result;
  for (const issue of Array.isArray(issues) ? issues : []) {
    if (!isObject(issue)) continue;
    const path: unknown[] = Array.isArray(issue["path"]) ? issue["path"] : [];
    const names = path.map((part) =>
      String(isObject(part) ? part["key"] : part),
    );
    let value: unknown = props;
    for (const name of names) value = isObject(value) ? value[name] : undefined;
    const name = names.join("/");
    report(
      value === undefined ? "missing-prop" : "invalid-prop",
      "error",
      names.reduce(pointer, ""),
      {
        message: `${name === "" ? "The node" : `"${name}"`} is wrong: ${String(issue["message"])}`,
        expected: String(issue["message"]),
        received: value === undefined ? "nothing" : describe(value),
      },
    );
  }
  return true;
}
