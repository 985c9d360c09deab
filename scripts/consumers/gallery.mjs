// The page that every app shows: twelve widgets of our stories, and six parts in
// which light and dark are nested.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Together they have every node type, and every surface, field and popup. */
const names = [
  "checkout-form",
  "hotel-search",
  "expense-approval",
  "research-brief",
  "chart-report",
  "weather",
  "flight-choice",
  "email-draft",
  "task-list",
  "settings",
  "travel-itinerary",
  "poll",
];

/** What is opened in each scene: the part of the page, and the kind of field. */
export const popups = /** @type {const} */ ([
  ["checkout-form", "Select"],
  ["hotel-search", "DatePicker"],
  ["prop-dark", "Select"],
  ["prop-dark", "DatePicker"],
  ["prop-light", "Select"],
  ["scope-dark", "Select"],
]);

/**
 * @typedef {{ type: string, children?: Node[], [prop: string]: unknown }} Node
 */

/** @returns {Promise<Record<string, Node>>} */
async function readWidgets() {
  const entry = pathToFileURL("dist/template/index.js").href;
  /** @type {typeof import("../../src/template/index.js")} */
  const { parseWidgetFile, renderWidgetTemplate } = await import(entry);
  return Object.fromEntries(
    names.map((name) => {
      const path = join("stories/widgets", name);
      const file = parseWidgetFile(readFileSync(`${path}.widget`, "utf8"));
      const data = JSON.parse(readFileSync(`${path}.data.json`, "utf8"));
      const widget = renderWidgetTemplate(file, data);
      return [name, /** @type {Node} */ (widget)];
    }),
  );
}

/** A part of the page per widget, with the props of its WidgetRenderer. */
async function readParts() {
  const widgets = await readWidgets();
  /** @param {string} name @param {string} theme */
  const themed = (name, theme) => ({
    .../** @type {Node} */ (widgets[name]),
    theme,
  });
  return {
    ...Object.fromEntries(
      Object.entries(widgets).map(([name, widget]) => [name, { widget }]),
    ),
    "prop-dark": { theme: "dark", widget: widgets["hotel-search"] },
    "prop-light": { theme: "light", widget: widgets["hotel-search"] },
    "node-dark-and-light": {
      widget: {
        type: "Basic",
        children: [themed("email-draft", "dark"), themed("task-list", "light")],
      },
    },
    "light-in-dark": {
      theme: "dark",
      widget: {
        type: "Card",
        children: [
          { type: "Title", value: "Dark around light" },
          themed("settings", "light"),
        ],
      },
    },
    "scope-dark": { scope: "dark", widget: widgets["chart-report"] },
    "scope-light": { scope: "light", widget: widgets["expense-approval"] },
  };
}

/** The quick start of README, with more widgets. */
const component = `import { WidgetRenderer, type WidgetNode } from "widget-renderer";
import "widget-renderer/styles.css";
import "./gallery.css";
import json from "./widgets.json";

interface Part {
  widget: WidgetNode;
  theme?: "light" | "dark";
  scope?: string;
}

const parts = Object.entries(json as unknown as Record<string, Part>);

export function Gallery({ from = 0, to = parts.length }) {
  return (
    <>
      {parts.slice(from, to).map(([name, { widget, theme, scope }]) => (
        <section key={name} data-part={name} className={scope}>
          <WidgetRenderer widget={widget} theme={theme} />
        </section>
      ))}
    </>
  );
}
`;

/**
 * Outside the flow of the page, so that pictures begin at a whole pixel whatever
 * the app has around it. The classes are what a host sets schemes with.
 */
const css = `.gallery {
  position: absolute;
  inset: 0 auto auto 0;
  z-index: 1;
  box-sizing: border-box;
  width: 480px;
  margin: 0;
  padding: 16px;
  background: Canvas;
}
.gallery section { margin: 0 0 16px; padding: 0; }
.follows { color-scheme: light dark; }
.dark { color-scheme: dark; }
.light { color-scheme: light; }
`;

/** @param {string} folder */
export async function writeGallery(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Gallery.tsx"), component);
  writeFileSync(join(folder, "gallery.css"), css);
  const parts = JSON.stringify(await readParts(), null, 2);
  writeFileSync(join(folder, "widgets.json"), parts);
}
