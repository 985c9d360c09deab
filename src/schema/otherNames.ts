import { plainName } from "./names.js";

/** Words that other systems have for one of the DSL, by property or by type. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  onClickAction: ["onclick", "onpress", "ontap", "action"],
  onSubmitAction: ["onsubmit", "action"],
  onChangeAction: ["onchange", "onselect", "action"],
  value: ["text", "content", "markdown", "title", "label"],
  label: ["text", "title", "value", "content"],
  src: ["url", "href", "source", "image"],
  options: ["items", "choices"],
  fieldName: ["for", "htmlfor", "name"],
  Col: ["column", "stack", "vstack"],
  Row: ["hstack"],
  Title: ["heading", "header"],
  Image: ["img"],
  Select: ["dropdown"],
  Input: ["textfield", "textinput"],
  "Table.Row": ["tr"],
  "Table.Cell": ["td", "th"],
};

/** Whether two names are one, spelt in two ways, or as another system spells it. */
export function isNearName(given: string, name: string): boolean {
  const plain = plainName(given);
  return (
    plain === plainName(name) ||
    (Object.hasOwn(OTHERS, name) && OTHERS[name]!.includes(plain))
  );
}

/** Words for one value, by the shortest, which is the DSL's. */
const WORDS: Readonly<Record<string, string>> = {
  small: "sm",
  medium: "md",
  large: "lg",
  column: "col",
  vertical: "col",
  horizontal: "row",
  left: "start",
  right: "end",
  middle: "center",
};

/** The one of `words` that is the same word, in another case, or as another system spells it. */
export function sameWord(
  value: unknown,
  words: readonly string[],
): string | undefined {
  if (typeof value !== "string") return undefined;
  // `space-between` and `flex-start` are words of CSS.
  const plain = plainName(value).replace(/^(?:space|flex)(?=\w)/, "");
  const other = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined;
  return (
    words.find((word) => plainName(word) === plain) ??
    words.find((word) => word === other) ??
    words.find((word) => isNearName(value, word))
  );
}
