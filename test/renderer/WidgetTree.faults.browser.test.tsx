import {
  Component,
  Suspense,
  useEffect,
  useLayoutEffect,
  useState,
  type ReactNode,
} from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { WidgetRenderer, type WidgetRendererProps } from "../../src/index.js";
import { custom } from "../helpers/builders.js";
import { causes } from "../helpers/faults.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

/** The boundaries of a host: for what throws, and for what suspends. */
class HostBoundary extends Component<
  { children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? (
      "The page has failed"
    ) : (
      <Suspense fallback="The page waits">{this.props.children}</Suspense>
    );
  }
}

type Step = "before" | "now";

interface FaultProps {
  step: Step;
  cause: unknown;
}

/** What a component of the host may do in an update. */
const faults: Record<string, (props: FaultProps) => ReactNode> = {
  "throws while rendering": ({ step, cause }) => {
    if (step === "now") throw cause;
    return null;
  },
  "throws in an effect": function Fault({ step, cause }) {
    useEffect(() => {
      if (step === "now") throw cause;
    });
    return null;
  },
  "throws in a layout effect": function Fault({ step, cause }) {
    useLayoutEffect(() => {
      if (step === "now") throw cause;
    });
    return null;
  },
  "throws in a ref": ({ step, cause }) => (
    <i
      ref={(element) => {
        if (element && step === "now") throw cause;
      }}
    />
  ),
  "throws while it updates its state": function Fault({ step, cause }) {
    const [, setState] = useState(0);
    useEffect(() => {
      if (step === "now") {
        setState(() => {
          throw cause;
        });
      }
    }, [step, cause]);
    return null;
  },
  "never stops updating": function Fault({ step }) {
    const [count, setCount] = useState(0);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- this is the fault
    useLayoutEffect(() => {
      if (step === "now") setCount(count + 1);
    });
    return null;
  },
  "renders what cannot be rendered": ({ step }) =>
    step === "now" ? (new Date(0) as unknown as ReactNode) : null,
};

const widget = (step: Step, parent = "Col") =>
  custom({
    type: parent,
    children: [
      { type: "Input", name: "city" },
      { type: "Fault", step },
      { type: "Button", label: "Go", onClickAction: { type: "go" } },
    ],
  });

const elementOf = (
  host: ReturnType<typeof recordingHost>,
  json: ReturnType<typeof widget> | null,
  components: WidgetRendererProps["components"],
) => (
  <HostBoundary>
    <p>The page</p>
    <WidgetRenderer {...host} widget={json} components={components} />
  </HostBoundary>
);

