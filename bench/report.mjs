/** @typedef {{ median: number, q1: number, q3: number, samples: number[] }} Figure */
/** @typedef {{ name: string, kind: "floor" | "ours" | "peer", like?: string | undefined, lacks: Readonly<Record<string, string>> }} Contestant */
/**
 * @typedef {object} Row
 * @property {string} scenario
 * @property {string} title
 * @property {string} metric
 * @property {string} unit
 * @property {boolean} [higher] more is better
 * @property {number} [target] at most: × floor-react, or the unit itself where `absolute`
 * @property {boolean} [absolute]
 * @property {Record<string, Figure | string>} figures a string says why there is none
 */

/** What the library is to stay below: × floor-react in the same run, or the unit itself. */
const targets = {
  "mount-100 script": 2,
  "mount-1000 script": 1.75,
  "mount-1000 layout": 0.6,
  "replace script": 1.2,
  "delta script": 1.1,
  "component script": 1.1,
  "stream-text script": 1.3,
  "stream-markdown script": 1.3,
  "form script": 1.1,
  "select script": 2.5,
  "select-search script": 2,
  "thread script": 2,
  "heap heap": 2,
  "size js": 24,
  "size css": 14.2,
  "growth-mount growth": 11,
  "growth-fields growth": 11,
  "growth-replace growth": 11,
  "growth-delta growth": 11,
  "growth-stream-markdown growth": 4.4,
};

/**
 * A row with the target that it has.
 * @param {Row} row
 * @returns {Row}
 */
export function withTarget(row) {
  const key = `${row.scenario} ${row.metric}`;
  const target = targets[/** @type {keyof typeof targets} */ (key)];
  return target === undefined ? row : { ...row, target };
}

/**
 * @param {number[]} samples
 * @returns {Figure}
 */
export function figure(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  /** @param {number} q */
  const at = (q) => {
    const index = (sorted.length - 1) * q;
    const low = sorted[Math.floor(index)] ?? NaN;
    const high = sorted[Math.ceil(index)] ?? NaN;
    return low + (high - low) * (index % 1);
  };
  return { median: at(0.5), q1: at(0.25), q3: at(0.75), samples };
}

/**
 * One contestant by another, round by round: what slows the machine down for some
 * rounds slows both, and is not in the ratio.
 *
 * @param {Row} row
 * @param {string} name
 * @param {string} base
 */
function ratio(row, name, base = "floor-react") {
  const it = row.figures[name];
  const other = row.figures[base];
  if (typeof it !== "object" || typeof other !== "object") return undefined;
  const rounds = Math.min(it.samples.length, other.samples.length);
  const ratios = it.samples
    .slice(0, rounds)
    .map((sample, i) => sample / (other.samples[i] ?? NaN));
  const found = figure(ratios);
  return Number.isFinite(found.median) ? found : undefined;
}

/** @param {Row} row */
function targetOf(row) {
  if (row.target === undefined) return "";
  const { target, unit, absolute } = row;
  const reached = absolute
    ? /** @type {Figure} */ (row.figures["ours"])?.median
    : ratio(row, "ours")?.median;
  if (reached === undefined) return "";
  return `${reached <= target ? "✓" : "✗"} ≤ ${target} ${absolute ? unit : "×"}`;
}

/**
 * Ours beside the fastest of some peers. Within the quartiles of the rounds it is even.
 *
 * @param {Row} row
 * @param {string[]} peers
 */
function standing(row, peers) {
  const found = peers.flatMap((name) => {
    const it = row.figures[name];
    return typeof it === "object" ? [{ name, median: it.median }] : [];
  });
  const sign = row.higher ? -1 : 1;
  const [best] = found.toSorted((a, b) => sign * (a.median - b.median));
  const compared = best && ratio(row, "ours", best.name);
  if (!compared) return "";
  const { median, q1, q3 } = compared;
  const verdict = (row.higher ? q1 > 1 : q3 < 1)
    ? "ahead"
    : (row.higher ? q3 < 1 : q1 > 1)
      ? "behind"
      : "even";
  return `${verdict}, ${median.toFixed(2)} × ${best.name}`;
}

/** @param {number} value */
const short = (value) =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(2);

/** @param {Row} row */
const labelOf = ({ title, metric, unit }) => `${title}, ${metric} (${unit})`;

/**
 * How far the rounds of the floor are apart, in percent: the median over all rows of
 * the range between its quartiles. What is less is not seen.
 *
 * @param {Row[]} rows
 */
export function spreadOf(rows) {
  const spreads = rows.flatMap((row) => {
    const it = row.figures["floor-react"];
    return typeof it === "object" && it.samples.length > 1
      ? [((it.q3 - it.q1) / it.median) * 100]
      : [];
  });
  return figure(spreads).median;
}

/**
 * Row by row: the target, ours, and the best peer with our elements and with any.
 *
 * @param {Row[]} rows
 * @param {Contestant[]} contestants
 */
export function printSummary(rows, contestants) {
  const peers = contestants.filter(({ kind }) => kind === "peer");
  const alike = peers.filter(({ like }) => like === "ours");
  const lines = rows.flatMap((row) => {
    const it = row.figures["ours"];
    if (typeof it !== "object") return [];
    const by = ratio(row, "ours");
    return [
      [
        labelOf(row),
        targetOf(row),
        row.absolute || !by
          ? `${short(it.median)} ${row.unit}`
          : `×${by.median.toFixed(2)} (${by.q1.toFixed(2)}–${by.q3.toFixed(2)})`,
        standing(
          row,
          alike.map(({ name }) => name),
        ),
        standing(
          row,
          peers.map(({ name }) => name),
        ),
      ],
    ];
  });
  printTable(
    ["", "target", "ours × floor-react", "peers, our elements", "all peers"],
    lines,
  );
}

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
      const by = row.absolute ? undefined : ratio(row, name);
      console.log(
        [
          label + short(it.median).padStart(8),
          `${short(it.q1)}–${short(it.q3)}`.padEnd(15),
          by
            ? `×${by.median.toFixed(2)} (${by.q1.toFixed(2)}–${by.q3.toFixed(2)})`.padEnd(
                22,
              )
            : "",
          name === "ours" ? targetOf(row) : "",
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
  const lines = rows.map((row) => [
    labelOf(row),
    ...contestants.map((name) => {
      const it = row.figures[name];
      if (it === undefined) return "";
      if (typeof it === "string") {
        const note = `${name} ${it}`;
        if (!notes.includes(note)) notes.push(note);
        return `– [${notes.indexOf(note) + 1}]`;
      }
      const by =
        row.absolute || name === "floor-react" ? undefined : ratio(row, name);
      const found = `${short(it.median)} (${short(it.q1)}–${short(it.q3)})`;
      return by ? `${found} ×${by.median.toFixed(2)}` : found;
    }),
  ]);
  printTable(["", ...contestants], lines);
  console.log();
  for (const [i, note] of notes.entries()) console.log(`[${i + 1}] ${note}.`);
}

/**
 * @param {string[]} head
 * @param {string[][]} lines
 */
function printTable(head, lines) {
  const bar = head.map((_, i) => (i === 0 ? "---" : "---:"));
  console.log();
  for (const line of [head, bar, ...lines]) {
    console.log(`| ${line.join(" | ")} |`);
  }
}
