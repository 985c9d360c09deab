import * as messages from "./messages.js";
import {
  useWidgetContext,
  type WidgetContextValue,
  type NodeProps,
} from "./WidgetContext.js";
import type { ActionConfig, Loading } from "../core/action.js";
import type { WidgetErrorCode } from "../types.js";
import type { Binding } from "./pendingActions.js";
import { enumOf, enumValue, isRecord, toText, toNumber } from "../core/json.js";
import { nearestOf } from "../core/nearest.js";
import { length } from "../core/style/spacing.js";
import { color, type ColorContext } from "../core/style/color.js";
import type { ColorValue, StyleContext } from "../core/style/value.js";

import { nodeKey } from "../core/nodeTree.js";

type Json = Record<string, unknown>;

const BOOLEANS = enumOf("true false");
const HANDLERS = enumOf("server client");
const LOADINGS = enumOf("auto none self container");

/** URLs and names are not shown, and would not be the same if they were cut. */
const UNSEEN = /src|favicon|name$/i;

/**
 * Reads the properties of a node as its author wrote them. Each is read as a kind: a
 * value of another kind is reported as `invalid-prop`, and the default applies. `null`
 * means absent.
 */
export class PropReader implements StyleContext {
  // Only declared: a field that is defined as well is written twice, for each node.
  declare readonly context: WidgetContextValue;
  declare readonly props: Readonly<Json>;
  /** Of the node; absent where it is written in JSX. */
  declare readonly node: unknown;
  /** Of the element of the node, from the renderer. */
  declare key?: string;
  /** What its actions belong to where it is written in JSX. */
  declare owner?: object;
  /** The path from the node to the properties: `"/status"`. */
  declare private readonly at: string;

  constructor(
    context: WidgetContextValue,
    props: object,
    node: unknown,
    at = "",
  ) {
    this.context = context;
    this.props = props as Json;
    this.node = node;
    this.at = at;
  }

  get tokens(): Readonly<Record<string, ColorValue>> | undefined {
    return this.context.settings.tokens;
  }

  /** A text; a number becomes one. A `required` text is reported where it is missing. */
  text(name: string, required: boolean | "if misspelt" = false): string {
    const value = this.props[name];
    if (value == null) {
      if (required) this.missing(name, false, required === true);
      return "";
    }
    if (typeof value === "object") {
      const near = Object.values(value).map(toText).filter(Boolean).join(" ");
      this.wrong(name, value, [], "a text", near.slice(0, 80) || undefined);
    }
    return this.shorten(name, toText(value));
  }

  /** A text within the limit of texts, with a notice where it is cut. */
  shorten(name: string, text: string): string {
    const { limits, labels } = this.context.settings;
    const max = limits.text;
    if (text.length <= max || UNSEEN.test(name)) return text;
    this.report(name, messages.limitExceeded("text", max), "limit");
    return `${text.slice(0, max)}… ${labels.tooLarge}`;
  }

  /** A text without which a control would have nothing to show. */
  content(name: string): string {
    const text = this.text(name);
    if (text === "" && !this.props[name]) this.missing(name, true);
    return text;
  }

  /** The name of a field; its id, its key or its type where it has none. */
  fieldName(type: string): string {
    const { id } = this.props;
    return this.text("name") || toText(id) || nodeKey(this.node) || type;
  }

  /** A boolean, also one in a string as older servers send it. */
  boolean(name: string, otherwise = false): boolean {
    const value = this.props[name];
    if (value == null) return otherwise;
    if (value === true || value === "true") return true;
    if (value !== false && value !== "false") {
      const near = nearestOf(value, BOOLEANS);
      this.wrong(name, value, BOOLEANS, "", near && near === "true");
      return otherwise;
    }
    return false;
  }

  /** A boolean as a data attribute, which is absent where it is the default. */
  booleanAttribute(name: string, otherwise = false): "" | "false" | undefined {
    const value = this.boolean(name, otherwise);
    if (value === otherwise) return undefined;
    return value ? "" : "false";
  }

  enumValue<T extends string, D extends T | undefined = undefined>(
    name: string,
    set: ReadonlySet<T>,
    otherwise?: D,
  ): T | D {
    const value = this.props[name];
    if (value == null) return otherwise as D;
    const known = enumValue(set, value);
    if (known === undefined) this.wrong(name, value, set);
    return known ?? (otherwise as D);
  }

