#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "./commands.js";
import { UsageError } from "./usage.js";

const help = `widget-renderer <command>

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`)
  .join("\n")}

  --help, -h  this text; after a command, what it takes
  --version   the version

Exit code: 0 right, 1 issues found, 2 wrong use, or a file that cannot be read.
`;

// A pager that is closed early is no fault.
process.stdout.on("error", () => undefined);
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h") {
    const stream = name === undefined ? process.stderr : process.stdout;
    stream.write(help);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) {
      throw new UsageError(
        `There is no command "${name}". There is ${Object.keys(commands).join(", ")}.`,
      );
    }
    const run = await command.load();
    return await run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(
      `${error.message}\nwidget-renderer --help says more.\n`,
    );
    return 2;
  }
}

function version(): string {
  // Not `new URL`, which Vite would replace by the file itself.
  const manifest = join(import.meta.dirname, "../../package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as {
    version: string;
  };
  return version;
}
