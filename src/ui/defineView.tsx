import {
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import { PropReader } from "../context/propReader.js";
import { useWidgetContext, type NodeProps } from "../context/WidgetContext.js";

/**
 * Renders a node. What it renders follows from the arguments alone, so it calls no hook.
 * From the renderer `props` is the JSON itself, so a view reads no `children` and no `node`
 * in it.
 */
export type View<Props> = (
  props: Props,
  read: PropReader,
  children: ReactNode,
) => ReactElement | null;

/** A node without state, as a component. */
export interface ViewComponent<Props> {
  (props: Props): ReactElement | null;
  /** Called by the renderer, which saves React a component for each node. */
  view: View<Props>;
  displayName: string;
}

/** A node without state. In JSX, below a component of the host and after a crash it is mounted. */
export function defineView<Props extends NodeProps & { children?: ReactNode }>(
  view: View<Props>,
): ViewComponent<Props> {
  const Node = (props: Props) => {
    const context = useWidgetContext();
    return props.node === undefined ? (
      <WrittenNode view={view as View<NodeProps>} props={props} />
    ) : (
      view(props, new PropReader(context, props, props.node), props.children)
    );
  };
  return Object.assign(Node, { view, displayName: view.name });
}

/** A node that is written in JSX. The renderer renders one of JSON again while its actions run. */
function WrittenNode<Props extends NodeProps & { children?: ReactNode }>({
  view,
  props,
}: {
  view: View<Props>;
  props: Props;
}) {
  const context = useWidgetContext();
  const { subscribe, getShown } = context.pendingActions;
  useSyncExternalStore(subscribe, getShown, getShown);
  const [owner] = useState({});
  const read = new PropReader(context, props, undefined);
  read.owner = owner;
  return view(props, read, props.children);
}
