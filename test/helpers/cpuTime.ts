/** Seconds of work that `run` costs, whatever else the machine is busy with. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * Seconds that no long input may cost. One that is read once costs a hundredth of
 * it; one that is read again from each of its characters costs several times as much.
 */
export const LONG = 5;
