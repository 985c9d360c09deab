import { isRecord } from "./json.js";

/**
 * Whether a value is an object whose `type` is a text. `isWidget` of `widget-renderer`
 * does the same and narrows to `WidgetRoot`. This entry knows no components, so name
 * the type to narrow to: `isWidget<WidgetRoot>(json)`.
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
