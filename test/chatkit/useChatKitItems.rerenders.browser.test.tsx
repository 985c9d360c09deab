import type { ComponentType } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { nodes } from "../../src/nodes/index.js";
import { connect, text, Thread, type ThreadProps } from "../helpers/Thread.js";
import {
  delta,
  done,
  openStream,
  settle,
  textCard,
  widgetItem,
} from "./fake.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("what renders again", () => {
  interface Props {
    id?: string;
  }

  /** Nodes that record when they render, by type and id. */
  function counting(...types: (keyof typeof nodes)[]) {
    const rendered: string[] = [];
    const counted = (type: string, Node: ComponentType<Props>) =>
      function Counted(props: Props) {
        rendered.push(props.id === undefined ? type : `${type} ${props.id}`);
        return <Node {...props} />;
      };
    const components = Object.fromEntries(
      types.map((type) => [
        type,
        counted(type, nodes[type] as ComponentType<Props>),
      ]),
    );
    return { rendered, components };
  }

  /** A thread whose reply the test writes. */
  async function written(
    widget: WidgetNode,
    props?: Omit<ThreadProps, "client">,
  ) {
    const { reply, send, end } = openStream();
    const client = connect({
      url: "/chatkit",
      threadId: "thr_1",
      fetch: async () => reply,
    });
    await render(<Thread client={client} {...props} />);
    const sent = client.sendCustomAction({ type: "go" });
    send(done(widgetItem("msg_1", widget)));
    return { client, send, end, sent };
  }

  test("a delta renders one node alone", async () => {
    const { rendered, components } = counting("Text", "Title", "Button", "Row");
    const { send } = await written(
      {
        type: "Card",
        children: [
          { type: "Title", value: "Draft" },
          { type: "Text", id: "t", value: "One" },
          { type: "Text", id: "other", value: "Other" },
          { type: "Row", children: [{ type: "Button", label: "Send" }] },
        ],
      },
      { components },
    );
    await expect.element(text("One")).toBeVisible();
    rendered.length = 0;
    send(delta("msg_1", " two"));
    await expect.element(text("One two")).toBeVisible();
    expect(rendered).toEqual(["Text t"]);
  });

  test("a new component of a node renders it and its parents, and nothing beside it", async () => {
    const { rendered, components } = counting("Text", "Col");
    const { send } = await written(
      {
        type: "Card",
        children: [
          { type: "Text", id: "t", value: "One" },
          { type: "Col", id: "c", children: [{ type: "Text", value: "Old" }] },
          {
            type: "Col",
            id: "d",
            children: [{ type: "Text", value: "Beside" }],
          },
        ],
      },
      { components },
    );
    await expect.element(text("Beside")).toBeVisible();
    rendered.length = 0;
    send({
      type: "thread.item.updated",
      item_id: "msg_1",
      update: {
        type: "widget.component.updated",
        component_id: "c",
        component: {
          type: "Col",
          id: "c",
          children: [{ type: "Text", value: "New" }],
        },
      },
    });
    await expect.element(text("New")).toBeVisible();
    expect(rendered).toEqual(["Col c", "Text"]);
  });

  test("a burst of deltas renders at most once per frame", async () => {
    const { rendered, components } = counting("Text");
    const { client, send } = await written(textCard(""), { components });
    send(delta("msg_1", "Begin "));
    await expect.element(text("Begin")).toBeVisible();
    rendered.length = 0;
    // Frames, and what counts for one in a hidden tab, come when the test says so.
    vi.useFakeTimers({
      toFake: [
        "requestAnimationFrame",
        "cancelAnimationFrame",
        "setTimeout",
        "clearTimeout",
      ],
    });
    const words = "x".repeat(100);
    send(...Array.from(words, (letter) => delta("msg_1", letter)));
    // Not by a poll, which would let the frames come.
    while (!JSON.stringify(client.getItems()).includes(words)) await settle();
    expect(rendered).toEqual([]);
    vi.advanceTimersToNextFrame();
    vi.useRealTimers();
    await expect.element(text(`Begin ${words}`)).toBeVisible();
    expect(rendered).toEqual(["Text t"]);
  });

  test("a Markdown that grows renders its last block alone", async () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, i) => `Paragraph [${i}](/${i})`,
    );
    // It is called whenever a link is rendered.
    const transformUrl = vi.fn((url: string) => url);
    const { send } = await written(
      {
        type: "Card",
        children: [
          {
            type: "Markdown",
            id: "t",
            value: `# Report\n\n${paragraphs.join("\n\n")}\n\nThe [end](/end)`,
            streaming: true,
          },
        ],
      },
      { transformUrl },
    );
    await expect.element(page.getByRole("link", { name: "end" })).toBeVisible();
    const last = text(/^The/).element().closest("p")!;
    const changed = new Set<Node>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) changed.add(target);
    });
    watch.observe(document.querySelector(".wr-Markdown")!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    transformUrl.mockClear();
    for (const word of ["of", "all", "words"]) {
      send(delta("msg_1", ` ${word}`));
      await expect.element(text(new RegExp(`^The.* ${word}$`))).toBeVisible();
    }
    watch.disconnect();
    expect(changed.size).toBeGreaterThan(0);
    for (const node of changed) expect(last.contains(node)).toBe(true);
    expect(transformUrl.mock.calls.map(([url]) => url)).toEqual([
      "/end",
      "/end",
      "/end",
    ]);
  });

  test('with concurrency: "allow" two replies grow side by side', async () => {
    const replies = [openStream(), openStream()];
    let next = 0;
    const client = connect({
      url: "/chatkit",
      threadId: "thr_1",
      concurrency: "allow",
      fetch: async () => replies[next++]!.reply,
    });
    const { rendered, components } = counting("Text");
    await render(<Thread client={client} components={components} />);
    const sent = replies.map((_, i) =>
      client.sendCustomAction({ type: "go" }, `msg_${i}`),
    );
    replies.forEach(({ send }, i) => {
      send(done(widgetItem(`msg_${i}`, textCard(`Text ${i}`))));
    });
    await expect.element(text("Text 1")).toBeVisible();
    rendered.length = 0;
    replies[0]!.send(delta("msg_0", " grows"));
    await expect.element(text("Text 0 grows")).toBeVisible();
    expect(rendered).toHaveLength(1);
    replies[1]!.send(delta("msg_1", " too"));
    await expect.element(text("Text 1 too")).toBeVisible();
    for (const { end } of replies) end();
    await Promise.all(sent);
    expect(client.getStatus().streaming).toBe(false);
  });
});
