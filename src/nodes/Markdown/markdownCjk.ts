import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import { combineExtensions } from "micromark-util-combine-extensions";
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
} from "micromark-util-types";
import type { Options } from "react-markdown";
import remarkGfm from "remark-gfm";

// One `~` is a tilde, as in "2~3 days"; only two strike through.
const gfm = { singleTilde: false };

/**
 * GitHub Flavored Markdown that also serves languages without blanks between
 * words: emphasis works beside full-width punctuation, and a bare URL ends
 * before it.
 */
export const remarkPlugins: Options["remarkPlugins"] = [addSyntax];

/** The data of a remark processor, to which its plugins add. */
interface Data {
  micromarkExtensions?: Extension[];
  fromMarkdownExtensions?: { transforms: ((tree: Node) => void)[] }[];
}

interface Processor {
  data: () => object;
}

let syntax: Data | undefined;

/**
 * Built once: react-markdown makes a processor for each text, and to combine the
 * extensions again took a tenth of the time of a text that grows.
 */
function addSyntax(this: Processor) {
  syntax ??= createSyntax();
  Object.assign(this.data(), syntax);
}

function createSyntax(): Data {
  const data: Data = {};
  const processor: Processor = { data: () => data };
  splitTexts.call(processor);
  remarkGfm.call(processor, gfm);
  changeSyntax.call(processor);
  const extension = combineExtensions(data.micromarkExtensions ?? []);
  return { ...data, micromarkExtensions: [extension] };
}

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/**
 * Full-width punctuation and the quotes, dashes and dots that are used with it.
 * "・" is not one of them: it joins the words of a name, in URLs as well.
 */
const END =
  /[—‘-‟…]|(?=[\p{P}\p{S}])[\u3000-\u303F\uFE10-\uFE6F\uFF01-\uFF64]/u;

function changeSyntax(this: Processor) {
  const { micromarkExtensions: extensions = [] } = this.data() as Data;
  for (const { text } of extensions) {
    for (const code in text) {
      text[code] = [text[code]!]
        .flat()
        .map((construct) =>
          URL_NAMES.has(construct.name) ? endingEarly(construct) : construct,
        );
    }
  }
  extensions.push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(gfm));
}

/** What remark-gfm calls the syntax of bare URLs. */
const URL_NAMES = new Set<unknown>(["protocolAutolink", "wwwAutolink"]);

/**
 * The same construct, which takes full-width punctuation for the end of the text.
 * micromark has no option for it, and a later step would be too late: marks and other
 * URLs within what was parsed as one URL are not found again.
 */
function endingEarly(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let real: Code;
      let done = false;
      const reading =
        (state: State): State =>
        (code) => {
          real = code;
          const next = state(isEnd(code) ? null : code);
          return next && !done ? reading(next) : next;
        };
      // What follows the construct, or a part of it, gets the real code.
      const returning = (inner: Construct): Construct => ({
        ...inner,
        tokenize(_, ok, nok) {
          return inner.tokenize.call(
            this,
            within,
            () => ok(real),
            () => nok(real),
          );
        },
      });
      const within: Effects = {
        ...effects,
        attempt: (inner, ...states) =>
          effects.attempt(returning(inner as Construct), ...states),
        check: (inner, ...states) =>
          effects.check(returning(inner as Construct), ...states),
      };
      const leaving =
        (state: State): State =>
        (code) => {
          done = true;
          return state(code);
        };
      return reading(
        returning(construct).tokenize.call(
          this,
          within,
          leaving(ok),
          leaving(nok),
        ),
      );
    },
  };
}

function isEnd(code: Code): boolean {
  return code !== null && code > 0x2000 && END.test(String.fromCharCode(code));
}

/**
 * remark-gfm looks for more URLs in the texts of the tree, after "：" and within
 * brackets. It finds none that extends into the next text node, so texts are split
 * where a URL must end.
 */
function splitTexts(this: Processor) {
  const data: Data = this.data();
  (data.fromMarkdownExtensions ??= []).push({ transforms: [splitIn] });
}

function splitIn(node: Node) {
  if (!node.children) return;
  node.children = node.children.flatMap<Node>((child) => {
    splitIn(child);
    return child.type === "text" && /www\.|:\/\//i.test(child.value!)
      ? child.value!.split(BEFORE_END).map((value) => ({ type: "text", value }))
      : child;
  });
}

const BEFORE_END = new RegExp(`(?=${END.source})`, "u");
