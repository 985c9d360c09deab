import {
  StrictMode,
  useEffect,
  useLayoutEffect,
  useState,
  type ComponentProps,
} from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  useAction,
  useField,
  type Action,
  type ActionConfig,
  type ActionContext,
  type WidgetError,
  type WidgetItem,
  type WidgetNode,
  type WidgetRendererHandle,
} from "../../src/index.js";
import "../../src/styles/index.css";

type Props = Omit<ComponentProps<typeof WidgetRenderer>, "widget">;

const draw = (widget: WidgetNode, props?: Props) => (
  <WidgetRenderer locale="en-US" {...props} widget={widget} />
);

const form = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "save", loadingBehavior: "none" },
  children,
});

const send: WidgetNode<"Button"> = {
  type: "Button",
  label: "Send",
  submit: true,
};
const input = (
  name: string,
  more?: Partial<WidgetNode<"Input">>,
): WidgetNode => ({ type: "Input", name, ...more });

const text = (name: string) => page.getByRole("textbox", { name, exact: true });
const button = (name: string) =>
  page.getByRole("button", { name, exact: true });

/** A host that writes down what it gets. */
function listen() {
  const errors: WidgetError[] = [];
  const sendAction = vi.fn(
    (
      _action: Action,
      _item: WidgetItem,
      _context: ActionContext,
    ): void | Promise<void> => undefined,
  );
  return {
    sendAction,
    onError: (error: WidgetError) => void errors.push(error),
    errors,
    codes: () => errors.map(({ code }) => code),
    sent: () => sendAction.mock.calls.map(([action]) => action),
  };
}

const rejected = (fieldErrors: object) => () =>
  Promise.reject(Object.assign(new Error("refused"), { fieldErrors }));

/** What a field says of itself to assistive technology. */
const described = (name: string) => expect.element(text(name));

/** JSON that has just come from a server: nothing is the object that it was. */
const fresh = <T,>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

afterEach(() => vi.restoreAllMocks());

/** A component of a host with a value that is no text. */
function Rating({ name, defaultValue, onRate }: Record<string, unknown>) {
  const field = useField({
    name,
    defaultValue,
    read: (json) => Number(json) || 0,
  });
  const { run } = useAction(onRate as ActionConfig, "none", field);
  return (
    <div {...field.root}>
      <button
        {...field.control}
        type="button"
        onClick={() => {
          field.setValue(field.value + 1);
          run();
        }}
      >
        {String(name)}: {field.value}
      </button>
      {field.error && <span id={field.errorId}>{field.error}</span>}
    </div>
  );
}

function Native({ name }: { name: string }) {
  return <input name={name} aria-label={name} defaultValue="native" />;
}

function Fragile({ broken }: { broken?: boolean }) {
  if (broken) throw new Error("broken");
  return <p>whole</p>;
}

const components = { Rating, Native, Fragile };
const custom = (json: object) => json as unknown as WidgetNode;

const options = [
  { value: "a", label: "Aisle" },
  { value: "w", label: "Window" },
];

/** Every control, with a default and without. */
const everything = (filled: boolean): WidgetNode[] => [
  input("contact.mail", filled ? { defaultValue: "a@b.c" } : {}),
  input("contact.age", {
    inputType: "number",
    ...(filled && { defaultValue: 7 }),
  }),
  { type: "Textarea", name: "note", ...(filled && { defaultValue: "1\n2" }) },
  {
    type: "Text",
    value: filled ? "Heading" : "",
    editable: { name: "title" },
  },
  {
    type: "Select",
    name: "seat",
    options,
    ...(filled && { defaultValue: "w" }),
  },
  {
    type: "DatePicker",
    name: "task.due",
    ...(filled && { defaultValue: "2026-11-12T23:00:00Z" }),
  },
  { type: "Checkbox", name: "done", ...(filled && { defaultChecked: true }) },
  {
    type: "RadioGroup",
    name: "task.size",
    options: [
      { value: 1, label: "One" },
      { value: 2, label: "Two" },
    ],
    ...(filled && { defaultValue: 2 }),
  },
];

const full = {
  contact: { mail: "a@b.c", age: "7" },
  note: "1\n2",
  title: "Heading",
  seat: "w",
  task: { due: "2026-11-12", size: "2" },
  done: true,
};

const empty = {
  contact: { mail: "", age: "" },
  note: "",
  title: "",
  seat: null,
  task: { due: null, size: null },
  done: false,
};

