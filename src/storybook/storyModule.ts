import { basename } from "node:path";
import { readText } from "../cli/readText.js";
import { storyListOf, titleOf } from "./storyList.js";

export interface StoryModuleOptions {
  /** What is imported for `widgetStories`. */
  preview: string;
  /** The stylesheet, where the project does not import one itself. */
  styles?: string | undefined;
  /** How the file is named in messages. */
  name?: string | undefined;
  /** Names of stories that Storybook gives away. */
  taken?: readonly string[] | undefined;
}

/**
 * The module of stories (CSF) that a bundler gets in place of a widget's file, and the files of which it is made.
 * It carries the texts alone: the preview reads them, so that a broken file is a story that says so.
 */
export async function storyModuleOf(
  file: string,
  { preview, styles, name = basename(file), taken }: StoryModuleOptions,
): Promise<{ code: string; files: string[] }> {
  const stories = await storyListOf(file, taken);
  const title = titleOf(file);
  const source = {
    file: name,
    text: await readText(file),
    data: await Promise.all(
      stories.flatMap(({ exportName, dataFile }) =>
        dataFile === undefined
          ? []
          : readText(dataFile).then((text) => ({
              story: exportName,
              file: basename(dataFile),
              text,
            })),
      ),
    ),
  };
  const lines = [
    `import { widgetStories } from ${quote(preview)};`,
    ...(styles === undefined ? [] : [`import ${quote(styles)};`]),
    // A text, because an object literal would read a key "__proto__" as its prototype.
    `const file = widgetStories(JSON.parse(${quote(JSON.stringify(source))}));`,
    "export default {",
    ...(title === undefined ? [] : [`  title: ${quote(title)},`]),
    `  tags: ["autodocs"],`,
    "  argTypes: file.argTypes,",
    "  parameters: file.parameters,",
    "  render: file.render,",
    "};",
    ...stories.map(({ exportName, name }) => {
      const named = name === undefined ? "" : `name: ${quote(name)}, `;
      const story = quote(exportName);
      return `export const ${exportName} = { ${named}args: file.argsOf(${story}), parameters: file.parametersOf(${story}) };`;
    }),
    `export const __namedExportsOrder = ${quote(stories.map(({ exportName }) => exportName))};`,
  ];
  return {
    code: `${lines.join("\n")}\n`,
    files: [
      file,
      ...stories.flatMap(({ dataFile }) => (dataFile ? [dataFile] : [])),
    ],
  };
}

/** What JSON has is JavaScript, but for a key `__proto__` in an object. */
function quote(value: string | string[]): string {
  return JSON.stringify(value);
}
