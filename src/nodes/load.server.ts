/**
 * What `load.ts` loads, imported at once: `renderToString` cannot wait for it. The
 * package's `imports` choose between the two files (`vite.config.ts`).
 */
import * as chart from "./Chart/ChartBody.js";
import * as markdown from "./Markdown/MarkdownBody.js";

export function loadChart() {
  return ready(chart);
}

export function loadMarkdown() {
  return ready(markdown);
}

/** Like a promise, but it calls back at once, so React renders the part without waiting. */
function ready<T>(value: T): PromiseLike<T> {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- React needs nothing but `then`
    then: (done) => ready(done ? done(value) : value) as PromiseLike<never>,
  };
}
