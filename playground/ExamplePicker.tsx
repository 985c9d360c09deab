import { examples } from "./examples.js";

interface ExamplePickerProps {
  selected: string;
  onSelect: (id: string) => void;
}

export function ExamplePicker({ selected, onSelect }: ExamplePickerProps) {
  return (
    <label className="pg-field">
      <span className="pg-label">Example</span>
      <select
        className="pg-select"
        value={selected}
        onChange={(event) => onSelect(event.target.value)}
      >
        <option value="" disabled>
          Pick an example…
        </option>
        {[...new Set(examples.map(({ group }) => group))].map((name) => (
          <optgroup key={name} label={name}>
            {examples
              .filter(({ group }) => group === name)
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
