import "widget-renderer/styles.css";
// Not among its exports.
import "../node_modules/@a2ui/react/v0_9/index.css";
import "./style.css";
import { contestants } from "./contestants/index.js";
import type { Mounted } from "./contestant.js";
import { list, visibleText } from "./content.js";
import { openLive, type LiveSample } from "./live.js";
import { rest, type Sample } from "./measure.js";
import { scenarios } from "./scenarios.js";
import { compareSnapshots, snapshot } from "./snapshot.js";

const stage = document.querySelector<HTMLElement>("#stage")!;

const find = (name: string) => contestants.find((it) => it.name === name)!;

let held: { mounted: Mounted; json: unknown } | undefined;

let live: Awaited<ReturnType<typeof openLive>> | undefined;

/** What the command line drives. */
const bench = {
  contestants: contestants.map(({ name, kind, like, lacks }) => ({
    name,
    kind,
    like,
    lacks,
  })),
  scenarios: Object.entries(scenarios).map(([name, { title }]) => ({
    name,
    title,
  })),

  /**
   * Renders it once unmeasured and says what is not as the others show it, and
   * where its elements are not those of the contestant that it is to be like.
   */
  async check(scenario: string, contestant: string): Promise<string[]> {
    const { like, lacks } = find(contestant);
    const { wrong, snapshots } = await verify(scenario, contestant);
    if (like === undefined || find(like).lacks[scenario] || lacks[scenario]) {
      return wrong;
    }
    const key = `${scenario} ${like}`;
    const reference =
      references.get(key) ?? (await verify(scenario, like)).snapshots;
    references.set(key, reference);
    for (const [i, lines] of reference.entries()) {
      const difference = compareSnapshots(snapshots[i] ?? [], lines);
      if (difference) {
        wrong.push(`not the elements of ${like}: ${difference}`);
        break;
      }
    }
    return wrong;
  },

  async sample(scenario: string, contestant: string): Promise<Sample> {
    await rest();
    return scenarios[scenario]!.run(stage, find(contestant), () => {});
  },

  /** Keeps a list mounted, for a look at the heap. */
  async hold(contestant: string, count: number) {
    const { write, mount } = find(contestant);
    const json: unknown = JSON.parse(JSON.stringify(write(list(count))));
    held = { mounted: mount(stage, json), json };
    await rest();
  },

  /** The elements that a contestant renders for a scenario, to write down. */
  async dump(scenario: string, contestant: string) {
    return (await verify(scenario, contestant)).snapshots.at(-1);
  },

  /** Renders a thread of the server at `url`. */
  async openLive(contestant: string, url: string) {
    live = await openLive(stage, find(contestant), url);
    await rest();
  },

  /** Waits until all deltas of a stream are rendered. */
  async streamLive(): Promise<LiveSample> {
    const sample = await live!.stream();
    return { ...sample, shown: visibleText(stage) };
  },

  async closeLive() {
    live?.unmount();
    live = undefined;
    await rest();
  },

  async release() {
    held?.mounted.unmount();
    held = undefined;
    await rest();
  },
};

/** What is wrong with its texts, and its elements each time that they are looked at. */
async function verify(scenario: string, contestant: string) {
  let wrong: string[] = [];
  let snapshots: string[][] = [];
  const compare = (expected: string, root: Node = stage) => {
    const difference = compareTexts(visibleText(root), expected);
    if (difference) wrong.push(difference);
    snapshots.push(snapshot(stage));
  };
  // Lazy parts may be loaded the first time.
  for (let time = 0; time < 2 && (time === 0 || wrong.length > 0); time++) {
    wrong = [];
    snapshots = [];
    await scenarios[scenario]!.run(stage, find(contestant), compare);
    await rest();
  }
  return { wrong, snapshots };
}

/** Scenario and contestant → its elements, for those who are to have the same. */
const references = new Map<string, string[][]>();

/** Where two texts part, for the one who has to find out why. */
function compareTexts(text: string, expected: string): string | undefined {
  if (text === expected) return undefined;
  let i = 0;
  while (text[i] === expected[i]) i++;
  const around = (it: string) => `"…${it.slice(Math.max(0, i - 20), i + 40)}…"`;
  return `${around(text)} instead of ${around(expected)}`;
}

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