describe("a component of the host", () => {
  test.each(Object.entries(faults))(
    "that %s in an update is missing alone, and the page stays",
    async (_, Fault) => {
      vi.spyOn(console, "error").mockReturnValue(undefined);
      const host = recordingHost();
      const cause = new Error("broken");
      const components = {
        Fault: (props: { step: Step }) => <Fault {...props} cause={cause} />,
      };
      const { rerender } = await render(
        elementOf(host, widget("before"), components),
      );
      await textbox("city").fill("typed");
      await rerender(elementOf(host, widget("now"), components));
      await vi.waitFor(() => expect(host.codes()).toEqual(["render"]));
      expect(host.errors[0]).toMatchObject({ path: "/children/1" });
      await expect.element(page.getByText("The page")).toBeVisible();
      // What was typed is in the field that replaces the one of before.
      await expect.element(textbox("city")).toHaveValue("typed");
      await button("Go").click();
      expect(host.sent()).toMatchObject([{ type: "go" }]);
    },
  );

  test.each([
    ["another root", widget("now", "Row")],
    ["nothing", null],
    [
      "a widget without it",
      custom({ type: "Col", children: [{ type: "Text", value: "Done" }] }),
    ],
  ])(
    "that throws when it is removed for %s does not reach the page",
    async (_, next) => {
      vi.spyOn(console, "error").mockReturnValue(undefined);
      const host = recordingHost();
      function Fault({ step }: { step: Step }) {
        useEffect(() => () => {
          if (step === "before") throw new Error("broken");
        });
        return <p>Here</p>;
      }
      const components = { Fault };
      const { rerender } = await render(
        elementOf(host, widget("before"), components),
      );
      await rerender(elementOf(host, next, components));
      await expect.element(page.getByText("The page")).toBeVisible();
      await rerender(elementOf(host, widget("now"), components));
      await button("Go").click();
      expect(host.sent()).toMatchObject([{ type: "go" }]);
    },
  );

  test("that throws each time that it is removed costs no more than the widget, until its JSON changes", async () => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = recordingHost();
    let isBroken = true;
    function Fault({ step }: { step: Step }) {
      useEffect(
        () => () => {
          if (isBroken) throw new Error("broken");
        },
        [step],
      );
      return null;
    }
    const { rerender } = await render(
      elementOf(host, widget("before"), { Fault }),
    );
    await rerender(elementOf(host, widget("now"), { Fault }));
    await vi.waitFor(() => expect(host.codes()).toEqual(["render"]));
    await expect.element(page.getByText("The page")).toBeVisible();
    isBroken = false;
    await rerender(elementOf(host, widget("before"), { Fault }));
    await button("Go").click();
    expect(host.sent()).toMatchObject([{ type: "go" }]);
  });

  // React itself reads a thrown object, and stops where that throws.
  const readable = Object.entries(causes).filter(
    ([name]) => !/properties cannot be read|proxy/.test(name),
  );

  test.each(readable)("that throws %s is missing alone", async (_, cause) => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = recordingHost();
    const Fault = () => {
      throw cause();
    };
    await render(elementOf(host, widget("now"), { Fault }));
    await vi.waitFor(() => expect(host.codes()).toEqual(["render"]));
    await expect.element(page.getByText("The page")).toBeVisible();
    await button("Go").click();
    expect(host.sent()).toMatchObject([{ type: "go" }]);
  });

  test("that suspends is missing alone until it has what it waits for, at first and in an update", async () => {
    const host = recordingHost();
    const gates: Partial<
      Record<Step, { opened: Promise<void>; open: () => void; isOpen: boolean }>
    > = {};
    const gateOf = (step: Step) => {
      let open = () => {};
      const opened = new Promise<void>((resolve) => (open = resolve));
      const gate = {
        opened,
        isOpen: false,
        open: () => {
          gate.isOpen = true;
          open();
        },
      };
      return (gates[step] ??= gate);
    };
    const Fault = ({ step }: { step: Step }) => {
      const gate = gateOf(step);
      // oxlint-disable-next-line typescript/only-throw-error -- so React 18 and 19 wait
      if (!gate.isOpen) throw gate.opened;
      return <p>It is here {step}</p>;
    };
    const components = { Fault };
    const { rerender } = await render(
      elementOf(host, widget("before"), components),
    );
    for (const step of ["before", "now"] as const) {
      await rerender(elementOf(host, widget(step), components));
      await expect
        .element(page.getByText("The page", { exact: true }))
        .toBeVisible();
      await expect.element(textbox("city")).toBeVisible();
      await textbox("city").fill(step);
      await button("Go").click();
      expect(page.getByText(`It is here ${step}`).elements()).toEqual([]);
      gateOf(step).open();
      await expect.element(page.getByText(`It is here ${step}`)).toBeVisible();
      await expect.element(textbox("city")).toHaveValue(step);
    }
    expect(host.errors).toEqual([]);
  });
});

test("an icon of the host that never comes leaves its button usable", async () => {
  const host = recordingHost();
  const never = new Promise<void>(() => undefined);
  const Slow = () => {
    // oxlint-disable-next-line typescript/only-throw-error -- so React 18 and 19 wait
    throw never;
  };
  await render(
    <HostBoundary>
      <WidgetRenderer
        {...host}
        icons={{ slow: Slow }}
        widget={custom({
          type: "Row",
          children: [
            { type: "Icon", name: "slow" },
            {
              type: "Button",
              label: "Go",
              iconStart: "slow",
              onClickAction: { type: "go" },
            },
          ],
        })}
      />
    </HostBoundary>,
  );
  await button("Go").click();
  expect(host.sent()).toEqual([{ type: "go" }]);
});
