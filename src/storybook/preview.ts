import { createElement } from "react";
import { addons, emitTransformCode } from "storybook/preview-api";
import type { ProjectAnnotations, Renderer } from "storybook/internal/types";
import { argTypesOf, type WidgetArgType } from "./argTypes.js";
import {
  GLOBALS,
  PARAMETER,
  PROBLEMS_EVENT,
  type Problem,
  type ProblemsOfStory,
} from "./names.js";
import { WidgetStory } from "./WidgetStory.js";
import {
  loadFile,
  type Data,
  type LoadedFile,
  type WidgetSource,
} from "./widgetFile.js";

/** What a story of the addon needs of Storybook's context. */
interface Context {
  id: string;
  args: Data;
  globals: Readonly<Record<string, unknown>>;
  parameters: Readonly<Record<string, unknown>>;
  viewMode: string;
}

type Annotations = Pick<
  ProjectAnnotations<Renderer>,
  "globalTypes" | "afterEach"
>;

/** A menu of the toolbar. Nothing is chosen at first, so a project looks as it does. */
function menu(
  description: string,
  title: string,
  icon: "contrast" | "ruler" | "transfer",
  items: readonly { value: string; title: string }[],
) {
  const reset = { type: "reset" as const, title: "As the page" };
  return {
    description,
    toolbar: { title, icon, dynamicTitle: true, items: [...items, reset] },
  };
}

export const globalTypes: NonNullable<Annotations["globalTypes"]> = {
  [GLOBALS.scheme]: menu("Colour scheme of widgets", "Scheme", "contrast", [
    { value: "light", title: "Light" },
    { value: "dark", title: "Dark" },
  ]),
  // With a unit: Storybook would read a number back from its URL, which is no choice of the menu.
  [GLOBALS.width]: menu("Width of widgets", "Width", "ruler", [
    { value: "320px", title: "320 px" },
    { value: "390px", title: "390 px" },
    { value: "560px", title: "560 px" },
    { value: "800px", title: "800 px" },
    { value: "full", title: "Full width" },
  ]),
  [GLOBALS.direction]: menu("Direction of widgets", "Direction", "transfer", [
    { value: "ltr", title: "Left to right" },
    { value: "rtl", title: "Right to left" },
  ]),
};

/** The panel is hidden in stories that are no widgets. */
export const parameters = {
  [PARAMETER]: { disable: true, actionDuration: 1000 },
};

/** What was found in stories, by their ids, since they were rendered. */
const problemsOf = new Map<string, readonly Problem[]>();

/** In a test run a widget with an error fails; elsewhere the panel lists it. */
export const afterEach: NonNullable<Annotations["afterEach"]> = ({ id }) => {
  const problems = problemsOf.get(id) ?? [];
  if (problems.length === 0 || !isTest()) return;
  throw new Error(
    problems
      .map(({ where, message, code }) => `${where}: ${message} [${code}]`)
      .join("\n"),
  );
};

function isTest(): boolean {
  return (
    "__vitest_browser__" in globalThis || "__vitest_worker__" in globalThis
  );
}

/** What the stories of a widget's file are made of. */
export interface WidgetStories {
  argTypes: Record<string, WidgetArgType>;
  parameters: object;
  render: (args: Data, context: Context) => unknown;
  argsOf: (story: string) => Data;
  parametersOf: (story: string) => object;
}

/** Used by the modules that take the place of widgets' files. */
export function widgetStories(source: WidgetSource): WidgetStories {
  const file = loadFile(source);
  return {
    argTypes: argTypesOf(file.jsonSchema),
    parameters: {
      [PARAMETER]: { disable: false },
      docs: { source: sourceOf(file) },
    },
    render: (args, context) =>
      createElement(WidgetStory, {
        file,
        ...parametersIn(context),
        data: args,
        host: context.parameters["widget"] ?? {},
        globals: context.globals,
        viewMode: context.viewMode,
        onProblems: (problems) => report({ storyId: context.id, problems }),
        onData: () => {
          // The Docs page asks for the code again, which `transform` writes.
          if (context.viewMode === "docs") void emitTransformCode("", context);
        },
      }),
    argsOf: file.dataOf,
    parametersOf: (story) => ({ [PARAMETER]: { story } }),
  };
}

function parametersIn({ parameters }: Context) {
  const { story, actionDuration } = parameters[PARAMETER] as {
    story: string;
    actionDuration: number;
  };
  return { story, actionDuration };
}

/** The code of a story on the Docs page: the JSON of its widget with the data in the controls. */
function sourceOf(file: LoadedFile) {
  return {
    language: "json",
    // Without it Storybook writes JSX, which nobody has.
    type: "code",
    transform: (_: string | undefined, context: Context) => {
      const { widget, problems } = file.render(
        parametersIn(context).story,
        context.args,
      );
      return widget === undefined
        ? problems
            .map(({ where, message }) => `${where}: ${message}`)
            .join("\n")
        : JSON.stringify(widget, null, 2);
    },
  };
}

function report(found: ProblemsOfStory) {
  problemsOf.set(found.storyId, found.problems);
  addons.getChannel().emit(PROBLEMS_EVENT, found);
}
