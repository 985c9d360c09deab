import { describe, expect, test } from "vitest";
import {
  createWidgetStream,
  parsePartialWidget,
  type Part,
} from "../../src/stream/index.js";
import { partsOf, replies, textOf } from "../helpers/replies.js";
import { checkGrowth } from "../helpers/growth.js";

test("there are enough replies, each with a name", () => {
  expect(replies.length).toBeGreaterThanOrEqual(40);
  expect(new Set(replies.map(({ name }) => name)).size).toBe(replies.length);
});

describe.each(replies)("$name", (reply) => {
  const text = textOf(reply);

  test("gives its texts and widgets at once", () => {
    expect(whole([text])).toEqual(partsOf(reply));
  });

  test("gives them by characters", () => {
    expect(whole(text.split(""))).toEqual(partsOf(reply));
  });

  test("grows, at every cut", () => {
    const stream = createWidgetStream();
    let before: readonly Part[] = [];
    for (let cut = 1; cut <= text.length; cut++) {
      stream.push(text[cut - 1]!);
      const { parts } = stream.getSnapshot();
      expect(parts).toEqual(parsePartialWidget(text.slice(0, cut)).parts);
      checkGrowth(before, parts, partsOf(reply));
      before = parts;
    }
    stream.end();
    checkGrowth(before, stream.getSnapshot().parts, partsOf(reply));
  });

  test("ends at every cut without more than was there", () => {
    for (let cut = 1; cut < text.length; cut++) {
      const stream = createWidgetStream();
      stream.push(text.slice(0, cut));
      const before = stream.getSnapshot().parts;
      stream.end();
      const { parts, status } = stream.getSnapshot();
      expect(status).toBe("done");
      const widgets = (of: readonly Part[]) =>
        of.flatMap((part) => (part.type === "widget" ? [part.widget] : []));
      expect(widgets(parts)).toEqual(widgets(before));
      for (const part of parts) {
        if (part.type === "widget") expect(part.complete).toBe(true);
      }
    }
  });
});

function whole(chunks: readonly string[]): readonly Part[] {
  const stream = createWidgetStream();
  for (const chunk of chunks) stream.push(chunk);
  stream.end();
  return stream.getSnapshot().parts;
}
