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
  const Part = lazy(
    loader(load, Fallback) as () => Promise<{ default: ComponentType<Props> }>,
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
 */
export function clientComponent<Props extends PartProps>(
  load: Load<Props>,
  Fallback: ComponentType<Props>,
): ComponentType<Props> {
  const start = loader(load, Fallback);
  let Part = Fallback;
  let loading: PromiseLike<void> | undefined;
  const subscribe = (changed: () => void) => {
    loading ??= start().then((module) => void (Part = module.default));
    void loading.then(changed);
    return () => undefined;
  };
  return function ClientComponent(props: Props) {
    const Loaded = useSyncExternalStore(
      subscribe,
      () => Part,
      () => Fallback,
    );
    return <Loaded {...props} />;
  };
}

function loader<Props extends PartProps>(
  load: Load<Props>,
  Fallback: ComponentType<Props>,
): Load<Props> {
  const missing = (cause: unknown) => ({
    // The fallback has the text at least.
    default: function Missing(props: Props) {
      useWidgetContext().report({
        code: "render",
        message: messages.codeNotLoaded("only its text is shown"),
        node: props.node,
        cause,
      });
      return <Fallback {...props} />;
    },
  });
  return () => load().then(undefined, missing);
}
