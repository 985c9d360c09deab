import { useState } from "react";
import { shareStructure } from "../../src/core/shareStructure.js";

/** What a text in a field means; `invalid` says why it means nothing. */
export type Parsed = { value: unknown } | { invalid: string };

/**
 * The text of a field while it is typed. It may mean nothing for a moment, such as `1.`, and is then not written into
 * the JSON. It gives way to the value when another one comes, as by an undo.
 */
export function useDraft(
  value: unknown,
  print: (value: unknown) => string,
  parse: (text: string) => Parsed,
  onChange: (value: unknown) => void,
) {
  const [draft, setDraft] = useState<{ text: string; value: unknown }>();
  const isCurrent =
    draft !== undefined && shareStructure(draft.value, value) === draft.value;
  const text = isCurrent ? draft.text : print(value);
  const parsed = isCurrent ? parse(draft.text) : undefined;
  return {
    text,
    invalid: parsed && "invalid" in parsed ? parsed.invalid : undefined,
    set(text: string) {
      const next = parse(text);
      if ("invalid" in next) {
        setDraft({ text, value });
        return;
      }
      setDraft({ text, value: next.value });
      onChange(next.value);
    },
    /** The field shows its value again, unless what was typed means nothing. */
    end() {
      if (parsed && !("invalid" in parsed)) setDraft(undefined);
    },
  };
}
