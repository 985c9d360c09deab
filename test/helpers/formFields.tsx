import {
  useAction,
  useField,
  type ActionConfig,
  type WidgetNode,
} from "../../src/index.js";
import { input } from "./builders.js";

/** A component of the host whose value is a number. */
function Rating({ name, defaultValue, onRate }: Record<string, unknown>) {
  const field = useField({
    name,
    defaultValue,
    read: (json) => Number(json) || 0,
  });
  const { run } = useAction(onRate as ActionConfig, "none", field);
  return (
    <div {...field.root}>
      <button
        {...field.control}
        type="button"
        onClick={() => {
          field.setValue(field.value + 1);
          run();
        }}
      >
        {String(name)}: {field.value}
      </button>
      {field.error && <span id={field.errorId}>{field.error}</span>}
    </div>
  );
}

function Native({ name }: { name: string }) {
  return <input name={name} aria-label={name} defaultValue="native" />;
}

function Fragile({ broken }: { broken?: boolean }) {
  if (broken) throw new Error("broken");
  return <p>whole</p>;
}

export const components = { Rating, Native, Fragile };

export const options = [
  { value: "a", label: "Aisle" },
  { value: "w", label: "Window" },
];

/** Every control, with a default and without. */
export const everything = (filled: boolean): WidgetNode[] => [
  input("contact.mail", filled ? { defaultValue: "a@b.c" } : {}),
  input("contact.age", {
    inputType: "number",
    ...(filled && { defaultValue: 7 }),
  }),
  { type: "Textarea", name: "note", ...(filled && { defaultValue: "1\n2" }) },
  {
    type: "Text",
    value: filled ? "Heading" : "",
    editable: { name: "title" },
  },
  {
    type: "Select",
    name: "seat",
    options,
    ...(filled && { defaultValue: "w" }),
  },
  {
    type: "DatePicker",
    name: "task.due",
    ...(filled && { defaultValue: "2026-11-12T23:00:00Z" }),
  },
  { type: "Checkbox", name: "done", ...(filled && { defaultChecked: true }) },
  {
    type: "RadioGroup",
    name: "task.size",
    options: [
      { value: 1, label: "One" },
      { value: 2, label: "Two" },
    ],
    ...(filled && { defaultValue: 2 }),
  },
];

export const full = {
  contact: { mail: "a@b.c", age: "7" },
  note: "1\n2",
  title: "Heading",
  seat: "w",
  task: { due: "2026-11-12", size: "2" },
  done: true,
};

export const empty = {
  contact: { mail: "", age: "" },
  note: "",
  title: "",
  seat: null,
  task: { due: null, size: null },
  done: false,
};
