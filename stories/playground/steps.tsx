import { userEvent, within } from "storybook/test";
import { memoryAddress } from "../../playground/address.js";
import { Playground } from "../../playground/Playground.js";
import { encode, type Shared } from "../../playground/share.js";

export type Canvas = ReturnType<typeof within>;

/** Shows a pane where there is no room for all of them. */
export async function openPane(canvas: Canvas, name: string) {
  const tab = canvas.queryByRole("tab", { name });
  if (tab) await userEvent.click(tab);
}

/** Shows the preview, and gives what is in it. */
export async function previewOf(canvas: Canvas) {
  await openPane(canvas, "Preview");
  return within(canvas.getByRole("region", { name: "Preview" }));
}

/** Replaces the text of an editor, as pasting over a selection does. */
export async function write(canvas: Canvas, name: string, text: string) {
  await openPane(canvas, "Source");
  await userEvent.click(await canvas.findByRole("textbox", { name }));
  await userEvent.keyboard("{Control>}a{/Control}");
  await userEvent.paste(text);
}

/** The text of an editor, of which only the lines in view are in the page. */
export function textOf(canvas: Canvas, name: string) {
  const lines = canvas
    .getByRole("textbox", { name, hidden: true })
    .querySelectorAll(".cm-line");
  return Array.from(lines, ({ textContent }) => textContent).join("\n");
}

/** Stories of the playground that is opened with a widget. */
export function openedWith(json: string) {
  const shared: Shared = {
    mode: "json",
    json,
    template: "",
    data: "{}",
    schema: "",
    theme: "system",
    width: 390,
    dir: "ltr",
  };
  return {
    component: Playground,
    tags: ["!autodocs", "!dev"],
    parameters: { layout: "fullscreen" },
    loaders: [async () => ({ text: await encode(shared) })],
    render: (
      _: unknown,
      { loaded }: { loaded: Readonly<Record<string, unknown>> },
    ) => <Playground address={memoryAddress(String(loaded["text"]))} />,
  };
}
