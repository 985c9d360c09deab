import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { httpFiles } from "../../../playground/app/httpFiles.js";

/** The token of the server that runs now; without one none does. */
let token: string | undefined;

const pageOf = (content: string) =>
  `<meta name="widget-token" content="${content}">`;

beforeEach(() => {
  token = "first";
  document.head.innerHTML = pageOf("first");
  vi.stubGlobal("fetch", async (url: string, options: RequestInit = {}) => {
    if (token === undefined) throw new TypeError("Failed to fetch");
    if (url === "./") return new Response(pageOf(token));
    const sent = new Headers(options.headers).get("X-Widget-Token");
    return options.method === "PUT" && sent !== token
      ? Response.json({ message: "Load it again." }, { status: 403 })
      : Response.json({ isWritten: true, url, sent });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.head.innerHTML = "";
});

test("a write has the token of the page, and any path", async () => {
  const result = await httpFiles().write("a b/ä&.widget", "", undefined);
  expect(result).toEqual({
    isWritten: true,
    url: "api/file?path=a%20b%2F%C3%A4%26.widget",
    sent: "first",
  });
});

test("a write goes on after the server was started again", async () => {
  const files = httpFiles();
  token = "second";
  expect(await files.write("a", "", "1")).toMatchObject({ sent: "second" });
});

test("what a server says is the error", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json({ message: "The disk is full." }, { status: 500 }),
  );
  await expect(httpFiles().read("a")).rejects.toThrow("The disk is full.");
});

test("a server that has ended is an error that says what to do", async () => {
  const files = httpFiles();
  token = undefined;
  await expect(files.write("a", "", "1")).rejects.toThrow("start it again");
});
