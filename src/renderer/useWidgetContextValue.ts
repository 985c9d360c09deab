import { useEffect, useInsertionEffect, useState } from "react";
import { createReporter } from "../context/errors.js";
import { createFieldRegistry } from "../context/fieldRegistry.js";
import { PendingActions } from "../context/pendingActions.js";
import {
  haveSameSettings,
  mergeSettings,
  type HostProps,
  type Settings,
} from "../context/settings.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import {
  useWidgetContext,
  type RenderProps,
  type WidgetContextValue,
} from "../context/WidgetContext.js";
import { createSharer } from "../core/createSharer.js";
import { omitNullish } from "../core/json.js";
import type { WidgetItem } from "../types.js";
import { checkWidget } from "./checkWidget.js";

/** What a renderer or a provider is asked for later than rendering. */
interface Committed {
  props: HostProps & { growing?: boolean | undefined };
  /** The widget, of a renderer. */
  root?: unknown;
  item?: WidgetItem;
}

/** What nodes may reach: the settings of `props` over those above. */
export function useWidgetContextValue(
  props: Committed["props"],
): [WidgetContextValue, WidgetContextStore] {
  const parent = useWidgetContext();
  const [store] = useState(createWidgetContext);
  return [store.render(props, parent), store];
}

/** Called in every render: with its commit, `committed` is what the page shows. */
export function useCommitted(store: WidgetContextStore, committed: Committed) {
  const parent = useWidgetContext();
  store.begin(committed, parent);
  useInsertionEffect(() => store.commit(committed, parent));
  // Pending actions are aborted when the renderer unmounts.
  useEffect(() => store.mount(), [store]);
  // After the effects of all nodes, which may report errors.
  useIsomorphicLayoutEffect(store.flush);
}

type WidgetContextStore = ReturnType<typeof createWidgetContext>;

/**
 * What one render leaves to the next. It is one object and not a hook for each
 * value, because a thread has many widgets.
 */
function createWidgetContext() {
  const share = createSharer<Settings>();
  // Of the current render, or of the last one.
  let lastProps: HostProps = {};
  let above: Settings | undefined;
  let context: WidgetContextValue | undefined;
  let renderProps: RenderProps | undefined;
  // Of the last commit.
  let committed: Committed | undefined;
  let parent: WidgetContextValue | undefined;
  let controller: AbortController | undefined;
  let hasGrown = false;

  const { report, flush } = createReporter(
    () => committed?.root,
    () => committed?.props.onError ?? parent?.handlers().onError,
    () => renderProps?.growth === "growing",
  );
  const stable: Omit<WidgetContextValue, "settings"> = {
    handlers: () => {
      const { onAction, sendAction, onError, validate } =
        committed?.props ?? {};
      const given = { onAction, sendAction, onError, validate };
      return { ...parent?.handlers(), ...omitNullish(given) };
    },
    root: () => committed?.root,
    item: () => committed?.item ?? { id: undefined, widget: undefined },
    signal: () => (controller ??= new AbortController()).signal,
    renderProps: () => renderProps!,
    fieldRegistry: createFieldRegistry(),
    pendingActions: new PendingActions(),
    report,
    flush,
  };
  function growthOf(growing: boolean | undefined): RenderProps["growth"] {
    hasGrown ||= growing !== undefined;
    if (growing) return "growing";
    if (committed?.props.growing) return "ended";
    return hasGrown ? "grown" : undefined;
  }

  return {
    flush() {
      flush();
      if (context) checkWidget?.(committed?.root, context.settings, report);
    },
    /** The same context while its settings are equal, so that no node renders for it. */
    render(
      props: Committed["props"],
      around: WidgetContextValue,
    ): WidgetContextValue {
      const { transformUrl, initialFormValues } = around.renderProps();
      renderProps = {
        transformUrl: props.transformUrl ?? transformUrl,
        initialFormValues: props.initialFormValues ?? initialFormValues,
        growth: growthOf(props.growing),
      };
      if (
        !context ||
        above !== around.settings ||
        !haveSameSettings(props, lastProps)
      ) {
        above = around.settings;
        const settings = share(mergeSettings(above, props));
        if (settings !== context?.settings) context = { ...stable, settings };
      }
      lastProps = props;
      return context;
    },
    commit(now: Committed, around: WidgetContextValue) {
      committed = now;
      parent = around;
    },
    /** The first render may report errors before, or without, a commit. */
    begin(now: Committed, around: WidgetContextValue) {
      committed ??= now;
      parent ??= around;
    },
    mount() {
      // StrictMode mounts again what it has unmounted.
      if (controller?.signal.aborted) controller = undefined;
      return () => {
        controller ??= new AbortController();
        controller.abort();
      };
    },
  };
}
