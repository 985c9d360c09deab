import { makeVite } from "./vite.mjs";

/**
 * `npm create storybook` in a new Vite app, and a story.
 * @param {import("../App.mjs").App} app
 */
export async function storybook(app) {
  await makeVite(app);
  app.install();
  app.build(
    "npm create -y storybook@latest -- --yes --no-dev --package-manager npm --features docs",
  );
  app.write({
    "src/stories/Gallery.stories.tsx": `import { Gallery } from "../Gallery";
export default { title: "Gallery" };
export const All = {
  render: () => <main className="gallery"><Gallery /></main>,
};
`,
  });
  app.notes.push(app.version("storybook"));
  app.build("npx storybook build --quiet");
  app.count("storybook-static/assets");
  await app.lookAtFolder("storybook-static", {
    path: "/iframe.html?id=gallery--all&viewMode=story",
    // Its own page has scripts and styles inline.
    headers: {},
  });
}
