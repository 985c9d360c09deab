// Measures the library against others and against what a browser and React
// need at least:
//   npm run bench -- [growth] [--only mount,stream] [--contestants ours,floor-react]
//                    [--rounds 15] [--markdown] [--json FILE] [--no-build]
//                    [--profile SCENARIO]
// --only takes the beginnings of names: mount, replace, delta, component, stream,
// form, select, thread, live, heap, size, paint; `growth` only what grows.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";
import { buildApps, buildPage } from "./build.mjs";
import { measureLive } from "./live.mjs";
import { assertSame, measurePaint } from "./paint.mjs";
import {
  figure,
  printMarkdown,
  printSummary,
  printTables,
  spreadOf,
  withTarget,
} from "./report.mjs";

/** @typedef {import("./report.mjs").Row} Row */
/** @typedef {import("./report.mjs").Contestant} Contestant */
/** @typedef {import("./page/main.js").Bench} Bench */

const here = dirname(fileURLToPath(import.meta.url));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    contestants: { type: "string" },
    rounds: { type: "string", default: "15" },
    markdown: { type: "boolean", default: false },
    json: { type: "string", default: join(here, "results", "last.json") },
    build: { type: "boolean", default: true },
    profile: { type: "string" },
  },
  allowNegative: true,
});

const rounds = Number(options.rounds);

/** A slow scenario ends earlier, though not before three rounds. */
const MAX_SECONDS = 90;

/** A slow contestant ends earlier still, after its first round. */
const MAX_SECONDS_EACH = 30;

/** Who is measured at several sizes, where no others are asked for. */
const GROWING = ["floor-react", "ours", "json-render"];

install();
if (options.build) {
  run("npm", ["run", "--silent", "build"], dirname(here));
}
const folder = await buildPage();
const server = await serve(folder, {
  // Clocks of 5 µs instead of 100.
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
});
const browser = await chromium.launch({
  executablePath: requireChromium(),
  chromiumSandbox: false,
  args: [...chromiumArgs, "--js-flags=--expose-gc"],
});

let page = await open();
const { scenarios, contestants: known } = await page.evaluate(() => {
  const { scenarios, contestants } = /** @type {{ bench: Bench }} */ (
    /** @type {unknown} */ (globalThis)
  ).bench;
  return { scenarios, contestants };
});
const contestants = /** @type {Contestant[]} */ (known).filter(
  ({ name }) => options.contestants?.split(",").includes(name) ?? true,
);
const names = contestants.map(({ name }) => name);

if (options.profile) {
  await profile(options.profile);
} else {
  await measureAll();
}
await browser.close();
server.close();

