import { useId } from "react";

const names: Record<string, string> = { full: "Full", ltr: "LTR", rtl: "RTL" };

interface ChoiceProps<T> {
  label: string;
  options: readonly T[];
  selected: T;
  onSelect: (option: T) => void;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string | number>({
  label,
  options,
  selected,
  onSelect,
}: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="pg-field pg-choice">
      <legend className="pg-label">{label}</legend>
      {options.map((option) => (
        <label key={option} className="pg-option">
          <input
            type="radio"
            name={name}
            checked={option === selected}
            onChange={() => onSelect(option)}
          />
          <span>{names[String(option)] ?? option}</span>
        </label>
      ))}
    </fieldset>
  );
}
