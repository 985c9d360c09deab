import { defaultLabels, type Labels } from "../core/labels.js";

/** The strings of the library in English, which are the default. */
export const en: Labels = defaultLabels;

export default en;
