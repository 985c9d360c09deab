import { render, screen, waitFor } from "@testing-library/react";
import imports from "lucide-react/dynamicIconImports.mjs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import groups from "virtual:lucide";
import { expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

function show(...names: string[]) {
  const onError = vi.fn();
  const { container } = render(
    <WidgetRenderer
      widget={{
        type: "Row",
        children: [
          ...names.map((name): WidgetNode => ({ type: "Icon", name })),
          { type: "Text", value: "After the icons" },
        ],
      }}
      onError={onError}
    />,
  );
  return { container, onError };
}

test("the groups have every name of lucide, aliases included", async () => {
  const loaded = await Promise.all(groups.map(({ load }) => load()));
  const names = loaded.flatMap(({ default: icons }) => Object.keys(icons));
  expect(names).toEqual(Object.keys(imports).sort());
  expect(names).toEqual(
    expect.arrayContaining(["house", "home", "circle-alert", "alert-circle"]),
  );
});

test("a name is in the last group that does not begin after it", async () => {
  for (const [index, { first, load }] of groups.entries()) {
    const names = Object.keys((await load()).default);
    expect(names[0]).toBe(first);
    const next = groups[index + 1]?.first;
    if (next) expect(names.at(-1)! < next).toBe(true);
  }
});

test.each([
  "rocket", // paths
  "compass", // a circle
  "database", // an ellipse
  "credit-card", // a rect and a line
  "palette", // circles that are filled
  "home", // an alias of house
  "a-arrow-down", // the first name
  "zoom-out", // the last name
] as const)("lucide:%s has the shapes of lucide's component", async (name) => {
  const { container, onError } = show(`lucide:${name}`);
  await waitFor(() =>
    expect(container.querySelector(`.lucide-${name}`)).toBeInTheDocument(),
  );
  const { default: Original } = await imports[name]();
  const original = document.createElement("div");
  original.innerHTML = renderToStaticMarkup(createElement(Original));
  const [ours, theirs] = [container, original].map((element) =>
    element.querySelector("svg"),
  );
  expect(ours!.innerHTML).toBe(theirs!.innerHTML);
  for (const attribute of [
    "viewBox",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
  ]) {
    expect(ours).toHaveAttribute(attribute, theirs!.getAttribute(attribute)!);
  }
  expect(ours).toHaveAttribute("aria-hidden", "true");
  expect(onError).not.toHaveBeenCalled();
});

test.each([
  ["no name", ""],
  ["what comes before the first name", "-"],
  ["another case", "Rocket"],
  ["a space at the end", "rocket "],
  ["a path", "../x"],
  ["a second prefix", "lucide:rocket"],
  ["an index", "0"],
  ["the prototype", "__proto__"],
  ["its constructor", "constructor"],
  ["a method of it", "toString"],
  ["what comes after the last name", "zzz"],
  ["an emoji", "\u{1f680}"],
  ["a long text", "a".repeat(100_000)],
])("%s is reported as unknown and leaves no box", async (_, name) => {
  const { container, onError } = show(`lucide:${name}`);
  await waitFor(() => {
    expect(container.querySelector(".wr-Icon")).toBeNull();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "unknown-icon", path: "/children/0" }),
    );
  });
  expect(screen.getByText("After the icons")).toBeVisible();
});
