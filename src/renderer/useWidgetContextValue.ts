import { useEffect, useInsertionEffect, useState } from "react";
import {
  type Handlers,
  type WidgetContextValue,
  type WidgetItem,
  useWidgetContext,
} from "../context/WidgetContext.js";
import { createReport } from "../context/errors.js";
import { createFieldRegistry } from "../context/fieldRegistry.js";
import {
  type HostProps,
  SETTINGS,
  type Settings,
  merge,
} from "../context/settings.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { omitNullish } from "../core/json.js";
import { createSharer } from "./createSharer.js";

/** What a renderer or a provider is asked later than drawing. */
interface CommittedProps {
  props: HostProps;
  /** The widget, of a renderer. */
  root?: unknown;
  item?: WidgetItem;
  hold?: WidgetContextValue["countActions"];
}

/** What nodes may reach: the settings of `props` over those above. */
export function useWidgetContextValue(
  props: HostProps,
): [WidgetContextValue, WidgetContextStore] {
  const parent = useWidgetContext();
  const [keeper] = useState(createWidgetContext);
  return [keeper.draw(props, parent), keeper];
}

/** After every drawing: from now on this is what stands on the page. */
export function useCommittedProps(
  keeper: WidgetContextStore,
  mounted: CommittedProps,
) {
  const parent = useWidgetContext();
  keeper.begin(mounted, parent);
  useInsertionEffect(() => keeper.commit(mounted, parent));
  // What still runs is told when the renderer goes.
  useEffect(() => keeper.start(), [keeper]);
  // When all nodes have said what they found.
  useIsomorphicLayoutEffect(keeper.flush);
}

type WidgetContextStore = ReturnType<typeof createWidgetContext>;

/**
 * What one drawing leaves to the next. In one place, not in a hook for each: a
 * thread has many widgets.
 */
function createWidgetContext() {
  const share = createSharer<Settings>();
  // Of the drawing that runs, or was the last one.
  let drawn: HostProps = {};
  let above: Settings | undefined;
  let context: WidgetContextValue | undefined;
  let asked: ReturnType<WidgetContextValue["renderProps"]>;
  // Of what stands on the page.
  let mounted: CommittedProps | undefined;
  let parent: WidgetContextValue | undefined;
  let life: AbortController | undefined;

  const { report, flush } = createReport(
    () => mounted?.root,
    () => mounted?.props.onError ?? parent?.handlers().onError,
  );
  const stable: Omit<WidgetContextValue, "settings"> = {
    handlers: () => {
      const { onAction, sendAction, onError, validate } = mounted?.props ?? {};
      const own = { onAction, sendAction, onError, validate };
      return { ...parent?.handlers(), ...omitNullish(own) } as Handlers;
    },
    root: () => mounted?.root,
    item: () => mounted?.item ?? { id: undefined, widget: undefined },
    signal: () => (life ??= new AbortController()).signal,
    renderProps: () => asked,
    fieldRegistry: createFieldRegistry(),
    pendingActions: new Set(),
    countActions: (loading, change) => mounted?.hold?.(loading, change),
    report,
    flush,
  };
  return {
    flush,
    /** The same host while its settings are equal: nothing is redrawn for it. */
    draw(props: HostProps, around: WidgetContextValue): WidgetContextValue {
      const { transformUrl, initialFormValues } = around.renderProps();
      asked = {
        transformUrl: props.transformUrl ?? transformUrl,
        initialFormValues: props.initialFormValues ?? initialFormValues,
      };
      if (
        !context ||
        above !== around.settings ||
        SETTINGS.some((name) => props[name] !== drawn[name])
      ) {
        above = around.settings;
        const settings = share(merge(above, props));
        if (settings !== context?.settings) context = { ...stable, settings };
      }
      drawn = props;
      return context;
    },
    commit(now: CommittedProps, around: WidgetContextValue) {
      mounted = now;
      parent = around;
    },
    /** The first drawing may tell of errors before, or without, a commit. */
    begin(now: CommittedProps, around: WidgetContextValue) {
      mounted ??= now;
      parent ??= around;
    },
    /** Begins anew where React mounts again what it has unmounted. */
    start() {
      if (life?.signal.aborted) life = undefined;
      return () => {
        life ??= new AbortController();
        life.abort();
      };
    },
  };
}