describe("values", () => {
  test.each([
    ["with a default", true, full],
    ["without one", false, empty],
  ])("every control %s", async (_, filled, payload) => {
    const host = listen();
    await render(draw(form(...everything(filled), send), host));
    await button("Send").click();
    expect(host.sent()).toEqual([{ type: "save", payload }]);
    expect(host.sendAction.mock.calls[0]![2].formValues).toEqual(payload);
    expect(host.errors).toEqual([]);
  });

  test("join every action inside, under what the author wrote", async () => {
    const host = listen();
    const payload = { task: { id: 1 }, note: "mine" };
    await render(
      draw(
        form(
          ...everything(true),
          {
            type: "Button",
            label: "Draft",
            onClickAction: { type: "draft", payload },
          },
          {
            type: "Button",
            label: "Text",
            onClickAction: { type: "text", payload: "t_1" },
          },
        ),
        host,
      ),
    );
    await button("Draft").click();
    await button("Text").click();
    expect(host.sent()).toEqual([
      {
        type: "draft",
        payload: { ...full, task: { ...full.task, id: 1 }, note: "mine" },
      },
      { type: "text", payload: "t_1" },
    ]);
    await vi.waitFor(() =>
      expect(host.errors.map(({ code, path }) => [code, path])).toEqual([
        ["payload-collision", "/children/8"],
        ["payload-collision", "/children/9"],
      ]),
    );
  });

  test("join the action of a row as well", async () => {
    const host = listen();
    const row: WidgetNode = {
      type: "ListView",
      children: [
        {
          type: "ListViewItem",
          onClickAction: { type: "row", payload: { id: 1 } },
          children: { type: "Text", value: "Row" },
        },
      ],
    };
    await render(draw(form(input("a", { defaultValue: "x" }), row), host));
    await button("Row").click();
    expect(host.sent()).toEqual([{ type: "row", payload: { id: 1, a: "x" } }]);
  });

  test("hostile, equal and missing names, and what is disabled", async () => {
    const host = listen();
    await render(
      draw(
        form(
          input("__proto__.polluted", { defaultValue: "x" }),
          input("a.constructor", { defaultValue: "x" }),
          input("twice", { defaultValue: "first" }),
          { type: "Row", children: [input("twice", { defaultValue: "last" })] },
          input("off", { disabled: true, defaultValue: "x" }),
          { type: "Select", name: "off.2", options, disabled: true },
          { type: "DatePicker", name: "off.3", disabled: true },
          { type: "Checkbox", name: "off.4", disabled: true },
          { type: "Textarea", name: "off.5", disabled: true },
          { type: "RadioGroup", name: "off.6", options, disabled: true },
          custom({ type: "Input", defaultValue: "nameless" }),
          send,
        ),
        host,
      ),
    );
    await button("Send").click();
    expect(host.sent()).toEqual([{ type: "save", payload: { twice: "last" } }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    await vi.waitFor(() =>
      expect(host.codes()).toEqual(["field-name", "field-name", "field-name"]),
    );
  });

  test("a change carries its own value, outside a form too", async () => {
    const host = listen();
    const onChangeAction = { type: "changed", payload: { id: 1 } };
    await render(
      draw(
        {
          type: "Col",
          children: [
            input("other"),
            { type: "Checkbox", name: "opt.in", onChangeAction },
          ],
        },
        host,
      ),
    );
    await page.getByRole("checkbox").click();
    expect(host.sent()).toEqual([
      { type: "changed", payload: { id: 1, opt: { in: true } } },
    ]);
    expect(host.sendAction.mock.calls[0]![2].formValues).toBeUndefined();
  });

  test("components of a host take part", async () => {
    const host = listen();
    await render(
      draw(
        form(
          custom({
            type: "Rating",
            name: "stars",
            defaultValue: "3",
            onRate: { type: "rated" },
          }),
          custom({ type: "Native", name: "raw.text" }),
          send,
        ),
        { ...host, components },
      ),
    );
    await page.getByRole("button", { name: "stars: 3" }).click();
    await text("raw.text").fill("typed");
    await button("Send").click();
    const raw = { text: "native" };
    expect(host.sent()).toEqual([
      { type: "rated", payload: { stars: 4, raw } },
      { type: "save", payload: { stars: 4, raw: { text: "typed" } } },
    ]);
  });
});

describe("a form in a form", () => {
  const nested: WidgetNode = {
    type: "Card",
    asForm: true,
    confirm: {
      label: "Confirm",
      action: { type: "outer", loadingBehavior: "none" },
    },
    cancel: {
      label: "Cancel",
      action: { type: "cancel", loadingBehavior: "none" },
    },
    children: [
      input("top", { defaultValue: "t" }),
      {
        type: "Form",
        onSubmitAction: { type: "inner", loadingBehavior: "none" },
        children: [
          input("deep", { defaultValue: "d" }),
          { type: "Button", label: "Inner", submit: true },
        ],
      },
    ],
  };

  test("is a scope of its own, and no <form>", async () => {
    const host = listen();
    const { container } = await render(draw(nested, host));
    expect(container.querySelectorAll("form")).toHaveLength(1);
    await button("Inner").click();
    await text("deep").click();
    await userEvent.keyboard("{Enter}");
    const inner = { type: "inner", payload: { deep: "d" } };
    expect(host.sent()).toEqual([inner, inner]);
    await button("Confirm").click();
    await button("Cancel").click();
    const payload = { top: "t", deep: "d" };
    expect(host.sent().slice(2)).toEqual([
      { type: "outer", payload },
      { type: "cancel", payload },
    ]);
  });

  test("a host's own submit button in it submits the inner one", async () => {
    const host = listen();
    // oxlint-disable-next-line react/button-has-type -- as hosts write it
    const Submit = () => <button>Own</button>;
    const widget: WidgetNode = {
      type: "Card",
      asForm: true,
      confirm: { label: "Confirm", action: { type: "outer" } },
      children: {
        type: "Form",
        onSubmitAction: { type: "inner" },
        children: [
          input("deep", { defaultValue: "d" }),
          custom({ type: "Submit" }),
        ],
      },
    };
    await render(draw(widget, { ...host, components: { Submit } }));
    await button("Own").click();
    expect(host.sent()).toEqual([{ type: "inner", payload: { deep: "d" } }]);
  });
});

describe("validation", () => {
  const bad: WidgetNode = {
    type: "Card",
    asForm: true,
    confirm: { label: "Confirm", action: { type: "confirm" } },
    cancel: { label: "Cancel", action: { type: "cancel" } },
    children: [
      input("fine"),
      input("mail", { inputType: "email", required: true }),
      { type: "Textarea", name: "digits", pattern: "\\d+" },
      {
        type: "RadioGroup",
        name: "size",
        required: true,
        options: [{ value: "s", label: "Small" }],
      },
      { type: "Checkbox", name: "terms", label: "Terms", required: true },
      { type: "Button", label: "Plain", onClickAction: { type: "plain" } },
    ],
  };

  test("an invalid confirm goes to the first bad field and says why", async () => {
    const host = listen();
    await render(draw(bad, host));
    const mail = text("mail");
    await expect.element(mail).not.toHaveAttribute("aria-invalid");
    await button("Confirm").click();
    await expect.element(mail).toHaveFocus();
    await expect.element(mail).toHaveAttribute("aria-invalid", "true");
    const { validationMessage } = mail.element() as HTMLInputElement;
    expect(validationMessage).not.toBe("");
    await expect.element(mail).toHaveAccessibleDescription(validationMessage);
    await expect.element(page.getByText(validationMessage)).toBeVisible();
    // One at a time, as the browser does it.
    expect(document.querySelectorAll("[aria-invalid]")).toHaveLength(1);

    await mail.fill("a@b.c");
    await expect.element(mail).not.toHaveAttribute("aria-invalid");
    await expect.element(mail).not.toHaveAccessibleDescription();
    await text("digits").fill("x");
    await button("Confirm").click();
    await expect
      .element(text("digits"))
      .toHaveAccessibleDescription("Please match the requested format.");
    await text("digits").fill("12");
    await button("Confirm").click();
    const group = page.getByRole("radiogroup");
    await expect.element(group).toHaveAttribute("aria-invalid", "true");
    await expect.element(page.getByRole("radio")).toHaveFocus();
    await page.getByRole("radio").click();
    await expect.element(group).not.toHaveAttribute("aria-invalid");
    await button("Confirm").click();
    await expect.element(page.getByRole("checkbox")).toHaveFocus();
    expect(host.sent()).toEqual([]);
    await page.getByRole("checkbox").click();
    await button("Confirm").click();
    expect(host.sent()).toEqual([
      {
        type: "confirm",
        payload: {
          fine: "",
          mail: "a@b.c",
          digits: "12",
          size: "s",
          terms: true,
        },
      },
    ]);
  });

  test("a bad field in a folded Card is unfolded", async () => {
    await render(
      draw(
        form(
          {
            type: "Card",
            collapsed: true,
            status: { text: "More" },
            children: [input("code", { required: true })],
          },
          send,
        ),
      ),
    );
    await button("Send").click();
    await expect.element(text("code")).toBeVisible();
    await expect.element(text("code")).toHaveFocus();
    await expect.element(text("code")).toHaveAccessibleDescription(/fill/i);
  });

  test("cancel and plain buttons carry the values as they are", async () => {
    const host = listen();
    await render(draw(bad, host));
    await text("mail").fill("no mail");
    await button("Cancel").click();
    await button("Plain").click();
    expect(host.sent().map(({ type }) => type)).toEqual(["cancel", "plain"]);
    for (const { payload } of host.sent()) {
      expect(payload).toMatchObject({ mail: "no mail", terms: false });
    }
    expect(document.querySelector("[aria-invalid]")).toBeNull();
  });

  const period = form(input("from"), input("until"), send);

  test("a host's own messages, at once or later; the next attempt asks anew", async () => {
    const host = listen();
    let wrong: Record<string, string> | undefined = { until: "Too early" };
    const validate = vi.fn(() => wrong);
    await render(draw(period, { ...host, validate }));
    await button("Send").click();
    await described("until").toHaveAccessibleDescription("Too early");
    await expect.element(text("until")).toHaveFocus();
    expect(host.sent()).toEqual([]);
    expect(validate).toHaveBeenCalledExactlyOnceWith(
      { from: "", until: "" },
      expect.objectContaining({ handler: "server" }),
    );
    // Another field was to blame.
    wrong = undefined;
    await text("from").fill("1");
    await described("until").toHaveAccessibleDescription("Too early");
    await button("Send").click();
    expect(host.sent()).toHaveLength(1);
    await described("until").not.toHaveAttribute("aria-invalid");
  });

  test("an asynchronous one is waited for", async () => {
    const host = listen();
    let answer: (errors: Record<string, string>) => void = () => undefined;
    const validate = () =>
      new Promise<Record<string, string>>((resolve) => (answer = resolve));
    await render(
      draw(
        {
          type: "Form",
          onSubmitAction: { type: "save" },
          children: [input("from"), send],
        },
        { ...host, validate },
      ),
    );
    const root = document.querySelector<HTMLElement>(".wr-root")!;
    await button("Send").click();
    await expect.poll(() => root.inert).toBe(true);
    answer({ from: "Taken", nobody: "Lost" });
    await expect.poll(() => root.inert).toBe(false);
    await described("from").toHaveAccessibleDescription("Taken");
    await expect.element(text("from")).toHaveFocus();
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.errors[0]!.message).toContain('"nobody": Lost');
    expect(host.sent()).toEqual([]);
    await button("Send").click();
    await expect.poll(() => root.inert).toBe(true);
    answer({});
    await vi.waitFor(() => expect(host.sent()).toHaveLength(1));
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no"))],
  ])("one that %s is told, and nothing is sent", async (_, validate) => {
    const host = listen();
    await render(draw(period, { ...host, validate }));
    await button("Send").click();
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.sent()).toEqual([]);
  });

  test("every control shows its message and takes it back", async () => {
    const host = listen();
    const names = [
      "contact.mail",
      "contact.age",
      "note",
      "title",
      "seat",
      "task.due",
      "done",
      "task.size",
    ];
    const errors = Object.fromEntries(
      names.map((name) => [name, `Not this ${name}`]),
    );
    let wrong: typeof errors | undefined = errors;
    await render(
      draw(form(...everything(true), send), { ...host, validate: () => wrong }),
    );
    await expect.element(page.getByRole("combobox")).toBeVisible();
    await button("Send").click();
    await expect.element(text("contact.mail")).toHaveFocus();
    const controls = () => [...document.querySelectorAll("[aria-invalid]")];
    expect(
      controls().map((control) =>
        document.getElementById(control.getAttribute("aria-describedby")!),
      ),
    ).toEqual(names.map((name) => page.getByText(errors[name]!).element()));
    wrong = undefined;
    await button("Send").click();
    expect(host.sent()).toHaveLength(1);
    await expect.poll(controls).toEqual([]);
    expect(page.getByText(/^Not this/).elements()).toEqual([]);
  });

  test("a refused change outside any form is answered at its field", async () => {
    const host = listen();
    host.sendAction.mockImplementation(
      rejected({ news: "Not now.", other: "Lost." }),
    );
    await render(
      draw(
        {
          type: "Checkbox",
          name: "news",
          label: "News",
          onChangeAction: { type: "news" },
        },
        host,
      ),
    );
    const box = page.getByRole("checkbox", { name: "News" });
    await box.click();
    await expect.element(box).toHaveAccessibleDescription("Not now.");
    // What stands at its field is no failure of the action as well.
    await vi.waitFor(() =>
      expect(host.errors).toMatchObject([
        {
          code: "action",
          reason: "invalid",
          message: expect.stringContaining('"other": Lost.') as unknown,
        },
      ]),
    );
    expect(host.errors[0]!.message).not.toContain("Not now.");
  });

  test("a refusal may say what is wrong with the fields", async () => {
    const host = listen();
    host.sendAction.mockImplementationOnce(
      rejected({ until: "Too late", from: "Too early", nobody: "Lost" }),
    );
    await render(draw(period, host));
    await text("from").fill("1");
    await button("Send").click();
    await described("from").toHaveAccessibleDescription("Too early");
    await described("until").toHaveAccessibleDescription("Too late");
    await expect.element(text("from")).toHaveFocus();
    await expect.element(text("from")).toHaveValue("1");
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.errors[0]!.message).toContain('"nobody"');
    await text("from").fill("2");
    await described("from").not.toHaveAttribute("aria-invalid");
    await described("until").toHaveAccessibleDescription("Too late");
    await button("Send").click();
    await described("until").not.toHaveAttribute("aria-invalid");
    expect(host.sendAction).toHaveBeenCalledTimes(2);
  });
});

