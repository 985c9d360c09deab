import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import { keysComeAt } from "../helpers/press.js";
import "../../src/styles/index.css";

const plans = [
  { value: "starter", label: "Starter", description: "For trying things out" },
  { value: "team", label: "Team" },
  { value: "business", label: "Business" },
  { value: "enterprise", label: "Enterprise", disabled: true },
];

const cities = Array.from({ length: 40 }, (_, i) => ({
  value: `city-${i}`,
  label: ["Málaga", "Oslo", "Riga", "Lyon"][i] ?? `City ${i}`,
}));

type SelectJson = Omit<WidgetNode<"Select">, "type">;

/** A Select with its Label in a form, between two things that take the focus. */
function renderField(
  select: Partial<SelectJson>,
  props?: Partial<WidgetRendererProps>,
) {
  return render(
    <WidgetRenderer
      {...props}
      widget={{
        type: "Form",
        onSubmitAction: { type: "submit" },
        children: [
          { type: "Label", value: "Plan", fieldName: "plan" },
          { type: "Select", name: "plan", options: plans, ...select },
          { type: "Button", label: "After" },
        ],
      }}
    />,
  );
}

const named = (name: string) =>
  page.getByRole("combobox", { name, exact: true });
const field = () => page.getByRole("combobox", { name: "Plan" });
const option = (name: string) => page.getByRole("option", { name });
const value = () =>
  document.querySelector<HTMLInputElement>('input[name="plan"]')?.value;

/** The field takes the focus; keys then go where the focus is. */
async function focusField() {
  await expect.element(field()).toBeEnabled();
  field().element().focus();
  await expect.element(field()).toHaveFocus();
}

test("shows the value, and without one the placeholder", async () => {
  await render(
    <WidgetRenderer
      widget={{
        type: "Col",
        children: [
          { type: "Select", name: "a", options: plans, defaultValue: "team" },
          {
            type: "Select",
            name: "b",
            options: plans,
            placeholder: "Pick a plan",
          },
          { type: "Select", name: "c", options: plans, defaultValue: "none" },
          {
            type: "Select",
            name: "d",
            options: [{ value: 2, label: 2 }],
            defaultValue: 2,
          },
        ],
      }}
    />,
  );
  await expect.element(named("a")).toHaveTextContent("Team");
  await expect.element(named("Pick a plan")).toHaveTextContent("Pick a plan");
  await expect.element(named("c")).toHaveTextContent("Select…");
  await expect.element(named("d")).toHaveTextContent("2");
  expect(document.querySelector('input[name="c"]')).toBeNull();
  expect(document.querySelector('input[name="d"]')).toHaveValue("2");
});

test("by keyboard alone: open, move, choose", async () => {
  const sendAction = vi.fn();
  await renderField(
    { defaultValue: "starter", onChangeAction: { type: "changed" } },
    { sendAction },
  );
  await focusField();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(option("Starter")).toHaveFocus();
  await expect
    .element(option("Starter"))
    .toHaveAttribute("aria-selected", "true");
  await expect
    .element(option("Starter"))
    .toHaveAccessibleName("Starter For trying things out");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  // The last one is disabled.
  await expect.element(option("Business")).toHaveFocus();
  await userEvent.keyboard("{Home}{ArrowDown}{Enter}");
  await expect.element(field()).toHaveFocus();
  await expect.element(field()).toHaveTextContent("Team");
  await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  expect(value()).toBe("team");
  expect(sendAction).toHaveBeenCalledTimes(1);
});

