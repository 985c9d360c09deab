// The basic catalogue of A2UI 0.9, with a Badge of the host's, which it lacks.
import { renderMarkdown } from "@a2ui/markdown-it";
import {
  MarkdownContext,
  basicCatalog,
  createComponentImplementation,
} from "@a2ui/react/v0_9";
import { Catalog, CommonSchemas } from "@a2ui/web_core/v0_9";
import { z } from "zod";
import { STREAM } from "../contestant.js";
import type { Content } from "../content.js";
import { a2uiContestant, type Sent } from "./a2uiSurface.js";

const Badge = createComponentImplementation(
  { name: "Badge", schema: z.object({ label: CommonSchemas.DynamicString }) },
  ({ props }) => <span className="badge">{props.label}</span>,
);

export const a2uiBasic = a2uiContestant("a2ui-basic", {
  catalog: new Catalog(
    "bench",
    [...basicCatalog.components.values(), Badge],
    [...basicCatalog.functions.values()],
  ),
  write,
  MarkdownProvider: ({ children }) => (
    <MarkdownContext.Provider value={renderMarkdown}>
      {children}
    </MarkdownContext.Provider>
  ),
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
            children: { componentId: "row", path: "/items" },
          },
          {
            id: "row",
            component: "Row",
            align: "center",
            children: ["col", "badge", "button"],
          },
          {
            id: "col",
            component: "Column",
            weight: 1,
            children: ["title", "caption"],
          },
          {
            id: "title",
            component: "Text",
            variant: "h5",
            text: { path: "title" },
          },
          {
            id: "caption",
            component: "Text",
            variant: "caption",
            text: { path: "caption" },
          },
          { id: "badge", component: "Badge", label: { path: "badge" } },
          { id: "button", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: { path: "button" } },
        ],
        data: { items: content.items },
      };
    case "article":
      return {
        components: [
          { id: "root", component: "Card", child: "all" },
          {
            id: "all",
            component: "Column",
            children: [...content.rows.map((_, i) => `row${i}`), STREAM],
          },
          ...content.rows.flatMap(({ caption, badge }, i) => [
            {
              id: `row${i}`,
              component: "Row",
              children: [`caption${i}`, `badge${i}`],
            },
            {
              id: `caption${i}`,
              component: "Text",
              variant: "caption",
              text: caption,
            },
            { id: `badge${i}`, component: "Badge", label: badge },
          ]),
          { id: STREAM, component: "Text", text: { path: "/text" } },
        ],
        data: { text: content.text },
      };
    case "form":
      return {
        components: [
          {
            id: "root",
            component: "Column",
            children: [...content.fields.map(({ name }) => name), "send"],
          },
          ...content.fields.map(({ name, label }) => ({
            id: name,
            component: "TextField",
            label,
            value: { path: `/${name}` },
          })),
          { id: "send", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: content.button },
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
          { id: "root", component: "Card", child: "all" },
          {
            id: "all",
            component: "Column",
            children: ["title", "text", "badge", "button"],
          },
          {
            id: "title",
            component: "Text",
            variant: "h5",
            text: content.title,
          },
          { id: "text", component: "Text", text: content.text },
          { id: "badge", component: "Badge", label: content.badge },
          { id: "button", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: content.button },
        ],
        data: {},
      };
  }
}
