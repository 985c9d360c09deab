// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  findChrome,
  howToGetChrome,
} from "../../../src/cli/screenshot/findChrome.js";

type Env = Readonly<Record<string, string>>;

const windows: Env = {
  PROGRAMFILES: String.raw`C:\Program Files`,
  "ProgramFiles(x86)": String.raw`C:\Program Files (x86)`,
  LOCALAPPDATA: String.raw`C:\Users\Ada\AppData\Local`,
  PATH: String.raw`C:\Windows`,
};

describe("a browser is found", () => {
  test.for<[NodeJS.Platform, Env, there: string[], found: string | undefined]>([
    [
      "linux",
      { PATH: "/usr/local/bin:/usr/bin" },
      ["/usr/bin/chromium"],
      "/usr/bin/chromium",
    ],
    [
      "linux",
      { PATH: "/a::/b" },
      ["/b/google-chrome", "/a/chromium"],
      "/b/google-chrome",
    ],
    ["linux", { PATH: "/a" }, ["/a/microsoft-edge"], "/a/microsoft-edge"],
    ["linux", {}, ["/snap/bin/chromium"], "/snap/bin/chromium"],
    ["linux", { PATH: "/usr/bin" }, [], undefined],
    ["linux", { PATH: "/a", CHROME_PATH: "/mine" }, ["/a/chromium"], "/mine"],
    [
      "darwin",
      { PATH: "/usr/bin" },
      ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    [
      "darwin",
      { HOME: "/Users/ada" },
      [
        "/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ],
      "/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    [
      "darwin",
      { PATH: "/opt/homebrew/bin" },
      ["/opt/homebrew/bin/chromium"],
      "/opt/homebrew/bin/chromium",
    ],
    [
      "win32",
      windows,
      [String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`],
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    ],
    [
      "win32",
      windows,
      [
        String.raw`C:\Users\Ada\AppData\Local\Google\Chrome\Application\chrome.exe`,
      ],
      String.raw`C:\Users\Ada\AppData\Local\Google\Chrome\Application\chrome.exe`,
    ],
    [
      "win32",
      windows,
      [
        String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
      ],
      String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    ],
    ["win32", {}, [], undefined],
  ])("on %s with %j", ([platform, env, there, found]) => {
    const exists = (path: string) => there.includes(path);
    expect(findChrome({ platform, env, exists })).toBe(found);
  });
});

test.for<[NodeJS.Platform, string]>([
  ["linux", "apt install"],
  ["darwin", "brew install"],
  ["win32", "winget install"],
  ["freebsd", "CHROME_PATH"],
])("on %s it says how to get one: %s", ([platform, command]) => {
  expect(howToGetChrome(platform)).toContain(command);
});
