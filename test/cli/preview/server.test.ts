// @vitest-environment node
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startServer } from "../../../src/cli/preview/server.js";
import { folderOf } from "../../helpers/commandLine.js";

const widget = { type: "Text", value: "a" };

const index = `<meta name="widget-token" content="%TOKEN%"><meta property="csp-nonce" nonce="%NONCE%">`;

/** The server for a folder, with a page and a script in place of the built ones. */
async function serve(files: Readonly<Record<string, unknown>>) {
  const root = folderOf(files);
  const app: Readonly<Record<string, string>> = {
    "/index.html": index,
    "/assets/app.js": "1",
    "/widget.html": "1",
  };
  const server = await startServer({
    paths: [root],
    host: "127.0.0.1",
    port: 0,
    readApp: async (path) =>
      Object.hasOwn(app, path)
        ? { type: "text/html", body: Buffer.from(app[path]!) }
        : undefined,
  });
  onTestFinished(() => server.close());
  return { root, url: server.url };
}

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** As `fetch`, which sends its own `Host`. */
function ask(
  url: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: text,
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function tokenOf(url: string): Promise<string> {
  const { body } = await ask(url, "/");
  return /content="([^"]+)"/.exec(body)?.[1] ?? "";
}

test("the page has a strict policy, and a token that is not the same twice", async () => {
  const { url } = await serve({ "a.json": widget });
  const { headers, body } = await ask(url, "/");
  const nonce = /nonce="([^"]+)"/.exec(body)?.[1];
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
  expect(headers["content-security-policy"]).toContain(
    "frame-ancestors 'none'",
  );
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  });
  const other = await serve({});
  expect(await tokenOf(url)).toHaveLength(32);
  expect(await tokenOf(url)).not.toBe(await tokenOf(other.url));
});

test("a file is listed, read and written", async () => {
  const { root, url } = await serve({ "deep/a.json": widget });
  const list = JSON.parse((await ask(url, "/api/files")).body) as {
    path: string;
  }[];
  expect(list).toMatchObject([{ path: "deep/a.json", data: [] }]);
  const path = `/api/file?path=${encodeURIComponent("deep/a.json")}`;
  const { version } = JSON.parse((await ask(url, path)).body) as {
    version: string;
  };
  const { status, body } = await ask(url, path, {
    method: "PUT",
    headers: { "X-Widget-Token": await tokenOf(url) },
    body: JSON.stringify({ text: "new", version }),
  });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ isWritten: true });
  expect(readFileSync(join(root, "deep/a.json"), "utf8")).toBe("new");
});

describe("a request is refused, and nothing is written", () => {
  const body = JSON.stringify({ text: "evil" });
  test.for<
    [
      name: string,
      status: number,
      path: string,
      options: {
        method?: string;
        headers?: Record<string, string>;
        body?: string;
      },
    ]
  >([
    ["another host", 403, "/", { headers: { Host: "evil.example" } }],
    [
      "another host, for a file",
      403,
      "/api/files",
      { headers: { Host: "evil.example:1" } },
    ],
    [
      "another origin",
      403,
      "/api/files",
      { headers: { Origin: "https://evil.example" } },
    ],
    [
      "another site",
      403,
      "/api/files",
      { headers: { "Sec-Fetch-Site": "cross-site" } },
    ],
    [
      "events for another site",
      403,
      "/api/events",
      { headers: { "Sec-Fetch-Site": "same-site" } },
    ],
    [
      "a write without a token",
      403,
      "/api/file?path=a.json",
      { method: "PUT", body },
    ],
    [
      "a write with a wrong token",
      403,
      "/api/file?path=a.json",
      { method: "PUT", body, headers: { "X-Widget-Token": "x" } },
    ],
    [
      "a form of another page",
      405,
      "/api/file?path=a.json",
      { method: "POST", body },
    ],
    [
      "a way out of the folder",
      404,
      "/api/file?path=../a.json",
      { method: "PUT", body, headers: { "X-Widget-Token": "<token>" } },
    ],
    ["a way out of the app", 404, "/../../package.json", {}],
    ["an encoded way out of the app", 404, "/%2e%2e/%2e%2e/package.json", {}],
    ["a backslash", 404, "/..%5c..%5cpackage.json", {}],
    [
      "a body that is no JSON",
      400,
      "/api/file?path=a.json",
      { method: "PUT", body: "{", headers: { "X-Widget-Token": "<token>" } },
    ],
    [
      "a body without a text",
      400,
      "/api/file?path=a.json",
      {
        method: "PUT",
        body: '{"text":1}',
        headers: { "X-Widget-Token": "<token>" },
      },
    ],
    ["a page of another command", 404, "/widget.html", {}],
    [
      "a write of the app",
      404,
      "/assets/app.js",
      { method: "PUT", body, headers: { "X-Widget-Token": "<token>" } },
    ],
  ])("%s: %i", async ([, status, path, { headers = {}, ...options }]) => {
    const { root, url } = await serve({ "a.json": widget });
    const token = await tokenOf(url);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace("<token>", token),
      ]),
    );
    const answer = await ask(url, path, { ...options, headers: sent });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain(token);
    expect(JSON.parse(readFileSync(join(root, "a.json"), "utf8"))).toEqual(
      widget,
    );
  });
});

