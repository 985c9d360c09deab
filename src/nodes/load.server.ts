/**
 * What `load.ts` loads, at hand: `renderToString` cannot wait for anything. The
 * package's `imports` choose between the two (`vite.config.ts`).
 */
import * as chart from "./Chart/ChartBody.js";
import * as markdown from "./Markdown/MarkdownBody.js";

export function loadChart() {
  return ready(chart);
}

export function loadMarkdown() {
  return ready(markdown);
}

/** A promise that never makes anyone wait. */
function ready<T>(value: T): PromiseLike<T> {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- React asks for no more
    then: (done) => ready(done ? done(value) : value) as PromiseLike<never>,
  };
}
