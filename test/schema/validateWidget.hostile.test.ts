// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  formatIssues,
  repairWidget,
  validateWidget,
} from "../../src/schema/index.js";

const text = { type: "Text", value: "Hello" };

function cycle() {
  const card: Record<string, unknown> = { type: "Card" };
  card["children"] = [text, card];
  return card;
}

function manyTimesItself() {
  const card: Record<string, unknown> = { type: "Col" };
  card["children"] = Array.from({ length: 50 }, () => card);
  return card;
}

/** Each level has the one below twice: 2 to the power of 60 nodes, if they are counted as such. */
function doubled() {
  let node: object = text;
  for (let i = 0; i < 60; i++) node = { type: "Col", children: [node, node] };
  return node;
}

function nested(levels: number) {
  let node: object = text;
  for (let i = 0; i < levels; i++) node = { type: "Col", children: [node] };
  return node;
}

const refuse = () => {
  throw new Error("no");
};

const throwing = new Proxy(
  {},
  { get: refuse, ownKeys: refuse, has: refuse, getPrototypeOf: refuse },
);

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What it is → the value, and the path of an issue that there is at least. */
const hostile: Readonly<
  Record<string, readonly [json: unknown, path: string]>
> = {
  undefined: [undefined, ""],
  "a function": [refuse, ""],
  "a symbol": [Symbol("a"), ""],
  "a bigint": [10n, ""],
  "a date": [new Date(), "/type"],
  "a map": [new Map([["type", "Card"]]), "/type"],
  "a cycle": [cycle(), "/children/1"],
  "a node that has itself 50 times": [manyTimesItself(), "/children/0"],
  "a node that has each one twice": [doubled(), ""],
  "5,000 levels": [nested(5000), ""],
  "a proxy that throws": [throwing, ""],
  "a revoked proxy": [revoked(), ""],
  "a child that throws": [
    { type: "Card", children: [text, throwing] },
    "/children/1",
  ],
  "a getter that throws": [
    Object.defineProperty({ type: "Text" }, "value", {
      enumerable: true,
      get: refuse,
    }),
    "/value",
  ],
  "a list without end": [
    { type: "Card", children: { length: 4_294_967_295 } },
    "/children/type",
  ],
  "a list with holes": [
    {
      type: "Card",
      children: Object.assign([text], { length: 4_000_000_000 }),
    },
    "",
  ],
  "100,000 siblings": [
    { type: "Card", children: Array.from({ length: 100_000 }, () => text) },
    "",
  ],
  "a text of 10 MB": [
    { type: "Text", value: "x".repeat(10_000_000) },
    "/value",
  ],
  "a type of 1 MB": [{ type: "x".repeat(1_000_000) }, "/type"],
  "a name of 1 MB": [{ ...text, ["x".repeat(1_000_000)]: 1 }, ""],
  "10,000 names": [
    {
      ...text,
      ...Object.fromEntries(
        Array.from({ length: 10_000 }, (_, i) => [`on${i}`, 1]),
      ),
    },
    "/on1",
  ],
  "values that cannot become a text": [
    { type: "Card", asForm: { toString: 1, valueOf: 1 }, children: [{}] },
    "/asForm",
  ],
  "a type that is a prototype": [{ type: "__proto__" }, "/type"],
  "a key that is a prototype": [
    JSON.parse('{"type":"Text","value":{"__proto__":{"a":1}}}'),
    "/value",
  ],
  "a pattern that takes for ever": [
    {
      type: "Input",
      name: "a",
      pattern: "(a+)+$",
      defaultValue: "a".repeat(40),
      size: "b",
    },
    "/size",
  ],
  "Markdown of marks of code": [
    { type: "Markdown", value: "`".repeat(199_999), size: "b" },
    "/size",
  ],
  "a width of digits": [
    { type: "Box", width: "1".repeat(1e6) + "x" },
    "/width",
  ],
  "a text of a fence that does not end": [
    "```" + " ".repeat(100_000) + "x",
    "",
  ],
  "20,001 rows": [
    {
      type: "Chart",
      xAxis: "a",
      series: [],
      data: Array.from({ length: 20_001 }, () => ({ a: 1 })),
    },
    "/data",
  ],
};

describe.for(Object.entries(hostile))("%s", ([, [json, path]]) => {
  test("is an issue, and no more", () => {
    const issues = validateWidget(json);
    expect(issues.length).toBeLessThanOrEqual(1000);
    expect(
      issues.some((issue) => issue.path.startsWith(path)),
      formatIssues(issues.slice(0, 3)),
    ).toBe(true);
    for (const { message } of issues) expect(message.length).toBeLessThan(600);
  });

  test("is repaired without a fault", () => {
    const { widget, changes } = repairWidget(json);
    expect(() => JSON.stringify(widget)).not.toThrow();
    expect(Array.isArray(changes)).toBe(true);
  });
});

test("a host's schema that is no schema is a fault of the host, and does not throw", () => {
  const json = { type: "Product", name: "Cup" };
  for (const schema of [
    { properties: { name: { $ref: "#/$defs/None" } } },
    { properties: { name: { pattern: "(" } } },
    { properties: { name: null } },
    { type: "object", required: ["price"] },
    { $ref: "#/$defs/Self", $defs: { Self: { $ref: "#/$defs/Self" } } },
  ]) {
    const components = { Product: schema };
    expect(() => validateWidget(json, { components })).not.toThrow();
    expect(() => repairWidget(json, { components })).not.toThrow();
  }
});

test("a host's schema that throws what cannot become a text is an issue", () => {
  const schema = {
    "~standard": {
      version: 1 as const,
      vendor: "host",
      validate() {
        throw Object.create(null);
      },
    },
  };
  const issues = validateWidget(
    { type: "Product" },
    { components: { Product: schema } },
  );
  expect(issues).toMatchObject([{ code: "invalid-prop", path: "" }]);
});

test("nothing of it is evaluated", () => {
  const { Function: original } = globalThis;
  globalThis.Function = refuse as never;
  try {
    expect(validateWidget(text)).toEqual([]);
  } finally {
    globalThis.Function = original;
  }
});
