import { describe, expect, test } from "vitest";
import { server } from "vitest/browser";
import { color, type ColorContext } from "../../src/core/style/color.js";
import { length, ratio, space, spacing } from "../../src/core/style/spacing.js";
import type { StyleContext } from "../../src/core/style/value.js";
import { supports } from "../../src/schema/supports.js";

type Read = (value: string, context: StyleContext) => void;

const UNITS =
  "px em rem ex ch lh rlh ic cap rex rch vw vh vi vb vmin vmax svw svh lvw lvh dvw dvh cqw cqh cqi cqb cqmin cqmax cm mm q in pt pc %".split(
    " ",
  );

const lengths = [
  ...UNITS.flatMap((unit) => [`3${unit}`, `-1.5${unit}`]),
  ..."0 12 -3 1.5 .5px 1.px 1e3px +2px 12dp 1x wide 12PX 50%px".split(" "),
  ..."auto none normal stretch content inherit initial unset revert".split(" "),
  ..."min-content max-content fit-content fit-content(20px)".split(" "),
  ..."calc(1px + 2%) min(1px, 2em) max(1px) clamp(1px, 2vw, 3px)".split(
    / (?=\w+\()/,
  ),
  "var(--a)",
  "calc(1px +2px)",
  "1px 2px",
  "1px 2px 3px 4px",
  "1px 2px 3px 4px 5px",
  "1px, 2px",
  "1px/2px",
  "16/9",
  "16 / 9",
  "auto 16/9",
  "1/2/3",
  "1 1 0",
  "1 1 auto",
  "0 0 20px",
  "2 2",
  "1 1 1 1",
  "1 0 calc(50% - 4px)",
  "solid",
  "red",
];

const colors = [
  ..."red Red tan transparent currentcolor CurrentColor rebeccapurple reddish canvas canvastext ButtonFace linktext accentcolor".split(
    " ",
  ),
  ..."#fff #ffff #ffffff #ffffffff #ff #fffff #ggg fff".split(" "),
  "rgb(1 2 3)",
  "rgb(1, 2, 3, 50%)",
  "rgba(1,2,3,.5)",
  "hsl(120deg 50% 50% / 0.5)",
  "hwb(120 10% 10%)",
  "lab(50% 1 1)",
  "lch(50% 1 1)",
  "oklab(0.5 0.1 0.1)",
  "oklch(0.5 0.1 20)",
  "color(display-p3 1 0 0)",
  "color-mix(in srgb, red 20%, blue)",
  "light-dark(red, blue)",
  "var(--brand)",
  "rgb(1 2",
  "rgb(1 2 3))",
  "red blue",
  "red, blue",
  "inherit",
  "none",
  "12px",
  "linear-gradient(red, blue)",
  "linear-gradient(90deg, rgb(1 2 3) 10%, #fff)",
  "radial-gradient(circle at top, red, blue)",
  "repeating-conic-gradient(red 0 10deg, blue 0 20deg)",
  "linear-gradient(red, blue), linear-gradient(blue, red)",
  "linear-gradient(red, blue) no-repeat center",
  "linear-gradient(red, blue) center / cover",
  "linear-gradient(red, blue) 0 0 / auto 50% red",
  ..."0 1 -1 1.5 50% auto cover contain 16/9 top".split(" "),
  "1 1",
  "0 0",
  "blur(2px)",
];

const read: Record<string, [values: string[], Read]> = {
  width: [lengths, (value, context) => length(value, context, "width")],
  maxWidth: [lengths, (value, context) => length(value, context, "maxWidth")],
  gap: [lengths, (value, context) => space(value, context, "gap")],
  spacing: [lengths, (value, context) => space(value, context, "spacing")],
  padding: [lengths, (value, context) => spacing("padding", value, context)],
  margin: [lengths, (value, context) => spacing("margin", value, context)],
  flex: [lengths, (value, context) => ratio(value, context, "flex")],
  aspectRatio: [
    lengths,
    (value, context) => ratio(value, context, "aspectRatio"),
  ],
  ...Object.fromEntries(
    (["text", "surface", "border", "chart"] satisfies ColorContext[]).map(
      (kind) => [
        `colour of a ${kind}`,
        [
          colors,
          (value: string, context: StyleContext) =>
            color(
              value,
              kind,
              context,
              kind === "surface" ? "background" : "color",
            ),
        ] satisfies [string[], Read],
      ],
    ),
  ),
};

function accepts(value: string, readValue: Read, context: StyleContext) {
  let isRight = true;
  const refuse = () => {
    isRight = false;
  };
  readValue(value, { ...context, wrong: refuse, blocked: refuse });
  return isRight;
}

describe.each(Object.entries(read))("%s", (_, [values, readValue]) => {
  // The schema takes what the newest browsers take, and others lack some of it.
  test.skipIf(server.browser !== "chromium")(
    "takes in the schema what it takes in the browser",
    () => {
      const different = values.filter(
        (value) =>
          accepts(value, readValue, { supports }) !==
          accepts(value, readValue, {}),
      );
      expect(different).toEqual([]);
    },
  );
});
