import { Suspense, lazy, type ComponentType } from "react";
import { useHost } from "../context.js";

/**
 * A part in a chunk of its own, loaded when it is first drawn. `Fallback` holds
 * its place and shows its text until then, on the server as well.
 */
export function lazyPart<Props extends { node?: unknown }>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Fallback: ComponentType<Props>,
): ComponentType<Props> {
  const Part = lazy(() =>
    load().catch((cause: unknown) => ({
      // What stands there already is better than nothing.
      default: function Missing(props: Props) {
        useHost().report({
          code: "render",
          message:
            "The code of a node could not be loaded, so only its text is shown. Are all files of the app still served?",
          node: props.node,
          cause,
        });
        return <Fallback {...props} />;
      },
    })),
  ) as unknown as ComponentType<Props>;
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={<Fallback {...props} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
