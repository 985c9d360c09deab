// Apps of a bundler alone, written as its documentation says.

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>App</title>
    <link rel="icon" href="data:," />
    <!-- links -->
  </head>
  <body><div id="root"></div></body>
</html>
`;

const main = `import { createRoot } from "react-dom/client";
import { Gallery } from "./Gallery";
createRoot(document.getElementById("root")!).render(
  <main className="gallery"><Gallery /></main>,
);
`;

/** @param {import("../App.mjs").App} app @param {Record<string, string>} files */
async function make(app, files) {
  const manifest = { name: app.name, private: true };
  app.write({
    "package.json": JSON.stringify(manifest),
    "src/main.tsx": main,
    ...files,
  });
  await app.writeGallery();
}

/** @param {import("../App.mjs").App} app */
export async function webpack(app) {
  await make(app, {
    "src/index.html": page,
    "webpack.config.js": `const Html = require("html-webpack-plugin");
const Css = require("mini-css-extract-plugin");
module.exports = {
  mode: "production",
  entry: "./src/main.tsx",
  output: { clean: true },
  // The app is larger than what webpack wishes for.
  performance: { hints: false },
  resolve: { extensions: ["...", ".tsx"] },
  module: {
    rules: [
      {
        test: /\\.tsx$/,
        loader: "babel-loader",
        options: {
          presets: [
            ["@babel/preset-react", { runtime: "automatic" }],
            "@babel/preset-typescript",
          ],
        },
      },
      { test: /\\.css$/, use: [Css.loader, "css-loader"] },
    ],
  },
  plugins: [new Html({ template: "src/index.html" }), new Css()],
};
`,
  });
  app.install(
    "react react-dom webpack webpack-cli html-webpack-plugin mini-css-extract-plugin css-loader babel-loader @babel/core @babel/preset-react @babel/preset-typescript",
  );
  app.notes.push(app.version("webpack"));
  app.build("npx webpack");
  app.count("dist");
  app.buildOne(
    {
      "one.config.js": `module.exports = {
  mode: "production",
  entry: "./src/one.js",
  output: { path: __dirname + "/one" },
};
`,
    },
    "npx webpack -c one.config.js",
  );
  await app.lookAtFolder("dist");
}

/** @param {import("../App.mjs").App} app */
export async function esbuild(app) {
  await make(app, {
    "dist/index.html": page.replace(
      "<!-- links -->",
      `<link rel="stylesheet" href="/main.css" />
    <script type="module" src="/main.js"></script>`,
    ),
  });
  app.install("react react-dom esbuild");
  app.notes.push(app.version("esbuild"));
  app.build(
    "npx esbuild src/main.tsx --bundle --minify --splitting --format=esm --jsx=automatic --outdir=dist",
  );
  app.count("dist");
  app.buildOne(
    {},
    "npx esbuild src/one.js --bundle --minify --format=esm --outdir=one",
  );
  await app.lookAtFolder("dist");
}

/**
 * `npm create rspack -- --template react-ts` as it is; the app is the gallery.
 * @param {import("../App.mjs").App} app
 */
export async function rspack(app) {
  app.create(
    `npm create -y rspack@latest -- --dir ${app.name} --template react-ts`,
  );
  await app.writeGallery();
  app.write({
    "src/App.tsx": `import { Gallery } from "./Gallery";
export default function App() {
  return <main className="gallery"><Gallery /></main>;
}
`,
  });
  app.install();
  app.notes.push(app.version("@rspack/core"));
  app.build("npm run build");
  app.count("dist");
  app.buildOne(
    {
      "one.config.mjs": `export default {
  mode: "production",
  entry: "./src/one.js",
  output: { path: import.meta.dirname + "/one" },
};
`,
    },
    "npx rspack build -c one.config.mjs",
  );
  await app.lookAtFolder("dist");
}
