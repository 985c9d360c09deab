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
import type { Input } from "./inputs.js";
import { positionOf, type Position } from "./position.js";

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
  return validateWidget(json.value, options).map((issue) => ({
    file,
    ...positionOf(text, issue.path),
    ...issue,
  }));
}

function isTemplate(file: string, json: unknown): boolean {
  const isNamed = /\.widget$/i.test(file);
  return (
    isNamed || (typeof json === "object" && json !== null && "template" in json)
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
  const cases: { name: string; value: object }[] = defaultState
    ? [{ name: DEFAULT_DATA, value: defaultState }]
    : [];
  for (const one of data) {
    const json = parse(one.file, one.text);
    if ("issue" in json) found.push(json.issue);
    else cases.push({ name: one.file, value: json.value as object });
  }
  for (const { name, value } of cases) {
    const issues = new Map<string, Found>();
    const add = (issue: Found) => {
      issues.set(`${issue.path} ${issue.message}`, { ...issue, data: name });
    };
    try {
      const widget: unknown = renderWidgetTemplate(template, value, {
        onIssue: (error) => add(issueOf(file, error)),
      });
      for (const issue of validateWidget(widget, options)) {
        add({ file, ...issue });
      }
    } catch (error) {
      add(issueOf(file, error));
    }
    found.push(...issues.values());
  }
  return found;
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
      return { issue: { ...issue, message } };
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
