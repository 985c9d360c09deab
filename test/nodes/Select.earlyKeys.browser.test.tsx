import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { keysComeAt } from "../helpers/press.js";
import { renderField } from "../helpers/select.js";
import "../../src/styles/index.css";

/** The code that handles keys arrives when a test says so. */
const code = vi.hoisted(() => {
  const later = { arrive: () => {}, arrived: Promise.resolve() };
  later.arrived = new Promise((resolve) => (later.arrive = resolve));
  return later;
});

vi.mock(import("../../src/nodes/Select/SelectField.js"), async (original) => {
  await code.arrived;
  return original();
});

afterEach(() => vi.restoreAllMocks());

const options = [
  { value: 1, label: "New York" },
  { value: 2, label: "New Delhi" },
  { value: 3, label: "Oslo" },
];

/** Keys, and what they do to a closed Select: its value, and whether it is open. */
const cases: [keys: string, chosen: string | undefined, open: boolean][] = [
  ["new d", "2", false],
  ["n", "1", false],
  // The same letter again goes on to the next.
  ["nn", "2", false],
  // No option goes on with a blank.
  ["o ", "3", true],
  ["o{ArrowDown}", "3", true],
  ["x", undefined, false],
  ["o{Backspace}", undefined, false],
  ["o{Backspace}n", "1", false],
  // Enter submits, as in a native select, and the letters before it count.
  ["o{Enter}", "3", false],
  // The focus goes on: what was typed counts, and nothing opens.
  ["o{Tab}", "3", false],
  ["o {Tab}", "3", false],
];

async function type(keys: string) {
  keysComeAt(5_000);
  const sendAction = vi.fn();
  const { container, unmount } = await renderField(
    { options, clearable: true },
    { sendAction },
  );
  const trigger = container.querySelector<HTMLElement>("[role=combobox]")!;
  trigger.focus();
  await userEvent.keyboard(keys);
  return { sendAction, container, trigger, unmount };
}

async function check(
  { sendAction, container, trigger, unmount }: Awaited<ReturnType<typeof type>>,
  [keys, chosen, open]: (typeof cases)[number],
) {
  const value = () =>
    container.querySelector<HTMLInputElement>("input[name=plan]")?.value;
  await expect.poll(value, { message: keys }).toBe(chosen);
  await expect
    .poll(() => trigger.getAttribute("aria-expanded"), { message: keys })
    .toBe(String(open));
  const sent = sendAction.mock.calls.map(
    ([action]) => (action as { payload: { plan: string } }).payload.plan,
  );
  expect(sent, keys).toEqual(keys.includes("Enter") ? [chosen] : []);
  await unmount();
}

describe("keys on a closed Select", () => {
  test("before its code has come: they do the same once it has", async () => {
    const [, ...others] = cases;
    const fields: [Awaited<ReturnType<typeof type>>, (typeof cases)[number]][] =
      [];
    // The last one keeps the focus: only that one may open.
    for (const one of [...others, cases[0]!, ["o ", "3", true] as const]) {
      const typed = await type(one[0]);
      fields.push([typed, [one[0], one[1], false]]);
    }
    expect(document.querySelector("input[type=hidden]")).toBeNull();
    code.arrive();
    fields.at(-1)![1][2] = true;
    for (const [typed, one] of fields.reverse()) await check(typed, one);
  });

  test.each(cases)("%s chooses %s", async (...one) => {
    await check(await type(one[0]), one);
  });
});
