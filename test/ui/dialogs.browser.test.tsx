import MuiDialog from "@mui/material/Dialog";
import * as Radix from "@radix-ui/react-dialog";
import * as OldRadix from "radix-dialog-1.1.6";
import {
  StrictMode,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from "react";
import * as Aria from "react-aria-components";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent, server } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import css from "../../src/styles/index.css?inline";
import "../../src/styles/index.css";

/** A dialog as shadcn centres it, and too small for what its fields open. */
const centred: CSSProperties = {
  position: "fixed",
  top: "50%",
  left: "50%",
  transform: "translate(-50%, -50%)",
  width: 560,
  maxHeight: 280,
  padding: 24,
  overflow: "hidden auto",
  color: "black",
  background: "white",
};
const backdrop: CSSProperties = {
  position: "fixed",
  inset: 0,
  background: "rgb(0 0 0 / 50%)",
};

interface ContainerProps {
  onClose: () => void;
  children: ReactNode;
}

const radix = ({ Root, Portal, Overlay, Content, Title }: typeof Radix) =>
  function RadixDialog({ onClose, children }: ContainerProps) {
    return (
      <Root open onOpenChange={onClose}>
        <Portal>
          <Overlay style={backdrop} />
          <Content style={centred} aria-describedby={undefined}>
            <Title>Trip</Title>
            {children}
          </Content>
        </Portal>
      </Root>
    );
  };

const containers: [string, (props: ContainerProps) => ReactNode][] = [
  ["a dialog of Radix 1.3", radix(Radix)],
  ["a dialog of Radix 1.1.6", radix(OldRadix as unknown as typeof Radix)],
  [
    "a dialog of React Aria",
    ({ onClose, children }) => (
      <Aria.ModalOverlay
        isOpen
        isDismissable
        onOpenChange={onClose}
        style={backdrop}
      >
        <Aria.Modal style={centred}>
          <Aria.Dialog>
            <Aria.Heading slot="title">Trip</Aria.Heading>
            {children}
          </Aria.Dialog>
        </Aria.Modal>
      </Aria.ModalOverlay>
    ),
  ],
  [
    "a dialog of MUI",
    ({ onClose, children }) => (
      <MuiDialog open onClose={onClose} transitionDuration={0}>
        <div style={{ width: 500, padding: 24 }}>
          <h2>Trip</h2>
          {children}
        </div>
      </MuiDialog>
    ),
  ],
  [
    "an alertdialog without a trap",
    ({ children }) => (
      <div role="alertdialog" aria-label="Trip" style={centred}>
        <h2>Trip</h2>
        {children}
      </div>
    ),
  ],
  ["a modal <dialog>", NativeDialog],
  ["a [popover]", Popover],
  ["a shadow root", Shadow],
];

// Firefox and WebKit, as they are driven here, do not come back from it.
if (server.browser === "chromium") {
  containers.push(["the fullscreen element", Fullscreen]);
}

function NativeDialog({ onClose, children }: ContainerProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} onClose={onClose} style={{ ...centred, margin: 0 }}>
      <h2>Trip</h2>
      {children}
    </dialog>
  );
}

function Popover({ onClose, children }: ContainerProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = ref;
    current?.showPopover();
    current?.addEventListener("toggle", onClose);
  }, [onClose]);
  return (
    <div ref={ref} popover="auto" style={{ ...centred, margin: 0 }}>
      <h2>Trip</h2>
      {children}
    </div>
  );
}

function Fullscreen({ children }: ContainerProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [full, setFull] = useState(false);
  return (
    <div ref={ref} style={{ background: "white" }}>
      <h2>Trip</h2>
      <button
        type="button"
        onClick={() =>
          void ref.current!.requestFullscreen().then(() => setFull(true))
        }
      >
        Full screen
      </button>
      {full && children}
    </div>
  );
}

function Shadow({ children }: ContainerProps) {
  const [root, setRoot] = useState<ShadowRoot | null>();
  return (
    <div
      style={centred}
      ref={(element) =>
        setRoot(
          element &&
            (element.shadowRoot ?? element.attachShadow({ mode: "open" })),
        )
      }
    >
      {root &&
        createPortal(
          <>
            <style>{css}</style>
            <h2>Trip</h2>
            {children}
          </>,
          root,
        )}
    </div>
  );
}

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
