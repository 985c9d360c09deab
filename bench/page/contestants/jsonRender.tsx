// Components are the host's own in json-render, so they are those of
// floor-react. Texts that grow are bound to its state store, other changes are
// patches of the spec, as its `useUIStream` applies them.
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { applySpecPatch, type Spec } from "@json-render/core";
import {
  JSONUIProvider,
  Renderer,
  createStateStore,
  useBoundProp,
  type ComponentRegistry,
  type StateStore,
} from "@json-render/react";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Content } from "../content.js";
import { BlockMarkdown } from "./BlockMarkdown.js";

const handlers = { open: () => {} };

const noSelect = "brings no components; a Select would be the host's own";

export const jsonRender: Contestant = {
  name: "@json-render/react",
  write,
  mount(container, json) {
    const root = createRoot(container);
    let spec = json as Spec;
    const store = createStateStore(spec.state ?? {});
    const render = () =>
      flushSync(() => root.render(<Ui spec={spec} store={store} />));
    const setText = (id: string, text: string) => {
      const elements = { ...spec.elements };
      elements[id] = { ...elements[id]!, props: { ...elements[id]!.props } };
      spec = applySpecPatch(
        { ...spec, elements },
        { op: "replace", path: `/elements/${id}/props/value`, value: text },
      );
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
        if (id === STREAM) {
          const text = `${store.get("/text") as string}${delta}`;
          flushSync(() => store.set("/text", text));
        } else {
          setText(id, `${spec.elements[id]!.props["value"] as string}${delta}`);
        }
      },
      unmount: () => flushSync(() => root.unmount()),
    } satisfies Mounted;
  },
  mountAll(container, json) {
    const root = createRoot(container);
    const all = (json as Spec[]).map((spec) => ({
      spec,
      store: createStateStore(spec.state ?? {}),
    }));
    flushSync(() => root.render(all.map((one, i) => <Ui key={i} {...one} />)));
    return { unmount: () => flushSync(() => root.unmount()) };
  },
  lacks: {
    select: noSelect,
    "select-search": noSelect,
  },
};

function Ui({ spec, store }: { spec: Spec; store: StateStore }) {
  return (
    <JSONUIProvider registry={registry} store={store} handlers={handlers}>
      <Renderer spec={spec} registry={registry} />
    </JSONUIProvider>
  );
}

interface Props {
  element: { props: { value?: string; name?: string; label?: string } };
  children?: React.ReactNode;
  emit: (event: string) => void;
  bindings?: Record<string, string>;
}

const registry = {
  List: ({ children }: Props) => <ul className="list">{children}</ul>,
  Item: ({ children }: Props) => <li className="item">{children}</li>,
  Row: ({ children }: Props) => <div className="row">{children}</div>,
  Col: ({ children }: Props) => <div className="col">{children}</div>,
  Card: ({ children }: Props) => <div className="card">{children}</div>,
  Form: ({ children }: Props) => <form className="form">{children}</form>,
  Title: ({ element }: Props) => (
    <div className="title">{element.props.value}</div>
  ),
  Caption: ({ element }: Props) => (
    <div className="caption">{element.props.value}</div>
  ),
  Text: ({ element }: Props) => (
    <div className="text">{element.props.value}</div>
  ),
  Badge: ({ element }: Props) => (
    <span className="badge">{element.props.value}</span>
  ),
  Markdown: ({ element }: Props) => (
    <BlockMarkdown value={element.props.value ?? ""} />
  ),
  Button: ({ element, emit }: Props) => (
    <button type="button" className="button" onClick={() => emit("press")}>
      {element.props.value}
    </button>
  ),
  Field,
} as unknown as ComponentRegistry;

function Field({ element, bindings }: Props) {
  const { name, label } = element.props;
  const [value, setValue] = useBoundProp(
    element.props.value,
    bindings?.["value"],
  );
  return (
    <div className="field">
      <label htmlFor={name} className="label">
        {label}
      </label>
      <input
        id={name}
        name={name}
        className="input"
        value={value ?? ""}
        onChange={(event) => setValue(event.target.value)}
      />
    </div>
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
            add(`row-${id}`, "Row", {}, [
              add(`col-${id}`, "Col", {}, [
                add(id, "Title", { value: title }),
                add(`caption-${id}`, "Caption", { value: caption }),
              ]),
              add(`badge-${id}`, "Badge", { value: badge }),
              add(`button-${id}`, "Button", { value: button }),
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
            add(`badge-${i}`, "Badge", { value: badge }),
          ]),
        ),
        add(STREAM, content.markdown ? "Markdown" : "Text", {
          value: { $state: "/text" },
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
        add("send", "Button", { value: content.button }),
      ]);
      break;
    case "select":
      break;
    case "card":
      add("root", "Card", {}, [
        add("title", "Title", { value: content.title }),
        add("text", "Text", { value: content.text }),
        add("badge", "Badge", { value: content.badge }),
        add("button", "Button", { value: content.button }),
      ]);
  }
  return { root: "root", elements, state };
}
