/**
 * Framework mode with server rendering, as the default template of
 * `create-react-router` has it, by hand: the initializer loads it from GitHub. Its
 * fonts of Google's are left out.
 * @param {import("../App.mjs").App} app
 */
export async function reactRouter(app) {
  app.write({
    "package.json": JSON.stringify({
      name: app.name,
      private: true,
      type: "module",
    }),
    "react-router.config.ts": `import type { Config } from "@react-router/dev/config";
export default { ssr: true } satisfies Config;
`,
    "vite.config.ts": `import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [tailwindcss(), reactRouter()] });
`,
    "app/app.css": `@import "tailwindcss";

html,
body {
  @apply bg-white dark:bg-gray-950;

  @media (prefers-color-scheme: dark) {
    color-scheme: dark;
  }
}
`,
    "app/routes.ts": `import { type RouteConfig, index } from "@react-router/dev/routes";
export default [index("routes/home.tsx")] satisfies RouteConfig;
`,
    "app/routes/home.tsx": `import { Gallery } from "../Gallery";
export function meta() {
  return [{ title: "New React Router App" }];
}
export default function Home() {
  return <main className="gallery"><Gallery /></main>;
}
`,
    "app/root.tsx": `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import "./app.css";

export const links = () => [{ rel: "icon", href: "data:," }];

export function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
`,
  });
  await app.writeGallery("app");
  // npm takes what the machine's Node can run; the others are of that version.
  app.install("@react-router/serve react react-dom");
  const version = app.version("@react-router/serve").split(" ")[1];
  app.install(
    `react-router@${version} @react-router/node@${version} @react-router/dev@${version} vite tailwindcss @tailwindcss/vite isbot typescript`,
  );
  app.notes.push(app.version("react-router"), app.version("react"));
  app.build("npx react-router build");
  app.count("build/client");
  await app.withServer(
    "npx react-router-serve ./build/server/index.js",
    async (url) => {
      const html = await (await fetch(url)).text();
      app.expect(
        "text in the server's HTML",
        html.includes("Delivery and payment"),
      );
      // Its CSS makes <body> dark where the system is, whatever <html> is.
      await app.look(url, { only: ["light", "dark", "inline dark"] });
    },
  );
}
