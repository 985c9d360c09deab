import { expect } from "vitest";
import {
  WidgetFileError,
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";

/** Renders a template that is not in a file. */
export function render(template: string, data: object = {}) {
  return renderWidgetTemplate(parseWidgetFile({ template }), data);
}

export function failure(run: () => unknown): WidgetFileError {
  try {
    run();
  } catch (error) {
    if (error instanceof WidgetFileError) return error;
    throw error;
  }
  return expect.fail("It should have thrown.");
}
