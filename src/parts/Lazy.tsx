import { Suspense, lazy, type ComponentType, type ReactNode } from "react";
import { useHost } from "../context.js";

/**
 * A part in a chunk of its own, loaded when it is first drawn. `fallback` holds
 * its place and shows its text until then, on the server as well.
 */
export function lazyPart<Props extends { node?: unknown }>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  fallback: (props: Props) => ReactNode,
): ComponentType<Props> {
  const Part = lazy(() =>
    load().catch((cause: unknown) => ({
      // What stands there already is better than nothing.
      default: (props: Props) => (
        <>
          <Missing node={props.node} cause={cause} />
          {fallback(props)}
        </>
      ),
    })),
  ) as unknown as ComponentType<Props>;
  // A component: what it draws is worked out only where it is needed.
  const Fallback = (props: Props) => fallback(props);
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={<Fallback {...props} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function Missing({ node, cause }: { node: unknown; cause: unknown }) {
  const { report } = useHost();
  report({
    code: "render",
    message:
      "The code of a node could not be loaded, so only its text is shown. Check that the files of the library are still served.",
    node,
    cause,
  });
  return null;
}