describe("Enter", () => {
  const fields = form(
    input("line"),
    { type: "Select", name: "seat", options },
    { type: "Checkbox", name: "done" },
    { type: "RadioGroup", name: "size", options },
    { type: "Textarea", name: "lines" },
  );
  const focus = (element: Element) => (element as HTMLElement).focus();

  test.each([
    ["an Input", () => text("line"), 1],
    ["a Select", () => page.getByRole("combobox"), 1],
    ["a Checkbox", () => page.getByRole("checkbox"), 1],
    ["a RadioGroup", () => page.getByRole("radio").first(), 1],
    ["a Textarea", () => text("lines"), 0],
  ])("in %s", async (_, target, times) => {
    const host = listen();
    await render(draw(fields, host));
    await expect.element(target()).toBeInTheDocument();
    focus(target().element());
    await userEvent.keyboard("{Enter}");
    expect(host.sent()).toHaveLength(times);
  });

  test.each([
    ["composes", { isComposing: true }],
    ["has composed, in Safari", { keyCode: 229 }],
  ])("is left to the one who %s", async (_, init) => {
    const host = listen();
    await render(draw(fields, host));
    text("line")
      .element()
      .dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          bubbles: true,
          cancelable: true,
          ...init,
        }),
      );
    expect(host.sent()).toEqual([]);
  });

  test("presses the first submit button; a disabled one keeps it back", async () => {
    const host = listen();
    const widget = (disabled: boolean) =>
      form(input("line"), { ...send, disabled });
    const { rerender } = await render(draw(widget(true), host));
    await text("line").click();
    await userEvent.keyboard("{Enter}");
    expect(host.sent()).toEqual([]);
    await rerender(draw(widget(false), host));
    await userEvent.keyboard("{Enter}");
    expect(host.sent()).toHaveLength(1);
  });

  test("of two submit buttons the pressed one shows that it runs", async () => {
    let end = () => {};
    const sendAction = () => new Promise<void>((resolve) => (end = resolve));
    await render(
      draw(
        {
          type: "Form",
          onSubmitAction: { type: "save", loadingBehavior: "self" },
          children: [send, { type: "Button", label: "Also", submit: true }],
        },
        { sendAction },
      ),
    );
    await button("Also").click();
    await expect.element(button("Also")).toHaveAttribute("data-pending");
    await expect.element(button("Send")).not.toHaveAttribute("data-pending");
    end();
    await expect.element(button("Also")).not.toHaveAttribute("data-pending");
  });
});

