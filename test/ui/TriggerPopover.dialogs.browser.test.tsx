import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { containers } from "../helpers/dialogs.js";
import "../../src/styles/index.css";

interface Field {
  node: WidgetNode;
  name: string;
  trigger: () => ReturnType<typeof page.getByRole>;
  /** The role of what opens. */
  opens: "listbox" | "dialog";
  /** What is picked: its name, and what the trigger says then. */
  pointer: [role: "option" | "button", name: string, text: string];
  keys: [keys: string, text: string];
}

const names = ["Oslo", "Riga", "Lyon", "Bern", "Graz"];
const many = Array.from({ length: 40 }, (_, i) => names[i] ?? `City ${i}`);
const options = (labels: string[]) =>
  labels.map((label) => ({ label, value: label }));
const city = () => page.getByRole("combobox", { name: "City" });

const fields: [string, Field][] = [
  [
    "a Select",
    {
      node: { type: "Select", name: "City", options: options(names) },
      name: "City",
      trigger: city,
      opens: "listbox",
      pointer: ["option", "Lyon", "Lyon"],
      keys: ["{ArrowDown}", "Bern"],
    },
  ],
  [
    "a long Select",
    {
      node: { type: "Select", name: "City", options: options(many) },
      name: "City",
      trigger: city,
      opens: "dialog",
      pointer: ["option", "Lyon", "Lyon"],
      keys: ["city 3{ArrowDown}", "City 23"],
    },
  ],
  [
    "a DatePicker",
    {
      node: { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
      name: "day",
      trigger: () => page.getByRole("button", { name: /^Nov \d+, 2026$/ }),
      opens: "dialog",
      pointer: ["button", "Friday, November 20, 2026", "Nov 20, 2026"],
      keys: ["{ArrowRight}", "Nov 21, 2026"],
    },
  ],
];

/** What the focus, or a point of the page, is in, shadow roots included. */
function deepest(find: (root: Document | ShadowRoot) => Element | null) {
  let found = find(document);
  while (found?.shadowRoot) {
    const inner = find(found.shadowRoot);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function hit(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  const found = deepest((root) =>
    root.elementFromPoint(x + width / 2, y + height / 2),
  );
  return element.contains(found);
}

const focusIn = (element: Element) =>
  element.contains(deepest((root) => root.activeElement));

beforeEach(() => void page.viewport(800, 700));
afterEach(async () => {
  if (document.fullscreenElement) await document.exitFullscreen();
});

describe.each(containers)("in %s", (kind, Container) => {
  test.each(fields)("%s acts as on the page", async (_, field) => {
    const { node, trigger, opens, pointer, keys } = field;
    const onClose = vi.fn();
    await render(
      <StrictMode>
        <button type="button">Behind</button>
        <Container onClose={onClose}>
          {/* Where no popover covers it. */}
          <p style={{ display: "flex", justifyContent: "end" }}>
            <span>Other content</span>
          </p>
          <WidgetRenderer
            locale="en-US"
            theme="dark"
            widget={{ type: "Form", children: [node] }}
          />
        </Container>
      </StrictMode>,
    );
    if (kind === "the fullscreen element") {
      await page.getByRole("button", { name: "Full screen" }).click();
    }
    await expect.element(trigger()).toBeVisible();
    onClose.mockClear();
    const button = trigger().element();
    const popover = () =>
      page.getByRole(opens, { name: field.name, exact: true }).element();
    const closed = async () => {
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "false");
      await expect.poll(() => focusIn(button)).toBe(true);
      expect(trigger().element()).toBe(button);
      expect(onClose).not.toHaveBeenCalled();
    };

    // By pointer.
    await trigger().click();
    const [role, name, text] = pointer;
    const choice = page.getByRole(role, { name, exact: true });
    await expect.element(choice).toBeVisible();
    await expect.poll(() => hit(choice.element())).toBe(true);
    await expect.poll(() => focusIn(popover())).toBe(true);
    expect(getComputedStyle(popover()).colorScheme).toBe("dark");
    await vi.waitFor(() => {
      const { left, right, bottom } = button.getBoundingClientRect();
      const box = popover().getBoundingClientRect();
      expect(box.left).toBeLessThan(right);
      expect(box.right).toBeGreaterThan(left);
      expect(box.top - bottom).toBeLessThan(10);
    });
    await choice.click();
    await expect.element(trigger()).toHaveTextContent(text);
    await closed();

    // By keyboard.
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => focusIn(popover())).toBe(true);
    await userEvent.keyboard(`${keys[0]}{Enter}`);
    await expect.element(trigger()).toHaveTextContent(keys[1]);
    await closed();

    // Escape closes the popover and nothing around it.
    await userEvent.keyboard(" ");
    await expect.poll(() => focusIn(popover())).toBe(true);
    await userEvent.keyboard("{Escape}");
    await closed();

    // So does a click on what the container holds.
    await userEvent.keyboard(" ");
    await expect.poll(() => focusIn(popover())).toBe(true);
    // A list takes the pointer from all else; it is the press that counts.
    const other = page.getByText("Other content");
    await userEvent.click(other, { force: true });
    await closed();
    await expect.element(trigger()).toHaveTextContent(keys[1]);
    await expect.poll(() => hit(other.element())).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
  });
});
