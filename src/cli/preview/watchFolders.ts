import { statSync, watch, type FSWatcher } from "node:fs";

/** How often files are looked at where the system reports no changes. */
const POLL_MS = 1000;

/** Several events of one save are one change. */
const PAUSE_MS = 40;

/**
 * Calls back after something changed in one of the folders, which `update` names. Each folder is watched for itself: a
 * recursive watch would also follow what is installed below it.
 */
export function watchFolders(onChange: () => void) {
  const watchers = new Map<string, { watcher: FSWatcher; stamp: string }>();
  let pause: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  let isClosed = false;

  function changed() {
    clearTimeout(pause);
    if (!isClosed) pause = setTimeout(onChange, PAUSE_MS);
  }

  /** There are only so many watchers for a user, and none on some network drives. */
  function startPolling() {
    poll ??= setInterval(onChange, POLL_MS);
  }

  function add(folder: string) {
    try {
      const watcher = watch(folder, changed);
      watcher.on("error", () => {
        remove(folder);
        changed();
      });
      watchers.set(folder, { watcher, stamp: stampOf(folder) });
    } catch {
      startPolling();
    }
  }

  function remove(folder: string) {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  }

  return {
    /** Gives whether one is new: what happened in it before it was watched was not reported. */
    update(folders: ReadonlySet<string>): boolean {
      if (isClosed) return false;
      let isNew = false;
      for (const [folder, { stamp }] of watchers) {
        // Another folder of the same name is not watched yet.
        if (!folders.has(folder) || stampOf(folder) !== stamp) remove(folder);
      }
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        add(folder);
        isNew ||= watchers.has(folder);
      }
      return isNew;
    },
    close() {
      isClosed = true;
      clearTimeout(pause);
      clearInterval(poll);
      for (const folder of watchers.keys()) remove(folder);
    },
  };
}

/** Another one for another folder, though it has the same name. */
function stampOf(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  return `${found?.ino} ${found?.birthtimeMs}`;
}
