import {
  createRef,
  StrictMode,
  Suspense,
  type ReactElement,
  type ReactNode,
} from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import {
  WidgetRenderer,
  type Action,
  type WidgetNode,
  type WidgetRendererHandle,
} from "../../src/index.js";
import {
  card,
  components,
  control,
  fields,
  fill,
  filled,
  screen,
  whole,
} from "../helpers/allFields.js";
import { streamed } from "../helpers/streamed.js";
import "../../src/styles/index.css";

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** The page as a server sends it. */
async function serve(element: ReactElement, streaming = false) {
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = streaming
    ? await streamed(element)
    : renderToString(element);
  return container;
}

/** Hydrates it; gives what React complains of. */
function hydrate(container: Element, element: ReactElement) {
  const complaints: unknown[] = [];
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...args) =>
        // The page is the server as well.
        String(args[0]).includes("multiple renderers") || complaints.push(args),
    );
  }
  root = hydrateRoot(container, element, {
    onRecoverableError: (error) => complaints.push(error),
  });
  return complaints;
}

describe("server HTML that was filled in before it is hydrated", () => {
  test.each([
    ["of renderToString", false, false],
    ["of renderToString, under StrictMode", false, true],
    ["of a stream", true, false],
  ])(
    "keeps everything on the screen and sends it, %s",
    async (_, streaming, strict) => {
      const send = vi.fn<(action: Action) => void>();
      const handle = createRef<WidgetRendererHandle>();
      const element = (widget: WidgetNode) => {
        const renderer = (
          <WidgetRenderer
            ref={handle}
            widget={widget}
            components={components}
            locale="en-US"
            sendAction={send}
          />
        );
        return strict ? <StrictMode>{renderer}</StrictMode> : renderer;
      };
      const container = await serve(element(whole), streaming);
      await fill();
      await fill("inner.");
      await control("native").fill("plain");
      const before = screen();

      const complaints = hydrate(container, element(whole));
      await vi.waitFor(() =>
        expect(handle.current?.getFormValues()).toEqual({
          ...filled,
          native: "plain",
          inner: filled,
        }),
      );
      await expect.element(page.getByText("5 guests").first()).toBeVisible();
      expect(screen()).toEqual(before);
      expect(send).not.toHaveBeenCalled();

      await page.getByRole("button", { name: "Send" }).click();
      expect(send.mock.calls.map(([action]) => action)).toEqual([
        {
          type: "send",
          payload: { ...filled, native: "plain", inner: filled },
        },
      ]);

      // All fields are rendered again.
      root?.render(
        element(
          card([
            { type: "Title", value: "New" },
            ...fields().map((json) => ({
              ...(json as object),
              placeholder: "…",
            })),
            { type: "Native" },
            {
              type: "Form",
              onSubmitAction: { type: "inner" },
              children: fields("inner."),
            },
          ]),
        ),
      );
      await expect.element(page.getByText("New")).toBeVisible();
      expect(screen()).toEqual(before);
      expect(complaints).toEqual([]);
    },
  );

  test("is sent before React has hydrated the field, and kept when it has", async () => {
    const waiting: { open?: () => void } = {};
    const opened = new Promise<void>((resolve) => (waiting.open = resolve));
    let served = true;
    let open = false;
    function Wait() {
      // oxlint-disable-next-line typescript/only-throw-error -- so React 18 and 19 wait
      if (!served && !open) throw opened;
      return null;
    }
    const Late = ({ children }: { children?: ReactNode }) => (
      <Suspense>
        <Wait />
        {children}
      </Suspense>
    );
    const handle = createRef<WidgetRendererHandle>();
    const element = (
      <WidgetRenderer
        ref={handle}
        widget={card([{ type: "Late", children: fields() }])}
        components={{ ...components, Late }}
      />
    );
    const container = await serve(element);
    served = false;
    await fill();
    const complaints = hydrate(container, element);
    await vi.waitFor(() => expect(handle.current).not.toBeNull());
    const values = { ...filled, guests: "5" };
    expect(handle.current?.getFormValues()).toEqual(values);
    open = true;
    waiting.open?.();
    await expect.element(page.getByText("5 guests")).toBeVisible();
    expect(handle.current?.getFormValues()).toEqual(filled);
    expect(complaints).toEqual([]);
  });

  test("the focus and the selection stay where the user is", async () => {
    const element = (
      <WidgetRenderer
        widget={card([
          { type: "Input", name: "first", autoFocus: true, autoSelect: true },
          { type: "Input", name: "second", autoFocus: true, autoSelect: true },
        ])}
      />
    );
    const container = await serve(element);
    await control("second").fill("typed");
    hydrate(container, element);
    await vi.waitFor(() =>
      expect(document.activeElement).toHaveAttribute(
        "id",
        expect.stringContaining("second"),
      ),
    );
    const { selectionStart } = control("second").element() as HTMLInputElement;
    expect(selectionStart).toBe(5);
  });

  test("what was typed wins over the values that the host has saved", async () => {
    const handle = createRef<WidgetRendererHandle>();
    const element = (
      <WidgetRenderer
        ref={handle}
        widget={card(fields())}
        components={components}
        initialFormValues={{ empty: "saved", filled: "saved", seat: "w" }}
      />
    );
    const container = await serve(element);
    await control("filled").fill("typed");
    hydrate(container, element);
    await vi.waitFor(() =>
      expect(handle.current?.getFormValues()).toMatchObject({
        empty: "saved",
        filled: "typed",
        seat: "w",
      }),
    );
    await expect.element(control("filled")).toHaveValue("typed");
  });

  test("without input nothing changes", async () => {
    const handle = createRef<WidgetRendererHandle>();
    const widget = card([
      // The controls show neither as it is.
      { type: "Textarea", name: "lines", defaultValue: "a\r\nb" },
      { type: "Input", name: "count", inputType: "number", defaultValue: "x" },
      { type: "Guests", name: "guests", defaultValue: 2 },
      { type: "Tags", name: "tags" },
    ]);
    const element = (
      <WidgetRenderer ref={handle} widget={widget} components={components} />
    );
    const container = await serve(element);
    expect(hydrate(container, element)).toEqual([]);
    await vi.waitFor(() =>
      expect(handle.current?.getFormValues()).toEqual({
        lines: "a\r\nb",
        count: "x",
        guests: 2,
        tags: ["a"],
      }),
    );
  });
});
