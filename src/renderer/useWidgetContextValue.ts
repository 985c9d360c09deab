import { useEffect, useInsertionEffect, useState } from "react";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import {
  createReport,
  useWidgetContext,
  type Handlers,
  type WidgetContextValue,
  type IconComponent,
  type NodeComponent,
  type Settings,
  type TransformUrl,
  type Validate,
  type WidgetError,
  type WidgetItem,
} from "../context/WidgetContext.js";
import { omitNullish } from "../core/omitNullish.js";
import { shareStructure } from "../core/shareStructure.js";
import type { Limits } from "../core/limits.js";
import type { ColorValue } from "../core/style/style.js";
import { createFieldRegistry } from "../forms/FormContext.js";
import type { FormValues } from "../core/formValues.js";
import type { Labels } from "../core/labels.js";
import type { Theme } from "../context/theme.js";
import type { ActionHandler } from "../types.js";

/** What a host sets for a widget or, by `WidgetProvider`, for many. */
export interface HostProps {
  /** Takes client-handled actions. */
  onAction?: ActionHandler | undefined;
  /**
   * Takes server-handled actions. Absent: they go to `onAction`. A
   * client-handled action never comes here.
   */
  sendAction?: ActionHandler | undefined;
  /** Hears of everything that went wrong, each once. @default console.warn */
  onError?: ((error: WidgetError) => void) | undefined;
  /** @default the page's `color-scheme` */
  theme?: Theme | undefined;
  /** More node types, or other components for known ones. */
  components?: Readonly<Record<string, NodeComponent>> | undefined;
  /** More icons, or other drawings for known names; also `lucide:*` and `vendor:*`. */
  icons?: Readonly<Record<string, IconComponent>> | undefined;
  /** Every string that the library itself shows. @default English */
  labels?: Partial<Labels> | undefined;
  /** BCP 47, for dates and numbers. @default the document's language */
  locale?: string | undefined;
  /** `false`: read-only history. Controls show their values, nothing acts. @default true */
  interactive?: boolean | undefined;
  /** Colours of the host, usable by name wherever the DSL takes a colour. */
  tokens?: Readonly<Record<string, ColorValue>> | undefined;
  /** The level of a `Title`. @default 3 */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** What holds where a widget says nothing. */
  defaults?:
    | {
        /** @default "md" */
        cardSize?: "sm" | "md" | "lg" | "full" | undefined;
      }
    | undefined;
  /** The policy for every URL of a widget; `null` blocks. Called while drawing. */
  transformUrl?: TransformUrl | undefined;
  /** Messages by field name, asked after the browser's own validation passed. */
  validate?: Validate | undefined;
  /**
   * Values that fields start with, as `getFormValues()` gave them. Each is used
   * once, when a field of its name first appears.
   */
  initialFormValues?: Readonly<FormValues> | undefined;
  /** How large a widget may be. Beyond it a notice stands in place of the excess. */
  limits?: Partial<Limits> | undefined;
}

/**
 * Gives each value, but the last one while it is equal, and its equal branches. A
 * drawing that React gives up may leave its value behind: that costs a redraw.
 */
export function createSharer<T>(): (value: T) => T {
  let last: T | undefined;
  return (value) => (last = shareStructure(last, value));
}

/** The properties that settings are made of. */
const SETTINGS = [
  "components",
  "icons",
  "labels",
  "theme",
  "locale",
  "interactive",
  "headingLevel",
  "tokens",
  "defaults",
  "limits",
] as const;

/** What a renderer or a provider is asked later than drawing. */
interface CommittedProps {
  props: HostProps;
  /** The widget, of a renderer. */
  root?: unknown;
  item?: WidgetItem;
  hold?: WidgetContextValue["countActions"];
}

/** What nodes may reach: the settings of `props` over those above. */
export function useWidgetContextValue(props: HostProps): [WidgetContextValue, WidgetContextStore] {
  const parent = useWidgetContext();
  const [keeper] = useState(createWidgetContext);
  return [keeper.draw(props, parent), keeper];
}

/** After every drawing: from now on this is what stands on the page. */
export function useCommittedProps(keeper: WidgetContextStore, mounted: CommittedProps) {
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

function merge(above: Settings, own: HostProps): Settings {
  const { theme, locale, interactive, headingLevel, tokens, defaults } = own;
  return {
    ...above,
    ...omitNullish({ theme, locale, interactive, headingLevel, tokens }),
    cardSize: defaults?.cardSize ?? above.cardSize,
    components: { ...above.components, ...own.components },
    icons: { ...above.icons, ...own.icons },
    labels: { ...above.labels, ...omitNullish(own.labels) },
    limits: { ...above.limits, ...omitNullish(own.limits) },
  };
}
