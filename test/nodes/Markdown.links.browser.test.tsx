import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { WidgetError } from "../../src/index.js";
import { renderMarkdown } from "../helpers/markdown.js";
import "../../src/styles/index.css";

const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

describe("links and pictures of a Markdown", () => {
  test("links out of the page open in a new tab, without a referrer", async () => {
    await renderMarkdown(
      "[web](https://example.com/a) [mail](mailto:a@b.c) [here](/orders) www.example.com",
    );
    const link = (name: string) => page.getByRole("link", { name });
    await expect.element(link("web")).toHaveAttribute("target", "_blank");
    await expect
      .element(link("web"))
      .toHaveAttribute("rel", "noopener noreferrer");
    await expect
      .element(link("www.example.com"))
      .toHaveAttribute("target", "_blank");
    await expect.element(link("mail")).not.toHaveAttribute("target");
    await expect.element(link("here")).toHaveAttribute("href", "/orders");
  });

  test.each([
    "tel:+49301234",
    "sms:+49301234",
    "mailto:a@b.c",
    "HTTPS://example.com",
  ])("a link to %s may be followed", async (url) => {
    await renderMarkdown(`[go](${url})`);
    await expect
      .element(page.getByRole("link", { name: "go" }))
      .toHaveAttribute("href", url);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:https://example.com/x",
  ])("a link to %s is plain text, and reported", async (url) => {
    const onError = vi.fn<(error: WidgetError) => void>();
    await renderMarkdown(
      `Go [**there**](${url}) ![picture](${url.replace("blob:", "about:")})`,
      {
        onError,
      },
    );
    await expect.element(page.getByText("Go there picture")).toBeVisible();
    expect(document.querySelectorAll("a, img")).toHaveLength(0);
    expect(
      onError.mock.calls.map(([{ code, path }]) => [code, path]),
    ).toContainEqual(["blocked-url", ""]);
  });

  test.each(["java&Tab;script:alert(1)", "java&#10;script:alert(1)"])(
    "%s is an address within the page's site",
    async (url) => {
      await renderMarkdown(`[go](${url})`);
      await expect
        .element(page.getByRole("link", { name: "go" }))
        .toBeVisible();
      expect(document.querySelector("a")!.protocol).toBe(location.protocol);
    },
  );

  test("the host's policy applies to every link and picture", async () => {
    const transformUrl = vi.fn((url: string, { kind }: { kind: string }) =>
      kind === "image"
        ? url.startsWith("data:")
          ? url
          : null
        : `/out?to=${url}`,
    );
    await renderMarkdown(
      `[a](https://a.example) ![dot](${dot}) ![gone](https://tracker.example/p.png)`,
      { transformUrl, onError: () => {} },
    );
    await expect
      .element(page.getByRole("link", { name: "a" }))
      .toHaveAttribute("href", "/out?to=https://a.example");
    const image = page.getByRole("img");
    await expect.element(image).toHaveAttribute("alt", "dot");
    await expect.element(image).toHaveAttribute("loading", "lazy");
    await expect
      .element(image)
      .toHaveAttribute("referrerpolicy", "no-referrer");
    await expect.element(page.getByText("gone")).toBeVisible();
    expect(transformUrl).toHaveBeenCalledWith(
      "https://a.example",
      expect.objectContaining({ kind: "link", prop: "value" }),
    );
  });

  test.each(["javascript:alert(1)", "data:text/html,x", null])(
    "what `transformUrl` makes of a link is checked as well: %s",
    async (made) => {
      const errors: WidgetError[] = [];
      await renderMarkdown("[go](https://a.example)", {
        transformUrl: () => made,
        onError: (error: WidgetError) => void errors.push(error),
      });
      await vi.waitFor(() =>
        expect(errors.map(({ code }) => code)).toEqual(["blocked-url"]),
      );
      await expect.element(page.getByText("go")).toBeVisible();
      expect(page.getByRole("link").elements()).toEqual([]);
    },
  );
});
