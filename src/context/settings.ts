import type { ComponentType } from "react";
import type { FormValues } from "../core/formValues.js";
import { omitNullish } from "../core/json.js";
import { defaultLabels, type Labels } from "../core/labels.js";
import { defaultLimits, type Limits } from "../core/limits.js";
import type { ColorValue } from "../core/style/value.js";
import type {
  ActionHandler,
  TransformUrl,
  Validate,
  WidgetError,
} from "../types.js";
import type { Theme } from "./theme.js";

/** A host component: its props are the JSON of the node and the rendered `children`. */
// oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
export type NodeComponent = ComponentType<any>;

/** A host icon. The node around it sets its size and colour. */
export type IconComponent = ComponentType<Record<string, never>>;

/** What a host sets for a widget or, by `WidgetProvider`, for many. */
export interface HostProps {
  /** Called with client-handled actions. */
  onAction?: ActionHandler | undefined;
  /**
   * Called with server-handled actions, never with client-handled ones. Absent:
   * `onAction` is called with both.
   */
  sendAction?: ActionHandler | undefined;
  /** Called with each error once. @default console.warn */
  onError?: ((error: WidgetError) => void) | undefined;
  /** @default the page's `color-scheme` */
  theme?: Theme | undefined;
  /** More node types, or other components for known ones. */
  components?: Readonly<Record<string, NodeComponent>> | undefined;
  /** More icons, or others for known names; also `lucide:*` and `vendor:*`. */
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
  /** Defaults for properties that a widget leaves out. */
  defaults?:
    | {
        /** @default "md" */
        cardSize?: "sm" | "md" | "lg" | "full" | undefined;
      }
    | undefined;
  /** The policy for every URL of a widget; `null` blocks. Called while rendering. */
  transformUrl?: TransformUrl | undefined;
  /** Messages by field name, asked after the browser's own validation passed. */
  validate?: Validate | undefined;
  /**
   * Values that fields start with, as `getFormValues()` gave them. Each is used
   * once, when a field of its name first appears.
   */
  initialFormValues?: Readonly<FormValues> | undefined;
  /** How large a widget may be. Beyond it a notice replaces the excess. */
  limits?: Partial<Limits> | undefined;
}

interface Setting<Value> {
  /** Its value where no host sets it. */
  initial: Value;
  /** What holds below a provider or a renderer that is given `value`. */
  merge: (above: Value, value: Partial<Value> | null | undefined) => Value;
}

/** The nearest value wins. */
function nearest<Value>(initial: Value): Setting<Value> {
  return { initial, merge: (above, value) => (value as Value) ?? above };
}

/** The entries of all levels, the nearest of each name. */
function merged<Value extends object>(initial: Value): Setting<Value> {
  return {
    initial,
    merge: (above, value) =>
      value ? { ...above, ...omitNullish(value) } : above,
  };
}

/** The settings that nodes read: a row for each property of `HostProps` that is one. */
const SETTINGS = {
  components: merged<Readonly<Record<string, NodeComponent>>>({}),
  icons: merged<Readonly<Record<string, IconComponent>>>({}),
  labels: merged<Labels>(defaultLabels),
  theme: nearest<Theme | undefined>(undefined),
  locale: nearest<string | undefined>(undefined),
  interactive: nearest<boolean>(true),
  headingLevel: nearest<1 | 2 | 3 | 4 | 5 | 6>(3),
  tokens: nearest<Readonly<Record<string, ColorValue>> | undefined>(undefined),
  defaults: merged<{ cardSize: "sm" | "md" | "lg" | "full" }>({
    cardSize: "md",
  }),
  limits: merged<Limits>(defaultLimits),
};

type SettingName = keyof typeof SETTINGS;

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** What holds for a widget, each value from the nearest host props that set it. */
export type Settings = {
  [Name in SettingName]: (typeof SETTINGS)[Name]["initial"];
};

/** The settings outside a renderer. */
export const initialSettings = Object.fromEntries(
  NAMES.map((name) => [name, SETTINGS[name].initial]),
) as Settings;

/** The settings below `props`. */
export function mergeSettings(above: Settings, props: HostProps): Settings {
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      (SETTINGS[name] as Setting<unknown>).merge(above[name], props[name]),
    ]),
  ) as Settings;
}

/** Whether the same settings follow from both. */
export function haveSameSettings(a: HostProps, b: HostProps): boolean {
  return NAMES.every((name) => a[name] === b[name]);
}
