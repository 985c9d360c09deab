import type { PropReader } from "../context/propReader.js";

/** An option of a Select or a RadioGroup as it is rendered. */
export interface Option {
  value: string;
  label: string;
  description: string;
  disabled: boolean;
}

/** Reads the options. What is no option is left out, and reported. */
export function readOptions(read: PropReader): Option[] {
  return read.list("options", false).flatMap((json, index) => {
    const option = read.object(`options/${index}`, "label", json);
    if (!option) return [];
    const text = option.text("label", true);
    const value = option.text("value", true);
    const label = text || value;
    if (label === "") return [];
    return {
      value: option.props["value"] == null ? text : value,
      label,
      description: option.text("description"),
      disabled: option.boolean("disabled"),
    };
  });
}
