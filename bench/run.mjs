// Measures the library against others and against what a browser and React
// need at least:
//   npm run bench -- [growth] [--only mount,stream] [--contestants ours,floor-react]
//                    [--rounds 15] [--markdown] [--json FILE] [--no-build]
//                    [--profile SCENARIO]
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";
import { buildPage, sizes } from "./build.mjs";
import { figure, printMarkdown, printTables, targetOf } from "./report.mjs";

/** @typedef {import("./report.mjs").Row} Row */
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
const growth = positionals.includes("growth");

/** A slow scenario ends earlier, though not before three rounds. */
const MAX_SECONDS = 90;

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
const contestants = known.filter(
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
  for (const scenario of scenarios) {
    if (!isWanted(scenario.name)) continue;
    // What one scenario leaves behind does not run in the frames of the next.
    await page.close();
    page = await open();
    rows.push(...(await measure(scenario)));
  }
  if (isWanted("heap")) rows.push(await heap());
  if (isWanted("size")) rows.push(...(await size()));

  progress("");
  if (options.markdown) printMarkdown(rows, names);
  else printTables(rows);
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine, rows }, null, 1)}\n`,
  );
  console.log(`\n${options.json}`);
}

/** @param {string} name */
function isWanted(name) {
  if (growth !== name.startsWith("growth")) return false;
  const only = options.only?.split(",");
  return (
    only?.some((part) => name.replace(/^growth-/, "").startsWith(part)) ?? true
  );
}

/**
 * Rounds of all contestants in turn, so that what slows the machine down for a
 * while slows all of them.
 * @param {{ name: string, title: string }} scenario
 * @returns {Promise<Row[]>}
 */
async function measure({ name, title }) {
  /** @type {Map<string, { script: number, layout: number }[]>} */
  const samples = new Map();
  /** @type {Record<string, string>} */
  const lacking = {};
  for (const { name: contestant, lacks } of contestants) {
    const why = lacks[name.replace(/^growth-(.+)-\d+$/, "$1")];
    if (why) {
      lacking[contestant] = why;
      continue;
    }
    const wrong = await call("check", name, contestant);
    if (/** @type {string[]} */ (wrong).length > 0) {
      throw new Error(
        `${contestant} does not show in "${name}" what the others do: ${wrong.join("\n")}`,
      );
    }
    samples.set(contestant, []);
  }
  const end = Date.now() + MAX_SECONDS * 1000;
  const order = [...samples.keys()];
  for (let round = 0; round < rounds; round++) {
    if (round >= 3 && Date.now() > end) break;
    for (const contestant of order) {
      progress(`${name} ${round + 1}/${rounds} ${contestant}`);
      const sample = await call("sample", name, contestant);
      samples.get(contestant)?.push(sample);
    }
    // Nobody always comes after the same one.
    order.push(...order.splice(0, 1));
  }
  return /** @type {const} */ (["script", "layout"]).map((metric) => {
    const target = targetOf(name, metric);
    return {
      scenario: name,
      title,
      metric,
      unit: "ms",
      ...(target !== undefined && { target }),
      figures: Object.fromEntries(
        names.map((contestant) => [
          contestant,
          lacking[contestant] ??
            figure((samples.get(contestant) ?? []).map((it) => it[metric])),
        ]),
      ),
    };
  });
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

/** A separate page each, so that no figure counts what another left behind. */
async function heap() {
  const count = 1000;
  /** @type {Record<string, number[]>} */
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    for (const name of names) {
      progress(`heap ${round + 1} ${name}`);
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
      await page.evaluate(() =>
        /** @type {any} */ (globalThis).bench.release(),
      );
      const before = await used();
      await hold(count);
      samples[name]?.push((await used()) - before);
      await page.close();
    }
  }
  return {
    scenario: "heap",
    title: "1,000 items rendered, JSON included",
    metric: "heap",
    unit: "MB",
    target: targetOf("heap", "heap") ?? 0,
    figures: Object.fromEntries(
      names.map((name) => [name, figure(samples[name] ?? [])]),
    ),
  };
}

async function size() {
  const { sizes: found, react } = await sizes();
  return [
    {
      scenario: "size",
      title: `An app with a card and a button, min+gzip, without React (${react.toFixed(1)} kB with React alone)`,
      metric: "size",
      unit: "kB",
      target: targetOf("size", "size") ?? 0,
      absolute: true,
      figures: Object.fromEntries(
        contestants.map(({ name, lacks }) => [
          name,
          lacks["size"] ?? figure([found[name] ?? NaN]),
        ]),
      ),
    },
  ];
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
