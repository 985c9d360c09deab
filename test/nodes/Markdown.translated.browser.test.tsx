import { describe, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import {
  failOnFaults,
  renderWidget,
  textOf,
  textsBesideOthers,
  translate,
  markdown,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

failOnFaults();

/** Most of what Markdown knows, with texts beside elements in all of it. */
const LONG_MARKDOWN = `# A *first* heading

Some **strong** and *stressed* words, ~~struck~~ ones, \`code\` and a
[link](https://example.com/a) beside [no link](javascript:alert(1)).
**Two**
*lines*, a break\\
and more.

- one
- two **three** four
  - nested *item*
- [x] done \`x\` and [ ] not

1. loose

   item with [a link](/b) in it

> quoted **words** and
> more

| A *b* | C |
| - | -: |
| d **e** f | ![no picture](javascript:a) g |

<b>HTML</b> as text, <i>inline</i>

<div>and as a block</div>

\`\`\`js
const i = "j";
\`\`\`

A note[^1] and another[^2].

[^1]: the *first* one
[^2]: the second`;

describe("Markdown on a translated page", () => {
  test("it is whole at each moment while it grows", async () => {
    // In steps that end in the middle of words and of marks.
    const steps = Array.from(
      { length: Math.ceil(LONG_MARKDOWN.length / 9) },
      (_, i) => LONG_MARKDOWN.slice(0, (i + 1) * 9),
    );
    const wanted: string[] = [];
    const plain = await renderWidget(markdown("…", true));
    for (const step of steps) {
      await plain.update(markdown(step, true));
      wanted.push(textOf(plain.element));
    }
    await cleanup();
    const { element, update } = await renderWidget(markdown("…", true));
    const shown: string[] = [];
    for (const step of steps) {
      translate();
      await update(markdown(step, true));
      shown.push(textOf(element));
    }
    expect(shown).toEqual(wanted);
    await update(markdown(LONG_MARKDOWN));
    expect(textOf(element)).toContain("another2.");
    await cleanup();
    const whole = await renderWidget(markdown(LONG_MARKDOWN));
    expect(textsBesideOthers(whole.element)).toEqual([]);
  });

  test("a change everywhere shows the new words alone", async () => {
    const { element, update } = await renderWidget(markdown(LONG_MARKDOWN));
    const others = LONG_MARKDOWN.replaceAll(
      /(?<![\w:/.])[a-z]{3,}\b/g,
      (word) => word.toUpperCase(),
    );
    translate();
    await update(markdown(others));
    const shown = textOf(element);
    expect(shown).toContain("STRONG AND STRESSED WORDS, STRUCK ONES");
    translate();
    await update(markdown("all **of it** is gone"));
    expect(textOf(element)).toBe("all of it is gone");
    translate();
    await update(markdown("plain"));
    expect(textOf(element)).toBe("plain");
    await cleanup();
    expect(shown).toBe(textOf((await renderWidget(markdown(others))).element));
  });
});
