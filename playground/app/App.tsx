import { useEffect, useRef, useSyncExternalStore } from "react";
import { isUnsaved, type Folder } from "../folder.js";
import { Playground } from "../Playground.js";
import "./app.css";

const PREFIX = "#file=";

/** The file that the address of the page names. */
export function fileInAddress(): string | undefined {
  const { hash } = location;
  if (!hash.startsWith(PREFIX)) return undefined;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length));
  } catch {
    return undefined;
  }
}

/** The files of a folder beside the playground. */
export function App({ folder }: { folder: Folder }) {
  const { files, path, drafts } = useSyncExternalStore(
    folder.subscribe,
    folder.getState,
  );
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => folder.start(), [folder]);

  useEffect(() => {
    const open = () => {
      const wanted = fileInAddress();
      if (wanted !== undefined && wanted !== folder.getState().path) {
        void folder.open(wanted);
      }
    };
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, [folder]);

  useEffect(() => {
    if (path === undefined) return;
    document.title = path;
    history.replaceState(null, "", PREFIX + encodeURIComponent(path));
    list.current
      ?.querySelector("[aria-current]")
      ?.scrollIntoView({ block: "nearest" });
  }, [path]);

  return (
    <div className="pg-app">
      <nav className="pg-files" aria-label="Files">
        {files?.length === 0 && (
          <p className="pg-files-empty">
            No widget is in this folder yet. A .widget or .widget.json file that
            is saved in it appears here.
          </p>
        )}
        <ul ref={list} className="pg-files-list">
          {files?.map((file) => {
            const at = file.path.lastIndexOf("/") + 1;
            const isTyped = [file, ...file.data].some((one) =>
              isUnsaved(drafts[one.path]),
            );
            return (
              <li key={file.path}>
                <a
                  className="pg-file"
                  href={PREFIX + encodeURIComponent(file.path)}
                  aria-current={file.path === path ? "page" : undefined}
                >
                  <span className="pg-file-name">{file.path.slice(at)}</span>
                  {isTyped && (
                    <span className="pg-file-typed" title="Not saved">
                      <span className="pg-hidden">, not saved</span>
                    </span>
                  )}
                  {at > 0 && (
                    <span className="pg-file-folder">
                      {file.path.slice(0, at)}
                    </span>
                  )}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <Playground folder={folder} />
    </div>
  );
}
