import { PARTS, type StyleContext } from "../core/style/value.js";
import { GLOBAL, isColor } from "./colors.js";

/** How many parts a value of a property has, and which words each may be. */
const PROPERTIES: Readonly<Record<string, [parts: number, words: RegExp]>> = {
  width: [1, /^(?:auto|stretch|(?:min|max|fit)-content|-\w+-available)$/],
  "max-width": [1, /^(?:none|stretch|(?:min|max|fit)-content|-\w+-available)$/],
  gap: [2, /^normal$/],
  padding: [4, /^$/],
  margin: [4, /^auto$/],
  "margin-top": [1, /^auto$/],
  flex: [3, /^(?:auto|content|stretch|(?:min|max|fit)-content)$/],
};

const MATH = /^(?:calc|min|max|clamp|var|round|mod|rem|abs)\(.+\)$/;

/** A sign that is no operator, or is none for want of a blank. */
const LOST_SIGN = /[\w%)]\s+[+-][\d.(]|[\d%)][+-]\s/;

const NUMBER = "[+-]?(?:\\d*\\.)?\\d+(?:e[+-]?\\d+)?";
const PLAIN = new RegExp(`^${NUMBER}$`);
const LENGTH = new RegExp(`^${NUMBER}(?:[a-z]+|%)$`);
const RATIO = new RegExp(
  `^(?:auto)?\\s*(?:${NUMBER}\\s*(?:/\\s*${NUMBER})?)?\\s*(?:auto)?$`,
);

/**
 * Whether a property of CSS takes a value, where no browser can be asked: on a server, in a terminal
 * and in a worker. In a page `supports.browser.ts` replaces this file, by the package's `imports`.
 */
export const supports: StyleContext["supports"] = (property, given) => {
  const text = given.toLowerCase();
  if (property === "color" || property === "background") {
    return isColor(text, property === "background");
  }
  if (GLOBAL.test(text)) return true;
  const isMath = (part: string) => MATH.test(part) && !LOST_SIGN.test(part);
  if (property === "aspect-ratio") {
    return isMath(text)
      ? !/\d(?:[a-z]|%)/.test(text)
      : RATIO.test(text) && !/auto.*auto|-/.test(text);
  }
  if (property === "flex" && text === "none") return true;
  const [parts, words] = PROPERTIES[property]!;
  const found = text.match(PARTS) ?? [];
  const isPart = (part: string) =>
    words.test(part) ||
    isMath(part) ||
    ((LENGTH.test(part) || +part === 0) &&
      (!part.startsWith("-") || property.startsWith("margin")));
  if (found.length > parts || text.replace(PARTS, "").includes("/")) {
    return false;
  }
  if (property !== "flex") return found.length > 0 && found.every(isPart);
  const isFactor = (part: string) => PLAIN.test(part) && !part.startsWith("-");
  // How much it grows and shrinks, beside one size, which a third number may be as well.
  const sizes = found.filter((part) => !isFactor(part));
  const factors = found.length - sizes.length;
  return sizes.length === 0
    ? factors < 3 || Number(found[2]) === 0
    : sizes.length === 1 &&
        isPart(sizes[0]!) &&
        // Two factors are beside each other.
        !(factors === 2 && sizes[0] === found[1]);
};
