import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { isObject } from "../../src/core/json.js";
import { validateWidget } from "../../src/schema/index.js";
import { mistakes } from "../schema/wrongWidgets.js";

// As the `imports` of package.json choose in development.
vi.mock(
  "../../src/renderer/checkWidget.js",
  () => import("../../src/renderer/checkWidget.development.js"),
);

/** What `onError` reports with the path of the node, in every build. */
const OF_NODES = /^(?:invalid-widget|unknown-(?:node|icon)|blocked-|limit)/;

const nodeOf = (path: string) =>
  /^(?:\/children(?:\/\d+)?)*/.exec(path)?.[0] ?? "";

/** Code and path of each issue, as `onError` has them. */
const expectedOf = (json: unknown) =>
  validateWidget(json).map(({ code, path }) =>
    OF_NODES.test(code) ? `${code} ${nodeOf(path)}` : `invalid-prop ${path}`,
  );

async function renderReported(json: unknown, props = {}) {
  const onError = vi.fn<(error: WidgetError) => void>();
  const elementOf = (widget: unknown) => (
    <WidgetRenderer
      widget={widget as WidgetNode}
      onError={onError}
      {...props}
    />
  );
  const { rerender } = await render(elementOf(json));
  return {
    update: (widget: unknown) => rerender(elementOf(widget)),
    reported: () =>
      onError.mock.calls.map(([{ code, path }]) => `${code} ${path}`),
  };
}

describe("in development", () => {
  // What is no object has no paths.
  test.for(mistakes.filter(([, { json }]) => isObject(json)))(
    "%s is reported once, where validateWidget finds it",
    async ([, { json }]) => {
      const { reported } = await renderReported(json);
      await expect.poll(reported).toEqual(expectedOf(json));
    },
  );

  test("an update is checked as well, and what stays wrong is not reported again", async () => {
    const box = { type: "Box", with: 12 };
    const { update, reported } = await renderReported(box);
    await expect.poll(reported).toEqual(["invalid-prop /with"]);
    await update({ ...box, height: 3, of: 4 });
    await expect
      .poll(reported)
      .toEqual(["invalid-prop /with", "invalid-prop /of"]);
  });

  test("components, icons and colours of the host are known", async () => {
    const json = {
      type: "Box",
      background: "brand",
      children: [
        { type: "Product", sku: 7 },
        { type: "Icon", name: "logo", sise: "sm" },
      ],
    };
    const { reported } = await renderReported(json, {
      components: { Product: () => <p>Cup</p> },
      icons: { logo: () => <svg /> },
      tokens: { brand: "#0f766e" },
    });
    await expect.poll(reported).toEqual(["invalid-prop /children/1/sise"]);
  });
});
