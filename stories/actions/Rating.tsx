import { useAction, useField, type ActionConfig } from "../../src/index.js";

interface RatingProps {
  name: string;
  defaultValue?: number;
  required?: boolean;
  onChangeAction?: ActionConfig;
}

/** A field of a host: its value goes along with the form around it. */
export function Rating({
  name,
  defaultValue,
  required,
  onChangeAction,
}: RatingProps) {
  const field = useField({
    name,
    defaultValue,
    read: (json) => Number(json) || null,
  });
  const { run, pending } = useAction(onChangeAction, "none", field);
  return (
    <div
      {...field.root}
      {...field.control}
      className="rating"
      role="radiogroup"
      aria-labelledby={field.labelId}
      aria-busy={pending || undefined}
    >
      {[1, 2, 3, 4, 5].map((stars) => (
        <span
          key={stars}
          className="rating-star"
          data-on={stars <= (field.value ?? 0) ? "" : undefined}
        >
          <input
            type="radio"
            name={field.control.id}
            aria-label={`${stars} of 5`}
            required={required}
            checked={stars === field.value}
            onChange={() => {
              field.setValue(stars);
              run();
            }}
          />
          <svg viewBox="0 0 24 24" fill="currentcolor" aria-hidden="true">
            <path d="m12 2 3 6.6 7.2.8-5.4 4.9 1.5 7.1L12 17.8l-6.3 3.6 1.5-7.1L1.8 9.4 9 8.6z" />
          </svg>
        </span>
      ))}
      {field.error && (
        <span id={field.errorId} className="rating-error">
          {field.error}
        </span>
      )}
    </div>
  );
}
