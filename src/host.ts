import { useEffect, useInsertionEffect, useMemo, useState } from "react";
import { useBeforePaint } from "./beforePaint.js";
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
} from "./context.js";
import { defined } from "./core/defined.js";
import { shareStructure } from "./core/share.js";
import type { Limits } from "./core/limits.js";
import type { ColorValue } from "./core/style.js";
import { createFields } from "./form.js";
import type { FormValues } from "./core/form.js";
import type { Labels } from "./labels.js";
import type { Theme } from "./theme.js";
import type { ActionHandler } from "./types.js";
import type { Running } from "./useAction.js";

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

/** Gives each value, but the last one while it is equal, and its equal branches. */
export function createSharer<T>(): (value: T) => T {
  let last: T | undefined;
  return (value) => (last = shareStructure(last, value));
}

/**
 * `value`, but the last one while it is equal: inline objects redraw nothing. A
 * drawing that React gives up may leave its value behind: that costs a redraw, no
 * more.
 */
export function useShared<T>(value: T): T {
  const [share] = useState(createSharer<T>);
  return share(value);
}

/** The part of a host that belongs to one widget. */
export interface Mounted {
  root: unknown;
  item: WidgetItem;
  hold: Host["hold"];
}

/** The settings of `props` over those of the providers above. */
export function useSettings(props: HostProps): Settings {
  const above = useHost().settings;
  const { components, icons, labels, theme, locale, interactive } = props;
  const { headingLevel, tokens, defaults, limits } = props;
  const settings = useMemo(
    () =>
      merge(above, {
        components,
        icons,
        labels,
        theme,
        locale,
        interactive,
        headingLevel,
        tokens,
        defaults,
        limits,
      }),
    [
      above,
      components,
      icons,
      labels,
      theme,
      locale,
      interactive,
      headingLevel,
      tokens,
      defaults,
      limits,
    ],
  );
  return useShared(settings);
}

/** What nodes may reach: `settings`, and the latest handlers and widget. */
export function useHostValue(
  settings: Settings,
  props: HostProps,
  mounted?: Mounted,
): Host {
  const parent = useHost();
  const latest = useLatest({ props, mounted, parent });
  const [life] = useState(createLife);
  const [fields] = useState(createFields);
  const [running] = useState(() => new Set<Running>());
  const above = parent.drawing();
  const drawing = useRendered({
    transformUrl: props.transformUrl ?? above.transformUrl,
    initialFormValues: props.initialFormValues ?? above.initialFormValues,
  });
  const [{ report, flush }] = useState(() =>
    createReport(
      () => latest().mounted?.root,
      () => latest().props.onError ?? latest().parent.handlers().onError,
    ),
  );

  const host = useMemo<Host>(() => {
    const handlers = (): Handlers => {
      const { props: own, parent } = latest();
      const { onAction, sendAction, onError, validate } = own;
      const given = { onAction, sendAction, onError, validate };
      return { ...parent.handlers(), ...defined(given) } as Handlers;
    };
    return {
      settings,
      handlers,
      root: () => latest().mounted?.root,
      item: () =>
        latest().mounted?.item ?? { id: undefined, widget: undefined },
      signal: life.signal,
      drawing,
      fields,
      running,
      hold: (loading, change) => latest().mounted?.hold(loading, change),
      report,
      flush,
    };
  }, [settings, latest, life, drawing, fields, running, report, flush]);

  // What still runs is told when the renderer goes.
  useEffect(() => life.start(), [life]);
  // After every drawing, when all nodes have said what they found.
  useBeforePaint(flush);
  return host;
}

/** A signal that is aborted at unmount, and new when React mounts again. */
function createLife() {
  let controller = new AbortController();
  return {
    signal: () => controller.signal,
    start: () => {
      if (controller.signal.aborted) controller = new AbortController();
      return () => controller.abort();
    },
  };
}

function createCell<T>(first: T) {
  let current = first;
  return { get: () => current, set: (next: T) => void (current = next) };
}

/** The newest value, for what runs later than drawing. */
function useLatest<T>(value: T): () => T {
  const [cell] = useState(() => createCell(value));
  useInsertionEffect(() => cell.set(value));
  return cell.get;
}

/** The value of this drawing, for what is drawn below. */
function useRendered<T>(value: T): () => T {
  const [cell] = useState(() => createCell(value));
  cell.set(value);
  return cell.get;
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
