import { cleanup, render } from "@testing-library/react";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { describe, expect, test, vi } from "vitest";
import type {
  WidgetProviderProps,
  WidgetRendererProps,
} from "../../src/index.js";
import { validateWidget } from "../../src/schema/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as object;

const filesIn = (folder: string, end: string) =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(end))
    : [];

test.each(Object.entries(read("scripts/reference/samples.json")))(
  "the sample of %s is valid",
  (_, json) => {
    expect(validateWidget(json)).toEqual([]);
  },
);

const widgets = "stories/widgets";

test.each(filesIn(widgets, ".widget"))("%s is valid", (name) => {
  const file = parseWidgetFile(readFileSync(join(widgets, name), "utf8"));
  const data = read(join(widgets, name.replace(".widget", ".data.json")));
  expect(validateWidget(renderWidgetTemplate(file, data))).toEqual([]);
});

const corpus = join(import.meta.dirname, "../../../shared/corpus/widget-files");

describe.runIf(existsSync(corpus))("widgets of others", () => {
  test.each(filesIn(corpus, ".json"))("%s is valid", (name) => {
    expect(validateWidget(read(join(corpus, name)))).toEqual([]);
  });

  test.each(filesIn(corpus, ".widget"))("%s is valid", (name) => {
    const file = parseWidgetFile(readFileSync(join(corpus, name), "utf8"));
    const issues = validateWidget(file.outputJsonPreview);
    // A property that nobody reads is ignored.
    expect(issues.filter(({ code }) => code !== "unknown-prop")).toEqual([]);
  });
});

/** What renderers were given while a story rendered. */
const rendered: WidgetRendererProps[] = [];

/** What providers around them were given. */
let provided: Partial<WidgetRendererProps> = {};

vi.mock("../../src/index.js", async (original) => ({
  ...(await original<object>()),
  WidgetRenderer: (props: WidgetRendererProps) => {
    rendered.push(props);
    return null;
  },
  WidgetProvider: (props: WidgetProviderProps) => {
    provided = { ...provided, ...props };
    return props.children;
  },
}));

interface Story {
  loaders?: (() => Promise<object>)[];
  args?: object;
  render?: (args: object, context: object) => React.ReactNode;
}

const modules = import.meta.glob<Record<string, Story>>(
  "../../stories/**/*.stories.tsx",
);

/** Stories of what the renderer does with wrong JSON: the paths of what is wrong in them. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  "Tolerance UnknownNode": ["/children/1/type", "/children/2/type"],
  "Tolerance LooseJson": [
    "/children/1/size",
    "/children/2/children/0/color",
    "/children/2/children/1/disabled",
    "/children/2/children/3/name",
  ],
  "Icon OtherNames": ["/children/3/name"],
};

test.for(Object.entries(modules))("%s is valid", async ([path, load]) => {
  const { default: meta, ...stories } = await load();
  let found = 0;
  for (const [name, story] of Object.entries(stories)) {
    rendered.splice(0);
    provided = {};
    const renderStory = story.render ?? meta?.render;
    if (!renderStory) continue;
    const args = { ...meta?.args, ...story.args };
    const loaded = await (story.loaders ?? meta?.loaders)?.[0]?.();
    const context = { loaded, globals: {} };
    render(createElement(() => renderStory(args, context)));
    const issues = rendered.flatMap(({ widget, ...props }) => {
      const { components, icons, tokens } = { ...provided, ...props };
      return validateWidget(widget, {
        components,
        icons: Object.keys(icons ?? {}),
        tokens,
      });
    });
    found += rendered.length;
    cleanup();
    const file = /(\w+)\.stories/.exec(path)?.[1];
    const wrong = WRONG[`${file} ${name}`];
    if (wrong) {
      expect([...new Set(issues.map(({ path }) => path))]).toEqual(wrong);
    } else expect({ name, issues }).toEqual({ name, issues: [] });
  }
  // The texts of the playground are opened by its component. A chat has no widget before its server has answered, and a model before it has written.
  if (!/Chat\.|Streaming\.|playground\/Texts\./.test(path))
    expect(found).toBeGreaterThan(0);
});
