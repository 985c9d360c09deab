import { page } from "vitest/browser";
import { useField, type WidgetNode } from "../../src/index.js";

/** A number field of the host, which shows its value beside it. */
function Guests({
  name,
  defaultValue,
}: {
  name: string;
  defaultValue?: number;
}) {
  const { value, setValue, root, control } = useField({
    name,
    defaultValue,
    read: (json) => Number(json) || 0,
  });
  return (
    <div {...root}>
      <input
        {...control}
        aria-label={name}
        type="number"
        value={value}
        onChange={(event) => setValue(Number(event.target.value))}
      />
      <p>{`${value} guests`}</p>
    </div>
  );
}

/** A select of the host. */
function Meal({ name, defaultValue }: { name: string; defaultValue?: string }) {
  const { value, setValue, root, control } = useField({
    name,
    defaultValue,
    read: (json) => (typeof json === "string" ? json : ""),
  });
  return (
    <div {...root}>
      <select
        {...control}
        aria-label={name}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value="fish">Fish</option>
        <option value="rice">Rice</option>
      </select>
    </div>
  );
}

/** Typing into it searches for a tag; its value is the list of the tags that were added. */
function Tags({ name }: { name: string }) {
  const { value, setValue, root, control } = useField({
    name,
    defaultValue: ["a"],
    read: (json) => (Array.isArray(json) ? json.map(String) : []),
  });
  return (
    <div {...root}>
      {value.join(" ")}
      <input {...control} aria-label={name} />
      <button type="button" onClick={() => setValue([...value, "b"])}>
        Add
      </button>
    </div>
  );
}

function Native() {
  return <input name="native" aria-label="native" />;
}

export const components = { Guests, Meal, Tags, Native };

export const fields = (group = ""): unknown[] => [
  { type: "Input", name: `${group}empty` },
  { type: "Input", name: `${group}filled`, defaultValue: "Ada" },
  { type: "Textarea", name: `${group}area`, pattern: "[a-z ]+" },
  { type: "Textarea", name: `${group}lines`, defaultValue: "Lines" },
  {
    type: "Text",
    value: "Note",
    editable: { name: `${group}note`, required: true },
  },
  { type: "Checkbox", name: `${group}off`, onChangeAction: { type: "off" } },
  { type: "Checkbox", name: `${group}on`, defaultChecked: true },
  {
    type: "RadioGroup",
    name: `${group}size`,
    options: [
      { value: "s", label: `${group}Small` },
      { value: "l", label: `${group}Large` },
    ],
    onChangeAction: { type: "size" },
  },
  {
    type: "RadioGroup",
    name: `${group}seat`,
    defaultValue: "a",
    options: [
      { value: "a", label: `${group}Aisle` },
      { value: "m", label: `${group}Middle` },
      { value: "w", label: `${group}Window` },
    ],
  },
  {
    type: "Select",
    name: `${group}cabin`,
    defaultValue: "e",
    options: [{ value: "e", label: "Economy" }],
  },
  { type: "DatePicker", name: `${group}day`, defaultValue: "2026-03-08" },
  { type: "Guests", name: `${group}guests`, defaultValue: 2 },
  { type: "Meal", name: `${group}meal`, defaultValue: "fish" },
];

export const card = (children: unknown[]) =>
  ({
    type: "Card",
    asForm: true,
    confirm: { label: "Send", action: { type: "send" } },
    children,
  }) as WidgetNode;

export const whole = card([
  ...fields(),
  { type: "Native" },
  {
    type: "Form",
    onSubmitAction: { type: "inner" },
    children: fields("inner."),
  },
]);

const roles: Readonly<Record<string, string>> = {
  off: "checkbox",
  on: "checkbox",
  Large: "radio",
  Middle: "radio",
  Window: "radio",
  guests: "spinbutton",
  meal: "combobox",
};

/** The control of this name. */
export const control = (name: string) =>
  page.getByRole(roles[name.replace("inner.", "")] ?? "textbox", {
    name,
    exact: true,
  });

export async function fill(group = "") {
  await control(`${group}empty`).fill("typed");
  await control(`${group}filled`).fill("Adele");
  await control(`${group}area`).fill("some lines");
  await control(`${group}lines`).fill("Lines, more");
  await control(`${group}note`).fill("Noted");
  await control(`${group}off`).click();
  await control(`${group}on`).click();
  await control(`${group}Large`).click();
  await control(`${group}Window`).click();
  await control(`${group}Middle`).click();
  await control(`${group}guests`).fill("5");
  await control(`${group}meal`).selectOptions("rice");
}

export const filled = {
  empty: "typed",
  filled: "Adele",
  area: "some lines",
  lines: "Lines, more",
  note: "Noted",
  off: true,
  on: false,
  size: "l",
  seat: "m",
  cabin: "e",
  day: "2026-03-08",
  guests: 5,
  meal: "rice",
};

/** What the native controls of the page show. */
export const screen = () =>
  Array.from(
    document.querySelectorAll<HTMLInputElement>(
      "input:not([type=hidden]), textarea, select",
    ),
    (control) => (control.checked ? "checked" : control.value),
  );
