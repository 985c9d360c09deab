// Writes docs/nodes.md from the types of the nodes and their comments.
//   node scripts/nodesReference.mjs             writes the page
//   node scripts/nodesReference.mjs --check     fails where it is not current
//   node scripts/nodesReference.mjs --pictures  takes docs/nodes/*.png as well
// A node is found by its type in the table of src/nodes/index.ts, so the page does
// not depend on where its file is.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { readNodes } from "./reference/readNodes.mjs";

const PAGE = "docs/nodes.md";
const PICTURES = "docs/nodes";

/** @typedef {import("./reference/readNodes.mjs").Prop} Prop */

const { values: options } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    pictures: { type: "boolean", default: false },
  },
});
/** @type {Record<string, object>} */
const samples = JSON.parse(
  readFileSync("scripts/reference/samples.json", "utf8"),
);
const { nodes, shared, objects } = readNodes();

/** @type {string[]} */
const faults = [];
for (const { type } of nodes) {
  if (!Object.hasOwn(samples, type)) {
    faults.push(`scripts/reference/samples.json has no sample of ${type}`);
  }
}
for (const type of Object.keys(samples)) {
  if (!nodes.some((node) => node.type === type)) {
    faults.push(
      `scripts/reference/samples.json has a sample of ${type}, which is no node`,
    );
  }
}

if (options.pictures && faults.length === 0) {
  const { takePictures } = await import("./reference/pictures.mjs");
  await takePictures(samples, PICTURES);
}
for (const { type } of nodes) {
  if (!existsSync(`${PICTURES}/${type}.png`)) {
    faults.push(
      `${PICTURES}/${type}.png is missing: npm run docs:nodes -- --pictures`,
    );
  }
}
for (const name of existsSync(PICTURES) ? readdirSync(PICTURES) : []) {
  if (!nodes.some(({ type }) => name === `${type}.png`)) {
    faults.push(`${PICTURES}/${name} is of no node`);
  }
}

/** @type {{ name: string, text: string, props: Prop[] }[]} */
const tables = [
  ...nodes.map(({ type, props }) => ({ name: type, text: "", props })),
  ...shared.map(({ title, props }) => ({ name: title, text: "", props })),
  ...objects,
];
for (const { name, text: whole, props } of tables) {
  for (const { name: prop, text, defaultValue } of props) {
    // `top` of what says that it is a value per side needs no words.
    if (whole === "" && text === "" && defaultValue === "") {
      faults.push(`${name}.${prop} has no comment`);
    }
  }
}

/** Type → its sample, as a person would write it. @type {Map<string, string>} */
const json = new Map();
for (const [type, sample] of Object.entries(samples)) {
  json.set(type, await format(JSON.stringify(sample), { parser: "json" }));
}
const text = page();
if (options.check) {
  const current = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  if (current !== text)
    faults.push(`${PAGE} is not current: npm run docs:nodes`);
} else {
  writeFileSync(PAGE, text);
  console.log(`${PAGE}: ${nodes.length} nodes`);
}
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function page() {
  return [
    "<!-- Written by `npm run docs:nodes` from the types and comments of the nodes. -->",
    "# Nodes",
    `Every node type with its properties. All of them take \`null\` as absent, ignore properties that they do not know, and take ${link("id and key", "every-node")}.`,
    nodes.map(({ type }) => link(`\`${type}\``, slug(type))).join(" · "),
    ...nodes.flatMap((node) => {
      const { type, text, props, from } = node;
      const also = from.map(({ title, names }) => {
        const list = names.map((name) => `\`${name}\``).join(", ");
        return `Also ${list}: see ${link(title, slug(title))}.`;
      });
      return [
        `## ${type}`,
        text,
        `<img src="nodes/${type}.png" alt="${type}" width="420">`,
        `\`\`\`json
${json.get(type) ?? ""}\`\`\``,
        node.children ? "It takes `children`: a node or a list of nodes." : "",
        table(props),
        ...also,
      ];
    }),
    "# Properties that nodes share",
    ...shared.flatMap(({ title, text, props }) => [
      `## ${title}`,
      text,
      table(props),
    ]),
    "# Values",
    ...objects.flatMap(({ name, text, props }) => [
      `## ${name}`,
      text,
      table(props),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** @param {Prop[]} props */
function table(props) {
  if (props.length === 0) return "";
  const rows = props.map(({ name, required, types, defaultValue, text }) => [
    `\`${name}\`${required ? " (required)" : ""}`,
    types
      .map((type) => {
        const list = /^(.*)(\[\])$/.exec(type);
        const inner = list?.[1] ?? type;
        const known = objects.some((object) => object.name === inner);
        return known
          ? link(`\`${type}\``, slug(inner))
          : `\`${type.replaceAll("|", "\\|")}\``;
      })
      .join(" \\| "),
    // A value is code; a sentence is not.
    /^(?:"[^"]*"|-?[\d.]+|true|false)$/.test(defaultValue)
      ? `\`${defaultValue}\``
      : defaultValue,
    text.replaceAll("|", "\\|"),
  ]);
  return [
    "| Property | Values | Default | |",
    "|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}

/** @param {string} text @param {string} anchor */
function link(text, anchor) {
  return `[${text}](#${anchor})`;
}

/** The anchor that GitHub gives a heading. @param {string} heading */
function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}
