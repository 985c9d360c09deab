/** @typedef {{ median: number, q1: number, q3: number, samples: number[] }} Figure */
/**
 * @typedef {object} Row
 * @property {string} scenario
 * @property {string} title
 * @property {string} metric
 * @property {string} unit
 * @property {number} [target] at most: × floor-react, or the unit itself where `absolute`
 * @property {boolean} [absolute]
 * @property {Record<string, Figure | string>} figures a string says why there is none
 */

/** What the library is to stay below: × floor-react in the same run. */
const targets = {
  "mount-1000 script": 1.8,
  "mount-1000 layout": 1.25,
  "replace script": 1.6,
  "delta script": 1,
  "component script": 1,
  "stream-text script": 1.4,
  "stream-markdown layout": 1.6,
  "heap heap": 2,
  "size size": 20,
};

/**
 * @param {string} scenario
 * @param {string} metric
 * @returns {number | undefined}
 */
export function targetOf(scenario, metric) {
  return targets[/** @type {keyof typeof targets} */ (`${scenario} ${metric}`)];
}

/**
 * @param {number[]} samples
 * @returns {Figure}
 */
export function figure(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  /** @param {number} q */
  const at = (q) => {
    const place = (sorted.length - 1) * q;
    const low = sorted[Math.floor(place)] ?? NaN;
    const high = sorted[Math.ceil(place)] ?? NaN;
    return low + (high - low) * (place % 1);
  };
  return { median: at(0.5), q1: at(0.25), q3: at(0.75), samples };
}

/** @param {Row} row */
function floorOf(row) {
  const floor = row.figures["floor-react"];
  return typeof floor === "object" ? floor.median : undefined;
}

/**
 * @param {Row} row
 * @param {string} name
 */
function ratioOf(row, name) {
  const it = row.figures[name];
  const floor = floorOf(row);
  return typeof it === "object" && floor ? it.median / floor : undefined;
}

/** @param {Row} row */
function verdict(row) {
  if (row.target === undefined) return "";
  const own = row.figures["ours"];
  if (typeof own !== "object") return "";
  const reached = row.absolute ? own.median : ratioOf(row, "ours");
  if (reached === undefined) return "";
  return `${reached <= row.target ? "✓" : "✗"} ≤ ${row.target}${row.absolute ? ` ${row.unit}` : " ×"}`;
}

/** @param {number} value */
const short = (value) =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(2);

/** @param {Row[]} rows */
export function printTables(rows) {
  for (const row of rows) {
    console.log(`\n${row.title} · ${row.metric} (${row.unit})`);
    for (const [name, it] of Object.entries(row.figures)) {
      const label = `  ${name.padEnd(20)}`;
      if (typeof it === "string") {
        console.log(`${label}${"–".padStart(8)}   ${it}`);
        continue;
      }
      const ratio = ratioOf(row, name);
      console.log(
        [
          label + short(it.median).padStart(8),
          `${short(it.q1)}–${short(it.q3)}`.padEnd(15),
          ratio === undefined ? "" : `×${ratio.toFixed(2)}`.padEnd(8),
          name === "ours" ? verdict(row) : "",
        ].join("  "),
      );
    }
  }
}

/**
 * @param {Row[]} rows
 * @param {string[]} contestants
 */
export function printMarkdown(rows, contestants) {
  /** @type {string[]} */
  const notes = [];
  const head = ["", ...contestants, "target"];
  const lines = rows.map((row) => [
    `${row.title}, ${row.metric} (${row.unit})`,
    ...contestants.map((name) => {
      const it = row.figures[name];
      if (it === undefined) return "";
      if (typeof it === "string") {
        const note = `${name} ${it}`;
        if (!notes.includes(note)) notes.push(note);
        return `– [${notes.indexOf(note) + 1}]`;
      }
      const ratio = ratioOf(row, name);
      const figure = `${short(it.median)} (${short(it.q1)}–${short(it.q3)})`;
      return ratio === undefined || name === "floor-react"
        ? figure
        : `${figure} ×${ratio.toFixed(2)}`;
    }),
    verdict(row),
  ]);
  const bar = head.map((_, i) => (i === 0 ? "---" : "---:"));
  console.log();
  for (const line of [head, bar, ...lines])
    console.log(`| ${line.join(" | ")} |`);
  console.log();
  for (const [i, note] of notes.entries()) console.log(`[${i + 1}] ${note}.`);
}
