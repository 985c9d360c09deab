import { samplesOf } from "../../samples.mjs";

/**
 * `create-next-app --yes` (App Router, TypeScript, Tailwind, Turbopack). Its
 * layout loads a font of Google's while building, which is left out here.
 * @param {import("../App.mjs").App} app
 */
export async function next(app) {
  app.create(
    `npx -y create-next-app@latest ${app.name} --yes --skip-install --use-npm --disable-git`,
  );
  await app.writeGallery("app");
  app.edit("app/layout.tsx", (text) =>
    text
      .replace(/import \{ Geist.*\n/, "")
      .replace(/const geist\w+ = [^;]+;\n/g, "")
      .replaceAll(/\$\{geist\w+\.variable\} ?/g, "")
      // As next-themes asks, which sets attributes of <html> itself.
      .replace('lang="en"', 'lang="en" suppressHydrationWarning'),
  );
  app.write({
    // A server component, of which half comes later.
    "app/page.tsx": `import { Suspense } from "react";
import { connection } from "next/server";
import { Gallery } from "./Gallery";

async function Later() {
  await connection();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return <Gallery from={6} />;
}

export default function Page() {
  return (
    <main className="gallery">
      <Gallery to={6} />
      <Suspense fallback={<p>More is on its way</p>}>
        <Later />
      </Suspense>
    </main>
  );
}
`,
  });
  // The quick start as README says it.
  const [start = { text: "" }] = samplesOf("README.md");
  app.write({
    "app/quick-start/page.tsx": `"use client";
${start.text.replace("\n<", "\nexport default function Page() {\n  return <")}}
`,
  });
  // What one function adds to a page.
  app.write({
    "app/one/page.tsx": `"use client";
import { defineActions } from "widget-renderer";
export default function Page() {
  return <p>{String(defineActions)}</p>;
}
`,
    "app/none/page.tsx": `"use client";
export default function Page() {
  return <p>None</p>;
}
`,
  });
  app.install();
  app.notes.push(app.version("next"), app.version("react"));
  app.build("npm run build");
  app.count(".next/static");
  app.countOne(bytesOfPage(app, "one") - bytesOfPage(app, "none"));
  const server = "npx next start --hostname 127.0.0.1 --port $PORT";
  const said = await app.withServer(server, async (url) => {
    await expectStreaming(app, url);
    await app.look(url);
  });
  app.expect(`a silent server: ${said}`, !/error|warn/i.test(said));
  const dev = "npx next dev --hostname 127.0.0.1 --port $PORT";
  const saidInDev = await app.withServer(dev, (url) =>
    app.look(url, { only: ["light", "dark"], hide: "nextjs-portal" }),
  );
  app.expect(`a silent server: ${saidInDev}`, !/error|warn/i.test(saidInDev));
}

/**
 * The scripts that a static page loads.
 * @param {import("../App.mjs").App} app
 * @param {string} name
 */
function bytesOfPage(app, name) {
  const html = app.read(`.next/server/app/${name}.html`);
  const paths = html.match(/(?<=\/_next\/)static\/chunks\/[^"\\]+\.js/g);
  return [...new Set(paths)].reduce(
    (sum, path) => sum + app.read(`.next/${path}`).length,
    0,
  );
}

/**
 * The first part is there while the second is still being waited for.
 * @param {import("../App.mjs").App} app
 * @param {string} url
 */
async function expectStreaming(app, url) {
  const { body } = await fetch(url);
  let html = "";
  let first;
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    html += chunk;
    first ??= html.includes("More is on its way") ? html : undefined;
  }
  app.expect(
    "text in the first part",
    !!first?.includes("Delivery and payment"),
  );
  app.expect(
    "a second part after it",
    !first?.includes("Where should the spring"),
  );
  app.expect(
    "text in the second part",
    html.includes("Where should the spring"),
  );
}
