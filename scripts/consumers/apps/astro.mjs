/**
 * The minimal template of `npm create astro` with `astro add react`, by hand: the
 * initializer loads its templates from GitHub.
 * @param {import("../App.mjs").App} app
 */
export async function astro(app) {
  app.write({
    "package.json": JSON.stringify({
      name: app.name,
      private: true,
      type: "module",
    }),
    "astro.config.mjs": `import { defineConfig } from "astro/config";
import react from "@astrojs/react";
export default defineConfig({ integrations: [react()] });
`,
    "tsconfig.json": JSON.stringify({
      extends: "astro/tsconfigs/strict",
      include: [".astro/types.d.ts", "**/*"],
      exclude: ["dist"],
      compilerOptions: { jsx: "react-jsx", jsxImportSource: "react" },
    }),
    "src/pages/index.astro": `---
import { Gallery } from "../Gallery";
---

<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <meta name="viewport" content="width=device-width" />
    <meta name="generator" content={Astro.generator} />
    <title>Astro</title>
  </head>
  <body>
    <main class="gallery"><Gallery client:load /></main>
  </body>
</html>
`,
  });
  await app.writeGallery();
  // The last that an older Node can run.
  const [astroItself, integration] =
    Number(process.versions.node.split(".")[0]) < 22
      ? ["astro@5", "@astrojs/react@4"]
      : ["astro", "@astrojs/react"];
  app.install(
    `${astroItself} ${integration} react react-dom @types/react @types/react-dom`,
  );
  app.notes.push(app.version("astro"), app.version("react"));
  app.build("npx astro build");
  app.count("dist");
  // Its islands start by inline scripts.
  await app.lookAtFolder("dist", { headers: {} });
}
