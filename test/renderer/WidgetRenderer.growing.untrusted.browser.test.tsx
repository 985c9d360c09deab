import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import "../../src/styles/index.css";
import { growReply, type GrowingReply } from "../helpers/growingReply.js";
import type { WidgetProps } from "../helpers/widgetElement.js";

let reply: GrowingReply;
afterEach(() => reply.remove());

/** Lets a reply grow, and calls `check` at each step. */
async function grow(
  json: unknown,
  props: WidgetProps,
  check: (container: HTMLElement) => void = () => undefined,
) {
  reply = growReply(JSON.stringify(json), props);
  while (await reply.next(7)) {
    const early = reply.errors.filter(
      ({ code }) => !code.startsWith("blocked"),
    );
    if (reply.isGrowing()) expect(early).toEqual([]);
    check(reply.container);
  }
  await reply.end();
  check(reply.container);
}

const texts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    type: "Text",
    value: `text ${i}`,
  }));

const nest = (depth: number): object =>
  depth === 0
    ? { type: "Text", value: "end" }
    : { type: "Col", children: [nest(depth - 1)] };

describe("limits", () => {
  test.each<[string, object, Required<WidgetProps>["limits"], string, number]>([
    [
      "nodes",
      { type: "Col", children: texts(30) },
      { nodes: 6 },
      ".wr-Text",
      6,
    ],
    ["depth", nest(20), { depth: 5 }, ".wr-Col", 5],
    [
      "points",
      {
        type: "Chart",
        xAxis: "x",
        series: [{ type: "bar", dataKey: "y", label: "Y" }],
        data: Array.from({ length: 30 }, (_, x) => ({ x, y: 1 })),
      },
      { points: 4 },
      // The last one may be the notice.
      "tbody tr",
      5,
    ],
  ])(
    "of %s are in force while a widget grows, and reported once",
    async (_, json, limits, selector, max) => {
      await grow(json, { limits }, (container) => {
        expect(container.querySelectorAll(selector).length).toBeLessThanOrEqual(
          max,
        );
      });
      expect(reply.errors.map(({ code }) => code)).toEqual(["limit"]);
    },
  );

  test("of texts are in force while one grows", async () => {
    await grow(
      { type: "Text", value: "word ".repeat(40) },
      { limits: { text: 50 } },
      (container) => {
        expect(container.textContent.length).toBeLessThan(200);
      },
    );
    expect(reply.errors.map(({ code }) => code)).toEqual(["limit"]);
  });
});

test("no action runs without the user, whatever comes", async () => {
  const action = (type: string) => ({ type, payload: { all: true } });
  const onAction = vi.fn();
  const sendAction = vi.fn();
  await grow(
    {
      type: "Card",
      asForm: true,
      confirm: { label: "Yes", action: action("confirm") },
      cancel: {
        label: "No",
        action: { ...action("cancel"), handler: "client" },
      },
      children: [
        {
          type: "Input",
          name: "a",
          defaultValue: "b",
          autoFocus: true,
          autoSubmit: true,
        },
        {
          type: "Checkbox",
          name: "c",
          label: "C",
          onChangeAction: action("check"),
          defaultChecked: true,
        },
        {
          type: "Select",
          name: "d",
          options: [{ label: "D", value: "d" }],
          onChangeAction: action("select"),
          defaultValue: "d",
        },
        {
          type: "RadioGroup",
          name: "e",
          ariaLabel: "E",
          options: [{ label: "E", value: "e" }],
          onChangeAction: action("radio"),
          defaultValue: "e",
        },
        {
          type: "DatePicker",
          name: "f",
          onChangeAction: action("date"),
          defaultValue: "2026-03-14",
        },
        {
          type: "Button",
          label: "Go",
          submit: true,
          onClickAction: { ...action("click"), handler: "client" },
        },
        {
          type: "Button",
          label: "Load",
          onLoad: action("load"),
          onClickAction: { ...action("load"), trigger: "load" },
        },
        { type: "Form", onSubmitAction: action("submit"), children: [] },
        {
          type: "ListView",
          children: [
            {
              type: "ListViewItem",
              onClickAction: action("row"),
              children: [{ type: "Text", value: "Row" }],
            },
          ],
        },
      ],
    },
    { onAction, sendAction },
  );
  expect(onAction).not.toHaveBeenCalled();
  expect(sendAction).not.toHaveBeenCalled();
});

test("nothing loads or links that `transformUrl` does not allow, at no moment", async () => {
  const bad = "https://stranger.invalid/p.png?secret=1";
  const transformUrl = vi.fn((url: string) =>
    new URL(url).hostname === "good.invalid" ? url : null,
  );
  const loaded: string[] = [];
  const observer = new PerformanceObserver((list) => {
    loaded.push(...list.getEntries().map(({ name }) => name));
  });
  observer.observe({ type: "resource" });
  await grow(
    {
      type: "Card",
      status: { text: "Status", favicon: bad },
      background: `url(${bad})`,
      children: [
        { type: "Image", src: bad, alt: "a", size: 40 },
        {
          type: "Image",
          src: "https://good.invalid/p.png",
          alt: "b",
          size: 40,
        },
        {
          type: "Markdown",
          value: `![a](${bad}) [b](${bad}) <img src="${bad}"> ${bad} ![c][d]\n\n[d]: ${bad}\n\n**end**`,
        },
        {
          type: "Box",
          background: `image-set("${bad}" 1x)`,
          border: { size: 1, color: `url(${bad})` },
          children: [],
        },
        { type: "Text", value: "a", color: `url(${bad})` },
      ],
    },
    { transformUrl },
    (container) => {
      for (const element of container.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          if (name !== "title") expect(value, name).not.toContain("stranger");
        }
      }
    },
  );
  await expect
    .poll(() => loaded.filter((name) => name.includes("good.invalid")))
    .not.toEqual([]);
  loaded.push(...observer.takeRecords().map(({ name }) => name));
  observer.disconnect();
  expect(loaded.join()).not.toContain("stranger");
  expect(new Set(transformUrl.mock.calls.map(([url]) => url))).toEqual(
    new Set([bad, "https://good.invalid/p.png"]),
  );
  const reports = reply.errors.map(
    ({ code, path, message }) => `${code} ${path} ${message}`,
  );
  expect(reports).toHaveLength(new Set(reports).size);
  expect(reports).toContainEqual(
    expect.stringMatching(/^blocked-url \/children\/0 /),
  );
});

test("what a button does is in its action, whatever its label says", async () => {
  const sendAction = vi.fn();
  await grow(
    {
      type: "Button",
      label: "Keep my files",
      onClickAction: { type: "files.delete", payload: { all: true } },
    },
    { sendAction },
  );
  await page.getByRole("button", { name: "Keep my files" }).click();
  expect(sendAction.mock.calls.map(([action]) => action as unknown)).toEqual([
    { type: "files.delete", payload: { all: true } },
  ]);
});
