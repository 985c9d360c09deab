// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  hostOf,
  isLoopback,
  refusalOf,
  servedHosts,
} from "../../../src/cli/preview/guard.js";

const served = { hosts: servedHosts("127.0.0.1", 4400), token: "secret" };

const get = (headers: Record<string, string>, isPage = false) => ({
  method: "GET",
  isPage,
  headers,
});

const put = (headers: Record<string, string>) => ({
  method: "PUT",
  isPage: false,
  headers: { host: "127.0.0.1:4400", ...headers },
});

describe("a request is answered", () => {
  test.for([
    ["of this machine", get({ host: "127.0.0.1:4400" })],
    ["by name", get({ host: "localhost:4400" })],
    ["by name, in capitals", get({ host: "LOCALHOST:4400" })],
    ["by IPv6", get({ host: "[::1]:4400" })],
    [
      "of the page itself",
      get({
        host: "localhost:4400",
        origin: "http://localhost:4400",
        "sec-fetch-site": "same-origin",
      }),
    ],
    [
      "of the address bar",
      get({ host: "localhost:4400", "sec-fetch-site": "none" }),
    ],
    [
      "of a link to the page",
      get(
        {
          host: "localhost:4400",
          "sec-fetch-site": "cross-site",
          "sec-fetch-mode": "navigate",
        },
        true,
      ),
    ],
    ["that writes, with the token", put({ "x-widget-token": "secret" })],
  ] as const)("%s", ([, request]) => {
    expect(refusalOf(request, served)).toBeUndefined();
  });
});

describe("a request is refused", () => {
  test.for([
    [
      "by another name (DNS rebinding)",
      get({ host: "evil.example:4400" }),
      "evil.example",
    ],
    ["by another port", get({ host: "127.0.0.1:80" }), "127.0.0.1:80"],
    ["without a name", get({}), "does not answer"],
    [
      "by a name that begins alike",
      get({ host: "localhost.evil.example:4400" }),
      "does not answer",
    ],
    [
      "of another site",
      get({ host: "localhost:4400", origin: "https://evil.example" }),
      "another page",
    ],
    [
      "of another port of this machine",
      get({ host: "localhost:4400", origin: "http://localhost:3000" }),
      "another page",
    ],
    [
      "of a sandboxed page",
      get({ host: "localhost:4400", origin: "null" }),
      "another page",
    ],
    [
      "by https",
      get({ host: "localhost:4400", origin: "https://localhost:4400" }),
      "another page",
    ],
    [
      "as a picture of another site",
      get({ host: "localhost:4400", "sec-fetch-site": "cross-site" }),
      "another page",
    ],
    [
      "as a script of another port",
      get({ host: "localhost:4400", "sec-fetch-site": "same-site" }),
      "another page",
    ],
    [
      "as a link to a file",
      get({
        host: "localhost:4400",
        "sec-fetch-site": "cross-site",
        "sec-fetch-mode": "navigate",
      }),
      "another page",
    ],
    ["that writes without a token", put({}), "Load it again"],
    [
      "that writes with another token",
      put({ "x-widget-token": "secreT" }),
      "Load it again",
    ],
    [
      "that writes with a longer token",
      put({ "x-widget-token": "secret " }),
      "Load it again",
    ],
    [
      "that deletes",
      { ...put({ "x-widget-token": "secret" }), method: "DELETE" },
      "no DELETE",
    ],
    [
      "that asks what is allowed",
      { ...put({}), method: "OPTIONS" },
      "no OPTIONS",
    ],
  ] as const)("%s", ([, request, message]) => {
    expect(refusalOf(request, served)?.message).toContain(message);
  });
});

test.for([
  ["192.168.0.7", ["192.168.0.7:80"], ["localhost", "127.0.0.1"]],
  ["::", ["localhost", "[::1]"], ["evil.example"]],
  ["0.0.0.0", ["localhost", "127.0.0.1"], ["evil.example"]],
] as const)(
  "with --host %s it answers as %j, and not as %j",
  ([host, yes, no]) => {
    const hosts = servedHosts(host, 4400);
    for (const name of yes)
      expect(hosts).toContain(`${name.replace(":80", "")}:4400`);
    for (const name of no) expect(hosts).not.toContain(`${name}:4400`);
  },
);

test.for([
  ["127.0.0.1", 80, "127.0.0.1"],
  ["::1", 4400, "[::1]:4400"],
  ["My-Mac.local", 1, "my-mac.local:1"],
] as const)("%s at port %i is %s", ([name, port, host]) => {
  expect(hostOf(name, port)).toBe(host);
});

test.for([
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["127.0.0.1.evil.example", false],
  ["192.168.0.7", false],
] as const)("%s is this machine alone: %s", ([host, expected]) => {
  expect(isLoopback(host)).toBe(expected);
});
