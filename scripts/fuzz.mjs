// Renders random widgets for as long as is asked for:
// `npm run fuzz -- --minutes 30 --seed 1`. A failure prints how to repeat it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    seed: { type: "string" },
  },
});
if (!(Number(values.minutes) > 0)) {
  console.error('"--minutes" is a number above 0.');
  process.exit(1);
}

const child = spawn(
  "npx",
  [
    ..."vitest run --project unit test/contracts/fuzz.test.tsx".split(" "),
    // Each property has its share of the time, and may then be in the middle of a widget.
    `--testTimeout=${(Number(values.minutes) + 10) * 60_000}`,
  ],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      FUZZ_MINUTES: values.minutes,
      ...(values.seed !== undefined && { FUZZ_SEED: values.seed }),
    },
  },
);
const [status] = await once(child, "close");
process.exit(status ?? 1);
