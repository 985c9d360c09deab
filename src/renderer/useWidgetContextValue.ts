import { useEffect, useInsertionEffect, useState } from "react";
import { useBeforePaint } from "../context/useIsomorphicLayoutEffect.js";
import {
  createReport,
  useHost,
  type Handlers,
  type Host,
  type IconComponent,
  type NodeComponent,
  type Settings,
  type TransformUrl,
  type Validate,
  type WidgetError,
  type WidgetItem,
} from "../context/WidgetContext.js";
import { defined } from "../core/omitNullish.js";
import { shareStructure } from "../core/shareStructure.js";
import type { Limits } from "../core/limits.js";
import type { ColorValue } from "../core/style/style.js";
import { createFields } from "../forms/FormContext.js";
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
interface Mounted {
  props: HostProps;
  /** The widget, of a renderer. */
  root?: unknown;
  item?: WidgetItem;
  hold?: Host["hold"];
}

/** What nodes may reach: the settings of `props` over those above. */
export function useHostValue(props: HostProps): [Host, HostKeeper] {
  const parent = useHost();
  const [keeper] = useState(createKeeper);
  return [keeper.draw(props, parent), keeper];
}

/** After every drawing: from now on this is what stands on the page. */
export function useMounted(keeper: HostKeeper, mounted: Mounted) {
  const parent = useHost();
  keeper.begin(mounted, parent);
  useInsertionEffect(() => keeper.commit(mounted, parent));
  // What still runs is told when the renderer goes.
  useEffect(() => keeper.start(), [keeper]);
  // When all nodes have said what they found.
  useBeforePaint(keeper.flush);
}

type HostKeeper = ReturnType<typeof createKeeper>;

/**
 * What one drawing leaves to the next. In one place, not in a hook for each: a
 * thread has many widgets.
 */
function createKeeper() {
  const share = createSharer<Settings>();
  // Of the drawing that runs, or was the last one.
  let drawn: HostProps = {};
  let above: Settings | undefined;
  let host: Host | undefined;
  let asked: ReturnType<Host["drawing"]>;
  // Of what stands on the page.
  let mounted: Mounted | undefined;
  let parent: Host | undefined;
  let life: AbortController | undefined;

  const { report, flush } = createReport(
    () => mounted?.root,
    () => mounted?.props.onError ?? parent?.handlers().onError,
  );
  const stable: Omit<Host, "settings"> = {
    handlers: () => {
      const { onAction, sendAction, onError, validate } = mounted?.props ?? {};
      const own = { onAction, sendAction, onError, validate };
      return { ...parent?.handlers(), ...defined(own) } as Handlers;
    },
    root: () => mounted?.root,
    item: () => mounted?.item ?? { id: undefined, widget: undefined },
    signal: () => (life ??= new AbortController()).signal,
    drawing: () => asked,
    fields: createFields(),
    running: new Set(),
    hold: (loading, change) => mounted?.hold?.(loading, change),
    report,
    flush,
  };
  return {
    flush,
    /** The same host while its settings are equal: nothing is redrawn for it. */
    draw(props: HostProps, around: Host): Host {
      const { transformUrl, initialFormValues } = around.drawing();
      asked = {
        transformUrl: props.transformUrl ?? transformUrl,
        initialFormValues: props.initialFormValues ?? initialFormValues,
      };
      if (
        !host ||
        above !== around.settings ||
        SETTINGS.some((name) => props[name] !== drawn[name])
      ) {
        above = around.settings;
        const settings = share(merge(above, props));
        if (settings !== host?.settings) host = { ...stable, settings };
      }
      drawn = props;
      return host;
    },
    commit(now: Mounted, around: Host) {
      mounted = now;
      parent = around;
    },
    /** The first drawing may tell of errors before, or without, a commit. */
    begin(now: Mounted, around: Host) {
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
    ...defined({ theme, locale, interactive, headingLevel, tokens }),
    cardSize: defaults?.cardSize ?? above.cardSize,
    components: { ...above.components, ...own.components },
    icons: { ...above.icons, ...own.icons },
    labels: { ...above.labels, ...defined(own.labels) },
    limits: { ...above.limits, ...defined(own.limits) },
  };
}
