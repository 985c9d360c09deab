import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

/** A machine, as far as it matters where its programs are. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
};

/** Programs as they are called on Linux; those without a window first, which start faster. */
const programs = [
  "chrome-headless-shell",
  "chromium-headless-shell",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** Applications of macOS. */
const applications = ["Google Chrome", "Chromium", "Microsoft Edge"];

/** Below the folders of programs of Windows. */
const windowsFolders = [
  ["Google", "Chrome"],
  ["Chromium"],
  ["Microsoft", "Edge"],
] as const;

/** The path of Chrome, Chromium or Edge, if there is one. */
export function findChrome(machine: Machine = thisMachine): string | undefined {
  const given = machine.env["CHROME_PATH"];
  if (given) return given;
  return placesOf(machine).find((path) => machine.exists(path));
}

function placesOf({ platform, env }: Machine): string[] {
  if (platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
    return windowsFolders.flatMap((folder) => {
      const program = folder[0] === "Microsoft" ? "msedge.exe" : "chrome.exe";
      return roots.flatMap((root) => {
        const path = valueOf(env, root);
        return path
          ? [win32.join(path, ...folder, "Application", program)]
          : [];
      });
    });
  }
  const onPath = (env["PATH"] ?? "")
    .split(posix.delimiter)
    .filter((folder) => folder !== "");
  const named = programs.flatMap((name) =>
    onPath.map((folder) => posix.join(folder, name)),
  );
  if (platform !== "darwin") return [...named, "/snap/bin/chromium"];
  const roots = [
    "/Applications",
    posix.join(env["HOME"] ?? "/", "Applications"),
  ];
  return [
    ...applications.flatMap((name) =>
      roots.map((root) =>
        posix.join(root, `${name}.app`, "Contents", "MacOS", name),
      ),
    ),
    ...named,
  ];
}

/** Windows does not distinguish `ProgramFiles` and `PROGRAMFILES`. */
function valueOf(env: Machine["env"], name: string): string | undefined {
  const key = Object.keys(env).find(
    (known) => known.toLowerCase() === name.toLowerCase(),
  );
  return key === undefined ? undefined : env[key];
}

/** How to get a browser where none was found. */
export function howToGetChrome(platform: NodeJS.Platform): string {
  const command = {
    darwin: "brew install --cask google-chrome",
    win32: "winget install Google.Chrome",
  }[platform as string];
  return `Pictures need Chrome, Chromium or Edge, and none was found. Install one (${command ?? "Debian, Ubuntu: sudo apt install chromium; Fedora: sudo dnf install chromium"}), or set CHROME_PATH to the program.`;
}
