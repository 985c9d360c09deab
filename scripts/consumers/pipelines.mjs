// The stylesheet alone, through what projects put between it and the browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../serve.mjs";
import { look } from "./look.mjs";
import { writePage } from "./reference.mjs";
import cssnano from "cssnano";
import { build, transform as esbuild } from "esbuild";
import { browserslistToTargets, transform as lightning } from "lightningcss";
import postcss from "postcss";
import presetEnv from "postcss-preset-env";

/** Of Vite 8, "baseline-widely-available". */
const viteTargets = ["chrome 111", "edge 111", "firefox 114", "safari 16.4"];
const oldBrowsers = ["chrome 90", "edge 90", "firefox 88", "safari 14"];

/** @type {Record<string, (css: string) => string | Promise<string>>} */
const pipelines = {
  "Lightning CSS, Vite's targets": (css) => lightningCss(css, viteTargets),
  "Lightning CSS, chrome 90": (css) => lightningCss(css, ["chrome 90"]),
  esbuild: (css) => esbuildCss(css),
  "esbuild, chrome 90": (css) => esbuildCss(css, "chrome90"),
  cssnano: (css) => postCss(css, cssnano({ preset: "default" })),
  "postcss-preset-env": (css) => postCss(css, presetEnv({ stage: 2 })),
  "postcss-preset-env, old browsers": (css) =>
    postCss(css, presetEnv({ stage: 2, browsers: oldBrowsers })),
};

/** @param {string} css @param {string[]} targets */
function lightningCss(css, targets) {
  const { code } = lightning({
    filename: "styles.css",
    code: Buffer.from(css),
    minify: true,
    targets: browserslistToTargets(targets),
  });
  return code.toString();
}

/** @param {string} css @param {string} [target] */
async function esbuildCss(css, target) {
  const { code } = await esbuild(css, {
    loader: "css",
    minify: true,
    ...(target && { target }),
  });
  return code;
}

/** @param {string} css @param {import("postcss").AcceptedPlugin} plugin */
async function postCss(css, plugin) {
  const { css: made } = await postcss([plugin]).process(css, {
    from: undefined,
  });
  return made;
}

/** What our build makes the stylesheet of: it must mean the same. */
async function readSource() {
  const { outputFiles } = await build({
    entryPoints: ["src/styles/index.css"],
    bundle: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * @param {string} page the folder of the reference page
 * @param {import("./look.mjs").Sights} reference
 * @param {(name: string, faults: string[], note: string) => void} report
 */
export async function checkPipelines(page, reference, report) {
  const server = await serve(page);
  /** @param {string} name @param {string} styles @param {string} host */
  const check = async (name, styles, host) => {
    const id = name.replaceAll(/\W+/g, "-").toLowerCase();
    writePage(page, id, { [`${id}.css`]: styles, [`${id}.host.css`]: host });
    const { faults } = await look(`${server.url}/${id}.html`, { reference });
    report(name, faults, `${(styles.length / 1000).toFixed(1)} kB`);
  };
  const styles = readFileSync("dist/styles.css", "utf8");
  const host = readFileSync(join(page, "gallery.css"), "utf8");
  await check("none, from src", await readSource(), host);
  for (const [name, pipeline] of Object.entries(pipelines)) {
    // The host's CSS takes the same way.
    await check(name, await pipeline(styles), await pipeline(host));
  }
  server.close();
}
