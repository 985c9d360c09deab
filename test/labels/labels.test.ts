// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLabels, type Labels } from "../../src/core/labels.js";

const modules = import.meta.glob<Record<string, Labels>>(
  "../../src/labels/*.ts",
  {
    eager: true,
  },
);

const languages = Object.entries(modules).map(
  ([path, module]) => [/(\w+)\.ts$/.exec(path)![1]!, module] as const,
);

const LANGUAGES = "ar de en es fr he it ja ko nl pl pt zh".split(" ");

/** What a text asks to be replaced: `{n}`. */
const placeholders = (text: string) => text.match(/\{[^}]*\}/g) ?? [];

/** Scripts that a language is written in, where that is not Latin. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /^\p{Script=Arabic}/u,
  he: /^\p{Script=Hebrew}/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /^\p{Script=Hangul}/u,
  zh: /^\p{Script=Han}/u,
};

test("there is a file for each language, and its name is a language", () => {
  const names = languages.map(([language]) => language);
  expect(names).toEqual(LANGUAGES);
  expect(Intl.getCanonicalLocales(names)).toEqual(names);
});

describe.for(languages)("%s", ([language, module]) => {
  const labels = module[language]!;
  const texts = Object.entries(labels) as [keyof Labels, string][];

  test("is exported by its name, and as the default for who loads it later", () => {
    expect(Object.keys(module).sort()).toEqual([language, "default"].sort());
    expect(module["default"]).toBe(labels);
  });

  test("has every key and nothing else", () => {
    expect(Object.keys(labels)).toEqual(Object.keys(defaultLabels));
  });

  test("has the placeholders of the default and nothing else", () => {
    for (const [key, text] of texts) {
      expect(placeholders(text), key).toEqual(placeholders(defaultLabels[key]));
    }
  });

  test("says something at every key, written as in the others", () => {
    for (const [key, text] of texts) {
      expect(text, key).toBe(text.trim());
      expect(text, key).toBe(text.normalize("NFC"));
      expect(text, key).not.toMatch(/^$|\.\.\.|'/);
      // Testing Library finds no text by a string with another white space.
      expect(text, key).not.toMatch(/[^\S ]|  /);
      // A sentence ends as one, a name does not.
      expect(/[.。]$/.test(text), key).toBe(defaultLabels[key].endsWith("."));
    }
  });

  test("is written in the script of the language", () => {
    const script = SCRIPTS[language] ?? /^\p{Script=Latin}/u;
    for (const [key, text] of texts) {
      expect(text.replace(/^\{n\} ?/, ""), key).toMatch(script);
    }
  });
});

test.for(languages.filter(([language]) => language !== "en"))(
  "%s is not English",
  ([language, module]) => {
    const same = Object.entries(module[language]!).filter(
      ([key, text]) => text === defaultLabels[key as keyof Labels],
    );
    // "Code" is the same word in some.
    expect(same.length).toBeLessThanOrEqual(1);
  },
);

describe("docs/labels.md", () => {
  const page = readFileSync("docs/labels.md", "utf8");

  test("lists all strings with their English texts", () => {
    const rows = Array.from(
      page.matchAll(/^\| `(\w+)` +\| (.*?) +\| .+ \|$/gm),
      ([, key, text]) => [key, text],
    );
    expect(rows).toEqual(Object.entries(defaultLabels));
  });

  test("names all languages", () => {
    const list = /^There are (.*) Each is\n/ms.exec(page)![1]!;
    const named = Array.from(list.matchAll(/`(\w+)`/g), ([, name]) => name);
    expect(named).toEqual(LANGUAGES);
  });
});