/** Runs what it is given while updates come; that may wait for some of them. */
type During = (
  act: (updates: (count: number) => Promise<void>) => Promise<unknown>,
) => Promise<void>;

/**
 * A widget that changes many times a second, as while it streams, but only during
 * what a test does: what moves cannot be aimed at.
 */
function stream(widget: (n: number) => WidgetNode, props?: Props) {
  let update = () => {};
  let shown = 0;
  function Stream() {
    const [n, setN] = useState(0);
    update = () => setN((now) => now + 1);
    useEffect(() => void (shown = n), [n]);
    return draw(fresh(widget(n)), props);
  }
  const during: During = async (act) => {
    const timer = setInterval(() => update(), 50);
    try {
      await act(async (count) => {
        const before = shown;
        await expect.poll(() => shown - before).toBeGreaterThanOrEqual(count);
      });
    } finally {
      clearInterval(timer);
    }
  };
  return { Stream, during };
}

const count = (n: number): WidgetNode => ({ type: "Text", value: String(n) });

/** Firefox and WebKit scroll to the caret once more, with one of the next frames. */
async function scrollTo(element: Element, top: number) {
  const scrolled = async () => {
    element.scrollTop = top;
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return element.scrollTop;
  };
  await expect.poll(scrolled).toBe(top);
}

