import { isWidget as hasType } from "../core/isWidget.js";
import type { WidgetRoot } from "../types.js";

/**
 * Narrows JSON of any origin, such as `unknown` or an imported `.json`, to a
 * widget: an object with a `type` that is text. What is inside is not checked,
 * neither the type nor properties nor children: the renderer takes it as it is,
 * leaves out what it cannot use and reports it. Never throws.
 *
 * @example
 * const json: unknown = await response.json();
 * if (isWidget(json)) show(<WidgetRenderer widget={json} />);
 */
export const isWidget = hasType<WidgetRoot>;
