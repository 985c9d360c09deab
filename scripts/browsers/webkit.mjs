import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { aptInstall } from "../apt.mjs";
import { MissingBrowser } from "./driver.mjs";

const DRIVER = "/usr/bin/WebKitWebDriver";
const needed = [DRIVER, "/usr/bin/Xvfb", "/usr/bin/openbox"];
const packages = ["webkit2gtk-driver", "xvfb", "openbox"];

/** Where Debian puts it: its folder bears the name of the architecture. */
const miniBrowsers = ["x86_64", "aarch64"].flatMap((arch) =>
  ["4.1", "4.0"].map(
    (version) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
  ),
);

export function requireWebKit() {
  const find = () =>
    needed.every((path) => existsSync(path))
      ? miniBrowsers.find((path) => existsSync(path))
      : undefined;
  const found = find() ?? (aptInstall(...packages) && find());
  if (found) return found;
  throw new MissingBrowser(
    `no WebKit found: it takes Debian's ${packages.join(", ")}`,
  );
}

/** Settings of GTK, read before those of the machine. */
const SETTINGS = fileURLToPath(new URL("webkit", import.meta.url));

/**
 * The keys that are no characters, as WebDriver writes them.
 * @type {Record<string, string>}
 */
const keys = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  Meta: "\uE03D",
};

/**
 * Starts WebKitGTK in a virtual screen and drives it by classic WebDriver.
 * @param {import("./driver.mjs").LaunchOptions} [options]
 * @returns {Promise<import("./driver.mjs").Driver>}
 */
export async function launchWebKit({ scheme = "light" } = {}) {
  const binary = requireWebKit();
  /** @type {import("node:child_process").ChildProcess[]} */
  const started = [];
  const stop = () => {
    for (const child of started.splice(0).reverse()) child.kill();
  };
  process.once("exit", stop);
  try {
    // The server picks a free number for its screen and writes it down.
    const server = spawn(
      "Xvfb",
      ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"],
      { stdio: ["ignore", "ignore", "ignore", "pipe"] },
    );
    started.push(server);
    const display = await new Promise((resolve, reject) => {
      server.stdio[3]?.once("data", (data) =>
        resolve(`:${String(data).trim()}`),
      );
      server.once("error", reject);
      server.once("exit", () => reject(new Error("Xvfb ended")));
    });
    const env = {
      ...process.env,
      GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
      DISPLAY: display,
      XDG_CONFIG_DIRS: `${SETTINGS}:${process.env["XDG_CONFIG_DIRS"] || "/etc/xdg"}`,
      TZ: "UTC",
      LANG: "en_US.UTF-8",
      LANGUAGE: "en_US",
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      // Nothing here speaks for assistive technology.
      NO_AT_BRIDGE: "1",
    };
    // Without a window manager no window gets the focus.
    started.push(spawn("openbox", ["--sm-disable"], { env, stdio: "ignore" }));
    const port = await freePort();
    started.push(spawn(DRIVER, [`--port=${port}`], { env, stdio: "ignore" }));
    const base = `http://127.0.0.1:${port}`;
    await until(async () => (await request(base, "GET", "/status")).ready);

    const { sessionId } = await request(base, "POST", "/session", {
      capabilities: {
        alwaysMatch: {
          "webkitgtk:browserOptions": { binary, args: ["--automation"] },
          timeouts: { script: 600_000, pageLoad: 300_000 },
        },
      },
    });
    /**
     * @param {string} path
     * @param {object} [body]
     */
    const send = (path, body = {}) =>
      request(base, "POST", `/session/${sessionId}${path}`, body);
    /** @param {object} source */
    const act = (source) => send("/actions", { actions: [source] });
    /** @param {object[]} actions */
    const pointer = (...actions) =>
      act({
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions,
      });

    return {
      open: (url) => send("/url", { url }),
      evaluate: async (script) => {
        // A promise is awaited only here, and a failure keeps its message.
        const { value, error } = await send("/execute/async", {
          script: `const done = arguments[0];
            (async () => (${script}))().then(
              (value) => done({ value }),
              (error) => done({ error: String(error?.stack ?? error) }),
            );`,
          args: [],
        });
        if (error) throw new Error(error);
        return value;
      },
      move: (x, y) =>
        pointer({ type: "pointerMove", duration: 0, x, y, origin: "viewport" }),
      press: (pressed) =>
        pointer({ type: pressed ? "pointerDown" : "pointerUp", button: 0 }),
      key: (key, pressed) =>
        act({
          type: "key",
          id: "keyboard",
          actions: [
            { type: pressed ? "keyDown" : "keyUp", value: keys[key] ?? key },
          ],
        }),
      async resize(width, height) {
        // A window has a frame and a toolbar around the page.
        const inner = await send("/execute/sync", {
          script: "return [innerWidth, innerHeight]",
          args: [],
        });
        const outer = await request(
          base,
          "GET",
          `/session/${sessionId}/window/rect`,
        );
        await send("/window/rect", {
          width: outer.width + width - inner[0],
          height: outer.height + height - inner[1],
        });
      },
      async screenshot() {
        const data = await request(
          base,
          "GET",
          `/session/${sessionId}/screenshot`,
        );
        return Buffer.from(data, "base64");
      },
      async close() {
        await request(base, "DELETE", `/session/${sessionId}`);
        process.off("exit", stop);
        stop();
      },
    };
  } catch (error) {
    process.off("exit", stop);
    stop();
    throw error;
  }
}

/**
 * @param {string} base
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function request(base, method, path, body) {
  const response = await fetch(`${base}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`${path}: ${value.error}: ${value.message}`);
}

/** @param {() => Promise<unknown>} condition */
async function until(condition) {
  for (const end = Date.now() + 60_000; ; await sleep(50)) {
    try {
      if (await condition()) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("No port.")),
      );
    });
  });
}
