import type { StyleContext } from "../core/style/value.js";

/** Absent: `core/style` asks the browser, as it does for the renderer. */
export const supports: StyleContext["supports"] = undefined;