async function measureAll() {
  const loadBefore = load();
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    browser: `Chromium ${browser.version()}`,
    versions: versions(),
    rounds,
    date: new Date().toISOString().slice(0, 10),
  };
  console.log(
    `${machine.cpu}, ${machine.cores} cores, ${machine.memory}; ${machine.browser}; Node ${process.version}`,
  );
  console.log(
    Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
  );

  /** @type {Row[]} */
  const rows = [];
  /** @param {() => Promise<Row[]>} measure */
  const add = async (measure) => {
    // What one scenario leaves behind does not run in the frames of the next.
    await page.close();
    page = await open();
    rows.push(...(await measure()).map(withTarget));
  };
  for (const scenario of scenarios) {
    if (isWanted(scenario.name)) await add(() => measure(scenario));
  }
  rows.push(...growth(rows).map(withTarget));
  if (isWanted("live")) await add(live);
  if (isWanted("heap")) await add(heap);
  if (isWanted("size") || isWanted("paint")) await add(app);

  progress("");
  if (options.markdown) printMarkdown(rows, names);
  else printTables(rows);
  printSummary(rows, contestants);
  const spread = spreadOf(rows).toFixed(0);
  const loads = { before: loadBefore, after: load() };
  console.log(
    `\nLoad average ${loads.before} before and ${loads.after} after, with ${machine.cores} cores; half of the rounds of floor-react are within ${spread} %.`,
  );
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine: { ...machine, loads, spread }, rows }, null, 1)}\n`,
  );
  console.log(options.json);
}

/** Of the last minute and the last five. The bench itself is about one. */
function load() {
  return loadavg()
    .slice(0, 2)
    .map((it) => it.toFixed(1))
    .join(" / ");
}

/** @param {string} name */
function isWanted(name) {
  const growing = positionals.includes("growth");
  const grows = name.startsWith("growth");
  if (growing && !grows) return false;
  const only = options.only?.split(",");
  if (!only) return true;
  return growing
    ? only.some((part) => name.startsWith(`growth-${part}`))
    : only.some((part) => name.startsWith(part));
}

/**
 * @template {Record<string, number>} Sample
 * @typedef {Map<string, Sample[]>} Samples
 */

/**
 * Rounds of all contestants in turn, so that what slows the machine down for a
 * while slows all of them.
 *
 * @template {Record<string, number>} Sample
 * @param {string} what
 * @param {string[]} contestants
 * @param {(contestant: string) => Promise<Sample>} sample
 * @param {number} [most]
 * @returns {Promise<Samples<Sample>>}
 */
async function interleave(what, contestants, sample, most = rounds) {
  /** @type {Samples<Sample>} */
  const samples = new Map(contestants.map((name) => [name, []]));
  /** @type {Record<string, number>} */
  const taken = {};
  const end = Date.now() + MAX_SECONDS * 1000;
  const order = [...contestants];
  for (let round = 0; round < most; round++) {
    if (round >= 3 && Date.now() > end) break;
    for (const name of order) {
      const before = taken[name] ?? 0;
      if (before > MAX_SECONDS_EACH * 1000) continue;
      progress(`${what} ${round + 1}/${most} ${name}`);
      const start = Date.now();
      samples.get(name)?.push(await sample(name));
      taken[name] = before + Date.now() - start;
    }
    // None always comes after the same one.
    order.push(...order.splice(0, 1));
  }
  return samples;
}

/**
 * @param {Samples<any>} samples
 * @param {string} metric
 * @param {Record<string, string>} [lacking]
 */
function figuresOf(samples, metric, lacking = {}) {
  return Object.fromEntries(
    names
      .filter((name) => samples.has(name) || lacking[name])
      .map((name) => [
        name,
        lacking[name] ??
          figure((samples.get(name) ?? []).map((it) => it[metric])),
      ]),
  );
}

/**
 * Who takes part in a row, and why the others do not.
 * @param {string} name
 */
function participants(name) {
  /** @type {Record<string, string>} */
  const lacking = {};
  for (const { name: contestant, lacks } of contestants) {
    const why = lacks[name];
    if (why) lacking[contestant] = why;
  }
  return { lacking, taking: names.filter((it) => !lacking[it]) };
}

/**
 * @param {{ name: string, title: string }} scenario
 * @returns {Promise<Row[]>}
 */
async function measure({ name, title }) {
  const { lacking, taking: all } = participants(
    name.replace(/^growth-(.+)-\d+$/, "$1"),
  );
  const few = name.startsWith("growth") && !options.contestants;
  const taking = few ? all.filter((it) => GROWING.includes(it)) : all;
  for (const contestant of taking) {
    progress(`${name} check ${contestant}`);
    const wrong = await call("check", name, contestant);
    if (/** @type {string[]} */ (wrong).length > 0) {
      throw new Error(
        `${contestant} does not show in "${name}" what the others do: ${wrong.join("\n")}`,
      );
    }
  }
  const samples = await interleave(name, taking, (contestant) =>
    call("sample", name, contestant),
  );
  return ["script", "layout"].map((metric) => ({
    scenario: name,
    title,
    metric,
    unit: "ms",
    figures: figuresOf(samples, metric, few ? {} : lacking),
  }));
}

/**
 * How many times as long ten times the nodes take, and four times the chunks.
 * @param {Row[]} rows
 * @returns {Row[]}
 */
function growth(rows) {
  return [
    ["mount", "Mount", "nodes", 1000, 10_000],
    ["replace", "Whole new JSON", "nodes", 1000, 10_000],
    ["delta", "One text delta", "nodes", 1000, 10_000],
    ["stream-markdown", "Markdown", "chunks", 500, 2000],
  ].flatMap(([name, title, what, less, more]) => {
    /** @param {string | number | undefined} size */
    const rowOf = (size) =>
      rows.find(
        ({ scenario, metric }) =>
          scenario === `growth-${name}-${size}` && metric === "script",
      )?.figures ?? {};
    const small = rowOf(less);
    const figures = Object.entries(rowOf(more)).flatMap(([contestant, big]) => {
      const base = small[contestant];
      if (typeof big !== "object" || typeof base !== "object") return [];
      const rounds = Math.min(big.samples.length, base.samples.length);
      const ratios = big.samples
        .slice(0, rounds)
        .map((sample, i) => sample / (base.samples[i] ?? NaN));
      return [/** @type {const} */ ([contestant, figure(ratios)])];
    });
    if (figures.length === 0) return [];
    return [
      {
        scenario: `growth-${name}`,
        title: `${title}, ${less} → ${more} ${what}`,
        metric: "growth",
        unit: "× as long",
        absolute: true,
        figures: Object.fromEntries(figures),
      },
    ];
  });
}

/** @returns {Promise<Row[]>} */
async function live() {
  const { lacking, taking } = participants("live");
  for (const name of taking) {
    progress(`live check ${name}`);
    await measureLive(page, name);
  }
  const samples = await interleave("live", taking, (name) =>
    measureLive(page, name),
  );
  const title = "100 deltas a second into a thread of 200 widgets";
  return [
    ["cpu", "CPU of a commit", "ms"],
    ["perDelta", "CPU of a delta", "ms"],
    ["longest", "longest task, CPU 4 × slower", "ms"],
    ["frames", "frames kept, CPU 4 × slower", "%"],
  ].map(([key = "", metric = "", unit = ""]) => ({
    scenario: "live",
    title,
    metric,
    unit,
    ...(key === "frames" && { higher: true }),
    figures: figuresOf(samples, key, lacking),
  }));
}

/**
 * @param {"check" | "sample"} what
 * @param {string} scenario
 * @param {string} contestant
 */
function call(what, scenario, contestant) {
  return page.evaluate(([what, scenario, contestant]) => {
    const { bench } = /** @type {any} */ (globalThis);
    return bench[what](scenario, contestant);
  }, /** @type {const} */ ([what, scenario, contestant]));
}

/**
 * A separate page each, so that no figure counts what another left behind.
 * @returns {Promise<Row[]>}
 */
async function heap() {
  /** @param {string} name */
  const sample = async (name) => {
    const page = await open();
    const client = await page.context().newCDPSession(page);
    const used = async () => {
      await client.send("HeapProfiler.collectGarbage");
      await client.send("HeapProfiler.collectGarbage");
      return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
    };
    /** @param {number} count */
    const hold = (count) =>
      page.evaluate(
        ([name, count]) =>
          /** @type {any} */ (globalThis).bench.hold(name, count),
        [name, count],
      );
    // Code and caches are there before it counts.
    await hold(10);
    await page.evaluate(() => /** @type {any} */ (globalThis).bench.release());
    const before = await used();
    await hold(1000);
    const heap = (await used()) - before;
    await page.close();
    return { heap };
  };
  // It hardly differs from one time to the next.
  const samples = await interleave("heap", names, sample, Math.min(rounds, 5));
  return [
    {
      scenario: "heap",
      title: "1,000 items rendered, JSON included",
      metric: "heap",
      unit: "MB",
      figures: figuresOf(samples, "heap"),
    },
  ];
}

/**
 * What an app with one card loads, and how soon a user sees it.
 * @returns {Promise<Row[]>}
 */
async function app() {
  progress("apps");
  const { folder, js, css, react } = await buildApps();
  /** @type {Row[]} */
  const rows = [];
  if (isWanted("size")) {
    const { lacking, taking } = participants("size");
    /** @param {Record<string, number>} sizes */
    const figuresBy = (sizes) =>
      figuresOf(
        new Map(taking.map((name) => [name, [{ size: sizes[name] ?? NaN }]])),
        "size",
        lacking,
      );
    rows.push(
      {
        scenario: "size",
        title: `An app with a card and a button, first load after gzip, without React (${react.toFixed(1)} kB with React alone)`,
        metric: "js",
        unit: "kB",
        absolute: true,
        figures: figuresBy(js),
      },
      {
        scenario: "size",
        title: "The same app after gzip",
        metric: "css",
        unit: "kB",
        absolute: true,
        figures: figuresBy(css),
      },
    );
  }
  if (!isWanted("paint")) return rows;
  const { lacking, taking } = participants("paint");
  const server = await serve(folder);
  /** @type {Record<string, string[]>} */
  const elements = {};
  for (const name of taking) {
    progress(`paint check ${name}`);
    const painted = await measurePaint(browser, `${server.url}/${name}/`);
    elements[name] = painted.elements;
  }
  for (const { name, like } of contestants) {
    const expected = like && elements[name] && elements[like];
    if (expected) assertSame(name, elements[name] ?? [], expected);
  }
  const samples = await interleave("paint", taking, async (name) => {
    const { time } = await measurePaint(browser, `${server.url}/${name}/`);
    return { time };
  });
  server.close();
  rows.push({
    scenario: "paint",
    title:
      "First byte of the JavaScript to the first painted widget, empty cache, CPU 4 × slower",
    metric: "time",
    unit: "ms",
    figures: figuresOf(samples, "time", lacking),
  });
  return rows;
}

/**
 * Where the time of a scenario goes, by the browser's CPU profiler; the profile
 * is written for Chrome's DevTools as well.
 * @param {string} scenario
 */
async function profile(scenario) {
  const client = await page.context().newCDPSession(page);
  await client.send("Profiler.enable");
  await client.send("Profiler.setSamplingInterval", { interval: 100 });
  for (const name of names) {
    await call("check", scenario, name);
    await client.send("Profiler.start");
    for (let i = 0; i < rounds; i++) await call("sample", scenario, name);
    const { profile } = await client.send("Profiler.stop");
    const file = join(
      here,
      "results",
      `${scenario}.${name.replace(/\W+/g, "-")}.cpuprofile`,
    );
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    console.log(`\n${scenario} · ${name} · ${file}`);
    /** @type {Map<number, number>} */
    const own = new Map();
    for (const [i, id] of (profile.samples ?? []).entries()) {
      own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas?.[i] ?? 0));
    }
    /** @type {Map<string, number>} */
    const byFunction = new Map();
    for (const { id, callFrame } of profile.nodes) {
      const label = `${callFrame.functionName || "(anonymous)"}:${callFrame.lineNumber + 1}`;
      byFunction.set(label, (byFunction.get(label) ?? 0) + (own.get(id) ?? 0));
    }
    const top = [...byFunction].toSorted(([, a], [, b]) => b - a).slice(0, 40);
    for (const [label, time] of top) {
      console.log(
        `  ${(time / 1000 / rounds).toFixed(2).padStart(9)} ms  ${label}`,
      );
    }
  }
}

/** @param {string} what */
function progress(what) {
  if (process.stderr.isTTY) process.stderr.write(`\r${what.padEnd(70)}\r`);
}

async function open() {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 800 },
  });
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`${server.url}/`);
  await page.waitForFunction(() => "bench" in globalThis);
  return page;
}

function versions() {
  return Object.fromEntries(
    [
      "react",
      "react-dom",
      "react-markdown",
      "@json-render/react",
      "@a2ui/react",
      "adaptivecards",
    ].map((name) => {
      const path = [here, dirname(here)]
        .map((folder) => join(folder, "node_modules", name, "package.json"))
        .find((path) => statSync(path, { throwIfNoEntry: false }));
      return [name, path && JSON.parse(readFileSync(path, "utf8")).version];
    }),
  );
}

/** Its packages are not those of the library: nobody else needs them. */
function install() {
  /** @param {string} path */
  const changed = (path) =>
    statSync(join(here, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (
    changed("node_modules/.package-lock.json") < changed("package-lock.json")
  ) {
    run("npm", ["ci", "--no-audit", "--no-fund"], here);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(1);
}