/** Types and looks while the widget goes on changing. */
async function typeThroughUpdates(during: During) {
  const goTo = (name: string) => {
    const field = text(name).element() as HTMLInputElement;
    field.focus();
    field.setSelectionRange(0, 0);
  };
  await text("line").fill("ab");
  goTo("line");
  await during(async (updates) => {
    for (const key of "123456") {
      await userEvent.keyboard(key);
      await updates(1);
    }
  });
  await expect.element(text("line")).toHaveValue("123456ab");
  await expect.element(text("line")).toHaveFocus();
  const lines = text("lines");
  await lines.fill(Array(40).fill("line").join("\n"));
  goTo("lines");
  await scrollTo(lines.element(), 100);
  await during((updates) => updates(3));
  expect(lines.element().scrollTop).toBe(100);
  await expect.element(lines).toHaveFocus();
  await userEvent.keyboard("x");
  expect((lines.element() as HTMLTextAreaElement).value).toMatch(/^xline/);
}

describe("updates", () => {
  const typed: WidgetNode[] = [
    input("line"),
    { type: "Textarea", name: "lines", rows: 3 },
  ];

  test.each<[string, (n: number) => WidgetNode]>([
    ["with equal JSON beside them", (n) => form(count(n), ...typed)],
    [
      "as siblings appear above",
      (n) =>
        form(
          ...Array.from({ length: n % 4 }, () => custom({ type: "Divider" })),
          count(n),
          ...typed,
        ),
    ],
    [
      "as they move into another container and back",
      (n) =>
        form(
          count(n),
          ...(n % 2 ? [{ type: "Col" as const, children: typed }] : typed),
        ),
    ],
    [
      "as a sibling breaks and comes back",
      (n) =>
        form(
          count(n),
          custom({ type: "Fragile", broken: n % 2 === 1, n }),
          ...typed,
        ),
    ],
  ])("typed text, caret and scroll stay %s", async (_, widget) => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const { Stream, during } = stream(widget, {
      components,
      onError: () => undefined,
    });
    await render(<Stream />);
    await typeThroughUpdates(during);
  });

  test("a key that comes together with the update is not lost", async () => {
    let move = () => {};
    const line = input("line");
    const Host = () => {
      const [moved, setMoved] = useState(false);
      move = () => setMoved(true);
      return draw(form(moved ? { type: "Col", children: [line] } : line));
    };
    await render(<Host />);
    const field = text("line").element() as HTMLInputElement;
    field.focus();
    move();
    // As the browser does it, in the same task.
    field.setRangeText("x", 0, 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await expect.poll(() => text("line").element()).not.toBe(field);
    await expect.element(text("line")).toHaveValue("x");
    await expect.element(text("line")).toHaveFocus();
  });

  test("the page stays where the reader has it as the field moves", async () => {
    const line = input("line");
    const widget = (moved: boolean): WidgetNode => ({
      type: "Col",
      children: [
        moved ? { type: "Col", children: [line] } : line,
        { type: "Box", height: 3000 },
      ],
    });
    const { rerender } = await render(draw(widget(false)));
    // WebKit scrolls to what a pointer has focused, some time later.
    (text("line").element() as HTMLElement).focus({ preventScroll: true });
    await scrollTo(document.scrollingElement!, 1500);
    await rerender(draw(widget(true)));
    await expect.element(text("line")).toHaveFocus();
    await new Promise(requestAnimationFrame);
    expect(window.scrollY).toBe(1500);
  });

  test("what is open stays open", async () => {
    const widget = (n: number): WidgetNode =>
      form(
        count(n),
        { type: "Select", name: "seat", options },
        { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
      );
    const { Stream, during } = stream(widget);
    await render(<Stream />);
    await page.getByRole("combobox").click();
    const option = page.getByRole("option", { name: "Window" });
    await expect.element(option).toBeVisible();
    await during((updates) => updates(3));
    await option.click();
    await expect
      .element(page.getByRole("combobox"))
      .toHaveTextContent("Window");
    await page.getByRole("button", { name: /Nov 12/ }).click();
    const day = page.getByRole("button", { name: /November 13/ });
    await expect.element(day).toBeVisible();
    await during((updates) => updates(3));
    await day.click();
    await expect
      .element(page.getByRole("button", { name: /Nov 13/ }))
      .toBeVisible();
  });

  test("'Show more' and a Card that was opened stay as they are", async () => {
    const widget = (n: number): WidgetNode => ({
      type: "Card",
      collapsed: true,
      children: [
        { type: "Title", value: `Title ${n}` },
        {
          type: "ListView",
          limit: 1,
          children: [1, 2, 3].map((row) => ({
            type: "ListViewItem" as const,
            children: [{ type: "Text" as const, value: `Row ${row} ${n}` }],
          })),
        },
      ],
    });
    const { rerender } = await render(draw(widget(1)));
    await page.getByRole("button", { expanded: false }).click();
    await button("Show more").click();
    await rerender(draw(widget(2)));
    await expect.element(page.getByText("Row 3 2")).toBeVisible();
  });

  test("what runs in a Card that is folded meanwhile runs on, and once", async () => {
    let done = () => {};
    const sendAction = vi.fn(
      () => new Promise<void>((resolve) => (done = resolve)),
    );
    const widget: WidgetNode = {
      type: "Card",
      collapsed: true,
      children: [input("note")],
      confirm: {
        label: "Save",
        action: { type: "save", loadingBehavior: "self" },
      },
    };
    const { container } = await render(draw(widget, { sendAction }));
    const card = container.querySelector<HTMLElement>(".wr-Card")!;
    await page.getByRole("button", { expanded: false }).click();
    await button("Save").click();
    await expect.element(card).toHaveAttribute("aria-busy", "true");
    await page.getByRole("button", { expanded: true }).click();
    await expect.element(button("Save")).not.toBeInTheDocument();
    await page.getByRole("button", { expanded: false }).click();
    await expect.element(button("Save")).toHaveAttribute("aria-busy", "true");
    await expect.element(card).toHaveAttribute("aria-busy", "true");
    await button("Save").click();
    expect(sendAction).toHaveBeenCalledTimes(1);
    done();
    await expect.element(button("Save")).not.toHaveAttribute("aria-busy");
    await expect.element(card).not.toHaveAttribute("aria-busy");
    await button("Save").click();
    expect(sendAction).toHaveBeenCalledTimes(2);
  });

  test("a changed default wins; an unchanged one does not", async () => {
    const widget = (value: string, n: number): WidgetNode =>
      form(
        count(n),
        input("a", { defaultValue: value }),
        input("b", { defaultValue: "same" }),
      );
    const { rerender } = await render(draw(widget("1", 0)));
    await text("a").fill("typed");
    await text("b").fill("typed");
    await rerender(draw(fresh(widget("2", 1))));
    await expect.element(text("a")).toHaveValue("2");
    await expect.element(text("b")).toHaveValue("typed");
    await text("a").fill("again");
    await rerender(draw(fresh(widget("2", 2))));
    await expect.element(text("a")).toHaveValue("again");
  });

  test("a field with the focus may become another control", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = listen();
    const { rerender } = await render(draw(form(input("a")), host));
    await text("a").click();
    await userEvent.keyboard("true");
    await rerender(draw(form({ type: "Checkbox", name: "a" }), host));
    await expect.element(page.getByRole("checkbox")).toHaveFocus();
    await rerender(draw(form(input("a", { inputType: "email" })), host));
    await rerender(draw(form({ type: "Textarea", name: "a" }), host));
    await expect.element(text("a")).toHaveFocus();
    expect(host.errors).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();
  });
});

