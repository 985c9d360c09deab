const texts = import.meta.glob<string>("./*.widget", {
  query: "?raw",
  import: "default",
  eager: true,
});

const samples = import.meta.glob<string>("./*.data.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Sample {
  /** The text of the `.widget` file. */
  text: string;
  /** The JSON text of its data. */
  data: string;
}

/** The `.widget` files of this folder with their data, by file name. */
export const widgetFiles: Readonly<Record<string, Sample>> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => {
    const name = path.slice("./".length, -".widget".length);
    return [name, { text, data: samples[`./${name}.data.json`] ?? "{}" }];
  }),
);
