/** Runs a command with its arguments; gives the exit code. */
export type Run = (args: string[]) => Promise<number>;

export interface Command {
  summary: string;
  /** Loaded when it is asked for: a command pays for no other one. */
  load(): Promise<Run>;
}

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  check: {
    summary: "says what is wrong in widgets and templates",
    load: async () => {
      const { check } = await import("./check.js");
      return check;
    },
  },
  preview: {
    summary: "opens widgets in a browser, to look at and to edit",
    load: async () => {
      const { preview } = await import("./preview/preview.js");
      return preview;
    },
  },
  render: {
    summary: "prints the JSON of a widget",
    load: async () => {
      const { render } = await import("./render.js");
      return render;
    },
  },
  screenshot: {
    summary: "takes pictures of widgets",
    load: async () => {
      const { screenshot } = await import("./screenshot/screenshot.js");
      return screenshot;
    },
  },
};
