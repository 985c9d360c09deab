import { readAppFile } from "../appFiles.js";
import type { Chrome } from "./chrome.js";

/** It is never asked for: each request is answered here. */
const ORIGIN = "http://localhost";

/** Chrome makes no larger picture. */
const MAX_HEIGHT = 8000;

export interface Look {
  /** Px. */
  width: number;
  theme: "light" | "dark";
}

export interface Picture {
  png: Buffer;
  /** Px of the page; the picture has twice as many. */
  width: number;
  height: number;
  /** It shows the upper part of a widget that is higher than a picture may be. */
  isCut: boolean;
  /** How many files it would have loaded from elsewhere. */
  blocked: number;
}

/** Takes pictures with a browser, one after the other. */
export async function createCamera(
  chrome: Chrome,
  readFile: typeof readAppFile = readAppFile,
) {
  let json = "";
  let requests = 0;
  const blocked = new Set<string>();
  chrome.onRequest(({ requestId, request }) => {
    void answer(requestId, request.url).catch(() => undefined);
  });
  await chrome.send("Page.enable");
  await chrome.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });

  async function answer(requestId: string, url: string) {
    const { origin, pathname } = new URL(url);
    requests++;
    const file =
      origin !== ORIGIN
        ? undefined
        : pathname === "/widget.json"
          ? { type: "application/json", body: Buffer.from(json) }
          : await readFile(pathname);
    if (!file) {
      if (origin !== ORIGIN) blocked.add(url);
      await chrome.send("Fetch.failRequest", {
        requestId,
        errorReason: "BlockedByClient",
      });
      return;
    }
    await chrome.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: "Content-Type", value: file.type }],
      body: file.body.toString("base64"),
    });
  }

  async function evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await chrome.send<{
      result: { value: Value };
      exceptionDetails?: { exception?: { description?: string } };
    }>("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (!exceptionDetails) return result.value;
    throw new Error(
      exceptionDetails.exception?.description ?? "The page failed.",
    );
  }

  return async (widget: object, { width, theme }: Look): Promise<Picture> => {
    json = JSON.stringify(widget);
    blocked.clear();
    const resize = (height: number) =>
      chrome.send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        // That of the browser, which its flag sets: headless Chrome enlarges the picture alone otherwise.
        deviceScaleFactor: 0,
        mobile: false,
      });
    await resize(800);
    await chrome.send("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value: theme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ],
    });
    await chrome.send("Page.navigate", {
      url: `${ORIGIN}/widget.html?theme=${theme}`,
    });
    await evaluate(
      `new Promise((done) => {
        if (document.readyState === "complete") done();
        else addEventListener("load", () => done());
      })`,
    );
    const settle = async () => {
      // What loads late asks for its file; a page that asks for nothing more has all that it shows.
      for (let before = -1; before !== requests;) {
        before = requests;
        await evaluate("globalThis.settled()");
      }
    };
    await settle();
    const full = await evaluate<number>("globalThis.fullHeight()");
    // The height of a page is rounded, also down.
    const height = Math.min(full + 1, MAX_HEIGHT);
    // Of what is not in view, long lists render nothing.
    await resize(height);
    await settle();
    const box = await evaluate<{
      x: number;
      y: number;
      width: number;
      height: number;
    }>("globalThis.boxOfWidget()");
    const isCut = box.y + box.height > height;
    box.height = Math.min(box.height, height - box.y);
    const { data } = await chrome.send<{ data: string }>(
      "Page.captureScreenshot",
      { format: "png", clip: { ...box, scale: 1 } },
    );
    return {
      png: Buffer.from(data, "base64"),
      width: box.width,
      height: box.height,
      isCut,
      blocked: blocked.size,
    };
  };
}
