// @vitest-environment node
import { describe, expect, test } from "vitest";
import * as messages from "../../src/core/messages.js";

const long = "x".repeat(300);
const causes =
  "JSON as text needs JSON.parse first, a .widget file renderWidgetTemplate.";

describe("a message says what happened, what follows, and what to do, in one length", () => {
  test.each([
    [
      messages.noNode([]),
      `A widget is an object with a "type"; a list is not, and nothing is rendered for it. ${causes}`,
    ],
    [
      messages.noType(3),
      `A node needs a "type", which is 3 here; its children are rendered instead. ${causes}`,
    ],
    [
      messages.unknownType(long),
      `No component renders nodes of type "${long.slice(0, 80)}"; its children are rendered instead. Pass one in "components", or correct the type.`,
    ],
    [
      messages.lostNodes(long),
      `"${long.slice(0, 80)}" is not all rendered: nodes, and a text as a Text, are "children" of a container, one in a Transition.`,
    ],
    [
      messages.limitExceeded("depth", 64),
      'The widget exceeds the limit of 64 for "depth"; a notice replaces the rest. Send less, or raise "limits".',
    ],
    [
      messages.blockedStyle("width", long),
      `The value of "width" was ignored because it may load a resource or break out of its property: "${long.slice(0, 119)}. Use a plain CSS value.`,
    ],
    [
      messages.blockedUrl("link", long, "href", true),
      `The link "${long.slice(0, 120)}" of "href" is not shown: its scheme is not allowed.`,
    ],
    [
      messages.blockedUrl("image", "a", "src", false),
      'The image "a" of "src" is not shown: "transformUrl" refused it.',
    ],
    [
      messages.unknownIcon(long),
      `No icon is named "${long.slice(0, 80)}", so none is shown. Use one of ChatKit's, "lucide:<name>", or one in "icons".`,
    ],
    [
      messages.reversedDates({ min: "2026-02-01", max: "2026-01-01" }),
      '"min" is later than "max", so each applies as the other: the dates from 2026-02-01 to 2026-01-01 can be picked.',
    ],
    [
      messages.missingProp("label", ["type", "text"], "text"),
      '"label" is missing. "text" should be "label".',
    ],
    [
      messages.missingProp("label", ["type", "icon"], undefined),
      '"label" is missing. There is type, icon.',
    ],
    [
      messages.missingProp("label", [long], undefined),
      `"label" is missing. There is ${long.slice(0, 80)}.`,
    ],
  ])("%#", (message, text) => {
    expect(message).toBe(text);
  });
});

test.each<[unknown, messages.NumberRange, string, number | undefined]>([
  ["3.6px", { least: 0 }, "a number from 0 up", 3.6],
  ["3.6px", { least: 1, whole: true }, "a whole number from 1 up", 4],
  [-2, { least: 1 }, "a number from 1 up", 1],
  ["many", { least: 0 }, "a number from 0 up", undefined],
])("%j is wrong for a number: %o", (value, range, kind, nearest) => {
  expect(messages.wrongNumber(value, range)).toEqual([[], kind, nearest]);
});

test("a wrong value comes with what may be there, and the nearest of it", () => {
  expect(messages.wrongValue("size", "large", ["sm", "lg"], "CSS")).toEqual({
    message:
      '"size" is "large", so the default applies. Allowed: sm, lg, CSS. The nearest is "lg".',
    expected: "sm, lg, CSS",
    received: '"large"',
    suggestion: "lg",
  });
  expect(messages.wrongValue("size", {}, ["sm"])).toEqual({
    message:
      '"size" is an object with nothing, so the default applies. Allowed: sm.',
    expected: "sm",
    received: "an object with nothing",
    suggestion: undefined,
  });
  const many = Array.from({ length: 60 }, (_, i) => `w${i}`);
  expect(messages.wrongValue("size", 1, many).expected).toBe(
    many.slice(0, 50).join(", "),
  );
});
