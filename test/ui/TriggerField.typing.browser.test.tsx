import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  combobox,
  focus,
  inForm,
  label,
  options,
  renderField,
  value,
} from "../helpers/popups.js";
import { keysComeAt } from "../helpers/press.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("what is typed within a second", () => {
  const names = ["Aachen", "Bad Ems", "Basel", "Bern", "New Delhi", "New York"];
  test.each([
    ["a letter", "b", "Bad Ems"],
    ["a letter again", "bb", "Basel"],
    ["the start of a name", "be", "Bern"],
    ["a blank within a name", "new y", "New York"],
    ["a blank that goes on with a name", "bad e", "Bad Ems"],
    ["what no name begins with", "bx", "Bad Ems"],
    ["a word after an arrow", "b{ArrowDown}n", "New Delhi"],
    ["a word after Home", "n{Home}b", "Bad Ems"],
  ])("moves in the open list: %s", async (_, keys, name) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, { type: "Select", name: "field", options: options(names) }),
    );
    await focus(combobox());
    await userEvent.keyboard("{ArrowDown}");
    const option = (text: string) => page.getByRole("option", { name: text });
    await expect.element(option("Aachen")).toHaveFocus();
    await userEvent.keyboard(keys);
    await expect.element(option(name)).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(value()).toBe(name);
  });

  test.each([
    ["a letter, ArrowDown, Space", "b{ArrowDown} ", "Basel"],
    ["a letter and a Space that goes on with no name", "n ", "New Delhi"],
    ["a name and Space", "bern ", "Bern"],
    ["a letter, End, Space", "b{End} ", "New York"],
  ])("Space chooses in the open list after %s", async (_, keys, name) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, {
        type: "Select",
        name: "field",
        options: options(names.map((text) => text.replace("New ", "New-"))),
      }),
    );
    await focus(combobox());
    await userEvent.keyboard("{ArrowDown}");
    await expect
      .element(page.getByRole("option", { name: "Aachen" }))
      .toHaveFocus();
    await userEvent.keyboard(keys);
    await expect.element(combobox()).toHaveFocus();
    await expect.element(combobox()).toHaveAttribute("aria-expanded", "false");
    expect(value()).toBe(name.replace("New ", "New-"));
  });

  test.each([
    ["a letter", "b", "Bad Ems", false],
    ["a word", "new y", "New York", false],
    ["a word after Delete", "n{Delete}b", "Bad Ems", false],
    ["a letter and ArrowDown", "b{ArrowDown}", "Bad Ems", true],
    ["a name and Space", "bern ", "Bern", true],
  ])("on the closed field: %s", async (_, keys, name, opens) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, {
        type: "Select",
        name: "field",
        clearable: true,
        options: options(names),
      }),
    );
    await focus(combobox());
    await userEvent.keyboard(keys);
    await expect.element(combobox()).toHaveTextContent(name);
    await expect
      .element(combobox())
      .toHaveAttribute("aria-expanded", String(opens));
    expect(value()).toBe(name);
  });
});
