import { flushSync } from "react-dom";
import type { ActionConfig } from "../core/action.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";

/** What a Select or a DatePicker holds, and how the reader changes it. */
export function useChoice(
  authored: string | undefined,
  onChangeAction: ActionConfig | null | undefined,
): [value: string | undefined, change: (next: string | undefined) => void] {
  const [value, setValue] = useField(authored);
  const { run } = useAction(onChangeAction, "none");
  return [value, change];

  function change(next: string | undefined) {
    if (next === value) return;
    // The action reads the form as it is then.
    flushSync(() => setValue(next));
    run();
  }
}
