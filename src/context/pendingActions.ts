import type { ActionConfig, Loading } from "../core/action.js";
import { isObject } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";

/** What starts an action: a property of a node, or a component that calls `useAction`. */
export interface Binding {
  /** The JSON of the node; where there is none, an object of the component. */
  readonly owner: object;
  /** The property that holds the action: `"onClickAction"`; `""` for a component. */
  readonly name: string;
  /** Starts the action of a component once more, as long as it is mounted. */
  restart?: (() => void) | undefined;
}

export interface PendingAction {
  config: ActionConfig;
  /** The author's key of its node. */
  nodeKey: string | undefined;
  loading: Loading;
  /** What started it, and shows it. */
  binding: Binding;
  /** The button that was pressed to submit a form, which shows it as well. */
  pressed?: Binding | undefined;
  /** It was started once more meanwhile. */
  again?: boolean;
}

/** What shows in a widget of its actions. A new object after each change. */
export interface ShownActions {
  pending: readonly PendingAction[];
  /** An action was refused a moment ago. */
  refused: boolean;
}

/** How long the notice of a refused action is shown, in ms. */
const NOTICE_DURATION = 5_000;

const NOTHING: ShownActions = { pending: [], refused: false };

/**
 * The actions of a widget that run. A node asks it while it renders, and is rendered
 * again when the answer changes; so nodes that start actions have no state.
 */
export class PendingActions {
  private all: readonly PendingAction[] = NOTHING.pending;
  private shown = NOTHING;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly getShown = () => this.shown;

  find(owner: object, name: string): PendingAction | undefined {
    return this.all.find(({ binding }) => isBinding(binding, owner, name));
  }

  /** How a binding shows that its action is pending. */
  loadingOf(owner: unknown, name: string): Loading {
    for (const { binding, pressed, loading } of this.shown.pending) {
      if (isBinding(binding, owner, name)) return loading;
      if (pressed && isBinding(pressed, owner, name)) return "self";
    }
    return "none";
  }

  add(action: PendingAction) {
    this.set([...this.all, action]);
  }

  delete(action: PendingAction) {
    this.set(this.all.filter((other) => other !== action));
  }

  /** An action was refused: the widget shows it for a moment. */
  refuse() {
    this.show({ ...this.shown, refused: true });
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.show({ ...this.shown, refused: false }),
      NOTICE_DURATION,
    );
  }

  /** `successor` gives the binding that an action belongs to after an update: the same, or another. */
  move(successor: (binding: Binding, action: PendingAction) => Binding) {
    let moved = false;
    for (const action of this.all) {
      for (const role of ["binding", "pressed"] as const) {
        const binding = action[role];
        const next = binding && successor(binding, action);
        if (next === binding) continue;
        Object.assign(action, { [role]: next });
        moved = true;
      }
    }
    if (moved) this.set([...this.all]);
  }

  private set(all: readonly PendingAction[]) {
    this.all = all;
    const pending = all.filter(({ loading }) => loading !== "none");
    // What nothing shows renders nothing.
    if (pending.length > 0 || this.shown.pending.length > 0) {
      this.show({ ...this.shown, pending });
    }
  }

  private show(shown: ShownActions) {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

/** Whether `config` is that of the pending action, or of the same node after an update. */
export function isSameAction(
  pending: PendingAction,
  config: unknown,
  node: unknown,
): boolean {
  return (
    pending.config === config ||
    (pending.nodeKey !== undefined &&
      pending.nodeKey === nodeKey(node) &&
      isObject(config) &&
      config["type"] === pending.config.type)
  );
}

function isBinding(binding: Binding, owner: unknown, name: string) {
  return binding.owner === owner && binding.name === name;
}
