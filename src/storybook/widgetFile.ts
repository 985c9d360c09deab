import { createPositions } from "../cli/position.js";
import type { WidgetError, WidgetNode } from "../index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
  WidgetFileError,
  type WidgetFile,
} from "../template/index.js";
import { sampleData } from "../template/sampleData.js";
import type { Problem } from "./names.js";

/** A text, with the name of its file. */
export interface Source {
  file: string;
  text: string;
}

/** The texts of a widget's file and of the data beside it. */
export interface WidgetSource extends Source {
  data: readonly (Source & { story: string })[];
}

/** The data of a story, which are its args. */
export type Data = Readonly<Record<string, unknown>>;

/** What a story shows. */
export interface Rendered {
  /** Absent: the file, the data or the template is broken. */
  widget?: WidgetNode;
  problems: readonly Problem[];
}

/** A widget's file as the preview uses it. */
export interface LoadedFile {
  jsonSchema: unknown;
  dataOf(story: string): Data;
  /** The widget with this data: that of the story, or what the controls made of it. */
  render(story: string, data: Data): Rendered;
  /** An error of `onError` as a problem. */
  problemOf(error: WidgetError, widget: unknown): Problem;
}

/** The name of the control with the JSON of a file that is a widget itself. */
const WIDGET = "widget";

const NO_WIDGET = {
  code: "invalid-widget",
  message:
    'A widget is an object with a "type"; null is not, and nothing is rendered for it.',
  path: "",
};

/** Reads a widget's file. What is wrong in it is a problem of each of its stories. */
export function loadFile(source: WidgetSource): LoadedFile {
  const json = parse(source);
  if ("problem" in json) return broken(json.problem);
  return isTemplate(source.file, json.value)
    ? loadTemplate(source)
    : loadWidget(source, json.value);
}

function isTemplate(file: string, json: unknown): boolean {
  return (
    /\.widget$/i.test(file) ||
    (typeof json === "object" && json !== null && "template" in json)
  );
}

function broken(problem: Problem): LoadedFile {
  return {
    jsonSchema: undefined,
    dataOf: () => ({}),
    render: () => ({ problems: [problem] }),
    problemOf: (error, widget) => problemOfJson(error, widget),
  };
}

function loadTemplate(source: WidgetSource): LoadedFile {
  let file: WidgetFile;
  try {
    file = parseWidgetFile(source.text);
  } catch (error) {
    return broken(problemOfFile(error, source));
  }
  const read = (story: string) => {
    const given = source.data.find((one) => one.story === story);
    const json = given && parse(given);
    const value = json && "value" in json ? json.value : sampleData(file);
    return {
      given,
      value,
      data: isData(value) ? value : {},
      problems: json && "problem" in json ? [json.problem] : [],
    };
  };
  return {
    jsonSchema: file.jsonSchema,
    dataOf: (story) => read(story).data,
    render(story, data) {
      const { given, value, data: original, problems } = read(story);
      // The controls may have changed the data, and then the file has it no more.
      const isOriginal = textOf(data) === textOf(original);
      const shown = given && isOriginal ? given : undefined;
      // Data that nobody wrote is no reason to look for what is wrong with it.
      if (problems.length > 0 && isOriginal) return { problems };
      const found: Problem[] = [];
      const add = (error: unknown) => {
        found.push(problemOfFile(error, source, shown));
      };
      try {
        const widget = renderWidgetTemplate(
          file,
          shown ? (value as object) : data,
          {
            onIssue: add,
          },
        ) as WidgetNode;
        return { widget, problems: found };
      } catch (error) {
        add(error);
        return { problems: found };
      }
    },
    problemOf: (error, widget) => problemOfJson(error, widget),
  };
}

function loadWidget(source: WidgetSource, json: unknown): LoadedFile {
  return {
    jsonSchema: { properties: { [WIDGET]: { type: "object" } } },
    dataOf: () => ({ [WIDGET]: json }),
    render: (_, data) =>
      // To the renderer it is a widget that is still to come.
      data[WIDGET] == null
        ? { problems: [problemAt(NO_WIDGET, source)] }
        : { widget: data[WIDGET] as WidgetNode, problems: [] },
    problemOf: (error, widget) =>
      textOf(widget) === textOf(json)
        ? problemAt(error, source)
        : problemOfJson(error, widget),
  };
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(source: Source): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(source.text) };
  } catch {
    try {
      // It finds where the text stops being JSON.
      parseWidgetFile(source.text);
    } catch (error) {
      return { problem: problemOfFile(error, source) };
    }
    return { value: undefined };
  }
}

/** An error of a template, of its file, or of the data for it. */
function problemOfFile(error: unknown, source: Source, data?: Source): Problem {
  if (!(error instanceof WidgetFileError)) throw error;
  const { code, line, column, path } = error;
  const message =
    code === "not-json"
      ? error.message.replace(
          /^The widget file is not JSON: (.*?) Pass .*$/s,
          "This is not JSON: $1",
        )
      : error.message;
  const at = line === undefined ? "" : `line ${line}, column ${column}`;
  switch (code) {
    case "not-json":
      return { code, message, where: `${source.file}, ${at}` };
    case "not-a-widget-file":
      return problemAt({ code, message, path }, source);
    case "invalid-data":
      return data
        ? problemAt({ code, message, path }, data)
        : { code, message, where: `the data${pointer(path)}` };
    case "invalid-json-result":
      return {
        code,
        message,
        where: `${source.file}, ${at} of what the template prints`,
      };
    default:
      return {
        code,
        message,
        where: `${source.file}${at && `, ${at} of the template`}`,
      };
  }
}

/** An error of a widget that no file has as it is: the line is that of its JSON on the Docs page. */
function problemOfJson(error: WidgetError, widget: unknown): Problem {
  const text = JSON.stringify(widget, null, 2) ?? "";
  return problemAt(error, { file: "the JSON", text });
}

function problemAt(
  {
    code,
    message,
    path,
  }: { code: string; message: string; path?: string | undefined },
  { file, text }: Source,
): Problem {
  if (path === undefined) return { code, message, where: file };
  const { line, column } = createPositions(text)(path);
  return {
    code,
    message,
    where: `${file}, line ${line}, column ${column}${pointer(path)}`,
  };
}

function pointer(path = ""): string {
  return path && ` (${path})`;
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(value);
}