test("Escape, Tab and a click outside close it without a choice", async () => {
  await renderField({ defaultValue: "team" });
  await focusField();
  await userEvent.keyboard(" ");
  await expect.element(option("Team")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{Escape}");
  await expect.element(field()).toHaveFocus();

  await userEvent.keyboard("{ArrowUp}");
  await expect.element(option("Team")).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect
    .element(page.getByRole("button", { name: "After" }))
    .toHaveFocus();
  await expect.element(option("Team")).not.toBeInTheDocument();

  await field().click();
  await expect.element(option("Team")).toHaveFocus();
  await userEvent.click(document.documentElement, {
    position: { x: 700, y: 500 },
  });
  await expect.element(field()).toHaveFocus();
  expect(value()).toBe("team");
});

test("the mouse opens, chooses, and closes by the field itself", async () => {
  await renderField({});
  await field().click();
  await option("Business").click();
  await expect.element(field()).toHaveTextContent("Business");
  await field().click();
  await expect.element(option("Business")).toBeVisible();
  const { x, y, width, height } = document
    .querySelector(".wr-Trigger")!
    .getBoundingClientRect();
  await userEvent.click(document.documentElement, {
    position: { x: x + width / 2, y: y + height / 2 },
  });
  await expect.element(option("Business")).not.toBeInTheDocument();
  await expect.element(field()).toHaveAttribute("aria-expanded", "false");
});

test.each<[string, (label: Locator) => unknown]>([
  ["of the mouse", (label) => label.click()],
  // Its place and count are those that WebKit reports for every such click.
  ["of a script", (label) => (label.element() as HTMLElement).click()],
])(
  "a click %s on the Label focuses the field, as with a native select",
  async (_, click) => {
    await renderField({});
    await click(page.getByText("Plan"));
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  },
);

test("a click of a script, which has no place, opens it", async () => {
  await renderField({});
  await focusField();
  field()
    .element()
    .dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
  await expect.element(option("Starter")).toBeVisible();
});

test("what lies behind the list is out of reach until it closes", async () => {
  const { container } = await renderField({});
  await field().click();
  await expect.element(option("Starter")).toHaveFocus();
  await expect.poll(() => container.closest("[inert]")).not.toBeNull();
  await userEvent.keyboard("{Escape}");
  await expect.element(field()).toHaveFocus();
  expect(container.closest("[inert], [aria-hidden]")).toBeNull();
});

test("a choice in the list reports nothing but its action", async () => {
  const onChange = vi.fn();
  document.addEventListener("change", onChange);
  const sendAction = vi.fn();
  await renderField({ onChangeAction: { type: "changed" } }, { sendAction });
  await field().click();
  await expect.element(option("Starter")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  await option("Business").click();
  await expect.element(field()).toHaveTextContent("Business");
  // A form of the host's is reset while the list is open.
  await field().click();
  await expect.element(option("Business")).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  document.querySelector("form")?.dispatchEvent(new Event("reset"));
  await userEvent.keyboard("{Escape}");
  await expect.element(field()).toHaveFocus();
  document.removeEventListener("change", onChange);
  expect(onChange).not.toHaveBeenCalled();
  expect(sendAction).toHaveBeenCalledTimes(1);
});

test("the list scrolls while the page behind it does not", async () => {
  const options = Array.from({ length: 40 }, (_, i) => ({
    value: i,
    label: `${i} lines`,
  }));
  await renderField({ options, searchable: false });
  await field().click();
  await expect.element(option("0 lines").first()).toHaveFocus();
  const wheel = (element: Element) =>
    element.dispatchEvent(
      new WheelEvent("wheel", {
        bubbles: true,
        cancelable: true,
        composed: true,
        deltaY: 50,
      }),
    );
  await expect.poll(() => wheel(document.body)).toBe(false);
  expect(wheel(option("39 lines").element())).toBe(true);
});

test("Enter does not open: it submits the form as in a text field", async () => {
  const sendAction = vi.fn();
  await renderField({ defaultValue: "team" }, { sendAction });
  await focusField();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(sendAction).toHaveBeenCalledTimes(1));
  expect(sendAction.mock.lastCall?.[0]).toMatchObject({ type: "submit" });
  await expect.element(field()).toHaveAttribute("aria-expanded", "false");
});

afterEach(() => vi.restoreAllMocks());

test("typing on the closed field changes the value, as on a native select", async () => {
  keysComeAt(5_000);
  const sendAction = vi.fn();
  await renderField(
    {
      options: [
        { value: 1, label: "New York" },
        { value: 2, label: "New Delhi" },
        { value: 3, label: "Århus" },
      ],
      onChangeAction: { type: "changed" },
    },
    { sendAction },
  );
  await focusField();
  await userEvent.keyboard("new d");
  await expect.element(field()).toHaveTextContent("New Delhi");
  await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  expect(value()).toBe("2");
  expect(sendAction).toHaveBeenCalledTimes(2);
  // After a pause another word begins.
  keysComeAt(6_000);
  await userEvent.keyboard("n");
  await expect.element(field()).toHaveTextContent("New York");
});

test("typing in the open list moves to what begins so", async () => {
  await renderField({});
  await focusField();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(option("Starter")).toHaveFocus();
  await userEvent.keyboard("b");
  await expect.element(option("Business")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(field()).toHaveTextContent("Business");
});

test("is emptied by its button and by Delete", async () => {
  const sendAction = vi.fn();
  await renderField(
    {
      defaultValue: "team",
      clearable: true,
      onChangeAction: { type: "changed" },
    },
    { sendAction },
  );
  const clear = page.getByRole("button", { name: "Clear Plan Team" });
  await clear.click();
  await expect.element(field()).toHaveTextContent("Select…");
  await expect.element(field()).toHaveFocus();
  await expect.element(clear).not.toBeInTheDocument();
  expect(value()).toBeUndefined();
  await userEvent.keyboard("t");
  await expect.element(field()).toHaveTextContent("Team");
  await userEvent.keyboard("{Delete}");
  await expect.element(field()).toHaveTextContent("Select…");
  expect(sendAction).toHaveBeenCalledTimes(3);
});

test("empty and equal values are values like others", async () => {
  await renderField({
    options: [
      { value: "", label: "Nobody" },
      { value: "x", label: "First" },
      { value: "x", label: "Second" },
      null as never,
      { label: "No value" } as never,
    ],
  });
  await field().click();
  await option("Nobody").click();
  await expect.element(field()).toHaveTextContent("Nobody");
  expect(value()).toBe("");
  await field().click();
  await option("Second").click();
  expect(value()).toBe("x");
  await field().click();
  await option("No value").click();
  expect(value()).toBe("No value");
});

test("more than 15 options are searched, without regard to accents and case", async () => {
  await renderField({ options: cities, defaultValue: "city-20" });
  const search = page.getByRole("combobox", { name: "Search" });
  await focusField();
  await userEvent.keyboard(" ");
  await expect.element(search).toHaveFocus();
  await expect.element(option("City 20")).toBeInViewport();
  await userEvent.keyboard("malaga");
  await expect.element(option("Málaga")).toBeVisible();
  expect(page.getByRole("option").elements()).toHaveLength(1);
  await userEvent.keyboard("{Enter}");
  await expect.element(field()).toHaveTextContent("Málaga");
  await expect.element(field()).toHaveFocus();
  expect(value()).toBe("city-0");
});

test("the keys of a searched list move what Enter chooses", async () => {
  await renderField({ options: cities });
  const search = page.getByRole("combobox", { name: "Search" });
  const active = () => {
    const id = search.element().getAttribute("aria-activedescendant");
    return id && document.getElementById(id)?.textContent;
  };
  await focusField();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(search).toHaveFocus();
  expect(active()).toBe("Málaga");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  expect(active()).toBe("Oslo");
  await userEvent.keyboard("{End}");
  expect(active()).toBe("City 39");
  await expect.element(option("City 39")).toBeInViewport();
  await userEvent.keyboard("{Home}");
  expect(active()).toBe("Málaga");
  await userEvent.keyboard("xyz");
  await expect.element(page.getByText("No results")).toBeVisible();
  await userEvent.keyboard("{Enter}{Escape}");
  await expect.element(field()).toHaveFocus();
  await expect.element(field()).toHaveTextContent("Select…");
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect
    .element(page.getByRole("button", { name: "After" }))
    .toHaveFocus();
  await expect.element(search).not.toBeInTheDocument();
});

test("a pointer that lies still chooses nothing while the keys scroll below it", async () => {
  await renderField({ options: cities });
  const search = page.getByRole("combobox", { name: "Search" });
  const active = () =>
    document.getElementById(
      search.element().getAttribute("aria-activedescendant")!,
    )!.textContent;
  await field().click();
  await expect.element(search).toHaveFocus();
  let last: PointerEvent | undefined;
  const list = page.getByRole("listbox").element() as HTMLElement;
  list.addEventListener("pointermove", (event) => (last = event));
  await option("Oslo").hover();
  await expect.poll(active).toBe("Oslo");
  await userEvent.keyboard("{End}");
  await expect.element(option("City 39")).toBeInViewport();
  // As Safari reports it.
  const { screenX, screenY, clientX, clientY } = last!;
  document.elementFromPoint(clientX, clientY)!.dispatchEvent(
    new PointerEvent("pointermove", {
      bubbles: true,
      screenX,
      screenY,
      clientX,
      clientY,
    }),
  );
  expect(active()).toBe("City 39");
  await option("City 38").hover();
  await expect.poll(active).toBe("City 38");
});

test("searchable says whether to search, whatever the number of options", async () => {
  await renderField({ searchable: true });
  await field().click();
  await expect
    .element(page.getByRole("combobox", { name: "Search" }))
    .toHaveFocus();
  await userEvent.keyboard("trying");
  await expect.element(option("Starter")).toBeVisible();
});

test("a choice and Escape give the focus back at once, for the key that comes next", async () => {
  await renderField({ searchable: true });
  const search = page.getByRole("combobox", { name: "Search" });
  await field().click();
  await expect.element(search).toHaveFocus();
  (option("Team").element() as HTMLElement).click();
  expect(document.activeElement).toBe(field().element());
  expect(value()).toBe("team");

  await field().click();
  await expect.element(search).toHaveFocus();
  search
    .element()
    .dispatchEvent(
      new KeyboardEvent("keydown", { key: "Escape", bubbles: true }),
    );
  expect(document.activeElement).toBe(field().element());
});

test("without a search all of many options can be reached", async () => {
  const options = Array.from({ length: 400 }, (_, i) => ({
    value: String(i),
    label: `Option ${i}`,
  }));
  await renderField({ options, searchable: false });
  await focusField();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(option("Option 0")).toHaveFocus();
  await userEvent.keyboard("{End}");
  await expect.element(option("Option 399")).toHaveFocus();
  await expect.element(option("Option 399")).toBeInViewport();
});

test("of a great many options a search shows 300 and says how many more", async () => {
  const options = Array.from({ length: 1400 }, (_, i) => ({
    value: String(i),
    label: `Option ${i}`,
  }));
  await renderField({ options });
  await field().click();
  await expect
    .element(page.getByText("1,100 more: keep typing"))
    .toBeInTheDocument();
  expect(page.getByRole("option").elements()).toHaveLength(300);
  await userEvent.keyboard("1399");
  await expect.element(option("Option 1399")).toBeVisible();
});

test.each([
  ["disabled", { disabled: true }, {}],
  ["read-only", {}, { interactive: false }],
])("%s: shows its value and does nothing", async (_, select, props) => {
  await renderField(
    { defaultValue: "team", clearable: true, ...select },
    props,
  );
  await expect.element(field()).toBeDisabled();
  await expect.element(field()).toHaveTextContent("Team");
  await expect
    .element(page.getByRole("button", { name: "Clear Plan Team" }))
    .not.toBeInTheDocument();
});

test("the list looks like the place it was opened from, and lies in its dialog", async () => {
  const { container } = await render(
    <dialog>
      <div dir="rtl">
        <WidgetRenderer
          theme={{ colorScheme: "light", radius: "sharp" }}
          widget={{
            type: "Card",
            theme: "dark",
            children: [
              { type: "Label", value: "Plan", fieldName: "plan" },
              { type: "Select", name: "plan", options: plans },
            ],
          }}
        />
      </div>
    </dialog>,
  );
  const dialog = container.querySelector("dialog")!;
  dialog.showModal();
  await field().click();
  await expect.element(option("Team")).toBeVisible();
  const style = getComputedStyle(
    option("Team").element().closest(".wr-Popover")!,
  );
  expect(style.colorScheme).toBe("dark");
  expect(style.direction).toBe("rtl");
  expect(style.borderRadius).toBe("0px");
  expect(dialog).toContainElement(option("Team").element());
  await userEvent.keyboard("{Escape}");
  await expect.element(field()).toHaveFocus();
  expect(dialog.open).toBe(true);
});

test.each([1, 2])("works in shadow roots, %i deep", async (depth) => {
  const host = document.createElement("div");
  document.body.append(host);
  let shadow = host.attachShadow({ mode: "open" });
  while (--depth > 0) {
    const inner = document.createElement("div");
    shadow.append(inner);
    shadow = inner.attachShadow({ mode: "open" });
  }
  const root = createRoot(shadow);
  flushSync(() =>
    root.render(
      <WidgetRenderer
        widget={{ type: "Select", name: "plan", options: plans }}
      />,
    ),
  );
  const trigger = shadow.querySelector<HTMLElement>(".wr-Trigger")!;
  const focused = () => shadow.activeElement?.textContent;
  trigger.focus();
  await userEvent.keyboard("{ArrowDown}");
  await vi.waitFor(() =>
    expect(focused()).toBe("StarterFor trying things out"),
  );
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("Team");
  // Only what is not around the list is hidden.
  await vi.waitFor(() =>
    expect(document.querySelector("[data-aria-hidden]")).not.toBeNull(),
  );
  expect(host.matches("[inert], [aria-hidden]")).toBe(false);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(shadow.activeElement).toBe(trigger));
  expect(trigger).toHaveTextContent("Team");
  root.unmount();
  host.remove();
});

test("no popup leaves a narrow page", async () => {
  await page.viewport(320, 480);
  await renderField({
    options: [
      {
        value: "a",
        label: "A label that is much longer than the page is wide",
      },
    ],
  });
  await field().click();
  // It is there before it is where it belongs.
  await vi.waitFor(() => {
    const { left, right } = page
      .getByRole("listbox")
      .element()
      .getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(8);
    expect(right).toBeLessThanOrEqual(312);
  });
  await page.viewport(800, 600);
});

test("a load that fails leaves the field closed and is reported", async () => {
  const onError = vi.fn();
  const { useLoader } = await import("../../src/ui/useLoader.js");
  let attempts = 0;
  const load = () =>
    ++attempts === 1
      ? Promise.reject(new Error("offline"))
      : Promise.resolve({ default: () => <p>Here</p> });
  function Field() {
    const [open, setOpen] = useState(false);
    const code = useLoader<object>(load, open || undefined, {
      node: undefined,
      close: () => setOpen(false),
    });
    return (
      <>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          Open
        </button>
        {open && code.Part && <code.Part />}
      </>
    );
  }
  await render(
    <WidgetRenderer
      onError={onError}
      components={{ Field }}
      widget={{ type: "Field" } as unknown as WidgetNode}
    />,
  );
  const open = page.getByRole("button", { name: "Open" });
  await open.click();
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
  await expect.element(open).toHaveAttribute("aria-expanded", "false");
  await open.click();
  await expect.element(page.getByText("Here")).toBeVisible();
});
