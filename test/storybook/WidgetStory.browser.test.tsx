import { addons, mockChannel } from "storybook/preview-api";
import { beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { Problem } from "../../src/storybook/names.js";
import {
  WidgetStory,
  type StoryEnvironment,
} from "../../src/storybook/WidgetStory.js";
import { loadFile } from "../../src/storybook/widgetFile.js";
import { button, textbox } from "../helpers/queries.js";
import "../../src/styles/index.css";

/** So long that no test sees its end. */
const LONG = 2 ** 30;

const template = `{
  "type": "Form", "direction": "col",
  "onSubmitAction": { "type": "order", "payload": { "size": {{ size | tojson }} } },
  "children": [
    { "type": "Title", "value": {{ title | tojson }}, "size": {{ size | tojson }} },
    { "type": "Input", "name": "who", "placeholder": "Name" },
    { "type": "Select", "name": "seat", "options": [{ "label": "Window", "value": "w" }] },
    { "type": "Button", "label": "Send", "submit": true },
    { "type": "Button", "label": "Close", "onClickAction": { "type": "close", "handler": "client" } }
  ]
}`;

const file = loadFile({
  file: "order.widget",
  text: JSON.stringify({ version: "1.0", template }),
  data: [],
});

const data = { title: "Order", size: "md" };

/** What the panels of Storybook get. */
let actions: { name: string; args: unknown }[];
let problems: readonly Problem[];

beforeEach(() => {
  actions = [];
  problems = [];
  const channel = mockChannel();
  channel.on("storybook/actions/action-event", (event: unknown) => {
    actions.push((event as { data: (typeof actions)[number] }).data);
  });
  addons.setChannel(channel);
});

const story = (
  given: Partial<StoryEnvironment> & { data?: typeof data } = {},
  loaded = file,
) => (
  <WidgetStory
    file={loaded}
    story="Default"
    data={data}
    host={{}}
    actionDuration={LONG}
    globals={{}}
    viewMode="story"
    onProblems={(found) => (problems = found)}
    onData={() => undefined}
    {...given}
  />
);

describe("a story", () => {
  test("keeps what was typed when the controls change the data", async () => {
    const { rerender } = await render(story());
    await textbox("Name").fill("Ada");
    await rerender(story({ data: { ...data, title: "Other" } }));
    await expect.element(page.getByText("Other")).toBeVisible();
    await expect.element(textbox("Name")).toHaveValue("Ada");
  });

  test("logs an action as a line, with what was sent, and shows that it runs", async () => {
    await render(story());
    await textbox("Name").fill("Ada");
    await button("Send").click();
    await expect.element(button("Send")).toHaveAttribute("aria-busy", "true");
    expect(actions).toMatchObject([
      {
        name: "server",
        args: 'order · payload {"size":"md","who":"Ada","seat":null} · form {"who":"Ada","seat":null}',
      },
    ]);
  });

  test("ends an action after its duration", async () => {
    await render(story({ actionDuration: 0 }));
    // An action that still runs is not started again.
    await expect
      .poll(async () => {
        await button("Close").click();
        return actions.length;
      })
      .toBeGreaterThan(1);
    expect(actions[0]).toMatchObject({ name: "client" });
  });

  test("leaves an action to the handlers of the project", async () => {
    const calls: string[] = [];
    const host = {
      onAction: ({ type }: { type: string }) => void calls.push(type),
      sendAction: ({ type }: { type: string }) =>
        void calls.push(`${type} on a server`),
    };
    await render(story({ host }));
    await button("Close").click();
    await button("Send").click();
    await expect.poll(() => calls).toEqual(["close", "order on a server"]);
    expect(actions.map(({ name }) => name)).toEqual(["client", "server"]);
  });

  test("has the components and labels of the project", async () => {
    const host = { components: { Title: () => <p>Ours</p> } };
    await render(story({ host }));
    await expect.element(page.getByText("Ours")).toBeVisible();
  });

  test("reports errors of the widget with path and line, as long as they are there", async () => {
    const found: string[] = [];
    const host = { onError: ({ code }: { code: string }) => found.push(code) };
    const huge = { ...data, size: "huge" };
    const { rerender } = await render(story({ data: huge, host }));
    const wrong = {
      code: "invalid-prop",
      where: "the JSON, line 14, column 15 (/children/0/size)",
    };
    await expect.poll(() => problems).toMatchObject([wrong]);
    expect(found).toEqual(["invalid-prop"]);
    await rerender(story({ data, host }));
    await expect.poll(() => problems).toEqual([]);
    await rerender(story({ data: huge, host }));
    await expect.poll(() => problems).toMatchObject([wrong]);
  });

  test("of a broken file says what is wrong and where", async () => {
    const broken = loadFile({ file: "a.widget", text: "{\n nope", data: [] });
    await render(story({}, broken));
    const alert = page.getByRole("alert");
    await expect.element(alert).toHaveTextContent("a.widget, line 2, column 2");
    expect(problems).toMatchObject([{ code: "not-json" }]);
  });

  test.each([
    ["null", /^a.widget.json, line 1, column 1A widget is an object/],
    ['[{ "type": "Text", "value": "a" }]', /^a.widget.json, line 1, column 1/],
    ['{ "type": "Nope" }', /^a.widget.json, line 1.*"Nope"/],
  ])(
    "of JSON that is no widget says so in its place: %s",
    async (text, words) => {
      const loaded = loadFile({ file: "a.widget.json", text, data: [] });
      const props = { data: loaded.dataOf("Default") as typeof data };
      const { rerender } = await render(story(props, loaded));
      const alert = page.getByRole("alert");
      await expect.element(alert).toHaveTextContent(words);
      const right = { widget: { type: "Text", value: "Right" } };
      await rerender(story({ data: right as never }, loaded));
      await expect.element(page.getByText("Right")).toBeVisible();
      await expect.element(alert).not.toBeInTheDocument();
    },
  );
});

describe("the toolbar", () => {
  const scheme = (element: Element) => getComputedStyle(element).colorScheme;

  test("sets nothing at first", async () => {
    const { container } = await render(story());
    await expect.element(textbox("Name")).toBeVisible();
    const surface = container.firstElementChild!;
    expect(surface.getAttributeNames()).toEqual([]);
    expect(document.documentElement.style.colorScheme).toBe("");
  });

  test("sets width and direction, also of a popover", async () => {
    const globals = { widgetWidth: "320px", widgetDirection: "rtl" };
    const { container } = await render(story({ globals }));
    const { width } = container.firstElementChild!.getBoundingClientRect();
    expect(width).toBe(320);
    await page.getByRole("combobox").click();
    const option = page.getByRole("option", { name: "Window" });
    await expect.element(option).toBeVisible();
    expect(getComputedStyle(option.element()).direction).toBe("rtl");
  });

  test("sets the scheme of the page, and gives it back", async () => {
    const globals = { widgetScheme: "dark" };
    const { unmount } = await render(story({ globals }));
    await expect.element(textbox("Name")).toBeVisible();
    expect(scheme(document.documentElement)).toBe("dark");
    expect(scheme(textbox("Name").element())).toBe("dark");
    const { style } = document.documentElement;
    expect(style.background.toLowerCase()).toContain("canvas");
    await unmount();
    expect([style.colorScheme, style.background]).toEqual(["", ""]);
  });

  test("leaves a Docs page its scheme", async () => {
    const globals = { widgetScheme: "dark" };
    await render(story({ globals, viewMode: "docs" }));
    await expect.element(textbox("Name")).toBeVisible();
    expect(scheme(document.documentElement)).not.toBe("dark");
    expect(scheme(textbox("Name").element())).toBe("dark");
  });
});
