import {
  validateWidget,
  type ValidateOptions,
  type WidgetIssue,
} from "../schema/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
  WidgetFileError,
  type WidgetFile,
} from "../template/index.js";
import { sampleData } from "../template/sampleData.js";
import type { Input } from "./inputs.js";
import { createPositions, type Position } from "./position.js";
import { UsageError } from "./usage.js";

/** An issue of a file. */
export interface Found extends Omit<WidgetIssue, "code">, Partial<Position> {
  file: string;
  /** Of a template: the data with which it shows. */
  data?: string;
  /** That of the issue, or of the error of the template. */
  code: string;
}

/** The name of the data that a template brings with it. */
const DEFAULT_DATA = "default data";

/** What is wrong in a file: a widget, or a template with each of its data. */
export function checkInput(input: Input, options: ValidateOptions): Found[] {
  const { file, text } = input;
  const json = parse(file, text);
  if ("issue" in json) return [json.issue];
  if (isTemplate(file, json.value)) return checkTemplate(input, options);
  return checkWidget(input, json.value, options);
}

function checkWidget(
  { file, text }: Input,
  json: unknown,
  options: ValidateOptions,
): Found[] {
  const positionOf = createPositions(text);
  return validateWidget(json, options).map((issue) => ({
    file,
    ...positionOf(issue.path),
    ...issue,
  }));
}

function isTemplate(file: string, json: unknown): boolean {
  const isNamed = /\.widget$/i.test(file);
  // A widget may have a property of that name, and a file of a template has no type.
  return (
    isNamed ||
    (typeof json === "object" &&
      json !== null &&
      "template" in json &&
      !("type" in json))
  );
}

function checkTemplate(
  { file, text, data }: Input,
  options: ValidateOptions,
): Found[] {
  let template: WidgetFile;
  try {
    template = parseWidgetFile(text);
  } catch (error) {
    return [issueOf(file, error)];
  }
  const found: Found[] = [];
  const { defaultState, outputJsonPreview } = template;
  const preview =
    outputJsonPreview == null ? [] : validateWidget(outputJsonPreview, options);
  for (const issue of preview) {
    found.push({ file, ...issue, path: `/outputJsonPreview${issue.path}` });
  }
  const cases: Data[] = defaultState
    ? [{ name: DEFAULT_DATA, value: defaultState }]
    : [];
  for (const one of data) {
    const json = parse(one.file, one.text);
    if ("issue" in json) found.push(json.issue);
    else cases.push({ name: one.file, value: json.value as object });
  }
  for (const one of cases) {
    found.push(...renderTemplate(file, template, one, options).found);
  }
  return found;
}

/** A widget that is rendered from its file, where that is possible, and what is wrong in it. */
export interface Rendered {
  widget?: object;
  found: Found[];
}

/**
 * The widget of a file. A template is rendered with the data of `dataFile`, or with that which an
 * argument names; without one with what it brings with it, the first data file beside it, or data that its schema allows.
 */
export function renderInput(
  input: Input,
  dataFile: { file: string; text: string } | undefined,
  options: ValidateOptions,
): Rendered {
  const { file, text, data } = input;
  const json = parse(file, text);
  if ("issue" in json) return { found: [json.issue] };
  if (!isTemplate(file, json.value)) {
    if (dataFile) {
      throw new UsageError(
        `--data: ${file} is no template, so it has no data.`,
      );
    }
    const found = checkWidget(input, json.value, options);
    const { value } = json;
    return typeof value === "object" && value !== null
      ? { widget: value, found }
      : { found };
  }
  let template: WidgetFile;
  try {
    template = parseWidgetFile(text);
  } catch (error) {
    return { found: [issueOf(file, error)] };
  }
  const source =
    dataFile ??
    data.find((one) => one.file === input.named) ??
    (template.defaultState ? undefined : data[0]);
  if (!source) {
    const value = sampleData(template);
    return renderTemplate(
      file,
      template,
      { name: DEFAULT_DATA, value },
      options,
    );
  }
  const value = parse(source.file, source.text);
  return "issue" in value
    ? { found: [value.issue] }
    : renderTemplate(
        file,
        template,
        { name: source.file, value: value.value as object },
        options,
      );
}

interface Data {
  name: string;
  value: object;
}

function renderTemplate(
  file: string,
  template: WidgetFile,
  { name, value }: Data,
  options: ValidateOptions,
): Rendered {
  const issues = new Map<string, Found>();
  const add = (issue: Found) => {
    issues.set(`${issue.path} ${issue.message}`, { ...issue, data: name });
  };
  let widget: object | undefined;
  try {
    widget = renderWidgetTemplate(template, value, {
      onIssue: (error) => add(issueOf(file, error)),
    }) as object;
    for (const issue of validateWidget(widget, options)) {
      add({ file, ...issue });
    }
  } catch (error) {
    add(issueOf(file, error));
  }
  return { ...(widget && { widget }), found: [...issues.values()] };
}

function parse(
  file: string,
  text: string,
): { value: unknown } | { issue: Found } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    try {
      // It finds where the text stops being JSON.
      parseWidgetFile(text);
    } catch (error) {
      const issue = issueOf(file, error);
      const message = issue.message.replace(
        /^The widget file is not JSON: (.*?) Pass .*$/s,
        "This is not JSON: $1",
      );
      return { issue: { ...issue, message, expected: "JSON" } };
    }
    return { value: undefined };
  }
}

function issueOf(file: string, error: unknown): Found {
  if (!(error instanceof WidgetFileError)) throw error;
  const { code, message, line, column, path = "" } = error;
  return {
    file,
    // Elsewhere the line is that of the template, or of what it printed.
    ...(code === "not-json" && { line, column }),
    code,
    severity: "error",
    path,
    message,
    expected: "a template that prints a widget",
    received: code,
  };
}
