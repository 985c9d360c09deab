import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} bom-ref
 * @property {{ name: string }[]} properties
 * @property {{ license?: { id?: string, name?: string }, expression?: string }[]} [licenses]
 */

/**
 * Development dependencies whose code is in the files of the package: remend in `dist/vendor`,
 * and icons of lucide-react in `dist/_virtual`.
 */
export const bundled = ["lucide-react", "remend"];

/** Those whose code is in `dist/playground` alone, the pages of the command line: no app has them. */
export const inPlayground = [
  "@codemirror/autocomplete",
  "@codemirror/commands",
  "@codemirror/lang-css",
  "@codemirror/lang-html",
  "@codemirror/lang-javascript",
  "@codemirror/lang-jinja",
  "@codemirror/lang-json",
  "@codemirror/language",
  "@codemirror/lint",
  "@codemirror/state",
  "@codemirror/view",
  "@lezer/common",
  "@lezer/css",
  "@lezer/highlight",
  "@lezer/html",
  "@lezer/javascript",
  "@lezer/json",
  "@lezer/lr",
  "@marijn/find-cluster-break",
  "crelt",
  "style-mod",
  "w3c-keyname",
];

/**
 * What runs in an app that uses the library, as CycloneDX: its dependencies with theirs, React,
 * and what is bundled. `npm sbom --omit=dev` would leave out a package that a development
 * dependency needs as well, `clsx` for one, so the lock file decides.
 * @param {readonly string[]} inFiles packages whose code is in the files of this one
 */
export function runtimeSbom(inFiles = bundled) {
  /** @type {{ name: string, version: string }} */
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  /** @type {{ packages: Record<string, { version: string, dev?: boolean, devOptional?: boolean }> }} */
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const refs = new Set([`${name}@${version}`]);
  for (const [path, { version, dev, devOptional }] of Object.entries(
    lock.packages,
  )) {
    const of = path.split("node_modules/").at(-1) ?? "";
    if (path !== "" && (inFiles.includes(of) || !(dev ?? devOptional))) {
      refs.add(`${of}@${version}`);
    }
  }
  /** @type {{ metadata: { component: { name: string } }, components: Component[], dependencies: { ref: string, dependsOn: string[] }[] }} */
  const all = JSON.parse(
    execFileSync(
      "npm",
      ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "library"],
      {
        encoding: "utf8",
        maxBuffer: 1e8,
        shell: process.platform === "win32",
      },
    ),
  );
  // npm gives the name of the folder.
  all.metadata.component.name = name;
  /** @param {string} ref */
  const isUsed = (ref) => refs.has(ref);
  return {
    ...all,
    components: all.components
      .filter((component) => isUsed(component["bom-ref"]))
      .map((component) => ({
        ...component,
        properties: component.properties.filter(
          ({ name }) => name !== "cdx:npm:package:development",
        ),
      })),
    dependencies: all.dependencies
      .filter(({ ref }) => isUsed(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter(isUsed),
      })),
  };
}
