import { describe, isRecord, toText } from "../core/json.js";
import {
  blockedStyle,
  blockedUrl,
  unknownIcon,
  wrongValue,
} from "../core/messages.js";
import { unwrapSeries } from "../core/nodeTree.js";
import { isoDate } from "../core/isoDate.js";
import { safeUrl } from "../core/sanitize.js";
import { catalogue } from "./catalogue.js";
import { readStyle } from "./css.js";
import { nearName } from "./names.js";
import { supports } from "./supports.js";
import type { CheckContext, JsonSchema, ReportIssue } from "./types.js";

/** What is left to check, as JSON Schema says. */
export interface Rest {
  schema: JsonSchema | boolean | undefined;
  value: unknown;
  at: string;
  report: ReportIssue;
}

/**
 * Checks what the renderer reads in its way: styles, actions, dates, addresses, icons. Returns what
 * is left to check; `undefined` means nothing.
 */
export function checkKind(
  kind: string,
  value: unknown,
  at: string,
  name: string,
  context: CheckContext,
): Rest | undefined {
  const { report, options, defs } = context;
  const { icons } = catalogue();
  const rest = { schema: defs[kind], value, at, report };
  const wrong = (expected: string, suggestion?: unknown) => {
    const fault = wrongValue(name, value, [], expected, suggestion);
    report("invalid-prop", "error", at, fault);
    return undefined;
  };
  switch (kind) {
    case "ActionConfig":
      if (isRecord(value) && typeof value["type"] === "string") return rest;
      return wrong(
        'an object with "type"',
        toText(value) && !isRecord(value) ? { type: toText(value) } : undefined,
      );
    case "Date":
      return value === "" || isoDate(value) !== undefined
        ? undefined
        : wrong('a date as "2026-11-12"');
    case "ChartSeries":
      if (!isRecord(value) || unwrapSeries(value) === value) return rest;
      return { ...rest, value: unwrapSeries(value), at: `${at}/value` };
    case "ImageUrl":
      if (typeof value !== "string" || safeUrl("image", value) !== undefined) {
        return rest;
      }
      report("blocked-url", "error", at, {
        message: blockedUrl("image", value, name, true),
        expected: "an https URL",
        received: describe(value),
      });
      return undefined;
    case "IconName": {
      const names = [...icons, ...(options.icons ?? []), ""];
      if (typeof value !== "string" || /^(?:lucide|vendor):/.test(value)) {
        return rest;
      }
      if (names.includes(value)) return undefined;
      report("unknown-icon", "hint", at, {
        message: unknownIcon(value),
        expected: "the name of an icon",
        received: describe(value),
        suggestion: nearName(value, names),
      });
      return undefined;
    }
  }
  return checkStyle(kind, rest, context);
}

function checkStyle(
  kind: string,
  rest: Rest,
  { options, defs }: CheckContext,
): Rest | undefined {
  const { value, at, report } = rest;
  let isRight = true;
  // Styles are called by their path from the node.
  const parts = readStyle(kind, value, at.slice(1), {
    tokens: options.tokens,
    supports,
    wrong(prop, ...wrong) {
      isRight = false;
      report("invalid-prop", "error", `/${prop}`, wrongValue(prop, ...wrong));
    },
    blocked(prop, blocked) {
      isRight = false;
      const message = blockedStyle(prop, blocked);
      const fault = { message, expected: "CSS", received: describe(blocked) };
      report("blocked-style", "error", `/${prop}`, fault);
    },
  });
  if (parts === undefined) return rest;
  if (!isRight || !isRecord(value)) return undefined;
  // Of an object, only the names are left to check.
  const names: ReportIssue = (code, ...issue) => {
    if (code === "unknown-prop") report(code, ...issue);
  };
  return { ...rest, schema: defs[parts], report: names };
}
