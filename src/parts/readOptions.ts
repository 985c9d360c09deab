import { isObject, toText } from "../core/tree.js";
import { isTrue } from "./values.js";

/** An option of a Select as it is drawn. */
export interface Option {
  value: string;
  label: string;
  description: string;
  disabled: boolean;
}

/** What the JSON holds of options, as far as it is usable. */
export function readOptions(options: unknown): Option[] {
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: Record<string, unknown> | null) => {
    if (!isObject(option)) return [];
    const text = toText(option["label"]);
    const value = toText(option["value"] ?? option["label"]);
    const label = text || value;
    if (label === "") return [];
    return {
      value,
      label,
      description: toText(option["description"]),
      disabled: isTrue(option["disabled"]),
    };
  });
}
