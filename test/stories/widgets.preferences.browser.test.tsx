import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { server } from "vitest/browser";
import { faintTexts } from "../helpers/contrast.js";
import { emulate } from "../helpers/emulate.js";
import { loaded } from "../helpers/loaded.js";
import { button, find, rootElement } from "../helpers/queries.js";
import { slowHandler } from "../helpers/slowHandler.js";
import { storyWidgets } from "../helpers/storyWidgets.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const schemes = ["light", "dark"] as const;

/** What a fill or an edge makes a control. Rows, disclosures and editable texts have neither. */
const CONTROLS =
  ".wr-Button, .wr-Control, .wr-Trigger, .wr-Checkbox-input, .wr-RadioGroup-input";

/** Controls without an edge in the user's colours, in which fills are gone. */
function withoutEdge(root: Element): string[] {
  return [...root.querySelectorAll(CONTROLS)]
    .filter((control) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(control);
      return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
    })
    .map((control) => control.outerHTML.slice(0, 160));
}

/** What still moves, and how. */
function moving(root: Element): string[] {
  return [...root.querySelectorAll("*")]
    .flatMap((element) =>
      [null, "::before", "::after"].map(
        (part) => [element, part, getComputedStyle(element, part)] as const,
      ),
    )
    .filter(
      ([, , style]) =>
        /[1-9]/.test(style.transitionDuration) ||
        // One that follows a scroll shows where a text is cut, and moves nothing.
        (style.animationName !== "none" &&
          style.getPropertyValue("animation-timeline") === "auto"),
    )
    .map(
      ([element, part, { animationName, transitionDuration }]) =>
        `${element.getAttribute("class")}${part ?? ""}: ${animationName} ${transitionDuration}`,
    );
}

describe.skipIf(server.browser !== "chromium")("what the user prefers", () => {
  afterEach(() => emulate({}));

  describe.each(schemes)("forced colours, %s", (scheme) => {
    beforeEach(() =>
      emulate({ "forced-colors": "active", "prefers-color-scheme": scheme }),
    );

    test.for(storyWidgets)(
      "%s is readable, and its controls have an edge",
      async ([, widget]) => {
        await render(
          <div style={{ background: "Canvas" }}>{widgetElement(widget)}</div>,
        );
        await loaded();
        expect(matchMedia("(forced-colors: active)").matches).toBe(true);
        expect(faintTexts(rootElement())).toEqual([]);
        expect(withoutEdge(rootElement())).toEqual([]);
      },
    );
  });

  describe("reduced motion", () => {
    beforeEach(() => emulate({ "prefers-reduced-motion": "reduce" }));

    test("a spinner turns slowly: at rest it would show that nothing runs", async () => {
      await render(
        widgetElement(
          {
            type: "Button",
            label: "Go",
            onClickAction: { type: "go", loadingBehavior: "self" },
          },
          { onAction: slowHandler(false).handler },
        ),
      );
      await button("Go").click();
      await expect.poll(() => find(".wr-Spinner")).not.toBeNull();
      expect(moving(rootElement())).toEqual(["null: wr-spin 0s"]);
      const turning = document.getAnimations();
      expect(turning.map(({ effect }) => effect!.getTiming().duration)).toEqual(
        [4_000],
      );
    });

    test.for(storyWidgets)("nothing in %s moves", async ([, widget]) => {
      await render(widgetElement(widget));
      await loaded();
      expect(moving(rootElement())).toEqual([]);
    });
  });
});
