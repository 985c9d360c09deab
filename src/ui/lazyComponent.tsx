import * as messages from "../context/messages.js";
import {
  Suspense,
  lazy,
  useSyncExternalStore,
  type ComponentType,
} from "react";
import { useWidgetContext } from "../context/WidgetContext.js";

interface PartProps {
  node?: unknown;
}

/** Imports the code of a part. A server has imported it already, and gives a `then` that calls back at once. */
type Load<Props> = () => PromiseLike<{ default: ComponentType<Props> }>;

/**
 * A part in a separate chunk, which is loaded when it is first rendered. `Fallback`
 * keeps its layout and shows its text until then. A server renders the part itself if
 * its code is imported (`load.server.ts`) or if the server can wait for it; that HTML
 * stays on the page until the code has loaded.
 */
export function lazyComponent<Props extends PartProps>(
  load: Load<Props>,
  Fallback: ComponentType<Props>,
): ComponentType<Props> {
  // React asks once, so what it gets after a failure is a part that tries again.
  const retry = () => ({ default: clientComponent(load, Fallback) });
  const Part = lazy(
    () =>
      load().then(undefined, retry) as Promise<{
        default: ComponentType<Props>;
      }>,
  ) as unknown as ComponentType<Props>;
  return function LazyComponent(props: Props) {
    return (
      <Suspense fallback={<Fallback {...props} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/**
 * A part of which a server renders only the `Fallback`, which looks the same but does
 * not act. No server waits for its code, and hydration compares fallbacks alone.
 *
 * Where its code cannot be loaded, the fallback stays. It is loaded again when another
 * such part mounts, and when the browser is online again.
 */
export function clientComponent<Props extends PartProps>(
  load: Load<Props>,
  Fallback: ComponentType<Props>,
): ComponentType<Props> {
  let Part = Fallback;
  let isLoading = false;
  let failure: unknown;
  const listeners = new Set<() => void>();

  function Missing(props: Props) {
    useWidgetContext().report(
      messages.codeNotLoaded(props.node, failure, "only its text is shown"),
    );
    return <Fallback {...props} />;
  }
  const show = (Next: ComponentType<Props>) => {
    Part = Next;
    for (const changed of listeners) changed();
  };
  const start = () => {
    if (isLoading) return;
    isLoading = true;
    void load().then(
      (module) => show(module.default),
      (cause: unknown) => {
        isLoading = false;
        failure = cause;
        globalThis.addEventListener("online", start, { once: true });
        show(Missing);
      },
    );
  };
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    start();
    return () => void listeners.delete(changed);
  };
  return function ClientComponent(props: Props) {
    const Shown = useSyncExternalStore(
      subscribe,
      () => Part,
      () => Fallback,
    );
    return <Shown {...props} />;
  };
}
