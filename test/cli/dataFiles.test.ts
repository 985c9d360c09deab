import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { dataFilesOf } from "../../src/cli/dataFiles.js";
import { folderOf } from "../helpers/commandLine.js";

const names = [
  "poll.data.json",
  "poll.empty.data.json",
  "poll.results.data.json",
  "poll.results.final.data.json",
  "polls.data.json",
];

test.for([
  ["poll.widget", ["poll.data.json", "poll.empty.data.json"]],
  [
    "poll.results.widget",
    ["poll.results.data.json", "poll.results.final.data.json"],
  ],
  ["polls.widget", ["polls.data.json"]],
  ["other.widget", []],
] as const)("%s has the data files %o", async ([template, expected]) => {
  const folder = folderOf(
    Object.fromEntries(
      ["poll.widget", "poll.results.widget", "polls.widget", ...names].map(
        (name) => [name, {}],
      ),
    ),
  );
  const found = await dataFilesOf(join(folder, template));
  expect(found.map((path) => basename(path))).toEqual(expected);
});

test("a name with dots is a case where no template has that name", async () => {
  const folder = folderOf({ "poll.widget": {}, "poll.results.data.json": {} });
  const found = await dataFilesOf(join(folder, "poll.widget"));
  expect(found.map((path) => basename(path))).toEqual([
    "poll.results.data.json",
  ]);
});
