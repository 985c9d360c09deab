// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import {
  type WidgetFileError,
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { freeze } from "../helpers/freeze.js";
import { failure, render } from "./fixture.js";

describe("the file", () => {
  const code = (source: string | object) =>
    failure(() => parseWidgetFile(source));

  test("that is not JSON", () => {
    const error = code('{\n  "template": "x",\n  name: 1 }');
    expect(error).toMatchObject({ code: "not-json", line: 3, column: 3 });
    expect(error.message).toContain("name: 1");
    expect(code("").code).toBe("not-json");
    expect(code('{"a":1} x')).toMatchObject({ column: 9 });
    expect(code('{"a":"\\q"}')).toMatchObject({ column: 7 });
    expect(code('[1,{"a":01}]')).toMatchObject({ column: 10 });
  });

  test.for<[unknown, string]>([
    [[], ""],
    [{}, "/template"],
    [{ template: 5 }, "/template"],
    [{ template: "x", name: 5 }, "/name"],
    [{ template: "x", version: "2.0" }, "/version"],
    [{ template: "x", jsonSchema: "object" }, "/jsonSchema"],
    [{ template: "x", jsonSchema: { $ref: "http://[" } }, "/jsonSchema"],
  ])("that is not a widget file: %j", ([source, path]) => {
    const expected = { code: "not-a-widget-file", path };
    expect(code(source as object)).toMatchObject(expected);
    expect(code(JSON.stringify(source))).toMatchObject(expected);
  });

  test("with a schema that leads to itself", () => {
    const file = parseWidgetFile({
      template: "x",
      jsonSchema: { $defs: { A: { $ref: "#/$defs/A" } }, $ref: "#/$defs/A" },
    });
    const { message } = failure(() => renderWidgetTemplate(file, { a: "b" }));
    expect(message).toContain('A "$ref" in it leads to itself');
    expect(message).not.toContain("call stack");
  });

  test("with a schema that fails when it is used", () => {
    const file = parseWidgetFile({
      template: "x",
      jsonSchema: { properties: { a: { pattern: "(" } } },
    });
    expect(failure(() => renderWidgetTemplate(file, { a: "b" }))).toMatchObject(
      { code: "not-a-widget-file", path: "/jsonSchema" },
    );
  });
});

describe("the data", () => {
  const file = parseWidgetFile({
    name: "Menu",
    template: '{"type": "Card"}',
    jsonSchema: freeze({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: {
        title: { type: "string", minLength: 1 },
        "a/b": { anyOf: [{ type: "number" }, { type: "null" }] },
        items: { type: "array", items: { $ref: "#/$defs/item" } },
      },
      required: ["title"],
      additionalProperties: false,
      $defs: {
        item: { type: "object", properties: { size: { enum: ["s", "m"] } } },
      },
    }),
  });
  const error = (data: unknown) =>
    failure(() => renderWidgetTemplate(file, data as object, { strict: true }));

  test("that fits", () => {
    const data = { title: "Tea", "a/b": null, items: [{ size: "s" }] };
    const onIssue = vi.fn();
    for (const options of [{ onIssue }, { strict: true }]) {
      const widget: unknown = renderWidgetTemplate(file, data, options);
      expect(widget).toEqual({ type: "Card" });
    }
    expect(onIssue).not.toHaveBeenCalled();
  });

  test("that does not fit is rendered, as on the server, and reported", () => {
    const onIssue = vi.fn<(issue: WidgetFileError) => void>();
    const data = { title: 5, more: 1 };
    const widget: unknown = renderWidgetTemplate(file, data, { onIssue });
    expect(widget).toEqual({ type: "Card" });
    expect(onIssue).toHaveBeenCalledExactlyOnceWith(error(data));
    expect(onIssue.mock.calls[0]![0]).toMatchObject({
      code: "invalid-data",
      path: "/title",
    });
  });

  test("that does not fit is a warning, once for each message", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    for (const title of [5, 5, null]) renderWidgetTemplate(file, { title });
    expect(warn.mock.calls).toEqual([
      [error({ title: 5 }).message],
      [error({ title: null }).message],
    ]);
    warn.mockRestore();
  });

  test.for([[], null, "x"])(
    "that is no object is an error without strict too: %j",
    (data) => {
      const run = () => renderWidgetTemplate(file, data as object);
      expect(failure(run).code).toBe("invalid-data");
    },
  );

  test.for<[unknown, string, string]>([
    [{}, "", '"title"'],
    [{ title: 5 }, "/title", 'Expected "string"'],
    [{ title: "" }, "/title", "too short"],
    [{ title: "x", more: 1 }, "/more", "not allowed"],
    [{ title: "x", "a/b": "y" }, "/a~1b", '"null"'],
    [
      { title: "x", items: [{ size: "s" }, { size: "xl" }] },
      "/items/1/size",
      '"m"',
    ],
    [[], "", "JSON object"],
    [null, "", "JSON object"],
    ["x", "", "JSON object"],
    [() => 1, "", "JSON object"],
    [{ title: 1n }, "", "BigInt"],
  ])("that does not: %s", ([data, path, message]) => {
    expect(error(data)).toMatchObject({ code: "invalid-data", path });
    expect(error(data).message).toContain(message);
  });

  test("several problems are reported at once", () => {
    const { message } = error({ title: 1, x: 1, y: 2, z: 3 });
    expect(message).toContain('the widget file "Menu"');
    expect(message).toContain("And 1 more.");
  });

  test("that refers to itself", () => {
    const data: Record<string, unknown> = {};
    data["self"] = data;
    expect(error(data).code).toBe("invalid-data");
  });
});

