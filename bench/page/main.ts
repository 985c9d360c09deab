import "widget-renderer/styles.css";
// Not among its exports.
import "../node_modules/@a2ui/react/v0_9/index.css";
import "./style.css";
import { contestants } from "./contestants/index.js";
import type { Mounted } from "./contestant.js";
import { list, visibleText } from "./content.js";
import { rest, type Sample } from "./measure.js";
import { scenarios } from "./scenarios.js";

const stage = document.querySelector<HTMLElement>("#stage")!;

const find = (name: string) => contestants.find((it) => it.name === name)!;

let held: { mounted: Mounted; json: unknown } | undefined;

/** What the command line drives. */
const bench = {
  contestants: contestants.map(({ name, lacks }) => ({ name, lacks })),
  scenarios: Object.entries(scenarios).map(([name, { title }]) => ({
    name,
    title,
  })),

  /** Renders it once unmeasured and says what is not as the others show it. */
  async check(scenario: string, contestant: string): Promise<string[]> {
    let wrong: string[] = [];
    const compare = (expected: string, root: Node = stage) => {
      const difference = compareTexts(visibleText(root), expected);
      if (difference) wrong.push(difference);
    };
    // Lazy parts may be loaded the first time.
    for (let time = 0; time < 2 && (time === 0 || wrong.length > 0); time++) {
      wrong = [];
      await scenarios[scenario]!.run(stage, find(contestant), compare);
      await rest();
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

  async release() {
    held?.mounted.unmount();
    held = undefined;
    await rest();
  },
};

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
