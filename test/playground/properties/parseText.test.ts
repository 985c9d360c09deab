import { expect, it } from "vitest";
import { fieldsOf } from "../../../playground/properties/fields.js";
import { parseText } from "../../../playground/properties/parseText.js";

it.each([
  ["Text/value", "7", { value: "7" }],
  ["Text/value", "", { value: "" }],
  ["Row/gap", "2", { value: 2 }],
  ["Row/gap", "1.5", { value: 1.5 }],
  ["Row/gap", " 2px ", { value: "2px" }],
  ["Row/gap", "", { value: undefined }],
  ["Row/gap", "-1", { invalid: "gap is 0 or more." }],
  ["Row/margin", "-1", { value: -1 }],
  ["Row/gap", "1.", { invalid: "gap is a number." }],
  ["Row/margin", "-", { invalid: "margin is a number." }],
  ["Text/maxLines", "1.5", { invalid: "maxLines is a whole number." }],
  ["Text/maxLines", "two", { invalid: "maxLines is a number." }],
  ["ListView/limit", "auto", { value: "auto" }],
  ["ListView/limit", "all", { invalid: "limit is a number, or auto." }],
  ["Text/color", "500", { value: "500" }],
  [
    "Chart/data",
    "[1",
    { invalid: "This is not JSON yet, so it is not written." },
  ],
  ["Chart/data", '[{"a": 1}]', { value: [{ a: 1 }] }],
])("reads in %s %j as %j", (path, text, result) => {
  const [type, name] = path.split("/");
  const field = fieldsOf(type!).find((one) => one.name === name)!;
  expect(parseText(field, text)).toEqual(result);
});
