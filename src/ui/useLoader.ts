import * as messages from "../context/messages.js";
import { useEffect, useState, type ComponentType } from "react";
import { useWidgetContext } from "../context/WidgetContext.js";

export type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * Loads the code of what a field opens. Unlike `React.lazy` it keeps the elements that
 * are shown already, and can try again after a load that failed.
 */
export function useLoader<Props>(
  load: Load<Props>,
  /** The code is loaded once this is defined, and again after a failure when it changes. */
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
        report(
          messages.codeNotLoaded(
            node,
            cause,
            "it stays closed; the next click tries again",
          ),
        );
      },
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one attempt each time that `needed` changes
  }, [load, needed]);
  return { Part: loaded?.[0] === load ? loaded[1] : undefined };
}
