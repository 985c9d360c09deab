// @vitest-environment node
import { Writable } from "node:stream";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { describe, beforeAll, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

// As the `imports` of package.json choose on a server.
const chosen = vi.hoisted(
  () => ({}) as typeof import("../../src/nodes/load.server.js"),
);
vi.mock("../../src/nodes/load.js", () => ({
  loadChart: () => chosen.loadChart(),
  loadMarkdown: () => chosen.loadMarkdown(),
}));
beforeAll(async () => {
  Object.assign(chosen, await import("../../src/nodes/load.server.js"));
});

const widget: WidgetNode = {
  type: "Card",
  children: [
    { type: "Markdown", value: "Some **bold** words" },
    {
      type: "Chart",
      data: [{ x: "Mon", y: 1200 }],
      series: [{ type: "bar", dataKey: "y", label: "Sales" }],
      xAxis: "x",
    },
    {
      type: "Select",
      name: "seat",
      defaultValue: "a",
      options: [{ value: "a", label: "Aisle" }],
    },
    { type: "DatePicker", name: "day", defaultValue: "2026-03-08" },
    { type: "Icon", name: "lucide:rocket" },
  ],
};

const element = <WidgetRenderer locale="en-US" widget={widget} />;

const streamed = () =>
  new Promise<string>((resolve, reject) => {
    let html = "";
    const { pipe } = renderToPipeableStream(element, {
      onAllReady: () =>
        pipe(
          new Writable({
            write(chunk, _, done) {
              html += String(chunk);
              done();
            },
            final(done) {
              resolve(html);
              done();
            },
          }),
        ),
      onError: reject,
    });
  });

describe("a server", () => {
  test.each([
    ["renderToString", () => renderToString(element)],
    ["renderToPipeableStream", streamed],
  ])(
    "%s gives all parts at once, and no boundary that failed",
    async (_, html) => {
      const text = await html();
      // What React makes the browser render again, and reports.
      expect(text).not.toContain("<!--$!-->");
      // What comes later in the stream.
      expect(text).not.toContain("<!--$?-->");
      expect(text).toMatch(/<strong[^>]*>bold<\/strong>/);
      expect(text).toContain("1,200");
      expect(text).toContain("Aisle");
      expect(text).toContain("Mar 8, 2026");
    },
  );
});
