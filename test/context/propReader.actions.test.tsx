import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { invalidProp, renderInCard } from "../helpers/unit.js";

const options = [{ value: "a", label: "A" }];

/** Every property that is an action: a node with it, and where it is in the node. */
const bindings: [node: (action: unknown) => object, path: string][] = [
  [
    (onClickAction) => ({ type: "Button", label: "Go", onClickAction }),
    "/onClickAction",
  ],
  [
    (onClickAction) => ({
      type: "ListViewItem",
      onClickAction,
      children: [{ type: "Text", value: "Go" }],
    }),
    "/onClickAction",
  ],
  [(onSubmitAction) => ({ type: "Form", onSubmitAction }), "/onSubmitAction"],
  ...["Select", "RadioGroup", "Checkbox", "DatePicker"].map(
    (type): (typeof bindings)[number] => [
      (onChangeAction) => ({
        type,
        name: "n",
        ...(/Select|Radio/.test(type) && { options }),
        onChangeAction,
      }),
      "/onChangeAction",
    ],
  ),
  ...["confirm", "cancel"].map((name): (typeof bindings)[number] => [
    (action) => ({ type: "Card", [name]: { label: "Go", action } }),
    `/${name}/action`,
  ]),
];

const words: [word: object, path: string, says: RegExp][] = [
  [{ handler: "Client" }, "/handler", /server, client\. The nearest is "cl/],
  [{ handler: "browser" }, "/handler", /"browser".*server, client\.$/],
  [{ handler: true }, "/handler", /is true.*server, client\.$/],
  [
    { loadingBehavior: "spin" },
    "/loadingBehavior",
    /"spin".*auto, none, self, container\.$/,
  ],
  [{ loadingBehavior: "Self" }, "/loadingBehavior", /The nearest is "self"/],
  [{ streaming: "no" }, "/streaming", /true, false\. The nearest is false/],
  [{ streaming: 1 }, "/streaming", /is 1.*Allowed: true, false\.$/],
];

describe("an action", () => {
  for (const [node, at] of bindings) {
    const name = `${(node({}) as { type: string }).type}${at}`;

    test.each(words)(
      `${name}: %j is reported once, at %s`,
      (word, path, says) => {
        const { reports, renderAgain } = renderInCard(
          node({ type: "go", ...word }),
        );
        renderAgain();
        expect(reports()).toEqual(invalidProp(at + path, says));
      },
    );

    test(`${name}: right words are not reported`, () => {
      for (const action of [
        { type: "go", handler: "client", loadingBehavior: "auto" },
        { type: "go", handler: null, streaming: "false", payload: "text" },
      ]) {
        expect(renderInCard(node(action)).reports()).toEqual([]);
      }
    });

    test(`${name}: what is no action is reported once, also when it is started`, () => {
      for (const action of ["go", 5, ["go"], {}, { type: 5 }]) {
        const { reports, container, unmount } = renderInCard(node(action));
        for (const control of container.querySelectorAll("button, input")) {
          fireEvent.click(control);
        }
        for (const text of screen.queryAllByText("Go")) fireEvent.click(text);
        expect(reports(), JSON.stringify(action)).toEqual(
          invalidProp(at, /an object with "type"/),
        );
        unmount();
      }
    });
  }
});
