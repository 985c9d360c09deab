/** The parts whose code is large. On a server it is `load.server.ts` instead. */

export function loadChart() {
  return import("./Chart/ChartBody.js");
}

export function loadMarkdown() {
  return import("./Markdown/MarkdownBody.js");
}
