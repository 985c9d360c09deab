import { execSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../serve.mjs";
import { writeGallery } from "./gallery.mjs";
import { fillIn } from "./form.mjs";
import { look } from "./look.mjs";

/** docs/csp.md: pictures of the widgets are `data:`. */
const policy = {
  "Content-Security-Policy": "default-src 'self'; img-src 'self' data:",
};
/** The same page: while a Select is open, Radix adds one refused style. */
const refusedStyle = /Applying inline style violates.*style-src|style-src-elem/;

/** What tools say that is about the app or the machine. */
const harmless =
  /npm warn|install-scripts|Future Flag|baseline-browser-mapping|caniuse-lite|browsers data|size limit|compiled with|chunkSizeWarningLimit|\b0 warnings/i;

/** The registry cannot be reached: nothing is known about the app. */
export class Skipped extends Error {}

/** A project of a user: made, built, opened and looked at. */
export class App {
  /** @type {string[]} */
  faults = [];
  /** @type {string[]} */
  notes = [];
  /** @type {{ step: string, seconds: number }[]} */
  times = [];

  /**
   * @param {string} name
   * @param {{ folder: string, tarball: string, reference: import("./look.mjs").Sights }} run
   */
  constructor(name, run) {
    this.name = name;
    this.run = run;
    this.folder = join(run.folder, name);
  }

  /**
   * Runs an initializer beside the app.
   * @param {string} command that makes the folder named as the app
   */
  create(command) {
    rmSync(this.folder, { recursive: true, force: true });
    this.#measure("create", () => sh(command, this.run.folder));
    if (!existsSync(this.folder)) throw new Error(`No app made by ${command}`);
  }

  /** @param {Record<string, string>} files */
  write(files) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** @param {string} path */
  read(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** @param {string} path @param {(text: string) => string} change */
  edit(path, change) {
    const before = this.read(path);
    const after = change(before);
    if (after === before) this.faults.push(`${path} is not as it was`);
    this.write({ [path]: after });
  }

  /** @param {string} [folder] */
  async writeGallery(folder = "src") {
    await writeGallery(join(this.folder, folder));
  }

  /** The library, as packed, and what else the app needs. @param {string} [packages] */
  install(packages = "") {
    this.#measure("install", () =>
      sh(
        `npm install --prefer-offline --no-audit --no-fund "${this.run.tarball}" ${packages}`,
        this.folder,
      ),
    );
  }

  /** A build is silent. @param {string} command */
  build(command) {
    const output = this.#measure("build", () => sh(command, this.folder));
    const warnings = output
      .split("\n")
      .filter((line) => /warn/i.test(line) && !harmless.test(line));
    this.faults.push(...warnings.map((line) => `build: ${line.trim()}`));
    return output;
  }

  /**
   * What is not imported stays out.
   * @param {Record<string, string>} files
   * @param {string} command that builds src/one.js into the folder `one`
   */
  buildOne(files, command) {
    this.write({
      "src/one.js": `import { defineActions } from "widget-renderer";
globalThis.app = defineActions;
`,
      ...files,
    });
    this.build(command);
    const bytes = filesOf(join(this.folder, "one"))
      .filter(({ name }) => extname(name) === ".js")
      .reduce((sum, it) => sum + sizeOf(it), 0);
    this.countOne(bytes);
  }

  /** @param {number} bytes of a bundle that imports one function alone */
  countOne(bytes) {
    this.notes.push(`one function alone ${bytes} bytes`);
    this.expect(`one function in less than 1,000 bytes`, bytes < 1000);
  }

  /** Files and bytes that the app serves. @param {string} folder */
  count(folder) {
    const files = filesOf(join(this.folder, folder));
    const texts = [".js", ".css"].map((type) => {
      const own = files.filter(({ name }) => extname(name).startsWith(type));
      const contents = own
        .filter(({ name }) => !name.endsWith(".json"))
        .map((it) => readFileSync(join(it.parentPath, it.name)));
      const [bytes, zipped] = [
        contents,
        contents.map((it) => gzipSync(it)),
      ].map((list) => list.reduce((sum, { length }) => sum + length, 0));
      return `${contents.length} ${type} files ${kB(bytes)} (gzip ${kB(zipped)})`;
    });
    this.notes.push(texts.join(", "));
  }

  /**
   * @param {string} url
   * @param {Omit<import("./look.mjs").LookOptions, "reference">} [options]
   */
  async look(url, options = {}) {
    const start = Date.now();
    const { faults } = await look(url, {
      reference: this.run.reference,
      ...options,
    });
    this.#took("look", start);
    this.faults.push(...faults);
  }

  /**
   * Serves what was built, under the strict policy of docs/csp.md.
   * @param {string} folder
   * @param {{ path?: string, headers?: Record<string, string> }} [options]
   */
  async lookAtFolder(folder, { path = "/", headers = policy } = {}) {
    const server = await serve(join(this.folder, folder), headers);
    await this.look(server.url + path, { allowed: refusedStyle });
    server.close();
  }

  /**
   * Fills in the form of a page before it is hydrated.
   * @param {string} folder
   * @param {string} path
   */
  async fillIn(folder, path) {
    const server = await serve(join(this.folder, folder));
    const start = Date.now();
    this.faults.push(...(await fillIn(server.url + path)));
    this.#took("fill in", start);
    server.close();
  }

  /**
   * Starts a server of the app, at `$PORT`, for as long as `visit` runs.
   * @param {string} command
   * @param {(url: string) => Promise<void>} visit
   */
  async withServer(command, visit) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    // A new process group, so that what it starts ends with it.
    const server = spawn(command.replaceAll("$PORT", String(port)), {
      cwd: this.folder,
      shell: true,
      detached: true,
      env: { ...environment, PORT: String(port), HOST: "127.0.0.1" },
    });
    let output = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => (output += chunk));
    }
    try {
      await answers(url, server, () => output);
      await visit(url);
    } finally {
      if (server.pid && server.exitCode === null) {
        process.kill(-server.pid, "SIGTERM");
        await new Promise((resolve) => server.once("close", resolve));
      }
    }
    return output;
  }

  /** @param {string} what @param {boolean} holds */
  expect(what, holds) {
    if (!holds) this.faults.push(`not so: ${what}`);
  }

  /** @param {string} name */
  version(name) {
    const path = join(this.folder, "node_modules", name, "package.json");
    const { version } = JSON.parse(readFileSync(path, "utf8"));
    return `${name} ${version}`;
  }

  /**
   * @template T
   * @param {string} step
   * @param {() => T} work
   */
  #measure(step, work) {
    const start = Date.now();
    const result = work();
    this.#took(step, start);
    return result;
  }

  /** @param {string} step @param {number} start */
  #took(step, start) {
    this.times.push({ step, seconds: (Date.now() - start) / 1000 });
  }
}

