/** What a link carries: the texts, and how the preview is shown. */
export interface Shared {
  mode: "json" | "template";
  json: string;
  template: string;
  data: string;
  schema: string;
  theme: "light" | "dark" | "system";
  /** Px, or the whole width. */
  width: 320 | 390 | 440 | 560 | "full";
  dir: "ltr" | "rtl";
}

export const widths = [320, 390, 440, 560, "full"] as const;
export const themes = ["light", "dark", "system"] as const;
export const dirs = ["ltr", "rtl"] as const;
const modes = ["json", "template"] as const;

/** No text of a widget comes near it; what a link unpacks to might. */
const MAX_BYTES = 4_000_000;

/** As base64url of deflated JSON: letters, digits, `-` and `_`. */
export async function encode(shared: Shared): Promise<string> {
  const json = new Blob([JSON.stringify(shared)]).stream();
  const bytes = await collect(
    json.pipeThrough(new CompressionStream("deflate-raw")),
  );
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** @throws when the text is not one that `encode` made */
export async function decode(text: string): Promise<Shared> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  const bytes = await collect(
    new Blob([packed])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw")),
  );
  return checked(JSON.parse(new TextDecoder().decode(bytes)));
}

async function collect(
  stream: ReadableStream<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new RangeError("The link has too much.");
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A link may come from anybody. */
function checked(value: unknown): Shared {
  const given = value as Record<string, unknown>;
  const text = (name: string) => {
    if (typeof given[name] === "string") return given[name];
    throw new TypeError(`The link has no "${name}".`);
  };
  const one = <T>(values: readonly T[], name: string) => {
    const found = values.find((known) => known === given[name]);
    if (found !== undefined) return found;
    throw new TypeError(`The link has an unknown "${name}".`);
  };
  return {
    mode: one(modes, "mode"),
    json: text("json"),
    template: text("template"),
    data: text("data"),
    schema: text("schema"),
    theme: one(themes, "theme"),
    width: one(widths, "width"),
    dir: one(dirs, "dir"),
  };
}
