import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  captureFieldFocus,
  captureFocus,
  focusField,
  isElsewhere,
  returnFocus,
} from "../../src/forms/focus.js";
import type { FieldEntry } from "../../src/context/fieldRegistry.js";

let page: HTMLElement;
const find = (id: string) =>
  page.querySelector<HTMLElement>(`#${id}`) ??
  page
    .querySelector("#host")!
    .shadowRoot!.querySelector<HTMLElement>(`#${id}`)!;
const entry = (id: string) => ({ element: find(id) }) as unknown as FieldEntry;

beforeEach(() => {
  page = document.createElement("main");
  page.innerHTML = `
    <button id="other">Other</button>
    <section id="outer">
      <div id="root" tabindex="-1">
        <p id="row"><button id="pressed">Press</button></p>
        <div id="field"><input id="text" value="Some text"></div>
        <div id="options">
          <input type="radio" id="first"><input type="radio" id="second" checked>
        </div>
        <div id="empty"><span>No control</span></div>
      </div>
    </section>
    <div id="panel" tabindex="-1"><div id="host"></div></div>`;
  page.querySelector("#host")!.attachShadow({ mode: "open" }).innerHTML =
    `<div id="inner"><input id="deep"></div><button id="beside">Beside</button>`;
  document.body.append(page);
});
afterEach(() => page.remove());

describe("the user has moved the focus elsewhere", () => {
  test.each<
    [where: string, focused: string | null, of: string, isElsewhere: boolean]
  >([
    ["in the element", "text", "text", false],
    ["in what contains it", "root", "text", false],
    ["nowhere", null, "text", false],
    ["in another element", "other", "text", true],
    ["in what it contains", "text", "field", true],
    ["in it, in a shadow root", "deep", "deep", false],
    ["in what contains its shadow root", "panel", "deep", false],
    ["in another element of its shadow root", "beside", "deep", true],
    ["outside of its shadow root", "other", "deep", true],
    ["in a shadow root elsewhere", "beside", "text", true],
  ])("where it is %s", (_, focused, of, expected) => {
    if (focused) find(focused).focus();
    expect(isElsewhere(find(of))).toBe(expected);
  });
});

describe("the focus", () => {
  test.each([[null], ["other"], ["root"]])(
    "is not captured in a root that does not contain it: %s",
    (focused) => {
      if (focused) find(focused).focus();
      expect(captureFocus(find("root"))).toBeNull();
    },
  );

  test.each<[change: string, change: () => void, expected: string | null]>([
    ["moved", () => find("root").append(find("pressed")), "pressed"],
    ["removed", () => find("pressed").remove(), "row"],
    ["disabled", () => find("pressed").setAttribute("disabled", ""), "row"],
    ["hidden with its row", () => (find("row").hidden = true), "root"],
    ["hidden with its root", () => (find("root").hidden = true), null],
    ["removed with its root", () => find("root").remove(), null],
    [
      "left by the user before it is removed",
      () => {
        find("other").focus();
        find("pressed").remove();
      },
      "other",
    ],
  ])("of what is %s goes to what can have it", (_, change, expected) => {
    find("pressed").focus();
    const giveBack = captureFocus(find("root"))!;
    change();
    giveBack();
    const active = document.activeElement!;
    // An element that was hidden may keep the focus until the next frame.
    if (expected === null) expect(active).not.toBe(find("outer"));
    else expect(active.id).toBe(expected);
    // What the Tab key reaches is still reached by it.
    for (const id of ["other", "outer"]) {
      expect(find(id)).not.toHaveAttribute("tabindex");
    }
    if (expected === "pressed") {
      expect(active).not.toHaveAttribute("tabindex");
    }
  });

  test("is returned to a field, unless the user has moved it elsewhere", () => {
    returnFocus(entry("field"));
    expect(document.activeElement).toBe(find("text"));
    find("other").focus();
    returnFocus(entry("field"));
    expect(document.activeElement).toBe(find("other"));
    returnFocus({ element: null } as unknown as FieldEntry);
    expect(document.activeElement).toBe(find("other"));
  });

  test("goes to the checked control of a field, else to the first; some have none", () => {
    expect(focusField(find("options"))).toBe(find("second"));
    expect(document.activeElement).toBe(find("second"));
    expect(focusField(find("field"))).toBe(find("text"));
    expect(focusField(find("empty"))).toBeNull();
    expect(document.activeElement).toBe(find("text"));
  });

  test("takes its caret along to the field that replaces its own", () => {
    const text = find("text") as HTMLInputElement;
    text.focus();
    text.setSelectionRange(2, 5);
    const restore = captureFieldFocus(entry("field"))!;
    text.setSelectionRange(0, 0);
    find("other").focus();
    restore(find("field"));
    expect(document.activeElement).toBe(text);
    expect([text.selectionStart, text.selectionEnd]).toEqual([2, 5]);
    restore(find("empty"));
    expect(document.activeElement).toBe(text);
  });

  test("leaves the caret where its own field had none", () => {
    find("second").focus();
    const restore = captureFieldFocus(entry("options"))!;
    const text = find("text") as HTMLInputElement;
    text.setSelectionRange(3, 4);
    restore(find("field"));
    expect([text.selectionStart, text.selectionEnd]).toEqual([3, 4]);
  });

  test("outside of a field is not captured", () => {
    find("other").focus();
    expect(captureFieldFocus(entry("field"))).toBeUndefined();
  });
});
