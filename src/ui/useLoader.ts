import * as messages from "../context/messages.js";
import { useEffect, useState, type ComponentType } from "react";
import { useWidgetContext } from "../context/WidgetContext.js";

export type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** What is loading or has loaded. Bundlers search the page at each `import()`, and it may have a thousand fields. */
const loads = new WeakMap<object, Promise<unknown>>();

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
    const loading = (loads.get(load) ?? load()) as ReturnType<typeof load>;
    loads.set(load, loading);
    loading.then(
      (module) => setLoaded([load, module.default]),
      (cause: unknown) => {
        loads.delete(load);
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
