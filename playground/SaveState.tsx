import type { OpenedFile } from "./useFolder.js";

const texts: Record<OpenedFile["status"], string> = {
  saved: "Saved",
  saving: "Saving…",
  typed: "Not saved yet",
  tried: "Saved, but for the default data, which is only tried here",
  broken: "Not saved: it does not work yet",
};

/** Whether what was typed is on disk, and what to do where it is not. */
export function SaveState({ opened }: { opened: OpenedFile }) {
  const { status, failure, conflicts } = opened;
  // Nothing is written before the user has chosen.
  const isChoice = conflicts.length > 0;
  return (
    <>
      <output
        className="pg-notice pg-save-state"
        data-bad={failure ? "" : undefined}
      >
        {failure ??
          (opened.path === "" ? "" : texts[isChoice ? "typed" : status])}
      </output>
      {!isChoice && (status === "broken" || failure !== undefined) && (
        <button
          type="button"
          className="pg-button"
          data-strong=""
          onClick={opened.save}
        >
          Save
        </button>
      )}
      {conflicts.map(({ path, isDeleted }) => (
        <div key={path} role="alert" className="pg-conflict">
          <p className="pg-message">
            <b>{path}</b>{" "}
            {isDeleted
              ? "was deleted on disk."
              : "was changed on disk while you edited it."}{" "}
            What you typed is kept here.
          </p>
          <button
            type="button"
            className="pg-button"
            onClick={() => opened.keepMine(path)}
          >
            {isDeleted ? "Write it again" : "Keep mine"}
          </button>
          <button
            type="button"
            className="pg-button"
            onClick={() => opened.takeOther(path)}
          >
            {isDeleted ? "Close it" : "Take the one on disk"}
          </button>
        </div>
      ))}
    </>
  );
}
