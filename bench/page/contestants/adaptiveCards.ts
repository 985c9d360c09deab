// A card is parsed into an object model and mounted from it. There is no update:
// a new JSON is a new card.
import { AdaptiveCard, HostConfig } from "adaptivecards";
import type { Contestant } from "../contestant.js";
import type { Content } from "../content.js";

const hostConfig = new HostConfig({ actions: { maxActions: 5 } });
const again =
  "has no updates: a changed card is rendered again, as measured under “whole new JSON”";

const noSelect =
  "its choices are a native select, whose list the browser shows";

export const adaptiveCards: Contestant = {
  name: "adaptivecards",
  kind: "peer",
  write,
  mount(container, json) {
    container.append(render(json));
    return {
      replace: (next) => container.replaceChildren(render(next)),
      unmount: () => container.replaceChildren(),
    };
  },
  mountAll(container, json) {
    for (const one of json) container.append(render(one));
    return { unmount: () => container.replaceChildren() };
  },
  lacks: {
    delta: again,
    component: again,
    "stream-text": again,
    "stream-markdown": again,
    live: again,
    select: noSelect,
    "select-search": noSelect,
  },
};

function render(json: unknown): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = () => {};
  card.parse(json);
  return card.render()!;
}

const text = (text: string, more: object = {}) => ({
  type: "TextBlock",
  text,
  ...more,
});

const button = (title: string) => ({
  type: "ActionSet",
  actions: [{ type: "Action.Submit", title }],
});

const column = (width: string, ...items: object[]) => ({
  type: "Column",
  width,
  items,
});

function write(content: Content): unknown {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: body(content),
  };
}

function body(content: Content): object[] {
  switch (content.kind) {
    case "list":
      return content.items.map((item) => ({
        type: "ColumnSet",
        columns: [
          column(
            "stretch",
            text(item.title, { weight: "Bolder" }),
            text(item.caption, { size: "Small", isSubtle: true }),
          ),
          column("auto", text(item.badge)),
          column("auto", button(item.button)),
        ],
      }));
    case "form":
      return [
        ...content.fields.map(({ name, label, value }) => ({
          type: "Input.Text",
          id: name,
          label,
          value,
        })),
        button(content.button),
      ];
    case "card":
      return [
        text(content.title, { weight: "Bolder" }),
        text(content.text, { wrap: true }),
        text(content.badge),
        button(content.button),
      ];
    default:
      return [];
  }
}
