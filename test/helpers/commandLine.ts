import { build } from "esbuild";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The command line as one file, as the build of the package has it in several. */
export async function buildCommandLine(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "widget-renderer-cli-"));
  const file = join(folder, "dist/cli/index.mjs");
  await build({
    entryPoints: ["src/cli/index.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: file,
    logLevel: "error",
  });
  writeFileSync(join(folder, "package.json"), '{"version":"1.2.3"}');
  return file;
}

/** A folder with files: name → text, or JSON. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "widget-renderer-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const text =
      typeof content === "string" ? content : JSON.stringify(content, null, 2);
    writeFileSync(path, text);
  }
  return folder;
}

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs it as a shell would, its output piped. */
export function run(
  file: string,
  args: readonly string[],
  {
    cwd,
    input,
    env = {},
  }: {
    cwd?: string;
    input?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...process.env, ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => (stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input ?? "");
  });
}
