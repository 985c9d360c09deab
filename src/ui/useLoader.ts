import * as messages from "../context/messages.js";
import { useEffect, useState, type ComponentType } from "react";
import { useWidgetContext } from "../context/WidgetContext.js";

export type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * Code that a field opens something with. Without `React.lazy`: what is shown
 * already stays the same element, and a load that failed may succeed when the
 * user tries again.
 */
export function useLoader<Props>(
  load: Load<Props>,
  /** Loads it. A change tries again. */
  needed: unknown,
  { node, close }: { node: unknown; close: () => void },
): { Part: ComponentType<Props> | undefined } {
  const { report } = useWidgetContext();
  const [loaded, setLoaded] = useState<[typeof load, ComponentType<Props>]>();
  useEffect(() => {
    if (needed === undefined) return;
    load().then(
      (module) => setLoaded([load, module.default]),
      (cause: unknown) => {
        close();
        report({
          code: "render",
          message: messages.codeNotLoaded(
            "it stays closed; the next click tries again",
          ),
          node,
          cause,
        });
      },
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one attempt each time that it is needed
  }, [load, needed]);
  return { Part: loaded?.[0] === load ? loaded[1] : undefined };
}
