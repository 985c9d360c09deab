import { Suspense, lazy, type ComponentType, type ReactNode } from "react";

/**
 * A part in a chunk of its own, loaded when it is first drawn. `fallback` holds
 * its place and shows its text until then, on the server as well.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  fallback: (props: Props) => ReactNode,
): ComponentType<Props> {
  const Part = lazy(load) as unknown as ComponentType<Props>;
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={fallback(props)}>
        <Part {...props} />
      </Suspense>
    );
  };
}
