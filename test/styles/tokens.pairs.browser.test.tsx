import { Fragment } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import tokens from "../../src/styles/tokens.css?raw";
import { contrastOf } from "../helpers/contrast.js";
import { surfaces } from "../helpers/contrastWidgets.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.style.colorScheme = "";
});

/** What lies on what: an ink, and its grounds from the lowest to the one below the ink. */
type Pair = readonly [ink: string, ...grounds: string[]];

const words = (text: string) => text.split(/\s+/);

const on = (inks: string, ...grounds: string[]): Pair[] =>
  words(inks).flatMap((ink) =>
    surfaces.map((surface): Pair => [ink, surface, ...grounds]),
  );

/** Texts: 4.5 to 1. */
const texts: Pair[] = [
  ...on("text-prose text-primary text-emphasis text-secondary text-tertiary"),
  ...on("text-success text-warning text-danger link link-hover placeholder"),
  ...on("placeholder-soft", "control-soft"),
  ...on("text-primary", "control-soft"),
  ...on("text-primary", "control-disabled"),
  ...on("text-primary", "primary-soft"),
  ...on("text-primary", "primary-soft-hover"),
  ...on("text-primary", "primary-soft-active"),
  ["primary-on-solid", "primary-solid"],
  ["primary-on-solid", "primary-solid-hover"],
  ["primary-on-solid", "primary-solid-active"],
];

/** What shows a state, or that there is a control: 3 to 1. */
const marks: Pair[] = [
  ...on("focus focus-danger control-border-invalid control-border-focus"),
  ...on("mark-border mark-border-hover checked primary-solid"),
  ["on-checked", "checked"],
];

/** Edges of what has words as well, and shapes of a chart whose values are also a table. */
const faint = words(
  "control-border control-border-hover primary-border primary-border-hover border-default border-subtle border-strong chart-blue chart-purple chart-orange chart-green chart-red chart-yellow chart-pink",
);

/** What is disabled, for which WCAG asks nothing; and a shadow. */
const exempt = words("text-disabled control-disabled-border shadow-popover");

/** The palette has no use by itself. */
const PALETTE = /^(?:gray|red|orange|yellow|green|blue|purple|pink|alpha)-/;

/** No colours. */
const MEASURES =
  /^(?:density|radius|ease|font|text-scale|z-|spacing)(?:-|$)|^z-/;

const [defaults = ""] = tokens.split("The exact values of OpenAI");
const names = [
  ...new Set(
    Array.from(defaults.matchAll(/^ {2}--wr-([\w-]+):/gm), ([, name]) => name!),
  ),
].filter((name) => !PALETTE.test(name) && !MEASURES.test(name));

const schemes = ["light", "dark"] as const;

/** The contrast of each pair, in a scheme. */
async function contrastsIn(
  scheme: string,
  pairs: readonly Pair[],
  className?: string,
) {
  document.documentElement.style.colorScheme = scheme;
  const { container } = await render(
    <div className={className}>
      {pairs.map(([ink, ...grounds]) => (
        <Fragment key={[ink, ...grounds].join()}>
          {grounds.reduceRight(
            (child, ground) => (
              <div style={{ background: `var(--wr-${ground})` }}>{child}</div>
            ),
            <i style={{ color: `var(--wr-${ink})` }} />,
          )}
        </Fragment>
      ))}
    </div>,
  );
  return [...container.querySelectorAll("i")].map((element, index) => ({
    pair: pairs[index]!.join(" on "),
    contrast: contrastOf(element, getComputedStyle(element).color),
  }));
}

test("each token that is a colour has its pairs, or a reason for none", () => {
  expect(names.length).toBeGreaterThan(45);
  const known = [...texts, ...marks].flat().concat(faint, exempt);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(schemes)("in %s", (scheme) => {
  test.each([
    ["texts", 4.5, texts],
    ["marks", 3, marks],
  ] as const)("%s have a contrast of %d or more", async (_, least, pairs) => {
    const low = (await contrastsIn(scheme, pairs))
      .filter(({ contrast }) => contrast < least)
      .map(({ pair, contrast }) => `${pair}: ${contrast.toFixed(2)}`);
    expect(low).toEqual([]);
  });

  test("the exact colours of the class for them are fainter", async () => {
    const exact = await contrastsIn(scheme, texts, "wr-exact-colors");
    expect(exact.some(({ contrast }) => contrast < 4.5)).toBe(true);
  });

  test("edges of fields and series of charts may be fainter than 3 and series may be fainter", async () => {
    const found = await contrastsIn(scheme, on(faint.join(" ")));
    const low = found.filter(({ contrast }) => contrast < 3);
    const of = (prefix: string) =>
      low.filter(({ pair }) => pair.startsWith(prefix)).length;
    expect(of("control-border ")).toBe(surfaces.length);
    expect(of("chart-") > 0).toBe(true);
  });
});
