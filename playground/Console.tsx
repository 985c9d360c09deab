import type { Place, Problem } from "./evaluate.js";
import type { LogEntry } from "./state.js";

interface ProblemsProps {
  problems: readonly Problem[];
  /** The preview shows an older text. */
  stale: boolean;
  onGoTo: (place: Place) => void;
  onTakeApart: () => void;
}

/** What is wrong and where. */
export function Problems({
  problems,
  stale,
  onGoTo,
  onTakeApart,
}: ProblemsProps) {
  return (
    <div role="log" aria-label="Problems">
      {problems.length === 0 && <p className="pg-empty">No problems.</p>}
      <ul className="pg-list">
        {problems.map(({ code, message, severity, path, place, isFile }, i) => (
          <li key={i} className="pg-entry">
            <p className="pg-entry-head">
              <code
                className="pg-code"
                data-bad={severity === "hint" ? undefined : ""}
              >
                {code}
              </code>
              {severity === "hint" && <span className="pg-tag">hint</span>}
              {path !== undefined && (
                <code className="pg-path">{path || "/"}</code>
              )}
              {place && (
                <button
                  type="button"
                  className="pg-place"
                  onClick={() => onGoTo(place)}
                >
                  {placeName(place)}
                </button>
              )}
            </p>
            <p className="pg-message">{message}</p>
            {isFile && (
              <button type="button" className="pg-button" onClick={onTakeApart}>
                Open as template
              </button>
            )}
          </li>
        ))}
      </ul>
      {stale && (
        <p className="pg-empty">
          The preview shows the last version that worked.
        </p>
      )}
    </div>
  );
}

function placeName({ text, line, column }: Place): string {
  return `${text === "json" ? "" : `${text}, `}line ${line}, column ${column}`;
}

/** The actions that the widget sent, the newest first. */
export function Log({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <div role="log" aria-label="Actions">
      {entries.length === 0 && (
        <p className="pg-empty">Actions of the widget appear here.</p>
      )}
      <ul className="pg-list">
        {entries.map(({ id, time, handler, action, path }) => (
          <li key={id} className="pg-entry">
            <p className="pg-entry-head">
              <code className="pg-code">{action.type}</code>
              <span className="pg-tag">{handler}</span>
              <code className="pg-path">{path || "/"}</code>
              <time className="pg-time">{time}</time>
            </p>
            {action.payload !== undefined && (
              <pre className="pg-payload">
                {JSON.stringify(action.payload, null, 2)}
              </pre>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
