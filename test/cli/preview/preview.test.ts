// @vitest-environment node
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommandLine, folderOf, run } from "../../helpers/commandLine.js";

let program: string;

beforeAll(async () => {
  program = await buildCommandLine();
});

afterAll(() => rmSync(dirname(dirname(dirname(program))), { recursive: true }));

const files = {
  "a.widget": "{",
  "b.json": { type: "Text", value: "b" },
  "c.txt": "",
};

describe("wrong use", () => {
  test.for<[args: string[], message: string]>([
    [["none"], "none: There is no such file or folder."],
    [["-"], "preview takes files and folders"],
    [["--port", "web"], "--port is a number from 0 to 65535"],
    [["--port", "70000"], "--port is a number from 0 to 65535"],
    [["--host", "192.0.2.1"], "--host: 192.0.2.1 is not of this machine"],
    // A server without a name listens at every address.
    [["--host", ""], '--host is a name or an address, and not ""'],
    [["--wrong"], "--wrong"],
  ])("%j says so", async ([args, message]) => {
    const cwd = folderOf(files);
    const { code, stdout, stderr } = await run(program, ["preview", ...args], {
      cwd,
    });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("a port that is taken says so", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve());
    });
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await run(
      program,
      ["preview", "--port", String(port)],
      { cwd: folderOf(files) },
    );
    other.close();
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${port} is taken`) as string,
    });
  });
});

test.for(["SIGINT", "SIGTERM"] as const)(
  "it answers at the address that it prints, until %s",
  async (signal) => {
    const cwd = folderOf(files);
    const child = spawn(
      process.execPath,
      [program, "preview", "--port", "0", "--json"],
      { cwd },
    );
    let output = "";
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      output += String(chunk);
      if (output.endsWith("}\n")) break;
    }
    const { url, files: listed } = JSON.parse(output) as {
      url: string;
      files: string[];
    };
    expect(listed).toEqual(["a.widget", "b.json"]);
    const list = (await (await fetch(`${url}api/files`)).json()) as object[];
    expect(list).toHaveLength(2);
    const ended = once(child, "close");
    child.kill(signal);
    // Windows ends it without asking.
    if (process.platform !== "win32") expect(await ended).toEqual([0, null]);
  },
);
