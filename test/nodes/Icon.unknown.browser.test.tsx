import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import "../../src/styles/index.css";

describe("Icon", () => {
  test.each(["nope", "lucide:nope"])(
    "%s is unknown, and leaves no box and no gap",
    async (icon) => {
      const onError = vi.fn();
      const { container } = await render(
        <WidgetRenderer
          onError={onError}
          widget={{
            type: "Card",
            status: { text: "Live", icon },
            children: [
              { type: "Button", label: "Map", iconStart: icon },
              { type: "Button", label: "Map" },
              { type: "Icon", name: icon },
              { type: "Button", iconStart: icon },
            ],
          }}
        />,
      );
      await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(4));
      const [with_, without, alone] = container.querySelectorAll("button");
      expect(with_!.offsetWidth).toBe(without!.offsetWidth);
      const status = container.querySelector(".wr-Status")!;
      expect(status.firstElementChild).toHaveTextContent("Live");
      expect(container.querySelector(".wr-Icon")).toBeNull();
      expect(alone).toHaveTextContent("nope");
      const label = alone!.querySelector(".wr-Button-label")!;
      expect(label.scrollWidth).toBe(label.clientWidth);
      expect(alone!.offsetWidth).toBeGreaterThan(alone!.offsetHeight);
    },
  );
});
