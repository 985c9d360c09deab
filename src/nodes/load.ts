/** Loads the parts whose code is large. A server uses `load.server.ts` instead. */

export function loadChart() {
  return import("./Chart/ChartBody.js");
}

export function loadMarkdown() {
  return import("./Markdown/MarkdownBody.js");
}
