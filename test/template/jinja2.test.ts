// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  parseTemplate,
  renderTemplate,
} from "../../src/template/jinja/index.js";

interface Case {
  template: string;
  output?: string;
  error?: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "jinja2", name), "utf8"));

const data = read("data.json") as Record<string, unknown>;
const render = (template: string) =>
  renderTemplate(parseTemplate(template), data);

describe.for(["cases.json"])(
  "as Jinja2 3.1 with StrictUndefined: %s",
  (file) => {
    test.for(read(file) as Case[])("$template", ({ template, output }) => {
      if (output === undefined) expect(() => render(template)).toThrow();
      else expect(render(template)).toBe(output);
    });
  },
);
