import { createRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererHandle,
} from "../../src/index.js";
import { picture } from "../../stories/picture.js";
import "../../src/styles/index.css";

type Image = WidgetNode<"Image">;

const src = picture(200, 640, 400);

const image = (props?: Partial<Image>): Image => ({
  type: "Image",
  src,
  alt: "Hills",
  ...props,
});

const inside = (
  type: "Col" | "Row" | "Card",
  child: WidgetNode,
): WidgetNode => ({ type, children: [child] });

const found = () => page.getByRole("img", { name: "Hills" });

/** Its size once it is loaded. */
async function sizeOf(widget: WidgetNode) {
  const { container } = await render(
    <div style={{ width: 400 }}>
      <WidgetRenderer widget={widget} />
    </div>,
  );
  const element = container.querySelector("img")!;
  await expect.poll(() => element.complete).toBe(true);
  await element.decode();
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

const broken = "data:image/png,broken";

/** As a server sent it, with all that the browser did before React woke up. */
async function hydrated(
  widget: WidgetNode,
  ready: (img: HTMLImageElement) => unknown,
) {
  const root = document.createElement("div");
  document.body.append(root);
  root.innerHTML = renderToString(<WidgetRenderer widget={widget} />);
  await ready(root.querySelector("img")!);
  const onRecoverableError = vi.fn();
  const ref = createRef<WidgetRendererHandle>();
  const app = hydrateRoot(root, <WidgetRenderer ref={ref} widget={widget} />, {
    onRecoverableError,
  });
  await expect.poll(() => ref.current).not.toBeNull();
  return {
    root,
    onRecoverableError,
    end: () => {
      app.unmount();
      root.remove();
    },
  };
}

describe("Image", () => {
  test.each<[string, WidgetNode, { width: number; height: number }]>([
    ["fills a column", inside("Col", image()), { width: 400, height: 250 }],
    ["fills a card", inside("Card", image()), { width: 366, height: 228.75 }],
    [
      "is a thumbnail in a row",
      inside("Row", image()),
      { width: 40, height: 40 },
    ],
    [
      "is a thumbnail in a list row",
      {
        type: "ListView",
        children: [{ type: "ListViewItem", children: image() }],
      },
      { width: 40, height: 40 },
    ],
    [
      "is a thumbnail in a row, in a Transition",
      inside("Row", { type: "Transition", children: image() }),
      { width: 40, height: 40 },
    ],
    [
      "has the size it is given",
      inside("Row", image({ size: 24 })),
      { width: 24, height: 24 },
    ],
    [
      "width and height win over size",
      inside("Col", image({ size: 24, width: "50%" })),
      { width: 200, height: 24 },
    ],
    [
      "keeps its proportions",
      inside("Row", image({ width: 80 })),
      { width: 80, height: 50 },
    ],
    [
      "a height alone cuts a column's picture",
      inside("Col", image({ height: 100 })),
      { width: 400, height: 100 },
    ],
    [
      "a height alone keeps the proportions in a row",
      inside("Row", image({ height: 100 })),
      { width: 160, height: 100 },
    ],
    [
      "takes an aspect ratio",
      inside("Col", image({ aspectRatio: "2 / 1" })),
      { width: 400, height: 200 },
    ],
    [
      "takes the free room of a row",
      inside("Row", image({ flex: 1, aspectRatio: 4 })),
      { width: 400, height: 100 },
    ],
    [
      "is no wider than its container",
      inside("Col", image({ width: 900 })),
      { width: 400, height: 250 },
    ],
  ])("%s", async (_, widget, size) => {
    expect(await sizeOf(widget)).toEqual(size);
  });

  test("is loaded lazily, without a referrer", async () => {
    await render(<WidgetRenderer widget={image()} />);
    const element = found().element();
    expect(element).toHaveAttribute("loading", "lazy");
    expect(element).toHaveAttribute("decoding", "async");
    expect(element).toHaveAttribute("referrerpolicy", "no-referrer");
  });

  test("an image without a text is decoration", async () => {
    const { container } = await render(
      <WidgetRenderer widget={image({ alt: null })} />,
    );
    expect(container.querySelector("img")).toHaveAttribute("alt", "");
  });

  test.each([
    ["javascript:alert(1)", false],
    ["file:///etc/passwd", false],
    ["data:text/html,<b>x</b>", false],
    ["", false],
    [src, true],
  ])("the URL %s is loaded: %s", async (url, loaded) => {
    const { container } = await render(
      <WidgetRenderer onError={() => undefined} widget={image({ src: url })} />,
    );
    expect(container.querySelectorAll("img")).toHaveLength(loaded ? 1 : 0);
  });

  test("the host's policy applies", async () => {
    const onError = vi.fn();
    const { container } = await render(
      <WidgetRenderer
        onError={onError}
        transformUrl={() => null}
        widget={image({ size: 40 })}
      />,
    );
    expect(container.querySelector("img")).toBeNull();
    await vi.waitFor(() =>
      expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: "blocked-url" }),
    );
  });

  test("a failed image with a size keeps its box, with its text", async () => {
    await render(<WidgetRenderer widget={image({ src: broken, size: 64 })} />);
    await expect.poll(() => found().element().tagName).toBe("DIV");
    const box = found().element().getBoundingClientRect();
    expect([box.width, box.height]).toEqual([64, 64]);
  });

  test.each<[string, Partial<Image>]>([
    ["no size", {}],
    ["a width alone", { width: 80 }],
  ])("a failed image with %s leaves nothing", async (_, props) => {
    const { container } = await render(
      <WidgetRenderer widget={image({ src: broken, ...props })} />,
    );
    await expect.poll(() => container.querySelector(".wr-Image")).toBeNull();
  });

  test("another URL is loaded after one that failed", async () => {
    const { container, rerender } = await render(
      <WidgetRenderer widget={image({ src: broken, id: "i" })} />,
    );
    await expect.poll(() => container.querySelector(".wr-Image")).toBeNull();
    await rerender(<WidgetRenderer widget={image({ id: "i" })} />);
    await expect.element(found()).toBeVisible();
  });

  test("fades in once it is loaded", async () => {
    await render(<WidgetRenderer widget={image({ src: picture(77) })} />);
    const element = found().element() as HTMLImageElement;
    await expect.poll(() => element.complete).toBe(true);
    await expect.poll(() => element.dataset["loading"]).toBeUndefined();
    await expect.poll(() => getComputedStyle(element).opacity).toBe("1");
  });

  test("one that loaded before hydration is never hidden", async () => {
    const { root, onRecoverableError, end } = await hydrated(image(), (img) =>
      img.decode(),
    );
    const element = root.querySelector("img")!;
    expect(getComputedStyle(element).opacity).toBe("1");
    expect(element.dataset["loading"]).toBeUndefined();
    expect(onRecoverableError).not.toHaveBeenCalled();
    end();
  });

  test("one that failed before hydration is removed", async () => {
    const { root, end } = await hydrated(image({ src: broken }), (img) =>
      img.decode().catch(() => undefined),
    );
    await expect.poll(() => root.querySelector("img")).toBeNull();
    end();
  });

  test("wrong values fall back, and none of them reaches the element", async () => {
    await render(
      <WidgetRenderer
        onError={() => undefined}
        widget={image({
          fit: "stretch" as never,
          position: "url(x)" as never,
          background: "url(https://evil.example/x.png)",
          radius: "huge" as never,
          onload: "alert(1)",
        } as never)}
      />,
    );
    const element = found().element();
    const style = getComputedStyle(element);
    expect(style.objectFit).toBe("cover");
    expect(style.objectPosition).toBe("50% 50%");
    expect(style.backgroundImage).toBe("none");
    expect(style.borderRadius).toBe("8px");
    expect(element).not.toHaveAttribute("onload");
  });
});
