// The least that a browser must do: elements made by hand, changes made where
// they belong.
import type { Contestant, Mounted } from "../contestant.js";
import { STREAM } from "../contestant.js";
import type { Content } from "../content.js";

export const floorDom: Contestant = {
  name: "floor-dom",
  kind: "floor",
  like: "floor-react",
  write: (content) => content,
  mount(container, json) {
    const texts = new Map<string, Text>();
    let shown = json as Content;
    container.append(render(shown, texts));
    return {
      replace(next) {
        update(shown, next as Content, texts);
        shown = next as Content;
      },
      setText(id, text) {
        texts.get(id)!.data = text;
      },
      append(id, delta) {
        texts.get(id)!.appendData(delta);
      },
      unmount: () => container.replaceChildren(),
    } satisfies Mounted;
  },
  mountAll(container, json) {
    for (const one of json) container.append(render(one as Content, new Map()));
    return { unmount: () => container.replaceChildren() };
  },
  live(container, thread) {
    const texts = thread.widgets.map((one) => {
      const texts = new Map<string, Text>();
      container.append(render(one as Content, texts));
      return texts;
    });
    thread.listen(({ at, id, delta }) => texts[at]!.get(id)!.appendData(delta));
    return { unmount: () => container.replaceChildren() };
  },
  lacks: {
    "stream-markdown":
      "has no Markdown; the one to compare with is floor-react",
  },
};

type Attributes = Record<string, string>;

function el(
  tag: string,
  attributes: Attributes,
  ...children: (Node | string)[]
) {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    element.setAttribute(name, attributes[name]!);
  }
  element.append(...children);
  return element;
}

function button(label: string, className = "button") {
  const element = el("button", { type: "button", class: className }, label);
  element.addEventListener("click", () => {});
  return element;
}

function render(content: Content, texts: Map<string, Text>): HTMLElement {
  switch (content.kind) {
    case "list": {
      const list = el("ul", { class: "list" });
      for (const item of content.items) {
        const title = document.createTextNode(item.title);
        texts.set(item.id, title);
        list.append(
          el(
            "li",
            { class: "item" },
            el(
              "div",
              { class: "row" },
              el(
                "div",
                { class: "col" },
                el("div", { class: "title" }, title),
                el("div", { class: "caption" }, item.caption),
              ),
              el("span", { class: "badge" }, item.badge),
              button(item.button),
            ),
          ),
        );
      }
      return list;
    }
    case "article": {
      const card = el("div", { class: "card" });
      for (const { caption, badge } of content.rows) {
        card.append(
          el(
            "div",
            { class: "row" },
            el("div", { class: "caption" }, caption),
            el("span", { class: "badge" }, badge),
          ),
        );
      }
      const text = document.createTextNode(content.text);
      texts.set(STREAM, text);
      card.append(el("div", { class: "text" }, text));
      return card;
    }
    case "form": {
      const form = el("form", { class: "form" });
      const values: Record<string, string> = {};
      for (const { name, label, value } of content.fields) {
        const input = el("input", { id: name, name, class: "input", value });
        values[name] = value;
        input.addEventListener("input", () => {
          values[name] = (input as HTMLInputElement).value;
        });
        form.append(
          el(
            "div",
            { class: "field" },
            el("label", { for: name, class: "label" }, label),
            input,
          ),
        );
      }
      form.append(button(content.button));
      return form;
    }
    case "select": {
      const box = el("div", { class: "select" });
      const trigger = button(content.placeholder);
      trigger.addEventListener("click", () => {
        box.append(
          el(
            "div",
            { class: "popup" },
            content.searchable
              ? el("input", { class: "input", "aria-label": "Search" })
              : "",
            el(
              "div",
              { class: "options" },
              ...content.options.map((label) => button(label, "option")),
            ),
          ),
        );
      });
      box.append(trigger);
      return box;
    }
    case "card":
      return el(
        "div",
        { class: "card" },
        el("div", { class: "title" }, content.title),
        el("div", { class: "text" }, content.text),
        el("span", { class: "badge" }, content.badge),
        button(content.button),
      );
  }
}

/** Only titles change in what is measured. */
function update(before: Content, after: Content, texts: Map<string, Text>) {
  if (before.kind !== "list" || after.kind !== "list") return;
  for (const [i, { id, title }] of after.items.entries()) {
    if (before.items[i]!.title !== title) texts.get(id)!.data = title;
  }
}
