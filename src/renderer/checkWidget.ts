import type { Settings } from "../context/settings.js";
import type { WidgetError } from "../types.js";

/** Reports what the schema finds in a widget, after its nodes have reported what they found. */
export type CheckWidget = (
  root: unknown,
  settings: Settings,
  report: (error: WidgetError) => void,
) => void;

/**
 * Development builds get `checkWidget.development.ts` in place of this file, by the condition
 * `development` in the package's `imports`; others never load the schema.
 */
export const checkWidget = undefined as CheckWidget | undefined;
