import { form } from "../form.mjs";
import { filesOf } from "../../samples.mjs";

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
  for (const page of typed) checkTypes(app, page);
  await app.lookAtFolder("dist");
}

/** Their samples need nothing but React and the library. */
const typed = [
  "README.md",
  "docs/actions.md",
  "docs/labels.md",
  "docs/recipes/fetch.md",
  "docs/recipes/standalone.md",
];

/**
 * What a page shows compiles with the types as they are published, which are
 * checked themselves as strictly as TypeScript does.
 * @param {import("../App.mjs").App} app
 * @param {string} page
 */
function checkTypes(app, page) {
  const folder = `samples/${page}`;
  for (const { path, text } of filesOf(page)) {
    app.write({ [`${folder}/${path}`]: text });
  }
  const config = {
    extends: "./tsconfig.app.json",
    compilerOptions: {
      tsBuildInfoFile: "node_modules/.tmp/samples.tsbuildinfo",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      // A sample declares what its reader goes on with.
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    include: [`${folder}/*`],
  };
  app.write({ "tsconfig.samples.json": JSON.stringify(config) });
  app.build("npx tsc -p tsconfig.samples.json");
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
 * The same app rendered by Node, as a string and as a stream, and hydrated; and a
 * form that is filled in before.
 * @param {import("../App.mjs").App} app
 */
async function hydrate(app) {
  app.write({
    "src/Form.tsx": form,
    "src/pages.tsx": `import { Form } from "./Form";
import { Gallery } from "./Gallery";
export const pages = {
  gallery: <main className="gallery"><Gallery /></main>,
  form: <Form />,
};
`,
    "src/client.tsx": `import { hydrateRoot } from "react-dom/client";
import "./index.css";
import { pages } from "./pages";
const root = document.getElementById("root")!;
const name = root.dataset.page as keyof typeof pages;
const hydrate = () => hydrateRoot(root, pages[name], {
  onRecoverableError(error) { console.error("recoverable", error); },
});
if (name === "form") addEventListener("hydrate", hydrate);
else hydrate();
`,
    "src/server.tsx": `import { writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { pages } from "./pages";

function write(page: string, way: string, html: string) {
  const text = \`<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>App</title>
<link rel="icon" href="data:," /><link rel="stylesheet" href="/client.css" /></head>
<body><div id="root" data-page="\${page}">\${html}</div><script type="module" src="/client.js"></script></body></html>\`;
  writeFileSync("dist-client/" + page + "-" + way + ".html", text);
}
for (const [name, page] of Object.entries(pages)) {
  write(name, "string", renderToString(page));
  const chunks: Buffer[] = [];
  const { pipe } = renderToPipeableStream(page, {
    onError(error) { console.error(error); process.exitCode = 1; },
    onAllReady() {
      pipe(new Writable({
        write(chunk, _, done) { chunks.push(chunk); done(); },
        final(done) { write(name, "stream", String(Buffer.concat(chunks))); done(); },
      }));
    },
  });
}
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
  for (const way of ["string", "stream"]) {
    await app.lookAtFolder("dist-client", {
      path: `/gallery-${way}.html`,
      // Values of widgets are in the server's HTML: docs/csp.md.
      headers: {},
    });
    await app.fillIn("dist-client", `/form-${way}.html`);
  }
}
