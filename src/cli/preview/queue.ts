const last = new Map<string, Promise<unknown>>();

/** Runs one write of a path after the other, so that none sees the file between what another one compares and writes. */
export async function writingTo<Result>(
  path: string,
  write: () => Promise<Result>,
): Promise<Result> {
  const running = (last.get(path) ?? Promise.resolve()).then(write, write);
  last.set(path, running);
  try {
    return await running;
  } finally {
    if (last.get(path) === running) last.delete(path);
  }
}
