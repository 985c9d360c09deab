import type { Action, ActionContext } from "../index.js";

/** An action as one line of the Actions panel; the handler is the name before it. */
export function describeAction(
  action: Action,
  { formValues }: Pick<ActionContext, "formValues">,
): string {
  const { type, payload } = action;
  return [
    type,
    ...(isEmpty(payload) ? [] : [`payload ${JSON.stringify(payload)}`]),
    ...(isEmpty(formValues) ? [] : [`form ${JSON.stringify(formValues)}`]),
  ].join(" · ");
}

function isEmpty(value: unknown): boolean {
  return (
    value == null ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}
