// Lists in docs/licences.md under which licences what runs in an app is, and fails for one that
// asks more of the app than to name the authors. `--check` compares the file only.
import { readFileSync, writeFileSync } from "node:fs";
import { bundled, inPlayground, runtimeSbom } from "./runtimeSbom.mjs";

/** SPDX id → what it asks for. */
const permissive = {
  "0BSD": "Asks for nothing.",
  "Apache-2.0": "Asks to keep the notices, and to say what was changed.",
  "BSD-2-Clause": "Asks to keep the notice of copyright.",
  "BSD-3-Clause": "Asks to keep the notice of copyright.",
  ISC: "Asks to keep the notice of copyright.",
  MIT: "Asks to keep the notice of copyright.",
};
const FILE = "docs/licences.md";

/** @type {Map<string, Set<string>>} */
const packages = new Map();
for (const { name, licenses = [] } of runtimeSbom([...bundled, ...inPlayground])
  .components) {
  const [first] = licenses;
  const licence =
    first?.expression ?? first?.license?.id ?? first?.license?.name ?? "none";
  packages.set(licence, (packages.get(licence) ?? new Set()).add(name));
}

const faults = [...packages].flatMap(([licence, names]) =>
  Object.hasOwn(permissive, licence)
    ? []
    : [`${[...names].join(", ")}: ${licence} is not in scripts/licences.mjs`],
);
const text = `# Licences

\`widget-renderer\` is under the [MIT licence](../LICENSE). What is installed with it or in its files is listed here by the licence that
its authors gave it. \`npm run licences\` writes this page; \`npm test\` fails for a licence that asks for more than these do. A package whose code is in
the files of the library has a \`*\`: the texts of their licences are in \`dist/licenses.md\` and \`dist/LICENSE-lucide.txt\`. One with a \`†\` is in
no app, but in the pages of \`npx widget-renderer preview\`, with the others that these are made of: \`dist/playground/licenses.md\`.
${Object.entries(permissive)
  .map(([licence, asks]) => {
    const names = [...(packages.get(licence) ?? [])].toSorted();
    if (names.length === 0) return "";
    const list = names.map(
      (name) =>
        `\`${name}\`${bundled.includes(name) ? "\\*" : inPlayground.includes(name) ? "†" : ""}`,
    );
    return `\n## ${licence}\n\n${asks} ${names.length === 1 ? "One package" : `${names.length} packages`}:\n${list.join(",\n")}.\n`;
  })
  .join("")}`;

if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
  faults.push(`${FILE} is not current: npm run licences`);
}
for (const fault of faults) console.error(`✗ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
