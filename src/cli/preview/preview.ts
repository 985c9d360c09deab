import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { integerOf, readArgs } from "../args.js";
import { messageOf } from "../inputs.js";
import { counted, print, printJson, styled } from "../output.js";
import { UsageError } from "../usage.js";
import { isLoopback } from "./guard.js";
import { startServer } from "./server.js";

const help = `widget-renderer preview [options] [files or folders]

Opens the widgets of a folder in a browser: .widget templates with their data, and the
JSON of widgets. What is edited there is written to the files, and a file that is saved
elsewhere shows at once. Without a path it takes the folder in which it runs.

  --port <number>  4400 by default, or another one if that is taken
  --host <name>    127.0.0.1 by default, which this machine alone reaches
  --open           opens the page in the browser
  --json           prints the address and the files as JSON, for other programs
  --help, -h       this text

Ctrl+C ends it.

Exit code: 0 ended by you, 2 wrong use, or a folder or port that cannot be used.
`;

const PORT = 4400;

const known = {
  port: { type: "string" },
  host: { type: "string", default: "127.0.0.1" },
  open: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `widget-renderer preview`. */
export async function preview(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, known);
  if (values.help) {
    print(help);
    return 0;
  }
  const port =
    values.port === undefined
      ? undefined
      : integerOf("--port", values.port, { max: 65535 });
  // Without a name a server listens at every address.
  if (values.host.trim() === "") {
    throw new UsageError('--host is a name or an address, and not "".');
  }
  const paths = positionals.length > 0 ? positionals : ["."];
  for (const path of paths) {
    if (path === "-") {
      throw new UsageError(
        "preview takes files and folders: what is piped in cannot be written.",
      );
    }
    await stat(path).catch((error: unknown) => {
      throw new UsageError(`${path}: ${messageOf(error)}`);
    });
  }
  const server = await start({ paths, host: values.host, port });
  const { url, files } = server;
  if (values.json) printJson({ url, files: files.map(({ path }) => path) });
  else {
    print(`${counted(files.length, "widget")} of ${paths.join(", ")}\n`);
    print(`${styled("bold", url)}\n`);
    print(`${styled("dim", "Ctrl+C ends it.")}\n`);
  }
  if (!isLoopback(values.host)) {
    print(
      "Everyone who reaches this machine can read and change these files.\n",
      "stderr",
    );
  }
  if (values.open) openBrowser(url);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  await server.close();
  return 0;
}

/** A port that is asked for is taken or nothing; without one any will do. */
async function start(options: {
  paths: readonly string[];
  host: string;
  port: number | undefined;
}) {
  const { port, ...rest } = options;
  try {
    return await startServer({ ...rest, port: port ?? PORT });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) {
      return startServer({ ...rest, port: 0 });
    }
    if (code === "EADDRINUSE") {
      throw new UsageError(`--port: ${port} is taken by another program.`);
    }
    if (code === "EACCES") {
      throw new UsageError(`--port: ${port} may not be used by this user.`);
    }
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new UsageError(`--host: ${rest.host} is not of this machine.`);
    }
    throw error;
  }
}

function openBrowser(url: string) {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => {
    print(`No browser could be opened: open ${url} yourself.\n`, "stderr");
  });
  child.unref();
}
