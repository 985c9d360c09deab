import { isRecord } from "./json.js";

/**
 * Whether a value is an object with a `type` that is text. `isWidget` of
 * `widget-renderer` is the same; here, where no component is known, the type to
 * narrow to may be named: `isWidget<WidgetRoot>(json)`.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- named by the caller
export function isWidget<Widget extends { type: string } = { type: string }>(
  value: unknown,
): value is Widget {
  try {
    return isRecord(value) && typeof value["type"] === "string";
  } catch {
    // A getter or a proxy may throw.
    return false;
  }
}