const environment = {
  ...process.env,
  // Initializers ask nothing then.
  CI: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  STORYBOOK_DISABLE_TELEMETRY: "1",
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  NODE_ENV: undefined,
};

/** @param {string} command @param {string} cwd */
export function sh(command, cwd) {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
    env: environment,
  });
  const output = `${stdout}${stderr}`;
  if (status === 0) return output;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(output)) {
    throw new Skipped(`${command}: the registry cannot be reached`);
  }
  throw new Error(`${command}\n${output.slice(-3000)}`);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port.");
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

/**
 * Resolves as soon as the server answers.
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} server
 * @param {() => string} output
 */
async function answers(url, server, output) {
  const end = Date.now() + 180_000;
  while (Date.now() < end && server.exitCode === null) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No answer of ${url}:\n${output().slice(-3000)}`);
}

/** @param {string} folder */
export function pack(folder) {
  const name = execSync(`npm pack --silent --pack-destination "${folder}"`, {
    encoding: "utf8",
  }).trim();
  return join(folder, name);
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile(),
  );
}

/** @param {import("node:fs").Dirent} file */
function sizeOf(file) {
  return statSync(join(file.parentPath, file.name)).size;
}

/** @param {string} folder */
export function bytesOf(folder) {
  return filesOf(folder).reduce((sum, file) => sum + sizeOf(file), 0);
}

/** @param {number | undefined} bytes */
export function kB(bytes = 0) {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