describe("save and restore", () => {
  test.each([
    ["plain", false],
    ["under StrictMode", true],
  ])("what a host saves it gives back: %s", async (_, strict) => {
    const ref = { current: null as WidgetRendererHandle | null };
    const widget = {
      type: "Col" as const,
      children: [form(...everything(false)), input("outside")],
    };
    const Host = ({ saved }: { saved?: Record<string, unknown> }) => {
      const element = (
        <WidgetRenderer
          ref={ref}
          locale="en-US"
          widget={widget}
          initialFormValues={saved}
        />
      );
      return strict ? <StrictMode>{element}</StrictMode> : element;
    };
    const { unmount } = await render(<Host />);
    expect(ref.current!.getFormValues()).toEqual({ ...empty, outside: "" });
    const values = { ...full, outside: "o" };
    await unmount();
    const again = await render(<Host saved={fresh(values)} />);
    await expect.element(text("title")).toHaveValue("Heading");
    expect(ref.current!.getFormValues()).toEqual(values);
    // Used once: what the reader does next is not undone.
    await text("title").fill("");
    await again.rerender(<Host saved={{ ...fresh(values), title: "New" }} />);
    expect(ref.current!.getFormValues()).toEqual({ ...values, title: "" });
  });

  test("read-only history shows what was saved, and acts nowhere", async () => {
    const host = listen();
    const validate = vi.fn();
    const ref = { current: null as WidgetRendererHandle | null };
    await render(
      <WidgetRenderer
        {...host}
        ref={ref}
        locale="en-US"
        validate={validate}
        interactive={false}
        initialFormValues={full}
        widget={form(
          ...everything(false),
          input("must", { required: true }),
          send,
        )}
      />,
    );
    await expect.element(text("title")).toHaveValue("Heading");
    expect(ref.current!.getFormValues()).toMatchObject(full);
    await expect.element(button("Send")).toBeDisabled();
    await text("title").click();
    await userEvent.keyboard("x{Enter}");
    await expect.element(text("title")).toHaveValue("Heading");
    document.querySelector("form")!.requestSubmit();
    expect(host.sent()).toEqual([]);
    expect(validate).not.toHaveBeenCalled();
    expect(document.querySelector("[aria-invalid]")).toBeNull();
  });
});

