import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { UsageError } from "../usage.js";

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

/** A request to the page, which it waits for. */
export interface PausedRequest {
  requestId: string;
  request: { url: string; method: string };
}

/** A headless Chrome with one page, by the DevTools protocol over two pipes: no port is opened. */
export interface Chrome {
  /** Sends a command to the page. */
  send<Result = unknown>(method: string, params?: object): Promise<Result>;
  /** Calls back with each request of the page. */
  onRequest(listener: (paused: PausedRequest) => void): void;
  close(): Promise<void>;
}

/** What keeps it from the network, and from asking a user of this machine for anything. */
const flags = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  // Pixels of a picture for each px of the page.
  "--force-device-scale-factor=2",
  "--hide-scrollbars",
  // The pages are answered by this program, and there is nothing else.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-service-autorun",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** A browser starts in a second or two; another program may never answer. */
const PATIENCE_MS = 60_000;

/**
 * Starts the browser at a path.
 * @throws {UsageError} when it does not start
 */
export async function startChrome(path: string): Promise<Chrome> {
  const profile = await mkdtemp(join(tmpdir(), "widget-renderer-chrome-"));
  // Chrome refuses to sandbox as root, which is who runs in most containers.
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    path,
    [
      ...flags,
      ...(isRoot ? ["--no-sandbox"] : []),
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"], windowsHide: true },
  );
  const ended = whenEnded(child);
  const pipe = openPipe(child, path, ended);
  const close = async () => {
    void pipe.send("Browser.close").catch(() => undefined);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  // Ctrl+C ends what was started, too.
  const kill = () => child.kill();
  process.once("exit", kill);
  void ended.then(() => process.off("exit", kill));
  const patience = setTimeout(kill, PATIENCE_MS);
  try {
    const { targetId } = await pipe.send<{ targetId: string }>(
      "Target.createTarget",
      { url: "about:blank" },
    );
    const { sessionId } = await pipe.send<{ sessionId: string }>(
      "Target.attachToTarget",
      { targetId, flatten: true },
    );
    clearTimeout(patience);
    return {
      send: (method, params) => pipe.send(method, params, sessionId),
      onRequest: pipe.onRequest,
      close,
    };
  } catch (error) {
    clearTimeout(patience);
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

function whenEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
}

/** Messages are JSON, with a NUL after each. */
function openPipe(child: ChildProcess, path: string, ended: Promise<void>) {
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const waiting = new Map<
    number,
    { resolve: (result: never) => void; reject: (error: Error) => void }
  >();
  let onRequest: (paused: PausedRequest) => void = () => {};
  let count = 0;
  let failure: Error | undefined;
  let said = "";
  child.stderr?.setEncoding("utf8");
  child.stderr?.on("data", (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  child.once("error", (error) => {
    failure = new UsageError(`${path} does not start: ${error.message}`);
  });
  // A pipe breaks where the browser ends; that is reported below.
  input.on("error", () => undefined);
  output.on("error", () => undefined);
  void ended.then(() => {
    failure ??= new UsageError(
      `${path} does not answer as a Chrome does.\n${said.trim()}`.trim(),
    );
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  });

  let rest: Buffer = Buffer.alloc(0);
  output.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end; (end = rest.indexOf(0)) >= 0;) {
      receive(JSON.parse(rest.toString("utf8", 0, end)) as Message);
      rest = rest.subarray(end + 1);
    }
  });

  function receive({ id, method, params, result, error }: Message) {
    if (id === undefined) {
      if (method === "Fetch.requestPaused") onRequest(params as PausedRequest);
      // A page that is gone answers nothing.
      if (method === "Inspector.targetCrashed") child.kill();
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result as never);
  }

  return {
    onRequest(listener: (paused: PausedRequest) => void) {
      onRequest = listener;
    },
    send<Result>(
      method: string,
      params: object = {},
      sessionId?: string,
    ): Promise<Result> {
      if (failure) return Promise.reject(failure);
      const id = ++count;
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        const message = { id, method, params, sessionId };
        input.write(`${JSON.stringify(message)}\0`);
      });
    },
  };
}
