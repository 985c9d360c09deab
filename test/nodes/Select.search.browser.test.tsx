import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  cities,
  field,
  focusField,
  option,
  renderField,
  value,
} from "../helpers/select.js";
import {
  failOnFaults,
  renderWidget,
  textOf,
  translate,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

describe("the search of a Select", () => {
  test("more than 15 options are searched, without regard to accents and case", async () => {
    await renderField({ options: cities, defaultValue: "city-20" });
    const search = page.getByRole("combobox", { name: "Search" });
    await focusField();
    await userEvent.keyboard(" ");
    await expect.element(search).toHaveFocus();
    await expect.element(option("City 20")).toBeInViewport();
    await userEvent.keyboard("malaga");
    await expect.element(option("Málaga")).toBeVisible();
    expect(page.getByRole("option").elements()).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveTextContent("Málaga");
    await expect.element(field()).toHaveFocus();
    expect(value()).toBe("city-0");
  });

  test("the keys of a searched list move what Enter chooses", async () => {
    await renderField({ options: cities });
    const search = page.getByRole("combobox", { name: "Search" });
    const active = () => {
      const id = search.element().getAttribute("aria-activedescendant");
      return id && document.getElementById(id)?.textContent;
    };
    await focusField();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(search).toHaveFocus();
    expect(active()).toBe("Málaga");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(active()).toBe("Oslo");
    await userEvent.keyboard("{End}");
    expect(active()).toBe("City 39");
    await expect.element(option("City 39")).toBeInViewport();
    await userEvent.keyboard("{Home}");
    expect(active()).toBe("Málaga");
    await userEvent.keyboard("xyz");
    await expect.element(page.getByText("No results")).toBeVisible();
    await userEvent.keyboard("{Enter}{Escape}");
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveTextContent("Select…");
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard("{Tab}");
    await expect
      .element(page.getByRole("button", { name: "After" }))
      .toHaveFocus();
    await expect.element(search).not.toBeInTheDocument();
  });

  test("a pointer that lies still chooses nothing while the keys scroll below it", async () => {
    await renderField({ options: cities });
    const search = page.getByRole("combobox", { name: "Search" });
    const active = () =>
      document.getElementById(
        search.element().getAttribute("aria-activedescendant")!,
      )!.textContent;
    await field().click();
    await expect.element(search).toHaveFocus();
    let last: PointerEvent | undefined;
    const list = page.getByRole("listbox").element() as HTMLElement;
    list.addEventListener("pointermove", (event) => (last = event));
    await option("Oslo").hover();
    await expect.poll(active).toBe("Oslo");
    await userEvent.keyboard("{End}");
    await expect.element(option("City 39")).toBeInViewport();
    // As Safari reports it.
    const { screenX, screenY, clientX, clientY } = last!;
    document.elementFromPoint(clientX, clientY)!.dispatchEvent(
      new PointerEvent("pointermove", {
        bubbles: true,
        screenX,
        screenY,
        clientX,
        clientY,
      }),
    );
    expect(active()).toBe("City 39");
    await option("City 38").hover();
    await expect.poll(active).toBe("City 38");
  });

  test("searchable says whether to search, whatever the number of options", async () => {
    await renderField({ searchable: true });
    await field().click();
    await expect
      .element(page.getByRole("combobox", { name: "Search" }))
      .toHaveFocus();
    await userEvent.keyboard("trying");
    await expect.element(option("Starter")).toBeVisible();
  });

  test("a choice and Escape give the focus back at once, for the key that comes next", async () => {
    await renderField({ searchable: true });
    const search = page.getByRole("combobox", { name: "Search" });
    await field().click();
    await expect.element(search).toHaveFocus();
    (option("Team").element() as HTMLElement).click();
    expect(document.activeElement).toBe(field().element());
    expect(value()).toBe("team");

    await field().click();
    await expect.element(search).toHaveFocus();
    search
      .element()
      .dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true }),
      );
    expect(document.activeElement).toBe(field().element());
  });

  test("without a search all of many options can be reached", async () => {
    const options = Array.from({ length: 400 }, (_, i) => ({
      value: String(i),
      label: `Option ${i}`,
    }));
    await renderField({ options, searchable: false });
    await focusField();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(option("Option 0")).toHaveFocus();
    await userEvent.keyboard("{End}");
    await expect.element(option("Option 399")).toHaveFocus();
    await expect.element(option("Option 399")).toBeInViewport();
  });
});

describe("a Select on a translated page", () => {
  failOnFaults();

  test.each([false, true])(
    "it says what is chosen, searched: %s",
    async (searchable) => {
      const { element } = await renderWidget({
        type: "Select",
        name: "meal",
        clearable: true,
        searchable,
        options: [
          { value: "1", label: "Fish", description: "of the day" },
          { value: "2", label: "Soup" },
        ],
      });
      const trigger = () => element.querySelector<HTMLElement>(".wr-Trigger")!;
      for (const [option, text] of [
        [0, "Fish"],
        [1, "Soup"],
      ] as const) {
        await expect.element(trigger()).toBeEnabled();
        translate();
        trigger().click();
        await expect
          .poll(() => document.querySelectorAll("[role=option]").length)
          .toBe(2);
        translate();
        const options = document.querySelectorAll<HTMLElement>("[role=option]");
        options[option]!.focus();
        await userEvent.click(page.getByRole("option").nth(option));
        await expect.poll(() => textOf(trigger())).toBe(text);
      }
      translate();
      await userEvent.click(page.getByRole("button", { name: /^Clear/ }));
      await expect.poll(() => textOf(trigger())).toBe("Select…");
    },
  );

  test("the search says that it found nothing", async () => {
    const { element } = await renderWidget({
      type: "Select",
      name: "many",
      searchable: true,
      options: Array.from({ length: 400 }, (_, i) => ({
        value: i,
        label: i < 350 ? `First ${i}` : `Other ${i}`,
      })),
    });
    const trigger = element.querySelector<HTMLElement>(".wr-Trigger")!;
    await expect.element(trigger).toBeEnabled();
    trigger.click();
    await expect.element(page.getByRole("listbox")).toBeInTheDocument();
    const note = () => textOf(document.querySelector(".wr-Select-note")!);
    expect(note()).toBe("");
    translate();
    await userEvent.fill(
      page.getByRole("combobox", { name: "Search" }),
      "nothing",
    );
    await expect.poll(note).toBe("No results");
    translate();
    await userEvent.fill(
      page.getByRole("combobox", { name: "Search" }),
      "Other 399",
    );
    await expect.poll(note).toBe("");
  });
});
