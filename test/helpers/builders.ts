import type { WidgetNode } from "../../src/index.js";

/** A form whose action shows no loading state, so that it can be sent again at once. */
export const form = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "save", loadingBehavior: "none" },
  children,
});

/** The submit button of a form. */
export const send: WidgetNode<"Button"> = {
  type: "Button",
  label: "Send",
  submit: true,
};

export const input = (
  name: string,
  more?: Partial<WidgetNode<"Input">>,
): WidgetNode => ({ type: "Input", name, ...more });

/** JSON of a component that only the test's host knows. */
export const custom = (json: object) => json as unknown as WidgetNode;

/** JSON as a server sends it again: equal, but no object is the same. */
export const fresh = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A Card that is a form, whose action the test does not need. */
export const formCard = (...children: WidgetNode[]): WidgetNode => ({
  type: "Card",
  asForm: true,
  children,
});