describe("a name that is not known", () => {
  test.for<[string, string, number]>([
    ["{{ name | nope }}", "No filter named 'nope'.", 11],
    ["{% filter nope %}{% endfilter %}", "No filter named 'nope'.", 11],
    ["{{ name is nope }}", "No test named 'nope'.", 12],
    // What takes the items finds out.
    ["{{ [name] | map('nope') | list }}", "No filter named 'nope'.", 27],
    ["{{ [name] | select('nope') | list }}", "No test named 'nope'.", 30],
    [
      "{{ name | urlize }}",
      'The filter "urlize" is not supported here, although Jinja2 has it.',
      11,
    ],
  ])(
    "in %s is all that is named, with its position",
    ([source, message, column]) => {
      const error = failure(() => render(`\n${source}`, { name: "Tea" }));
      expect(error).toMatchObject({ code: "template-error", line: 2, column });
      expect(error.message.startsWith(message)).toBe(true);
      expect(error.message).toContain(`line 2, column ${column}`);
      expect(error.message).toMatch(/Correct the template\.$/);
      expect(error.message).not.toContain("data");
    },
  );

  test("is no matter of a filter that the data does not suit", () => {
    const error = failure(() => render("{{ name | abs }}", { name: "Tea" }));
    expect(error.message).toContain("or the data that it is given");
  });
});

describe("the result", () => {
  test.for([
    ['{"type": "Card",}', "A comma has nothing after it"],
    ['{"type": {{ name }}}', "{{ name | tojson }}"],
    ['{"type": "{{ name }}"}', "{{ name | tojson }}"],
    [" \n", "printed nothing"],
  ] as const)("that is not JSON: %s", ([template, message]) => {
    const error = failure(() => render(template, { name: 'a "b"\n' }));
    expect(error.code).toBe("invalid-json-result");
    expect(error.message).toContain(message);
  });

  test("is shown around the position where it breaks", () => {
    const template = `{"type": "Card", "size": {{ size }}, "id": "x"}`;
    const error = failure(() => render(template, { size: null }));
    expect(error.line).toBe(1);
    expect(error.message).toContain('"size": ');
  });

  test.for([
    ["[]", "a list"],
    ["null", "null"],
    ['"Card"', '"Card"'],
    ["{}", 'without a "type"'],
    ['{"type": 5}', 'without a "type"'],
  ] as const)("that is not a widget: %s", ([template, what]) => {
    const error = failure(() => render(template));
    expect(error.code).toBe("not-a-widget");
    expect(error.message).toContain(what);
  });
});
