import { useMemo, type RefObject } from "react";
import { Editor, type EditorHandle } from "./Editor.js";
import type { Problem, ShownText, Source as Texts } from "./evaluate.js";
import type { Range } from "./json/syntax.js";
import { Tabs, type Tab } from "./Tabs.js";
import type { OpenedFile } from "./useFolder.js";

/** The parts of the texts that belong to a node. */
export type Ranges = Partial<Record<ShownText, Range>>;

interface SourceProps {
  source: Texts;
  /** What the template prints. */
  result: string;
  problem: Problem | undefined;
  document: unknown;
  /** The file that the texts are in, if they are in one. */
  opened: OpenedFile | undefined;
  shown: Ranges;
  editors: RefObject<Partial<Record<ShownText, EditorHandle | null>>>;
  lower: Lower;
  onLower: (text: Lower) => void;
  onEdit: (text: keyof Texts, value: string) => void;
  onMode: (mode: Texts["mode"]) => void;
  onFormat: (text: Exclude<keyof Texts, "mode" | "template">) => void;
  onCaret: (text: ShownText, offset: number) => void;
  onFocus: (text: ShownText) => void;
  onHistory: (text: ShownText, undo: number, redo: number) => void;
}

/** The texts that belong to a template. */
export type Lower = "data" | "schema" | "result";

export function isLower(text: ShownText): text is Lower {
  return text === "data" || text === "schema" || text === "result";
}

const labels: Record<ShownText, string> = {
  json: "Widget JSON",
  template: "Template",
  data: "Data",
  schema: "Schema",
  result: "Result",
};

/** The texts of the widget, each in an editor that stays mounted with what can be undone in it. */
export function Source(props: SourceProps) {
  const { source, result, problem, document, opened, shown, editors } = props;
  const { lower, onLower, onEdit, onMode, onFormat } = props;

  // A file that cannot be taken apart is edited as it is.
  const jsonLabel = /\.widget$/i.test(opened?.path ?? "")
    ? ".widget file"
    : labels.json;
  const mark = useMemo(
    () => problem?.place && { place: problem.place, message: problem.message },
    [problem],
  );

  function editor(text: ShownText) {
    const isResult = text === "result";
    return (
      <Editor
        ref={(handle) => void (editors.current[text] = handle)}
        label={text === "json" ? jsonLabel : labels[text]}
        language={text === "template" ? "jinja" : "json"}
        value={isResult ? result : source[text]}
        document={document}
        readOnly={isResult}
        shown={shown[text]}
        mark={mark?.place.text === text ? mark : undefined}
        onChange={(value) => {
          if (!isResult) onEdit(text, value);
        }}
        onCaret={(offset) => props.onCaret(text, offset)}
        onFocus={() => props.onFocus(text)}
        onHistory={(undo, redo) => props.onHistory(text, undo, redo)}
      />
    );
  }

  const json = editor("json");
  const template = editor("template");
  const data = editor("data");
  const dataId = (id: string) => `data ${id}` as const;
  const selectedCase = opened?.selectedCase ?? "";
  const lowers: Tab<`data ${string}` | Lower>[] = [
    // Each data file is a tab, and one of them is in the editor.
    ...(opened?.cases ?? [{ id: "", label: labels.data }]).map(
      ({ id, label }) => ({
        id: dataId(id),
        label,
        panel: id === selectedCase && data,
      }),
    ),
    { id: "schema", label: labels.schema, panel: editor("schema") },
    { id: "result", label: labels.result, panel: editor("result") },
  ];
  const formatted = source.mode === "json" ? "json" : lower;
  return (
    <Tabs
      className="pg-source"
      label="Source"
      tabs={[
        {
          id: "json" as const,
          label: jsonLabel,
          panel: json,
        },
        {
          id: "template" as const,
          label: ".widget template",
          panel: (
            <>
              {template}
              <Tabs
                className="pg-lower"
                label="For the template"
                tabs={lowers}
                selected={lower === "data" ? dataId(selectedCase) : lower}
                onSelect={(id) => {
                  if (id === "schema" || id === "result") onLower(id);
                  else {
                    onLower("data");
                    if (id !== dataId(selectedCase)) {
                      opened?.selectCase(id.slice(dataId("").length));
                    }
                  }
                }}
              />
            </>
          ),
        },
        // What a file is cannot be chosen.
      ].filter(({ id }) => !opened || id === source.mode)}
      selected={source.mode}
      onSelect={onMode}
      tools={
        formatted !== "result" && (
          <button
            type="button"
            className="pg-button"
            onClick={() => onFormat(formatted)}
          >
            {formatted === "json" ? "Format" : `Format ${formatted}`}
          </button>
        )
      }
    />
  );
}
