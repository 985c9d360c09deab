import { describe, expect, it } from "vitest";
import {
  fieldsOf,
  unknownNames,
} from "../../../playground/properties/fields.js";
import { catalogue } from "../../../src/schema/catalogue.js";

const types = Object.keys(catalogue().nodes);

function fieldOf(path: string) {
  const [type, ...names] = path.split("/");
  let fields = fieldsOf(type!);
  let found;
  for (const name of names) {
    found = fields.find((field) => field.name === name);
    fields = found?.fields ?? [];
  }
  return found;
}

describe("fieldsOf", () => {
  it.each([
    ["Badge/label", { kind: "text", required: true }],
    ["Badge/color", { kind: "choice", preset: "secondary", required: false }],
    ["Badge/pill", { kind: "switch", preset: true }],
    ["Checkbox/defaultChecked", { kind: "switch" }],
    ["Text/color", { kind: "color", context: "text" }],
    ["Box/background", { kind: "color", context: "surface" }],
    ["Divider/color", { kind: "color", context: "border" }],
    ["Row/gap", { kind: "space", least: 0 }],
    ["Row/margin", { kind: "space", least: undefined }],
    ["Row/padding/top", { kind: "space" }],
    ["Row/width", { kind: "length", least: 0 }],
    ["Row/border", { kind: "number", least: 0 }],
    ["Row/border/style", { kind: "choice" }],
    ["Text/maxLines", { kind: "number", least: 1, step: 1 }],
    ["ListView/limit", { kind: "length", options: ["auto"] }],
    ["Icon/name", { kind: "icon", required: true }],
    ["Button/onClickAction", { kind: "object" }],
    ["Button/onClickAction/type", { kind: "text", required: true }],
    ["Button/onClickAction/payload", { kind: "json" }],
    [
      "Card/confirm/action/handler",
      { kind: "choice", options: ["server", "client"] },
    ],
    ["Chart/data", { kind: "json" }],
    ["Chart/xAxis/dataKey", { kind: "text" }],
    ["Text/key", { kind: "text" }],
  ])("makes of %s %j", (path, field) => {
    expect(fieldOf(path)).toMatchObject(field);
  });

  it("has the description and the options of the types", () => {
    expect(fieldOf("Badge/size")).toMatchObject({
      options: ["sm", "md", "lg"],
      description: "Height: sm 20, md 22, lg 24 px.",
    });
  });

  it("has the required properties first, and those of every node last", () => {
    for (const type of types) {
      const fields = fieldsOf(type);
      const count = fields.filter(({ required }) => required).length;
      expect(fields.slice(0, count).every(({ required }) => required)).toBe(
        true,
      );
      expect(fields.slice(-2).map(({ name }) => name)).toEqual(["id", "key"]);
    }
  });

  it.each(types)("has every property of %s, and none twice", (type) => {
    const names = fieldsOf(type).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(Object.keys(catalogue().nodes[type]!.properties)),
    );
  });

  it("knows nothing of other types", () => {
    expect(fieldsOf("Titel")).toEqual([]);
    expect(fieldsOf("constructor")).toEqual([]);
  });
});

it("names the properties that a node does not have", () => {
  const json = JSON.parse(
    '{"type": "Badge", "label": "a", "children": [], "tilt": 1, "__proto__": 2}',
  ) as Record<string, unknown>;
  expect(unknownNames(json, fieldsOf("Badge"))).toEqual(["tilt", "__proto__"]);
});
