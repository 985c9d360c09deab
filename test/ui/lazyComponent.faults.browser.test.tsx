import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent, type Locator } from "vitest/browser";
import type { WidgetError, WidgetNode } from "../../src/index.js";
import { form, input, send } from "../helpers/builders.js";
import { button, find, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

/** The files of the app, which a test does not serve. As a browser may, a failed import is tried again. */
const { network, served } = vi.hoisted(() => {
  const network = { isDown: false, requests: 0 };
  const served = async <T,>(load: () => PromiseLike<T>) => {
    network.requests += 1;
    if (network.isDown) throw new TypeError("Failed to fetch");
    return await load();
  };
  return { network, served };
});

vi.mock("../../src/nodes/load.js", async (original) => {
  const { loadChart, loadMarkdown } =
    await original<typeof import("../../src/nodes/load.js")>();
  return {
    loadChart: () => served(loadChart),
    loadMarkdown: () => served(loadMarkdown),
  };
});

vi.mock("virtual:lucide", async (original) => {
  const { default: groups } = await original<{
    default: typeof import("virtual:lucide").default;
  }>();
  return {
    default: groups.map(({ first, load }) => ({
      first,
      load: () => served(load),
    })),
  };
});

vi.mock("../../src/ui/useLoader.js", async (original) => {
  const { useLoader } =
    await original<typeof import("../../src/ui/useLoader.js")>();
  const loads = new WeakMap<object, () => Promise<never>>();
  const servedOnce = (load: () => Promise<never>) => {
    if (!loads.has(load)) loads.set(load, () => served(load));
    return loads.get(load)!;
  };
  return {
    useLoader: (load: () => Promise<never>, needed: unknown, field: never) =>
      useLoader(servedOnce(load), needed, field),
  };
});

interface Part {
  node: WidgetNode;
  /** What is shown without its code. */
  fallback: () => Locator;
  isLoaded: () => boolean;
  /** What the user does to try again. */
  retry: () => unknown;
  /** What its field sends. */
  values?: object;
}

const online = {
  retry: () => window.dispatchEvent(new Event("online")),
};

const parts: Record<string, Part> = {
  Markdown: {
    node: { type: "Markdown", value: "Some **bold** words" },
    fallback: () => page.getByText("Some bold words"),
    isLoaded: () => find("strong") !== null,
    ...online,
  },
  Chart: {
    node: {
      type: "Chart",
      data: [{ x: "Mon", y: 1200 }],
      series: [{ type: "bar", dataKey: "y", label: "Sales" }],
      xAxis: "x",
    },
    fallback: () => page.getByRole("cell", { name: "1200" }),
    isLoaded: () => find(".wr-Chart svg") !== null,
    ...online,
  },
  "a lucide icon": {
    node: {
      type: "Button",
      label: "Launch",
      iconStart: "lucide:rocket",
      onClickAction: { type: "launch" },
    },
    fallback: () => button("Launch"),
    isLoaded: () => find(".lucide-rocket") !== null,
    ...online,
  },
  Select: {
    node: {
      type: "Select",
      name: "seat",
      defaultValue: "a",
      options: [{ value: "a", label: "Aisle" }],
    },
    fallback: () => page.getByText("Aisle"),
    isLoaded: () => find("[role=listbox]") !== null,
    retry: async () => {
      page.getByRole("combobox").element().focus();
      // What was typed before is no obstacle for the keys that open it.
      await userEvent.keyboard("a{ArrowDown}");
    },
    values: { seat: "a" },
  },
  DatePicker: {
    node: { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
    fallback: () => page.getByText("Nov 12, 2026"),
    isLoaded: () => find("[role=dialog] table") !== null,
    retry: () => page.getByText("Nov 12, 2026").click(),
    values: { day: "2026-11-12" },
  },
};

test.each(Object.entries(parts))(
  "%s whose code cannot be loaded stays readable, its form is sent, and a retry loads it",
  async (_, { node, fallback, isLoaded, retry, values }) => {
    Object.assign(network, { isDown: true, requests: 0 });
    const host = recordingHost();
    await render(widgetElement(form(input("note"), node, send), host));
    await vi.waitFor(() => expect(host.codes()).toEqual(["render"]));
    const [{ path, message, cause }] = host.errors as [WidgetError];
    expect(path).toBe("/children/1");
    expect(message).toContain("could not be loaded");
    // It says which file.
    expect(message).toContain((cause as Error).message);
    await expect.element(fallback()).toBeInTheDocument();
    await textbox("note").fill("typed");
    await button("Send").click();
    expect(host.sent()).toEqual([
      { type: "save", payload: { note: "typed", ...values } },
    ]);

    // It may be tried too early.
    const { requests } = network;
    await retry();
    await vi.waitFor(() => expect(network.requests).toBeGreaterThan(requests));
    await expect.element(fallback()).toBeInTheDocument();
    expect(isLoaded()).toBe(false);

    network.isDown = false;
    await vi.waitFor(async () => {
      await retry();
      await vi.waitFor(() => expect(isLoaded()).toBe(true), { timeout: 3_000 });
    });
    expect(host.codes()).toEqual(["render"]);
    expect(find("input[name=note]")).toHaveValue("typed");
  },
);