/** The lists that the server sends. */
async function listen(url: string) {
  const response = await fetch(`${url}api/events`);
  const lists: { path: string; version: string; data: unknown[] }[][] = [];
  const reader = response
    .body!.pipeThrough(new TextDecoderStream())
    .getReader();
  void (async () => {
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      for (let end; (end = text.indexOf("\n\n")) >= 0;) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        lists.push(JSON.parse(data ?? "[]") as never);
        text = text.slice(end + 2);
      }
    }
  })().catch(() => {});
  onTestFinished(() => reader.cancel().catch(() => {}));
  return lists;
}

describe("the page gets a new list", () => {
  const changed = async (lists: unknown[], change: () => void) => {
    const before = JSON.stringify(lists.at(-1));
    change();
    await vi.waitFor(
      () => expect(JSON.stringify(lists.at(-1))).not.toBe(before),
      { timeout: 60_000 },
    );
  };

  test("when a file is saved in a folder that was replaced", async () => {
    const { root, url } = await serve({ "deep/a.widget": "a" });
    const lists = await listen(url);
    await vi.waitFor(() => expect(lists).toHaveLength(1), { timeout: 60_000 });
    await changed(lists, () => {
      rmSync(join(root, "deep"), { recursive: true });
      mkdirSync(join(root, "deep"));
      writeFileSync(join(root, "deep/a.widget"), "b");
    });
    await changed(lists, () => writeFileSync(join(root, "deep/a.widget"), "c"));
  });

  const change: Readonly<Record<string, (root: string) => void>> = {
    "when a file is saved": (root) =>
      writeFileSync(join(root, "a.widget"), "new"),
    "when a file is added": (root) =>
      writeFileSync(join(root, "b.widget"), "b"),
    "when a file is deleted": (root) => rmSync(join(root, "a.widget")),
    "when data is saved": (root) =>
      writeFileSync(join(root, "a.data.json"), "[]"),
    "when a folder with a file is added": (root) => {
      mkdirSync(join(root, "new"));
      writeFileSync(join(root, "new/c.widget"), "c");
    },
    "when a file deep below is saved": (root) =>
      writeFileSync(join(root, "deep/down/d.widget"), "new"),
  };
  test.for(Object.entries(change))("%s", async ([, run]) => {
    const { root, url } = await serve({
      "a.widget": "a",
      "a.data.json": "{}",
      "deep/down/d.widget": "d",
    });
    const lists = await listen(url);
    await vi.waitFor(() => expect(lists).toHaveLength(1), { timeout: 60_000 });
    await changed(lists, () => run(root));
  });
});
