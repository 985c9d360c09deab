// @vitest-environment node
import { join } from "node:path";
import { toId, storyNameFromExport } from "storybook/internal/csf";
import { describe, expect, test } from "vitest";
import { widgetIndexer } from "../../src/storybook/indexer.js";
import { WIDGET_FILE } from "../../src/storybook/storyList.js";
import { folderOf } from "../helpers/commandLine.js";

const encode = (defaultState: unknown) =>
  Buffer.from(JSON.stringify({ defaultState })).toString("base64url");

const template = { version: "1.0", template: '{"type":"Text","value":"a"}' };

const withData = { ...template, encodedWidget: encode({ who: "Ada" }) };

const indexer = widgetIndexer(["Docs"]);

/** The stories of a file, as Storybook has them in its index. */
async function storiesOf(file: string, files: Record<string, unknown>) {
  const inputs = await indexer.createIndex(join(folderOf(files), file), {
    makeTitle: (title) => title ?? "folder/title",
  });
  return inputs.map((input) => {
    if (input.type !== "story") throw new Error("a story");
    const name = storyNameFromExport(input.exportName);
    return {
      id: toId(input.title ?? "", name),
      name: input.name ?? name,
      exportName: input.exportName,
    };
  });
}

const names = async (file: string, files: Record<string, unknown>) =>
  (await storiesOf(file, files)).map(({ name }) => name);

describe("the indexer", () => {
  test.each([
    ["a.widget", true],
    ["A.WIDGET", true],
    ["a.widget.json", true],
    ["a.json", false],
    ["a.widget.data.json", false],
    ["a.widgets", false],
  ])("takes %s: %s", (file, isTaken) => {
    expect(indexer.test.test(`/project/${file}`)).toBe(isTaken);
  });

  test.each<[what: string, files: Record<string, unknown>, string[]]>([
    ["no data", { "a.widget": template }, ["Default"]],
    [
      "data of no case, which its own comes before",
      { "a.widget": withData, "a.data.json": {} },
      ["Default", "Data"],
    ],
    [
      "data of no case where it brings none",
      { "a.widget": template, "a.data.json": {} },
      ["Default"],
    ],
    [
      "cases",
      {
        "a.widget": template,
        "a.empty.data.json": {},
        "a.two items.data.json": {},
        "b.other.data.json": {},
      },
      ["Default", "Empty", "Two Items"],
    ],
    [
      "a template that is no JSON",
      { "a.widget": "{ broken", "a.data.json": {}, "a.rain.data.json": {} },
      ["Default", "Rain"],
    ],
    [
      "data that is no JSON",
      { "a.widget": template, "a.rain.data.json": "{" },
      ["Default", "Rain"],
    ],
  ])("lists a template with %s", async (_, files, expected) => {
    expect(await names("a.widget", files)).toEqual(expected);
  });

  test("lists a template in upper case with its data", async () => {
    expect(
      await names("A.WIDGET", {
        "A.WIDGET": template,
        "A.data.json": {},
        "A.rain.data.json": {},
      }),
    ).toEqual(["Default", "Rain"]);
  });

  test("lists a widget that is JSON, without data", async () => {
    expect(
      await names("a.widget.json", {
        "a.widget.json": { type: "Card" },
        "a.widget.json.rain.data.json": {},
      }),
    ).toEqual(["Default"]);
  });

  test.each([
    ["2 items", "_2Items", "2-items"],
    ["größe", "Größe", "größe"],
    ["大雨", "大雨", "大雨"],
    ['it\'s "so"', "ItSSo", "it-s-so"],
    ["__proto__", "Proto", "proto"],
    ["class", "Class", "class"],
    ["heavy_rain", "HeavyRain", "heavy-rain"],
    ["!!!", "Data", "data"],
    ["🎉", "Data", "data"],
    ["default", "Default2", "default-2"],
    ["Docs", "Docs2", "docs-2"],
  ])("gives the case %s an export and an id", async (name, exportName, id) => {
    const [, story] = await storiesOf("a.widget", {
      "a.widget": template,
      [`a.${name}.data.json`]: {},
    });
    expect(story).toMatchObject({ exportName, id: `folder-title--${id}` });
  });

  test("gives cases of the same words different ids and names", async () => {
    const stories = await storiesOf("a.widget", {
      "a.widget": template,
      "a.a b.data.json": {},
      "a.a-b.data.json": {},
      "a.AB.data.json": {},
      "a.aB.data.json": {},
    });
    for (const key of ["id", "name", "exportName"] as const) {
      expect(new Set(stories.map((story) => story[key])).size).toBe(5);
    }
  });

  test.each([
    ["weather v1.2 'it''s'.widget", undefined],
    ["größe.widget", undefined],
    ["!!!.widget", "Widget"],
    ["().widget.json", "Widget"],
  ])("titles %s as Storybook does: %s", async (file, expected) => {
    const asked: (string | undefined)[] = [];
    await indexer.createIndex(join(folderOf({ [file]: template }), file), {
      makeTitle(title) {
        asked.push(title);
        return title ?? "auto";
      },
    });
    expect(asked).toEqual([expected]);
  });

  test.each([
    ["of names that differ in a sign", ["a b.widget", "a-b.widget"]],
    ["of a widget and a template", ["a.widget.json", "a-widget.widget"]],
    ["of names in upper and lower case", ["A.widget.json", "a.widget.JSON"]],
    ["of names without a letter", ["!.widget", "().widget"]],
    ["of folders", ["a/b-c.widget", "a-b/c.widget"]],
    ["of written stories", ["a.stories.tsx", "a.widget"]],
  ])(
    "gives files %s different ids, also when they are read again",
    async (_, files) => {
      const folder = folderOf(
        Object.fromEntries(files.map((file) => [file, template])),
      );
      const titles = widgetIndexer(["Docs"]);
      // As Storybook makes a title of a path.
      const idOf = async (file: string) => {
        const auto = file.replace(/(?:\.stories)?\.\w+$/, "");
        if (!WIDGET_FILE.test(file)) return toId(auto, "Default");
        const [story] = await titles.createIndex(join(folder, file), {
          makeTitle: (title) => title ?? auto,
        });
        return toId(story?.title ?? "", "Default");
      };
      const ids = await Promise.all(files.map(idOf));
      expect(new Set(ids).size).toBe(files.length);
      expect(await Promise.all(files.map(idOf))).toEqual(ids);
    },
  );

  test("keeps away from the name that a project gives its docs pages", async () => {
    const file = join(
      folderOf({ "a.widget": template, "a.about.data.json": {} }),
      "a.widget",
    );
    const [, story] = await widgetIndexer(["About"]).createIndex(file, {
      makeTitle: () => "a",
    });
    expect(story).toMatchObject({ exportName: "About2", name: "about" });
  });
});
