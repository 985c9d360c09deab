// What a user feels while a reply streams into a long thread.
import { serveThreads, DELTAS } from "./server.mjs";

/** A phone, for the frames and the longest task. */
const SLOWDOWN = 4;

/** @typedef {{ cpu: number, perDelta: number, longest: number, frames: number }} Live */

/**
 * Opens a thread of 200 widgets behind an HTTP server, and measures two streams of a
 * hundred deltas a second into it: the CPU time at full speed, then tasks and frames
 * on a slow machine.
 *
 * @param {import("playwright").Page} page of the bench
 * @param {string} contestant
 * @returns {Promise<Live>}
 */
export async function measureLive(page, contestant) {
  const server = await serveThreads();
  try {
    await page.evaluate(
      ([contestant, url]) =>
        /** @type {any} */ (globalThis).bench.openLive(contestant, url),
      [contestant, server.url],
    );
    const fast = await stream(page, contestant);
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    const slow = await stream(page, contestant);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await client.detach();
    await page.evaluate(() =>
      /** @type {any} */ (globalThis).bench.closeLive(),
    );
    return {
      cpu: fast.cpu / fast.commits,
      perDelta: fast.cpu / DELTAS,
      longest: slow.longest,
      frames: slow.frames,
    };
  } finally {
    server.close();
  }
}

/**
 * @param {import("playwright").Page} page
 * @param {string} contestant
 */
async function stream(page, contestant) {
  const browser = page.context().browser();
  await browser?.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline", "toplevel"],
  });
  const sample = await page.evaluate(() =>
    /** @type {import("./page/main.js").Bench} */ (
      /** @type {any} */ (globalThis).bench
    ).streamLive(),
  );
  const trace = await browser?.stopTracing();
  if (sample.shown !== sample.expected) {
    throw new Error(
      `${contestant} lost deltas: …${sample.shown.slice(-60)} instead of …${sample.expected.slice(-60)}`,
    );
  }
  return { ...sample, ...tasksOf(String(trace)) };
}

/**
 * Milliseconds of CPU that the page's main thread took, and its longest task.
 *
 * @param {string} trace
 */
function tasksOf(trace) {
  /** @type {{ traceEvents: { name: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse(trace);
  /** @type {Map<string, { cpu: number, longest: number }>} */
  const threads = new Map();
  for (const { name, pid, tid, args } of traceEvents) {
    if (name === "thread_name" && args.name === "CrRendererMain") {
      threads.set(`${pid} ${tid}`, { cpu: 0, longest: 0 });
    }
  }
  for (const { name, pid, tid, dur = 0, tdur = 0 } of traceEvents) {
    const thread = threads.get(`${pid} ${tid}`);
    if (!thread || !name.endsWith("RunTask")) continue;
    thread.cpu += tdur / 1000;
    thread.longest = Math.max(thread.longest, dur / 1000);
  }
  // Other pages of the browser do nothing meanwhile.
  const [busiest] = [...threads.values()].toSorted((a, b) => b.cpu - a.cpu);
  if (!busiest?.cpu) throw new Error("The trace has no tasks of the page.");
  return busiest;
}
