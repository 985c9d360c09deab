import { useHost } from "../context.js";

/** Turns while an action runs, and says so. */
export function Spinner() {
  const { labels } = useHost().settings;
  return (
    <span className="wr-Spinner">
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="8" cy="8" r="7" strokeWidth="2" strokeOpacity="0.25" />
        <path d="M8 1a7 7 0 0 1 7 7" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className="wr-hidden" role="status">
        {labels.loading}
      </span>
    </span>
  );
}
