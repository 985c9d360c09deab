/**
 * `npm create vite -- --template react-ts` as it is; the app is the gallery.
 * @param {import("../App.mjs").App} app
 */
export async function makeVite(app) {
  app.create(
    `npm create -y vite@latest ${app.name} -- --template react-ts --no-interactive`,
  );
  await app.writeGallery();
  app.write({
    "src/App.tsx": `import { Gallery } from "./Gallery";
export default function App() {
  return <main className="gallery"><Gallery /></main>;
}
`,
  });
}

/** @param {import("../App.mjs").App} app */
export async function vite(app) {
  await makeVite(app);
  app.install();
  app.build("npm run build");
  app.count("dist/assets");
  app.buildOne(
    {
      "one.config.js": `export default {
  build: { outDir: "one", rolldownOptions: { input: "src/one.js" } },
};
`,
    },
    "npx vite build -c one.config.js",
  );
  app.notes.push(app.version("vite"), app.version("react"));
  await app.lookAtFolder("dist");
}

/** @param {import("../App.mjs").App} app */
export async function viteDev(app) {
  await makeVite(app);
  app.install();
  await app.withServer("npx vite --host 127.0.0.1 --port $PORT", (url) =>
    app.look(url, { only: ["light", "dark"] }),
  );
}

/**
 * As Tailwind's own instructions for Vite say.
 * @param {import("../App.mjs").App} app
 */
export async function tailwind(app) {
  await makeVite(app);
  app.write({
    "src/index.css": `@import "tailwindcss";\n`,
    "vite.config.ts": `import react from "@vitejs/plugin-react";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [react(), tailwindcss()] });
`,
  });
  app.install("tailwindcss @tailwindcss/vite");
  app.build("npm run build");
  app.count("dist/assets");
  app.notes.push(app.version("tailwindcss"));
  await app.lookAtFolder("dist");
}

/** @param {string} version */
export const react =
  (version) =>
  /** @param {import("../App.mjs").App} app */
  async (app) => {
    await makeVite(app);
    const types = version.split(".")[0];
    app.install(
      `react@${version} react-dom@${version} @types/react@${types} @types/react-dom@${types}`,
    );
    app.notes.push(app.version("react"));
    app.build("npm run build");
    await app.lookAtFolder("dist");
    await hydrate(app);
  };

/**
 * The same app rendered by Node, as a string and as a stream, and hydrated.
 * @param {import("../App.mjs").App} app
 */
async function hydrate(app) {
  app.write({
    "src/Page.tsx": `import { Gallery } from "./Gallery";
export function Page() {
  return <main className="gallery"><Gallery /></main>;
}
`,
    "src/client.tsx": `import { hydrateRoot } from "react-dom/client";
import "./index.css";
import { Page } from "./Page";
hydrateRoot(document.getElementById("root")!, <Page />, {
  onRecoverableError(error) { console.error("recoverable", error); },
});
`,
    "src/server.tsx": `import { writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { Page } from "./Page";

function write(name: string, html: string) {
  const page = \`<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>App</title>
<link rel="icon" href="data:," /><link rel="stylesheet" href="/client.css" /></head>
<body><div id="root">\${html}</div><script type="module" src="/client.js"></script></body></html>\`;
  writeFileSync("dist-client/" + name + ".html", page);
}
write("string", renderToString(<Page />));
const chunks: Buffer[] = [];
const { pipe } = renderToPipeableStream(<Page />, {
  onError(error) { console.error(error); process.exitCode = 1; },
  onAllReady() {
    pipe(new Writable({
      write(chunk, _, done) { chunks.push(chunk); done(); },
      final(done) { write("stream", String(Buffer.concat(chunks))); done(); },
    }));
  },
});
`,
    "vite.client.ts": `import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist-client",
    rolldownOptions: {
      input: "src/client.tsx",
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
`,
  });
  app.build("npx vite build -c vite.client.ts");
  app.build("npx vite build --ssr src/server.tsx --outDir dist-server");
  app.build("node dist-server/server.js");
  for (const name of ["string", "stream"]) {
    await app.lookAtFolder("dist-client", {
      path: `/${name}.html`,
      // Values of widgets are in the server's HTML: docs/csp.md.
      headers: {},
    });
  }
}