  /**
   * A closed value as a data attribute, which is absent where the value is the default of
   * the node: its class alone is that look. `unset` applies where the author sets none.
   */
  enumAttribute<T extends string>(
    name: string,
    set: ReadonlySet<T>,
    otherwise?: T,
    unset = otherwise,
  ): T | undefined {
    const value = this.enumValue(name, set, unset);
    return value === otherwise ? undefined : value;
  }

  /** A number that is not below `least`. */
  number(name: string, least = 0, whole = false): number | undefined {
    const value = this.props[name];
    if (value == null || value === "") return undefined;
    const n = toNumber(value);
    if (n !== undefined && n >= least && !(whole && n % 1)) return n;
    this.wrong(name, value, ...messages.wrongNumber(value, { least, whole }));
    return undefined;
  }

  /** A number of things, such as lines. */
  count(name: string, least = 1): number | undefined {
    return this.number(name, least, true);
  }

  /** Px or CSS. */
  length(name: string): string | undefined {
    return length(this.props[name], this, name);
  }

  color(name: string, context: ColorContext): string | undefined {
    return color(this.props[name], context, this, name);
  }

  list(name: string, required = true): readonly unknown[] {
    const value = this.props[name];
    if (Array.isArray(value)) return value;
    if (value == null) this.missing(name, false, required);
    else this.wrong(name, value, [], "a list");
    return [];
  }

  /** The properties of an object in the node; a text alone may be meant as its `main` one. */
  object(
    name: string,
    main: string,
    value = this.props[name],
  ): PropReader | undefined {
    if (isRecord(value)) {
      return new PropReader(
        this.context,
        value,
        this.node,
        `${this.at}/${name}`,
      );
    }
    if (value != null) {
      const text = toText(value);
      const meant = text === "" ? undefined : { [main]: text };
      this.wrong(name, value, [], `an object with "${main}"`, meant);
    }
    return undefined;
  }

  /** An action; none where the property is no action. Its words are read as well. */
  action(name: string, required = false): ActionConfig | undefined {
    const value = this.props[name];
    if (value == null) {
      if (required) this.missing(name);
      return undefined;
    }
    const action = this.object(name, "type");
    if (!action) return undefined;
    if (typeof action.props["type"] !== "string") {
      this.wrong(name, value, [], 'an object with "type"');
      return undefined;
    }
    action.enumValue("handler", HANDLERS);
    action.enumValue("loadingBehavior", LOADINGS);
    action.boolean("streaming");
    // The object itself: what is pending is known by it.
    return value as ActionConfig;
  }

  /** The action in a property, as what it belongs to. */
  binding(name: string): Binding {
    const { owner = this.node as object } = this;
    return { owner, name };
  }

  /** How the node shows that the action in a property is pending. */
  loading(name: string): Loading {
    return this.context.pendingActions.loadingOf(this.owner ?? this.node, name);
  }

  /** Reports a value that the property cannot have. */
  wrong(
    name: string,
    value: unknown,
    words: Iterable<string>,
    kind?: string,
    nearest?: unknown,
  ) {
    const fault = messages.wrongValue(name, value, words, kind, nearest);
    this.report(name, fault.message);
  }

  /** Reports a property that the node needs, unless it is there and `null`. */
  missing(name: string, shown = false, always = true) {
    const json = this.at || !isRecord(this.node) ? this.props : this.node;
    if (!shown && Object.hasOwn(json, name)) return;
    const names = Object.keys(json).slice(0, 50);
    const near = nearestOf(name, names);
    if (!always && near === undefined) return;
    this.report(name, messages.missingProp(name, names, near));
  }

  blocked(name: string, value: unknown) {
    this.context.report({
      code: "blocked-style",
      message: messages.blockedStyle(name, value),
      node: this.node,
    });
  }

  /** Reports what is wrong with a property. */
  report(
    name: string,
    message: string,
    code: WidgetErrorCode = "invalid-prop",
  ) {
    this.context.report(
      { code, message, node: this.node },
      `${this.at}/${name}`,
    );
  }
}

/** How a node reads its properties. */
export function usePropReader(props: NodeProps): PropReader {
  return new PropReader(useWidgetContext(), props, props.node);
}
