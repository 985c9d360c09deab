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

/** Where the code of a part is; `then` alone: at hand already. */
type Load<Props> = () => PromiseLike<{ default: ComponentType<Props> }>;

/**
 * A part in a chunk of its own, loaded when it is first rendered. `Fallback`
 * keeps its layout and shows its text until then. What a server sends is the part
 * itself, where that is at hand (`load.server.ts`) or can be waited for, and it
 * stays on the page until the code is there.
 */
export function lazyComponent<Props extends PartProps>(
  load: Load<Props>,
  Fallback: ComponentType<Props>,
): ComponentType<Props> {
  const Part = lazy(
    loader(load, Fallback) as () => Promise<{ default: ComponentType<Props> }>,
  ) as unknown as ComponentType<Props>;
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={<Fallback {...props} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/**
 * A part whose `Fallback` is all that a server sends: it looks the same and only
 * does not act yet. No server waits for it, and the page has nothing to compare.
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
  return function LatePart(props: Props) {
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
    // What is there already is better than nothing.
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
