import { isRecord, toNumber, toText } from "../../src/core/json.js";
import { IconButton } from "../icons.js";
import { ColorSample, ColorSwatches } from "./ColorSwatches.js";
import type { Field } from "./fields.js";
import { parseText, printText } from "./parseText.js";
import { useDraft } from "./useDraft.js";

export interface ControlProps {
  field: Field;
  value: unknown;
  /** What a label and a help refer to. */
  id: string;
  describedBy: string | undefined;
  /** What assistive technology calls groups of the control. */
  label: string;
  readOnly: boolean;
  /** `undefined` unsets it. `isTyped`: it is one of several changes, as of a text. */
  onChange: (value: unknown, isTyped?: boolean) => void;
}

/** Edits the value of a property in the way of its kind; a value of another kind as JSON. */
export function Control(props: ControlProps) {
  const { field, value } = props;
  if (isRecord(value) || Array.isArray(value)) {
    return <TextField {...props} field={{ ...field, kind: "json" }} />;
  }
  switch (field.kind) {
    case "choice":
      return <Choice {...props} />;
    case "switch":
      return <Switch {...props} />;
    case "space":
      return <Space {...props} />;
    case "color":
      return <Color {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function Choice(props: ControlProps) {
  const { field, value, id, describedBy, readOnly, onChange } = props;
  const { options, preset, required } = field;
  const text = toText(value);
  return (
    <select
      id={id}
      className="pg-select"
      aria-describedby={describedBy}
      required={required}
      disabled={readOnly}
      value={text}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">
        {preset === undefined ? "Not set" : `Default: ${toText(preset)}`}
      </option>
      {text !== "" && !options.includes(text) && (
        <option value={text}>{`${text} (none of these)`}</option>
      )}
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

function Switch(props: ControlProps) {
  const { field, value, id, describedBy, readOnly, onChange } = props;
  const checked = toText(value ?? field.preset) === "true";
  return (
    <input
      type="checkbox"
      role="switch"
      id={id}
      className="pg-switch"
      data-unset={value == null ? "" : undefined}
      aria-describedby={describedBy}
      disabled={readOnly}
      checked={checked}
      aria-checked={checked}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}

/** Spacing in steps of 4 px, which a text such as `2px` has none of. */
function Space(props: ControlProps) {
  const { field, value, label, readOnly, onChange } = props;
  const units = toNumber(value ?? field.preset ?? 0);
  const set = (next: number) => onChange(Math.max(field.least ?? -99, next));
  return (
    <div className="pg-space">
      <IconButton
        icon="minus"
        label={`Less ${label}`}
        disabled={
          readOnly ||
          units === undefined ||
          (field.least !== undefined && units <= field.least)
        }
        onClick={() => set(Math.ceil(units! - 1))}
      />
      <TextField {...props} />
      <IconButton
        icon="plus"
        label={`More ${label}`}
        disabled={readOnly || units === undefined}
        onClick={() => set(Math.floor(units! + 1))}
      />
      <span className="pg-help">
        {value != null && units !== undefined && `${units * 4} px`}
      </span>
    </div>
  );
}

function Color(props: ControlProps) {
  const { field, value, label, readOnly, onChange } = props;
  const context = field.context ?? "text";
  return (
    <div className="pg-color">
      <div className="pg-color-text">
        <ColorSample value={value ?? field.preset} context={context} />
        <TextField {...props} />
      </div>
      <ColorSwatches
        label={label}
        context={context}
        value={value}
        disabled={readOnly}
        onChange={onChange}
      />
    </div>
  );
}

const LINES = 8;

function TextField(props: ControlProps) {
  const { field, value, id, describedBy, readOnly, onChange } = props;
  const draft = useDraft(
    value,
    printText,
    (text) => parseText(field, text),
    (next) => onChange(next, true),
  );
  const attributes = {
    id,
    className: "pg-input",
    "aria-describedby": describedBy,
    "aria-invalid": draft.invalid !== undefined || undefined,
    placeholder: toText(field.preset) || toText(field.examples[0]),
    readOnly,
    spellCheck: false,
    value: draft.text,
    onChange: ({ target }: { target: { value: string } }) =>
      draft.set(target.value),
    onBlur: draft.end,
  };
  const isJson = field.kind === "json" || field.kind === "object";
  const isLong = isJson || field.name === "value" || draft.text.includes("\n");
  const lines = draft.text.split("\n").length;
  const list = field.options.length > 0 ? `${id}-options` : undefined;
  return (
    <>
      {isLong ? (
        <textarea
          {...attributes}
          data-json={isJson ? "" : undefined}
          rows={Math.min(Math.max(lines, isJson ? 2 : 1), LINES)}
        />
      ) : (
        <input type="text" autoComplete="off" list={list} {...attributes} />
      )}
      {list && (
        <datalist id={list}>
          {field.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {draft.invalid !== undefined && (
        <p role="alert" className="pg-invalid">
          {draft.invalid}
        </p>
      )}
    </>
  );
}
