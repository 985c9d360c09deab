import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * A page with the pictures of what differs. They are wide, so one is above the other.
 * @param {ReadonlyMap<string, string>} changes Stories, and how they differ.
 * @param {string} folder of the pictures
 */
export function reviewPage(changes, folder) {
  const sections = Array.from(changes, ([id, what]) => {
    const figures = ["before", "diff", "after"]
      .map((name) => ({ name, file: `${id}.${name}.png` }))
      .filter(({ file }) => existsSync(join(folder, file)))
      .map(
        ({ name, file }) =>
          `<figure><figcaption>${name}</figcaption><a href="${file}"><img src="${file}" alt="${id}, ${name}" loading="lazy"></a></figure>`,
      );
    return `<section><h2 id="${id}">${id}: ${what}</h2>${figures.join("\n")}</section>`;
  });
  const links = Array.from(
    changes,
    ([id, what]) => `<li><a href="#${id}">${id}</a>: ${what}</li>`,
  );
  const title = `Looks: ${changes.size} not as accepted`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  body { margin: 16px; background: #e5e5e5; font: 14px/1.4 system-ui, sans-serif; }
  section { margin-block: 48px; }
  h2 { font-size: 16px; }
  figure { margin: 8px 0; }
  img { display: block; width: 100%; margin-block-start: 4px; }
</style>
<h1>${title}</h1>
<p>390 px light and dark, then 800 px light and dark. A picture opens in its size.</p>
<ul>${links.join("\n")}</ul>
${sections.join("\n")}
</html>
`;
}
