import { StrictMode } from "react";
import { vi } from "vitest";
import { page } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

export const text = (value: string, key?: string): WidgetNode => ({
  type: "Text",
  key,
  value,
});

export const tall = (key: string): WidgetNode => ({
  type: "Box",
  key,
  height: 120,
  children: { type: "Text", value: `tall ${key}` },
});

export const transitionElement = (child: WidgetNode | null) => (
  <StrictMode>
    <WidgetRenderer
      widget={{
        type: "Col",
        children: [
          { type: "Text", value: "above" },
          { type: "Transition", children: child },
          { type: "Text", value: "below" },
        ],
      }}
    />
  </StrictMode>
);

export const transition = () =>
  document.querySelector<HTMLElement>(".wr-Transition");

export const running = () =>
  transition()?.getAnimations({ subtree: true }).length ?? 0;

export const top = (name: string) =>
  page.getByText(name, { exact: true }).element().getBoundingClientRect().top;

/** Shows the page as it is after `part` of the animations. */
export function advance(part: number) {
  for (const animation of transition()!.getAnimations({ subtree: true })) {
    const { duration } = animation.effect!.getComputedTiming();
    animation.currentTime = Number(duration) * part;
  }
}

export function finish() {
  for (const animation of transition()!.getAnimations({ subtree: true })) {
    animation.finish();
  }
}

/** Animations wait for the test: what it sees must not depend on when it looks. */
export function pauseAnimations() {
  const { animate } = Element.prototype;
  vi.spyOn(Element.prototype, "animate").mockImplementation(function (
    this: Element,
    ...args
  ) {
    const animation = animate.apply(this, args);
    animation.pause();
    return animation;
  });
}
