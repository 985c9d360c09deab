import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { textsOf } from "../../../playground/examples.js";
import { addressed } from "../../../playground/nodes/addresses.js";
import { nodesOf } from "../../../playground/nodes/nodeList.js";
import { assignKeys } from "../../../src/renderer/assignKeys.js";
import { WidgetRenderer } from "../../../src/index.js";
import { childrenOf } from "../../../src/core/nodeTree.js";
import { widgetFiles } from "../../../stories/widgets/files.js";

function renderAddressed(json: unknown) {
  const addresses = addressed(json);
  const { container } = render(
    <WidgetRenderer widget={addresses.widget} onError={() => {}} />,
  );
  return {
    addresses,
    container,
    textOf: (path: string) =>
      addresses
        .elementsOf(container, path)
        .map(({ textContent }) => textContent)
        .join(" | "),
  };
}

const examples = Object.keys(widgetFiles);
const jsonOf = (name: string): unknown =>
  JSON.parse(textsOf(`widgets/${name}`).json);

describe("addressed", () => {
  it.each(examples)("finds the nodes of %s on the page, and back", (name) => {
    const json = jsonOf(name);
    const { addresses, container } = renderAddressed(json);
    const shown = nodesOf(json).filter(
      ({ path }) => addresses.elementsOf(container, path).length > 0,
    );
    // A list shows its first rows, and a folded card no body.
    expect(shown.length).toBeGreaterThan(nodesOf(json).length / 3);
    for (const { path, type } of shown) {
      const [element] = addresses.elementsOf(container, path);
      expect(element).toHaveClass(`wr-${type.replace(".", "")}`);
      expect(addresses.pathOf(container, element!)).toBe(path);
    }
  });

  it.each(examples)("leaves the nodes of %s the keys that they had", (name) => {
    const json = jsonOf(name);
    const before = nodesOf(json);
    const after = nodesOf(addressed(json).widget);
    const keys = (nodes: typeof before) =>
      nodes.map(({ json }) => assignKeys(childrenOf(json), []));
    expect(keys(after)).toEqual(keys(before));
  });

  it("keeps ids, also one that is there twice", () => {
    const { container, textOf } = renderAddressed({
      type: "Col",
      children: [
        { type: "Text", id: "t", value: "a" },
        { type: "Text", id: "t", value: "b" },
        { type: "Text", value: "c" },
      ],
    });
    expect(container.querySelectorAll('[data-node-id="t"]')).toHaveLength(2);
    expect(["/children/0", "/children/1", "/children/2"].map(textOf)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("finds what is in a node that renders nothing itself", () => {
    const { textOf } = renderAddressed({
      type: "Titel",
      children: [
        { type: "Text", value: "a" },
        { type: "Text", value: "b" },
      ],
    });
    expect(textOf("")).toBe("a | b");
  });

  it("gives no name to the field of a text without one", () => {
    const { widget } = addressed({ type: "Text", value: "a", editable: true });
    expect(widget).toEqual({ type: "Text", value: "a", editable: true });
  });
});