describe("handlers", () => {
  test("a request that ends with the widget is no failure", async () => {
    const host = listen();
    host.sendAction.mockImplementation(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () =>
            reject(signal.reason as Error),
          );
        }),
    );
    const { unmount } = await render(
      draw(
        { type: "Button", label: "Go", onClickAction: { type: "go" } },
        host,
      ),
    );
    await button("Go").click();
    await unmount();
    await Promise.allSettled(host.sendAction.mock.results.map((r) => r.value));
    expect(host.errors).toEqual([]);
  });

  test("whoever unmounts is told, and nothing more is sent", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = listen();
    let end = () => {};
    host.sendAction.mockImplementation(
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const { unmount } = await render(
      <StrictMode>
        {draw(
          {
            type: "Checkbox",
            name: "done",
            onChangeAction: { type: "done", loadingBehavior: "self" },
          },
          host,
        )}
      </StrictMode>,
    );
    await page.getByRole("checkbox").click();
    await page.getByRole("checkbox").click();
    const { signal } = host.sendAction.mock.calls[0]![2];
    expect(signal.aborted).toBe(false);
    await unmount();
    expect(signal.aborted).toBe(true);
    end();
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.sendAction).toHaveBeenCalledTimes(1);
    expect(complaints).not.toHaveBeenCalled();
  });

  test("the latest are asked, however old the click is", async () => {
    const [old, latest] = [listen(), listen()];
    const run: { current?: () => void } = {};
    const Keep = ({ action }: { action: ActionConfig }) => {
      const binding = useAction(action, "none");
      run.current ??= binding.run;
      return null;
    };
    const widget = custom({ type: "Keep", action: { type: "kept" } });
    const props = { components: { Keep } };
    const { rerender } = await render(draw(widget, { ...props, ...old }));
    await rerender(draw(widget, { ...props, ...latest }));
    run.current!();
    expect(old.sent()).toEqual([]);
    expect(latest.sent()).toEqual([{ type: "kept" }]);
  });

  test("from outside, and one after the other", async () => {
    const host = listen();
    const onAction = vi.fn(
      async (_action: Action, _item: WidgetItem, context: ActionContext) => {
        await context.sendAction({ type: "then", payload: 1 });
      },
    );
    const ref = { current: null as WidgetRendererHandle | null };
    await render(
      <WidgetRenderer
        {...host}
        ref={ref}
        itemId="item"
        onAction={onAction}
        widget={{
          type: "Button",
          label: "Go",
          onClickAction: { type: "go", handler: "client" },
        }}
      />,
    );
    await button("Go").click();
    await vi.waitFor(() =>
      expect(host.sent()).toEqual([{ type: "then", payload: 1 }]),
    );
    expect(onAction).toHaveBeenCalledTimes(1);
    await ref.current!.sendAction({ type: "outside" });
    expect(host.sendAction.mock.lastCall).toEqual([
      { type: "outside" },
      expect.objectContaining({ id: "item" }),
      expect.objectContaining({ handler: "server", streaming: true }),
    ]);
    host.sendAction.mockRejectedValueOnce(new Error("offline"));
    await expect(ref.current!.sendAction({ type: "x" })).rejects.toThrow(
      "offline",
    );
    expect(host.errors).toEqual([]);
  });
});

