// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { failure } from "./fixture.js";

const folder =
  process.env["WIDGET_FILES"] ??
  join(import.meta.dirname, "../../../shared/corpus/widget-files");
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".widget"))
      .map((name) => name.replace(".widget", ""))
  : [];

const read = (name: string) => readFileSync(join(folder, name), "utf8");

type Json = Record<string, unknown>;

/** Where the expected widget was made from other data than the sample, the data is read off it. */
const otherData: Record<string, (expected: Json) => object> = {
  card_with_data(expected) {
    const [header, , body] = expected["children"] as Nodes;
    const [channel, , time] = header!.children!;
    const [image, text] = body!.children!;
    return {
      channel: channel!.value,
      time: time!.value,
      user: { image: image!.src, name: text!.children![0]!.value },
    };
  },
};
type Nodes = { children?: Nodes; value?: string; src?: string }[];

/** Files whose template and sample do not agree: the server fails on them too. */
const broken: Record<string, string> = { line_select: '"item.name"' };

describe.skipIf(names.length === 0)(
  `files of Widget Studio${names.length === 0 ? ` (skipped: there is no folder ${folder})` : ""}`,
  () => {
    test.for(names)("%s", (name) => {
      const file = parseWidgetFile(read(`${name}.widget`));
      expect(file.version).toBe("1.0");
      const json = `${name}.json`;
      if (broken[name]) {
        const error = failure(() =>
          renderWidgetTemplate(file, file.defaultState),
        );
        expect(error.code).toBe("undefined-variable");
        expect(error.message).toContain(broken[name]);
      } else if (existsSync(join(folder, json))) {
        const expected = JSON.parse(read(json)) as Json;
        const data = otherData[name]?.(expected) ?? file.defaultState;
        expect(renderWidgetTemplate(file, data)).toEqual(expected);
      } else {
        const { type } = renderWidgetTemplate(file, file.defaultState);
        expect(type).toBe((file.outputJsonPreview as Json).type);
      }
    });
  },
);
