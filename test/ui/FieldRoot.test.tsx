import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

const options = [{ label: "One", value: "1" }];
const fields: WidgetNode[] = [
  { type: "Input", name: "a" },
  { type: "Textarea", name: "a" },
  { type: "Select", name: "a", options },
  { type: "DatePicker", name: "a" },
  { type: "Checkbox", name: "a", label: "One" },
  { type: "RadioGroup", name: "a", options },
  { type: "Text", value: "One", editable: { name: "a" } },
];
function classesOf(node: WidgetNode) {
  const page = document.createElement("div");
  page.innerHTML = renderToString(
    <WidgetRenderer widget={{ type: "Card", children: [node] }} />,
  );
  return Array.from(
    page.querySelectorAll(".wr-Field"),
    (element) => element.className,
  );
}

test.each(fields)("$type has wr-Field on its outermost element", (field) => {
  expect(classesOf(field)).toEqual([`wr-${field.type} wr-Field`]);
});

test("what is no field has none", () => {
  expect(classesOf({ type: "Text", value: "One" })).toEqual([]);
  expect(classesOf({ type: "Button", label: "One" })).toEqual([]);
});
