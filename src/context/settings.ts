import type { ComponentType } from "react";
import type {
  TransformUrl,
  Validate,
  WidgetError,
  ActionHandler,
} from "../types.js";
import type { Theme } from "./theme.js";
import type { FormValues } from "../core/formValues.js";
import { omitNullish } from "../core/json.js";
import { type Labels, defaultLabels } from "../core/labels.js";
import { type Limits, defaultLimits } from "../core/limits.js";
import type { ColorValue } from "../core/style/color.js";

/** Host components: they get the node's JSON as props and drawn `children`. */
// oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
export type NodeComponent = ComponentType<any>;

/** Draws an icon; sized and coloured by the node around it. */
export type IconComponent = ComponentType<Record<string, never>>;

/** What a host may set for a widget or, by `WidgetProvider`, for many. */
export interface Settings {
  components: Readonly<Record<string, NodeComponent>>;
  icons: Readonly<Record<string, IconComponent>>;
  labels: Labels;
  theme: Theme | undefined;
  locale: string | undefined;
  interactive: boolean;
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  cardSize: "sm" | "md" | "lg" | "full";
  tokens: Readonly<Record<string, ColorValue>> | undefined;
  limits: Limits;
}

export const defaults: Settings = {
  components: {},
  icons: {},
  labels: defaultLabels,
  theme: undefined,
  locale: undefined,
  interactive: true,
  headingLevel: 3,
  cardSize: "md",
  tokens: undefined,
  limits: defaultLimits,
};

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

/** The properties that settings are made of. */
export const SETTINGS = [
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

export function merge(above: Settings, own: HostProps): Settings {
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
