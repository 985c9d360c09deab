// @vitest-environment node
import { readdirSync } from "node:fs";
import { parse, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

interface Names {
  /** What exists at run time: functions, components, classes. */
  values: string;
  /** What exists for the compiler alone. */
  types: string;
}

/**
 * What each entry exports. A name that is added here is a promise to users, and
 * one that is taken away breaks their code: both belong in the changelog.
 */
const NAMES: Readonly<Record<string, Names>> = {
  ".": {
    values: `
      Badge Basic Box Button Caption Card Chart Checkbox Col DatePicker Divider
      Form Icon Image Input Label ListView ListViewItem Markdown RadioGroup Row
      Select Spacer Table TableCell TableRow Text Textarea Title Transition
      WidgetProvider WidgetRenderer createFetchAction defineActions isWidget
      useAction useField useWidget`,
    types: `
      Action ActionConfig ActionContext ActionHandler ActionOf Alignment
      BadgeProps BasicProps BlockProps Border Borders BoxProps ButtonProps
      CaptionProps CardAction CardProps ChartCurve ChartProps ChartSeries
      ChartValue ChartXAxis CheckboxProps ColProps ColorValue CustomNodes
      DatePickerProps DefinedActions DividerProps FetchActionError
      FetchActionOptions Field FieldOptions FlexProps FormProblem FormProps
      FormValues IconComponent IconProps ImageProps InputProps Justification
      LabelProps Labels Limits ListViewItemProps ListViewProps Loading
      LoadingBehavior MarkdownProps NodeComponent NodeProps NodeType
      RadioGroupProps RadioOption Radius RowProps SelectOption SelectProps
      SpacerProps Spacing TableCellProps TableProps TableRowProps TextProps
      TextareaProps Theme ThemeColor ThemeOption TitleProps TransformUrl
      TransitionProps Validate WidgetComponentUpdated WidgetError
      WidgetErrorCode WidgetItem WidgetNode WidgetProviderProps
      WidgetRendererHandle WidgetRendererProps WidgetRoot WidgetRootUpdated
      WidgetTextDelta WidgetUpdate`,
  },
  "./core": {
    values: `
      applyUpdate isWidget resolveLoading shareStructure widgetToText
      withFormValues`,
    types: `
      Action ActionConfig Alignment BlockProps Border Borders ColorValue
      FlexProps FormProblem FormValues Justification Limits Loading
      LoadingBehavior Radius Spacing ThemeColor WidgetComponentUpdated
      WidgetRootUpdated WidgetTextDelta WidgetUpdate`,
  },
  "./chatkit": {
    values: `
      ChatKitError ChatKitItems createChatKitClient useChatKitItems
      useChatKitStatus`,
    types: `
      ChatKitAssistantMessage ChatKitAttachment ChatKitClient
      ChatKitClientOptions ChatKitClientToolCall ChatKitErrorDetails
      ChatKitEvent ChatKitFailure ChatKitGeneratedImage ChatKitItem
      ChatKitItemProps ChatKitMessage ChatKitNotice ChatKitOtherItem
      ChatKitPage ChatKitProgress ChatKitRequestFunction ChatKitRequests
      ChatKitStatus ChatKitStructuredInput ChatKitTag ChatKitThread
      ChatKitThreadStatus ChatKitUserMessage ChatKitWidgetItem
      ChatKitWorkflow`,
  },
  "./stream": {
    values: "createWidgetStream parsePartialWidget useWidgetStream",
    types: "Part WidgetStream WidgetStreamSnapshot WidgetStreamSource",
  },
  "./template": {
    values: `WidgetFileError parseWidgetFile renderWidgetTemplate`,
    types: `
      RenderWidgetTemplateOptions WidgetFile WidgetFileErrorCode
      WidgetFileErrorDetails`,
  },
  "./schema": {
    values: `
      defineComponents formatIssues repairWidget validateWidget widgetPrompt
      widgetSchema`,
    types: `
      ComponentDefinition ComponentSchemas DefinedComponents FormatIssuesOptions
      JsonSchema PropsOf PropsSchema RepairOptions StandardSchema
      ValidateOptions WidgetChange WidgetIssue WidgetIssueCode
      WidgetPromptOptions WidgetSchemaOptions`,
  },
  "./storybook": { values: "default", types: "WidgetStoryParameters" },
  ...Object.fromEntries(
    "ar de en es fr he it ja ko nl pl pt zh"
      .split(" ")
      .map((language) => [
        `./labels/${language}`,
        { values: `default ${language}`, types: "" },
      ]),
  ),
};

/** Entry → its source file. */
const entries = new Map(
  Object.entries(manifest.exports).flatMap(([entry, target]) => {
    const name =
      typeof target === "object" &&
      /^\.\/dist\/(.+)\.js$/.exec(target.default)?.[1];
    if (!name) return [];
    const [folder, end] = name.split("*");
    return end === undefined
      ? [[entry, `src/${name}.ts`] as const]
      : readdirSync(`src/${folder}`).map(
          (file) =>
            [
              entry.replace("*", parse(file).name),
              `src/${folder}${file}`,
            ] as const,
        );
  }),
);

const exported = readExports([...entries.values()]);

describe("the package", () => {
  test("has these entries", () => {
    expect(Object.keys(manifest.exports)).toEqual([
      ".",
      "./core",
      "./chatkit",
      "./stream",
      "./template",
      "./schema",
      "./storybook",
      "./storybook/manager",
      "./storybook/preset",
      "./storybook/preview",
      "./labels/*",
      "./styles.css",
      "./layered.css",
      "./widget.schema.json",
      "./package.json",
    ]);
  });

  test("has its names pinned in every entry", () => {
    expect([...entries.keys()].sort()).toEqual(Object.keys(NAMES).sort());
  });
});

test.for([...entries])("%s exports these names", async ([entry, file]) => {
  const { values = "", types = "" } = NAMES[entry] ?? {};
  const module = (await import(resolve(file))) as object;
  const isValue = (name: string) => Object.hasOwn(module, name);
  expect({
    values: Object.keys(module).sort(),
    types: exported.get(file)!.filter((name) => !isValue(name)),
  }).toEqual({ values: wordsOf(values), types: wordsOf(types) });
});

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).sort();
}

/** What each file exports to the compiler, types and values. */
function readExports(files: string[]) {
  const { config } = ts.readConfigFile("tsconfig.json", (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  return new Map(
    files.map((file) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
      const names = checker.getExportsOfModule(module).map(({ name }) => name);
      return [file, names.sort()] as const;
    }),
  );
}
