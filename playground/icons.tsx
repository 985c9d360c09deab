/** Lines on a grid of 16. */
const paths = {
  undo: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
  redo: "m10 3 3 3-3 3m3-3H7a4 4 0 0 0 0 8h3",
  plus: "M8 3v10M3 8h10",
  copy: "M6 6h7v7H6zM3 10V3h7",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10m4-4-4 4-4-4",
  remove: "M3 4.5h10M6.5 4V2.5h3V4m-5 .5.5 9h6l.5-9M6.8 7.2v3.6m2.4-3.6v3.6",
  close: "m4 4 8 8m0-8-8 8",
  open: "m6 4 4 4-4 4",
  more: "m4 6 4 4 4-4",
  minus: "M3 8h10",
  inspect:
    "M7 13H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v3M8 8l6 2.2-2.6 1.2L10.2 14z",
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a name, which assistive technology reads alone. */
export function Glyph({ name }: { name: IconName }) {
  return (
    <svg
      className="pg-glyph"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

interface IconButtonProps {
  icon: IconName;
  label: string;
  /** The keys that do the same, as `aria-keyshortcuts` writes them. */
  keys?: string;
  /** It stays focusable, so that the focus is not lost where there is nothing left to do. */
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
}

/** A button with a picture; pointing at it shows its name. */
export function IconButton({
  icon,
  label,
  keys,
  disabled = false,
  pressed,
  onClick,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className="pg-icon-button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={disabled || undefined}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys.split(" ")[0]})` : label}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Glyph name={icon} />
    </button>
  );
}
