// A2UI 0.9 with a catalogue of the host's: the elements of this library, and those
// of floor-react.
import { STREAM } from "../contestant.js";
import type { Content } from "../content.js";
import * as lean from "../elements/lean.js";
import { leanMarkdown, oursMarkdown } from "../elements/markdown.js";
import * as same from "../elements/ours.js";
import { createCatalog } from "./a2uiCatalog.js";
import { a2uiContestant, type Sent } from "./a2uiSurface.js";

export const a2ui = a2uiContestant("a2ui", {
  like: "ours",
  catalog: createCatalog(same, oursMarkdown),
  write,
});

export const a2uiLean = a2uiContestant("a2ui-lean", {
  like: "floor-react",
  catalog: createCatalog(lean, leanMarkdown),
  write,
  lacks: { size: "would be a2ui again" },
});

const action = { event: { name: "open" } };

function write(content: Content): Sent {
  switch (content.kind) {
    case "list":
      return {
        components: [
          {
            id: "root",
            component: "List",
            children: { componentId: "item", path: "/items" },
          },
          { id: "item", component: "Item", child: "row" },
          {
            id: "row",
            component: "Row",
            flex: 1,
            gap: 3,
            children: ["col", "badge", "button"],
          },
          {
            id: "col",
            component: "Col",
            flex: 1,
            gap: 1,
            children: ["title", "caption"],
          },
          { id: "title", component: "Title", value: { path: "title" } },
          { id: "caption", component: "Caption", value: { path: "caption" } },
          { id: "badge", component: "Badge", label: { path: "badge" } },
          {
            id: "button",
            component: "Button",
            label: { path: "button" },
            action,
          },
        ],
        data: { items: content.items },
      };
    case "article":
      return {
        components: [
          {
            id: "root",
            component: "Card",
            children: [...content.rows.map((_, i) => `row${i}`), STREAM],
          },
          ...content.rows.flatMap(({ caption, badge }, i) => [
            {
              id: `row${i}`,
              component: "Row",
              children: [`caption${i}`, `badge${i}`],
            },
            { id: `caption${i}`, component: "Caption", value: caption },
            { id: `badge${i}`, component: "Badge", label: badge },
          ]),
          {
            id: STREAM,
            component: content.markdown ? "Markdown" : "Text",
            value: { path: "/text" },
            ...(!content.markdown && { streaming: true }),
          },
        ],
        data: { text: content.text },
      };
    case "form":
      return {
        components: [
          {
            id: "root",
            component: "Form",
            children: [...content.fields.map(({ name }) => name), "send"],
          },
          ...content.fields.map(({ name, label }) => ({
            id: name,
            component: "Field",
            name,
            label,
            value: { path: `/${name}` },
          })),
          { id: "send", component: "Button", label: content.button, action },
        ],
        data: Object.fromEntries(
          content.fields.map(({ name, value }) => [name, value]),
        ),
      };
    case "select":
      return { components: [], data: {} };
    case "card":
      return {
        components: [
          {
            id: "root",
            component: "Card",
            children: ["title", "text", "badge", "button"],
          },
          { id: "title", component: "Title", value: content.title },
          { id: "text", component: "Text", value: content.text },
          { id: "badge", component: "Badge", label: content.badge },
          { id: "button", component: "Button", label: content.button, action },
        ],
        data: {},
      };
  }
}