test("a whole form by keyboard alone", async () => {
  const host = listen();
  await render(
    draw(
      form(
        input("name", { required: true }),
        { type: "Select", name: "seat", options },
        { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
        { type: "Checkbox", name: "done" },
        { type: "RadioGroup", name: "size", options },
        { type: "Textarea", name: "note" },
        send,
      ),
      host,
    ),
  );
  await expect.element(page.getByRole("combobox")).toBeEnabled();
  await userEvent.keyboard("{Tab}{Enter}");
  await expect.element(text("name")).toHaveAttribute("aria-invalid", "true");
  await expect.element(text("name")).toHaveFocus();
  await userEvent.keyboard("Ada{Tab}{ArrowDown}");
  await expect
    .element(page.getByRole("option", { name: "Aisle" }))
    .toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("{Tab}{ArrowDown}");
  await expect
    .element(page.getByRole("button", { name: /November 12/ }))
    .toHaveFocus();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  await expect
    .element(page.getByRole("button", { name: /Nov 13/ }))
    .toHaveFocus();
  await userEvent.keyboard(
    "{Tab} {Tab} {ArrowRight}{Tab}a{Enter}b{Tab}{Enter}",
  );
  expect(host.sent()).toEqual([
    {
      type: "save",
      payload: {
        name: "Ada",
        seat: "w",
        day: "2026-11-13",
        done: true,
        size: "w",
        note: "a\nb",
      },
    },
  ]);
});

describe("what one field keeps, another does not get", () => {
  const row = (key: string): WidgetNode => ({
    type: "ListViewItem",
    key,
    children: [{ type: "Checkbox", name: "done", label: key }],
  });
  const box = (name: string) => page.getByRole("checkbox", { name });

  test("a row that goes leaves nothing to the one that comes", async () => {
    const list = (...keys: string[]) =>
      draw({ type: "ListView", children: keys.map(row) });
    const { rerender } = await render(list("A", "B"));
    await box("A").click();
    await rerender(list("B", "C"));
    await expect.element(box("B")).not.toBeChecked();
    await expect.element(box("C")).not.toBeChecked();
  });

  test("the focus is not taken by a field that only moved", async () => {
    const a = input("a", { autoFocus: true });
    const { rerender } = await render(draw(form(a, input("b"))));
    await expect.element(text("a")).toHaveFocus();
    await text("b").click();
    await rerender(draw(form({ type: "Box", children: [a] }, input("b"))));
    await expect.element(text("b")).toHaveFocus();
  });

  test("a default that is made anew each time is the same", async () => {
    const onError = vi.fn();
    function Tags({ name }: { name: string }) {
      const field = useField({
        name,
        defaultValue: ["x"],
        read: (json) => (Array.isArray(json) ? json.length : 0),
      });
      return (
        <div {...field.root}>
          <button type="button" onClick={() => field.setValue(3)}>
            Add to {field.value}
          </button>
        </div>
      );
    }
    await render(
      draw({ type: "Tags", name: "tags" } as unknown as WidgetNode, {
        components: { Tags },
        onError,
      }),
    );
    await button("Add to 1").click();
    await expect.element(button("Add to 0")).toBeVisible();
    expect(onError).not.toHaveBeenCalled();
  });
});

test("what a host passes counts for the drawing that it comes with", async () => {
  const { rerender } = await render(draw(null as unknown as WidgetNode));
  await rerender(draw(input("a"), { initialFormValues: { a: "saved" } }));
  await expect.element(text("a")).toHaveValue("saved");
  const image = (src: string): WidgetNode => ({ type: "Image", src, alt: "x" });
  await rerender(draw(image("data:image/gif;base64,R0lGODlhAQABAAAAACw=")));
  await rerender(
    draw(image("data:image/png;base64,AA"), {
      transformUrl: () => null,
      onError: () => {},
    }),
  );
  await expect.element(page.getByRole("img")).not.toBeInTheDocument();
});

test("names of fields do not stand in the way of their form", async () => {
  const host = listen();
  const names = [
    "style",
    "querySelectorAll",
    "closest",
    "setAttribute",
    "firstName",
  ];
  const widget = (gap: number): WidgetNode => ({
    type: "Form",
    onSubmitAction: { type: "save" },
    gap,
    children: [...names.map((name) => input(name)), send],
  });
  const { container, rerender } = await render(draw(widget(7), host));
  await button("Send").click();
  expect(host.sent()[0]!.payload).toEqual(
    Object.fromEntries(names.map((name) => [name, ""])),
  );
  // Password managers know a field by its name.
  await expect.element(text("firstName")).toHaveAttribute("name", "firstName");
  await rerender(draw(widget(9), host));
  expect(getComputedStyle(container.querySelector("form")!).rowGap).toBe(
    "36px",
  );
  expect(host.errors).toEqual([]);
});

describe("what runs belongs to its node", () => {
  const pay: WidgetNode = {
    type: "Button",
    id: "pay",
    label: "Pay",
    onClickAction: { type: "pay" },
  };
  const pending = () => {
    const host = listen();
    let end = () => {};
    host.sendAction.mockImplementation(
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    return { host, end: () => end() };
  };

  test.each([
    [
      "moves",
      (now: boolean): WidgetNode =>
        now
          ? { type: "Col", children: [{ type: "Row", children: [fresh(pay)] }] }
          : { type: "Col", children: [pay] },
    ],
    [
      "has a sibling that crashes",
      (now: boolean): WidgetNode => ({
        type: "Col",
        children: [{ type: "Bomb", now } as unknown as WidgetNode, pay],
      }),
    ],
  ])("also where it %s", async (_, widget) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { host, end } = pending();
    const Bomb = ({ now }: { now: boolean }) => {
      if (now) throw new Error("broken");
      return null;
    };
    const props = { ...host, components: { Bomb } };
    const { rerender } = await render(draw(widget(false), props));
    await button("Pay").click();
    await rerender(draw(widget(true), props));
    await expect.element(button("Pay")).toHaveAttribute("aria-busy", "true");
    await button("Pay").click();
    expect(host.sendAction).toHaveBeenCalledTimes(1);
    end();
    await expect.element(button("Pay")).not.toHaveAttribute("aria-busy");
    await button("Pay").click();
    expect(host.sendAction).toHaveBeenCalledTimes(2);
  });
});

test("messages may be lists, as validators give them", async () => {
  const host = listen();
  host.sendAction.mockImplementation(rejected({ a: ["Too short.", "No."] }));
  await render(draw(form(input("a"), send), host));
  await button("Send").click();
  await expect.element(text("a")).toHaveAccessibleDescription("Too short. No.");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Too short.");
});

test("a click on the Label of a RadioGroup goes to its radios", async () => {
  await render(
    draw(
      form(
        { type: "Label", value: "Seat", fieldName: "seat" },
        {
          type: "RadioGroup",
          name: "seat",
          options: [{ value: "a", label: "Aisle" }],
        },
      ),
    ),
  );
  await page.getByText("Seat").click();
  await expect.element(page.getByRole("radio")).toHaveFocus();
});

test("a click on the Label of a host's own group goes to its first part", async () => {
  function Stars({ name }: { name: string }) {
    const field = useField({ name, defaultValue: null, read: String });
    return (
      <fieldset {...field.root} {...field.control}>
        <button type="button">One star</button>
      </fieldset>
    );
  }
  await render(
    draw(
      form(
        { type: "Label", value: "Stars", fieldName: "stars" },
        custom({ type: "Stars", name: "stars" }),
      ),
      { components: { Stars } },
    ),
  );
  await page.getByText("Stars", { exact: true }).click();
  await expect.element(button("One star")).toHaveFocus();
});

test("a value that a part sets as it appears is kept", async () => {
  function Now({ onReady }: { onReady: (value: string) => void }) {
    useLayoutEffect(() => onReady("ready"), [onReady]);
    return null;
  }
  function Clock({ name }: { name: string }) {
    const field = useField({ name, defaultValue: "", read: String });
    return (
      <p {...field.root}>
        {field.value}
        <Now onReady={field.setValue} />
      </p>
    );
  }
  await render(
    draw(custom({ type: "Clock", name: "at" }), { components: { Clock } }),
  );
  await expect.element(page.getByText("ready")).toBeVisible();
});

test("keys of a server's own go along, and what is no action goes nowhere", async () => {
  const host = listen();
  const action = { type: "go", requestAssistantResponse: true, payload: null };
  await render(
    draw(
      {
        type: "Row",
        children: [
          { type: "Button", label: "Go", onClickAction: action },
          {
            type: "Button",
            label: "No",
            onClickAction: { type: { toString: 1 } } as unknown as ActionConfig,
          },
        ],
      },
      host,
    ),
  );
  await button("Go").click();
  await button("No").click();
  expect(host.sent()).toEqual([{ type: "go", requestAssistantResponse: true }]);
  await vi.waitFor(() =>
    expect(host.codes()).toEqual(["invalid-prop", "action"]),
  );
});
