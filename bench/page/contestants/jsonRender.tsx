// json-render brings no components: they are the host's, here with the elements of
// this library and with those of floor-react. Texts that grow are bound to its state
// store, other changes are patches of the spec, as its `useUIStream` applies them.
// Each widget has its providers, because each spec has its state.
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { applySpecPatch, type Spec } from "@json-render/core";
import {
  JSONUIProvider,
  Renderer,
  createStateStore,
  type ComponentRegistry,
  type StateStore,
} from "@json-render/react";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Content } from "../content.js";
import * as lean from "../elements/lean.js";
import { leanMarkdown, oursMarkdown } from "../elements/markdown.js";
import * as same from "../elements/ours.js";
import { createRegistry } from "./jsonRenderRegistry.js";

const handlers = { open: () => {} };

const noSelect = "brings no components; a Select would be the host's";

export const jsonRender = contestant("json-render", "ours", {
  registry: createRegistry(same, oursMarkdown),
});

export const jsonRenderLean = contestant("json-render-lean", "floor-react", {
  registry: createRegistry(lean, leanMarkdown),
  lacks: { size: "would be json-render again" },
});

function contestant(
  name: string,
  like: string,
  {
    registry,
    lacks = {},
  }: { registry: ComponentRegistry; lacks?: Contestant["lacks"] },
): Contestant {
  return {
    name,
    kind: "peer",
    like,
    write,
    mount(container, json) {
      const root = createRoot(container);
      let spec = json as Spec;
      const store = createStateStore(spec.state ?? {});
      const render = () =>
        flushSync(() =>
          root.render(<Ui spec={spec} store={store} registry={registry} />),
        );
      const setText = (id: string, text: string) => {
        // The patch changes the spec in place, and memoised components compare
        // their element: a new object for it and for the spec.
        const { elements } = spec;
        elements[id] = { ...elements[id]!, props: { ...elements[id]!.props } };
        spec = {
          ...applySpecPatch(spec, {
            op: "replace",
            path: `/elements/${id}/props/value`,
            value: text,
          }),
        };
        render();
      };
      render();
      return {
        replace(next) {
          spec = next as Spec;
          render();
        },
        setText,
        append(id, delta) {
          if (id === STREAM) grow(store, delta);
          else {
            setText(
              id,
              `${spec.elements[id]!.props["value"] as string}${delta}`,
            );
          }
        },
        unmount: () => flushSync(() => root.unmount()),
      } satisfies Mounted;
    },
    mountAll: (container, json) => mountAll(container, json as Spec[]),
    live(container, thread) {
      const mounted = mountAll(container, thread.widgets as Spec[]);
      thread.listen(({ at, delta }) => grow(mounted.stores[at]!, delta));
      return mounted;
    },
    lacks: { select: noSelect, "select-search": noSelect, ...lacks },
  };

  function mountAll(container: HTMLElement, specs: Spec[]) {
    const root = createRoot(container);
    const stores = specs.map(({ state }) => createStateStore(state ?? {}));
    flushSync(() =>
      root.render(
        specs.map((spec, i) => (
          <Ui key={i} spec={spec} store={stores[i]!} registry={registry} />
        )),
      ),
    );
    return { stores, unmount: () => flushSync(() => root.unmount()) };
  }
}

function grow(store: StateStore, delta: string) {
  const text = `${store.get("/text") as string}${delta}`;
  flushSync(() => store.set("/text", text));
}

function Ui({
  spec,
  store,
  registry,
}: {
  spec: Spec;
  store: StateStore;
  registry: ComponentRegistry;
}) {
  return (
    <JSONUIProvider registry={registry} store={store} handlers={handlers}>
      <Renderer spec={spec} registry={registry} />
    </JSONUIProvider>
  );
}

interface Element {
  type: string;
  props: Record<string, unknown>;
  children?: string[];
  on?: object;
}

function write(content: Content): unknown {
  const elements: Record<string, Element> = {};
  const add = (
    id: string,
    type: string,
    props: Record<string, unknown> = {},
    children?: string[],
  ) => {
    elements[id] = { type, props, ...(children && { children }) };
    if (type === "Button") elements[id].on = { press: { action: "open" } };
    return id;
  };
  const state: Record<string, unknown> = {};
  switch (content.kind) {
    case "list":
      add(
        "root",
        "List",
        {},
        content.items.map(({ id, title, caption, badge, button }) =>
          add(`item-${id}`, "Item", {}, [
            add(`row-${id}`, "Row", { flex: 1, gap: 3 }, [
              add(`col-${id}`, "Col", { flex: 1, gap: 1 }, [
                add(id, "Title", { value: title }),
                add(`caption-${id}`, "Caption", { value: caption }),
              ]),
              add(`badge-${id}`, "Badge", { label: badge }),
              add(`button-${id}`, "Button", { label: button }),
            ]),
          ]),
        ),
      );
      break;
    case "article":
      state["text"] = content.text;
      add("root", "Card", {}, [
        ...content.rows.map(({ caption, badge }, i) =>
          add(`row-${i}`, "Row", {}, [
            add(`caption-${i}`, "Caption", { value: caption }),
            add(`badge-${i}`, "Badge", { label: badge }),
          ]),
        ),
        add(STREAM, content.markdown ? "Markdown" : "Text", {
          value: { $state: "/text" },
          streaming: true,
        }),
      ]);
      break;
    case "form":
      add("root", "Form", {}, [
        ...content.fields.map(({ name, label, value }) => {
          state[name] = value;
          return add(name, "Field", {
            name,
            label,
            value: { $bindState: `/${name}` },
          });
        }),
        add("send", "Button", { label: content.button }),
      ]);
      break;
    case "select":
      break;
    case "card":
      add("root", "Card", {}, [
        add("title", "Title", { value: content.title }),
        add("text", "Text", { value: content.text }),
        add("badge", "Badge", { label: content.badge }),
        add("button", "Button", { label: content.button }),
      ]);
  }
  return { root: "root", elements, state };
}
