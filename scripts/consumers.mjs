// Installs the packed library in a Vite app and in a Next.js app, and looks at
// both in Chromium: node scripts/consumers.mjs [vite] [next]
import { execSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "./chromium.mjs";
import { serve } from "./serve.mjs";

/** @type {{ devDependencies: Record<string, string> }} */
const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));

const widget = {
  type: "Card",
  children: [
    { type: "Text", value: "Drawn by the library" },
    { type: "Row", children: [{ type: "Badge", label: "New" }] },
    { type: "Icon", name: "sparkle" },
    { type: "Markdown", value: "A **bold** word" },
    {
      type: "Button",
      label: "Go",
      onClickAction: { type: "go", handler: "client" },
    },
  ],
};

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" />`;

/** @type {Record<string, { files: Record<string, string>, packages: string[], build: string, check: (app: string) => Promise<void> }>} */
const apps = {
  vite: {
    packages: ["vite", "@vitejs/plugin-react"].map(
      (name) => `${name}@${devDependencies[name]}`,
    ),
    files: {
      "index.html": `<!doctype html>
<html lang="en">
  <head><title>App</title><link rel="icon" href="/icon.svg" /></head>
  <body><div id="root"></div><script type="module" src="/main.jsx"></script></body>
</html>`,
      "main.jsx": `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WidgetRenderer } from "widget-renderer";
import "widget-renderer/styles.css";
createRoot(document.getElementById("root")).render(
  <StrictMode><WidgetRenderer widget={${JSON.stringify(widget)}} /></StrictMode>,
);`,
      "public/icon.svg": icon,
      "vite.config.js": `import react from "@vitejs/plugin-react";
export default { plugins: [react()] };`,
    },
    build: "npx vite build --logLevel warn",
    async check(app) {
      const server = await serve(join(app, "dist"), {
        "Content-Security-Policy": "default-src 'self'",
      });
      await look(server.url);
      server.close();
    },
  },
  next: {
    packages: ["next@^16.4.6"],
    files: {
      "app/layout.jsx": `import "widget-renderer/styles.css";
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
      // A server component.
      "app/page.jsx": `import { WidgetRenderer } from "widget-renderer";
export default function Page() {
  return <WidgetRenderer widget={${JSON.stringify(widget)}} />;
}`,
      "app/icon.svg": icon,
    },
    build: "npx next build",
    async check(app) {
      const bin = join(app, "node_modules/next/dist/bin/next");
      const args = [bin, "start", "--hostname", "127.0.0.1", "--port", "0"];
      const server = spawn(process.execPath, args, { cwd: app });
      try {
        const url = await new Promise((resolve, reject) => {
          let output = "";
          /** @param {Buffer} chunk */
          const read = (chunk) => {
            output += chunk;
            // Next names the address before it answers there.
            const found = /http:\/\/127\.0\.0\.1:\d+[^]*Ready/.exec(output);
            if (found) resolve(found[0].split(/\s/)[0]);
          };
          server.stdout.on("data", read);
          server.stderr.on("data", read);
          server.on("exit", () => reject(new Error(output)));
        });
        const html = await (await fetch(url)).text();
        expect("text in the first response", html.includes("by the library"));
        expect("Markdown in the first response", html.includes("<strong"));
        await look(url);
      } finally {
        server.kill();
      }
    },
  },
};

let failures = 0;
const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "widget-renderer-"));
execSync("npm run --silent build", { stdio: "inherit" });
const tarball = execSync(`npm pack --silent --pack-destination "${folder}"`, {
  encoding: "utf8",
}).trim();

for (const [name, { files, packages, build, check }] of Object.entries(apps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`${name}: ${join(folder, name)}`);
  const app = join(folder, name);
  const own = JSON.stringify({ name, private: true, type: "module" });
  for (const [path, text] of Object.entries({
    ...files,
    "package.json": own,
  })) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), text);
  }
  /** @param {string} command */
  const run = (command) =>
    execSync(command, {
      cwd: app,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
  const react = ["react", "react-dom"].map(
    (it) => `${it}@${devDependencies[it]}`,
  );
  const all = [join("..", tarball), ...react, ...packages].join(" ");
  run(`npm install --silent --no-audit --no-fund ${all}`);
  run(build);
  await check(app);
}
console.log(
  failures === 0 ? "All as expected." : `${failures} not as expected.`,
);
process.exit(failures === 0 ? 0 : 1);

/**
 * What a reader of the page at `url` gets.
 * @param {string} url
 */
async function look(url) {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  });
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Chromium also logs what breaks the Content-Security-Policy.
    if (["error", "warning"].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const text = await page.locator("body").innerText();
  for (const part of ["Drawn by the library", "New", "A bold word", "Go"]) {
    expect(`"${part}" on the page`, text.includes(part));
  }
  expect("bold Markdown", (await page.locator("strong").count()) === 1);
  expect(
    "an icon",
    (await page.locator('[data-node="Icon"] svg').count()) === 1,
  );
  const radius = await page
    .locator(".wr-Card-surface")
    .evaluate((card) => getComputedStyle(card).borderRadius);
  expect(`a card with round corners (${radius})`, radius === "16px");
  const told = complaints.join("\n    ");
  expect(`a silent console${told && `:\n    ${told}`}`, told === "");
  await browser.close();
}

/**
 * @param {string} what
 * @param {boolean} holds
 */
function expect(what, holds) {
  if (!holds) failures += 1;
  console.log(`  ${holds ? "✓" : "✗"} ${what}`);
}
