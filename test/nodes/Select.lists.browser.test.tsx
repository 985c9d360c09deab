import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  active,
  activeElement,
  gaps,
  isInView,
  listbox,
  lists,
  numberOf,
  openList,
  optionsOf,
  rendered,
  scroller,
  scrollTo,
  seen,
} from "../helpers/optionLists.js";
import { field, option, value } from "../helpers/select.js";
import "../../src/styles/index.css";

afterEach(() => page.viewport(800, 600));

/** Positions that the keys reach: what is disabled is passed over. */
const reachable = (count: number) =>
  Array.from({ length: count }, (_, i) => i).filter((i) => i % 10 !== 9);

describe.each(lists)("$list", (list) => {
  const { count, searchable } = list;
  const all = reachable(count);
  const middle = count / 2;

  test.each([0, 0.5, 1])(
    "opens with the selected option in view, %f of the way down",
    async (part) => {
      const at = all[Math.round((all.length - 1) * part)]!;
      await openList(list, { defaultValue: `value-${at}` });
      expect(active()).toBe(at);
      await expect.poll(() => isInView(activeElement()!)).toBe(true);
      expect(activeElement()).toHaveAttribute("aria-selected", "true");
      expect(gaps()).toEqual([]);
      const { scrollTop, clientHeight, scrollHeight } = scroller();
      const { offsetTop, offsetHeight } = activeElement()!;
      const top = offsetTop + offsetHeight / 2 - clientHeight / 2;
      const end = scrollHeight - clientHeight;
      const centred = Math.min(Math.max(top, 0), end);
      expect(Math.abs(scrollTop - centred)).toBeLessThan(2);
      expect(document.scrollingElement!.scrollTop).toBe(0);
    },
  );

  test.each<[keys: string, at: number]>([
    ["{ArrowDown}", 1],
    ["{PageDown}", 10],
    ["{End}", -1],
    ["{End}{ArrowDown}", -1],
    ["{End}{ArrowUp}{ArrowUp}", -3],
    ["{End}{PageUp}", -11],
    ["{End}{Home}", 0],
    ["{PageDown}{PageDown}{PageDown}{PageUp}", 20],
  ])("%s leads to %i, in view", async (keys, at) => {
    await openList(list);
    await userEvent.keyboard(keys);
    expect(active()).toBe(all.at(at));
    expect(isInView(activeElement()!)).toBe(true);
    expect(gaps()).toEqual([]);
  });

  test("each option that the arrows come to is in view, both ways", async () => {
    await openList(list, { defaultValue: `value-${middle}` });
    const from = all.indexOf(middle);
    for (const key of ["ArrowUp", "ArrowDown"]) {
      const step = key === "ArrowUp" ? -1 : 1;
      const start = all.indexOf(active()!);
      for (let i = 1; i <= 15; i++) {
        await userEvent.keyboard(`{${key}}`);
        expect(active()).toBe(all[start + i * step]);
        expect(isInView(activeElement()!), `${key} ${i}`).toBe(true);
      }
    }
    expect(active()).toBe(all[from]);
  });

  test("scrolling shows every option, one below the other", async () => {
    await openList(list);
    const found = new Set<number>();
    for (let top = 0, end = false; !end; top += 300) {
      await scrollTo(top);
      expect(gaps(), String(top)).toEqual([]);
      for (const number of seen()) found.add(number);
      const { scrollTop, clientHeight, scrollHeight } = scroller();
      end = scrollTop + clientHeight >= scrollHeight - 1;
    }
    expect([...found]).toEqual(optionsOf(list).map((_, i) => i));
    // The focus has not gone with what is out of view.
    expect(active()).toBe(0);
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toBe(1);
    expect(isInView(activeElement()!)).toBe(true);
  });

  test("what is in view stays where it is while the list is scrolled up", async () => {
    await openList(list, { defaultValue: `value-${count - 2}` });
    for (let i = 0; i < 12 && scroller().scrollTop > 0; i++) {
      const first = seen()[0];
      const find = () =>
        rendered().find((element) => numberOf(element) === first)!;
      const before = find().getBoundingClientRect().top;
      const room = scroller().scrollTop;
      await scrollTo(room - 60);
      const moved = find().getBoundingClientRect().top - before;
      expect(Math.abs(moved - Math.min(60, room))).toBeLessThan(2);
      expect(gaps()).toEqual([]);
    }
  });

  test("each option says where it is among all of them", async () => {
    await openList(list, { defaultValue: `value-${middle}` });
    for (const [i, element] of rendered().entries()) {
      const { ariaPosInSet, ariaSetSize } = element;
      expect(Number(ariaPosInSet ?? i + 1)).toBe(numberOf(element)! + 1);
      expect(Number(ariaSetSize ?? rendered().length)).toBe(count);
    }
    expect(listbox()).toHaveAccessibleName("Plan");
  });

  test("it has no fault that axe finds, scrolled away from the active option too", async () => {
    await openList(list, { defaultValue: `value-${count - 2}` });
    await scrollTo(100);
    expect(numberOf(activeElement())).toBe(count - 2);
    const { violations } = await axe.run(listbox());
    expect(violations.map(({ id, nodes }) => [id, nodes])).toEqual([]);
  });

  test("the pointer chooses what it scrolled to; what is disabled it does not", async () => {
    await openList(list);
    await scrollTo(scroller().scrollHeight);
    await scrollTo(scroller().scrollHeight);
    await option(`${count - 1}.`).click({ force: true });
    expect(value()).toBeUndefined();
    expect(option(`${count - 1}.`).element()).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await option(`${count - 2}.`).click();
    await expect.element(field()).toHaveFocus();
    expect(value()).toBe(`value-${count - 2}`);
  });

  test.each([
    ["Escape", () => userEvent.keyboard("{Escape}"), "Plan"],
    ["Tab", () => userEvent.keyboard("{Tab}"), "After"],
    [
      "a press beside it",
      () =>
        userEvent.click(document.documentElement, {
          position: { x: 780, y: 580 },
        }),
      "Plan",
    ],
  ])("%s closes it without a choice", async (_, act, focused) => {
    await openList(list);
    await userEvent.keyboard("{End}");
    await act();
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
    expect(rendered()).toEqual([]);
    expect(document.activeElement).toHaveAccessibleName(
      focused === "Plan" ? /Plan/ : focused,
    );
    expect(value()).toBeUndefined();
  });

  test("typing leads to an option far away, and Enter chooses it", async () => {
    const far = String(count - 2);
    await openList(list);
    await userEvent.keyboard(far);
    await expect.poll(active).toBe(count - 2);
    expect(isInView(activeElement()!)).toBe(true);
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveFocus();
    expect(value()).toBe(`value-${far}`);
  });

  test("with little room below and above, the selected option is in view", async () => {
    await page.viewport(320, 260);
    await openList(list, { defaultValue: `value-${middle}` });
    await expect.poll(() => isInView(activeElement()!)).toBe(true);
    await expect.poll(gaps).toEqual([]);
    const { left, right } = listbox().getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
  });

  test("text of twice the size leaves the active option in view", async () => {
    await openList(list, { defaultValue: `value-${middle}` });
    scroller().style.fontSize = "200%";
    await userEvent.keyboard("{ArrowDown}");
    await userEvent.keyboard("{PageUp}");
    expect(isInView(activeElement()!)).toBe(true);
    expect(gaps()).toEqual([]);
    scroller().style.fontSize = "";
  });

  if (searchable) {
    test("a search that is widened again shows its first option", async () => {
      await openList(list, { defaultValue: `value-${count - 2}` });
      await userEvent.keyboard(`${count - 3}`);
      await expect.poll(active).toBe(count - 3);
      await userEvent.keyboard("{Backspace}{Backspace}{Backspace}");
      await expect.poll(active).toBe(count - 2);
      expect(isInView(activeElement()!)).toBe(true);
      expect(gaps()).toEqual([]);
    });
  }
});

test.each([false, true])(
  "10,000 options are no more elements than fit in the list, searched: %s",
  async (searchable) => {
    await openList({ list: "a huge one", count: 10_000, searchable });
    const few = () => expect(rendered().length).toBeLessThan(40);
    few();
    await userEvent.keyboard("{End}");
    expect(active()).toBe(9998);
    few();
    await scrollTo(150_000);
    expect(gaps()).toEqual([]);
    few();
  },
);
