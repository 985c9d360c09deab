// Takes a picture of each sample, in light.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright";
import { build, loadConfigFromFile } from "vite";
import { chromiumArgs, requireChromium } from "../chromium.mjs";
import { serve } from "../serve.mjs";

/** What a chat's column leaves for a widget. */
const WIDTH = 420;

/**
 * @param {Record<string, object>} samples by node type
 * @param {string} folder
 */
export async function takePictures(samples, folder) {
  const page = mkdtempSync(join(tmpdir(), "widget-renderer-"));
  const main = resolve("samples.jsx");
  // What the library is built with, but into a page.
  const loaded = await loadConfigFromFile({
    command: "build",
    mode: "production",
  });
  await build({
    configFile: false,
    logLevel: "error",
    css: loaded?.config.css,
    plugins: [
      loaded?.config.plugins,
      {
        name: "samples",
        enforce: "pre",
        resolveId: (id) => (id === main ? id : undefined),
        load: (id) => (id === main ? script(samples) : undefined),
      },
    ],
    build: {
      outDir: page,
      emptyOutDir: true,
      cssCodeSplit: false,
      target: loaded?.config.build?.target,
      rolldownOptions: {
        input: main,
        output: {
          entryFileNames: "main.js",
          assetFileNames: (asset) =>
            asset.names[0]?.endsWith(".css")
              ? "samples.css"
              : "[name][extname]",
        },
      },
    },
  });
  writeFileSync(
    join(page, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Samples</title>
<link rel="stylesheet" href="/samples.css"><style>
body { margin: 0; font-family: "Inter Variable", system-ui; --wr-font-sans: "Inter Variable", system-ui; }
section { width: ${WIDTH}px; padding: 16px; box-sizing: border-box; }
</style><div id="root"></div><script type="module" src="/main.js"></script></html>`,
  );
  const server = await serve(page);
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  });
  try {
    const tab = await browser.newPage({
      viewport: { width: 800, height: 900 },
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
      locale: "en-US",
      timezoneId: "UTC",
    });
    await tab.goto(server.url, { waitUntil: "networkidle" });
    await tab.locator("section").first().waitFor();
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    await tab.waitForLoadState("networkidle");
    mkdirSync(folder, { recursive: true });
    for (const type of Object.keys(samples)) {
      await tab.locator(`section[data-type="${type}"]`).screenshot({
        path: join(folder, `${type}.png`),
        animations: "disabled",
      });
    }
  } finally {
    await browser.close();
    server.close();
    rmSync(page, { recursive: true });
  }
}

/** @param {Record<string, object>} samples */
function script(samples) {
  return `
    import "@fontsource-variable/inter/index.css";
    import ${JSON.stringify(resolve("src/styles/index.css"))};
    import { createRoot } from "react-dom/client";
    import { WidgetRenderer } from ${JSON.stringify(resolve("src/index.ts"))};
    const samples = ${JSON.stringify(samples)};
    createRoot(document.getElementById("root")).render(
      Object.entries(samples).map(([type, widget]) => (
        <section key={type} data-type={type}>
          <WidgetRenderer widget={widget} onAction={() => undefined} />
        </section>
      )),
    );`;
}
