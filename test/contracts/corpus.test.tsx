import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderInCard } from "../helpers/unit.js";

const corpus = join(import.meta.dirname, "../../../shared/corpus/widget-files");

describe.runIf(existsSync(corpus))("widgets of others", () => {
  const files = existsSync(corpus)
    ? readdirSync(corpus).filter((name) => name.endsWith(".json"))
    : [];
  test.each(files)("%s is right", (name) => {
    const json = JSON.parse(readFileSync(join(corpus, name), "utf8")) as object;
    expect(renderInCard(json).reports()).toEqual([]);
  });
});
