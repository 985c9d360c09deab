import { describe, expect, it } from "vitest";
import { decode, encode, type Shared } from "../../playground/share.js";
import { shared } from "../helpers/shared.js";

describe("a link", () => {
  it("carries the whole state, in characters that need no escape", async () => {
    const text = await encode(shared);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await decode(text)).toEqual(shared);
  });

  it("packs what repeats itself", async () => {
    const json = '{"type": "Badge", "label": "New"},'.repeat(1000);
    expect((await encode({ ...shared, json })).length).toBeLessThan(2000);
  });

  it.each([
    ["empty", () => ""],
    ["no base64", () => "%%%"],
    ["nothing that was packed", () => "aGVsbG8"],
    ["cut off", async () => (await encode(shared)).slice(0, 40)],
    [
      "of unknown values",
      () => encode({ ...shared, theme: "pink" as Shared["theme"] }),
    ],
    ["without a text", () => encode({ ...shared, json: undefined! })],
    [
      "that unpacks to far too much",
      () => encode({ ...shared, json: " ".repeat(5_000_000) }),
    ],
  ])("is refused when it is %s", async (_, make) => {
    await expect(decode(await make())).rejects.toThrow();
  });
});
