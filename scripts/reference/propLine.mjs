// How src/schema/nodes.json writes the type of a property, and texts.json what is said of it.

/** @typedef {import("./readNodes.mjs").Prop} Prop */

/** Texts for users, which may be numbers. Every other `string | number` has a unit, which its comment names. */
const TEXTS = ["label", "value", "text", "alt", "defaultValue"];

/** What the definition of a length, a space or a colour says already. */
const UNITS =
  /^(?:Px, or CSS|(?:Spacing units of 4 px, (?:or CSS|CSS, or one per side))|A (?:text|surface|border|chart) token, a palette step, or CSS)\.$/;

/** The rest is in docs/nodes.md, since apps load these texts. @param {string} text */
export function firstSentence(text) {
  return text.replace(/^(.+?[.;]) .*$/, "$1").replace(/;$/, ".");
}

/** Whether a property is in JSON: a function is not. @param {Prop} prop */
export function isJson({ types }) {
  return !types.some((type) => type.includes("=>"));
}

/**
 * `size sm|md|lg`, and `label! ShownText` where it is required.
 * @param {Prop} prop
 * @param {string} owner the node or the object that has it
 */
export function propLine({ name, types, text, required }, owner) {
  return `${name}${required ? "!" : ""} ${typeOf(types, name, text, owner)}`;
}

/** Default, examples and first sentence of a property: `=md ~16/9 #Height.` @param {Prop} prop */
export function propText({ types, text, defaultValue }) {
  const isValue = /^(?:"[^"]*"|-?[\d.]+|true|false)$/.test(defaultValue);
  const isClosed = types.every((type) => /^"|^boolean$/.test(type));
  const examples = Array.from(
    text.matchAll(/`"([^"`\s]+)"`/g),
    ([, quoted = ""]) => quoted,
  );
  return [
    ...(isValue ? [`=${defaultValue.replaceAll('"', "")}`] : []),
    ...(isClosed ? [] : examples.map((example) => `~${example}`)),
    ...(text && !UNITS.test(text) ? [`#${firstSentence(text)}`] : []),
  ].join(" ");
}

/**
 * @param {string[]} types
 * @param {string} name
 * @param {string} text
 * @param {string} owner
 */
function typeOf(types, name, text, owner) {
  const where = `${owner}.${name}`;
  const rest = new Set(types);
  /** @type {(...names: string[]) => boolean} Whether all are there; then they are read. */
  const take = (...names) => {
    if (!names.every((one) => rest.has(one))) return false;
    for (const one of names) rest.delete(one);
    return true;
  };
  /** @type {string[]} */
  const parts = [];
  if (take("string", "ThemeColor")) {
    const [, kind = ""] =
      /\ba (text|surface|border|chart) token/i.exec(text) ?? [];
    if (!kind)
      throw new Error(`The comment of ${where} names no kind of token.`);
    parts.push(
      `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}Color`,
    );
  } else if (take("number", "Border", "Borders")) parts.push("AnyBorder");
  else if (take("string", "number", "Spacing")) {
    parts.push(name === "margin" ? "Margin" : "Padding");
  } else if (owner === "Spacing" && take("string", "number")) {
    // What has such sides decides whether they may be less than 0.
    parts.push("Float|Str");
  } else if (take("string", "number")) parts.push(sizeKind(name, text, where));
  else if (take("string")) parts.push(stringKind(text));
  for (const type of types) {
    if (/^".*"$/.test(type) && take(type)) {
      parts.push(type.slice(1, -1).replaceAll(" ", "_"));
    }
  }
  if (take("boolean")) parts.push("Bool");
  if (take("number")) {
    // A side of Borders is a width in px, as the property itself says.
    parts.push(owner === "Borders" ? "Num" : numberKind(name, text, where));
  }
  if (take("unknown")) parts.push("Any");
  for (const type of rest) parts.push(namedType(type, where));
  return parts.join("|");
}

/**
 * What a `string | number` is, which its comment says.
 * @param {string} name
 * @param {string} text
 * @param {string} where
 */
function sizeKind(name, text, where) {
  if (/CSS `aspect-ratio`/.test(text)) return "AspectRatio";
  if (/CSS `flex`/.test(text)) return "Flex";
  if (/units of 4 px/i.test(text)) return "Space";
  if (/\bpx\b.*\bCSS\b/i.test(text)) return "Length";
  if (TEXTS.includes(name)) return "ShownText";
  throw new Error(`The comment of ${where} does not say what its number is.`);
}

/**
 * What a number is, which its comment says: px, or how many.
 * @param {string} name
 * @param {string} text
 * @param {string} where
 */
function numberKind(name, text, where) {
  if (/\bpx\b/i.test(text)) return "Num";
  if (!/\blines\b|^How many\b/i.test(text)) {
    throw new Error(`The comment of ${where} does not say what its number is.`);
  }
  return name.startsWith("min") ? "Whole" : "Count";
}

/** @param {string} text */
function stringKind(text) {
  if (/\bname of an icon\b|\bname of a ChatKit icon\b/i.test(text)) {
    return "IconName";
  }
  if (/^The (?:first |last )?date\b/.test(text)) return "Date";
  if (/^URL\b/.test(text)) return "ImageUrl";
  if (text.startsWith("The name of the value in the form")) return "FieldName";
  return /regular expression/.test(text) ? "Regex" : "Str";
}

/** @param {string} type @param {string} where @returns {string} */
function namedType(type, where) {
  const list = /^(.+)\[\]$/.exec(type)?.[1];
  if (list) return `[${namedType(list, where)}]`;
  const value = /^\{ \[x: string\]: (\w+); \}$/.exec(type)?.[1];
  if (value === "string") return "{Str}";
  if (value === "ChartValue") return "{Str|Float|Null}";
  if (/^[A-Z]\w+$/.test(type)) return type;
  throw new Error(`The type ${type} of ${where} cannot be written here.`);
}
