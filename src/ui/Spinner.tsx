/** Turns while an action runs. Assistive technology gets that from `aria-busy`. */
export function Spinner() {
  return (
    <span className="wr-Spinner" aria-hidden="true">
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <circle cx="8" cy="8" r="7" strokeOpacity="0.25" />
        <path d="M8 1a7 7 0 0 1 7 7" strokeLinecap="round" />
      </svg>
    </span>
  );
}
