import type { StandardSchema } from "./standardSchema.js";
import type { JsonSchema } from "./types.js";

/** The schema of the props of a node: a Standard Schema, such as one of zod, or a JSON Schema. */
export type PropsSchema = StandardSchema | JsonSchema;

/** The props that a schema takes. They are as the JSON has them: no default and no transform is applied. */
export type PropsOf<Schema> =
  Schema extends StandardSchema<infer Props> ? Props : Record<string, unknown>;

/** A node type of the host: its component, what its props may be, and what is said of it to a model. */
export interface ComponentDefinition<Schema = PropsSchema> {
  // oxlint-disable-next-line typescript/no-explicit-any -- children are React's, of which this entry knows nothing
  component: (props: PropsOf<Schema> & { children?: any }) => any;
  schema: Schema;
  /** One sentence for models and editors: what it shows, and when to use it. */
  description?: string | undefined;
}

/** What `defineComponents` gives. */
export interface DefinedComponents<Type extends string> {
  /** For `components` of `WidgetRenderer` and `WidgetProvider`. */
  // oxlint-disable-next-line typescript/no-explicit-any -- props come from JSON
  components: Readonly<Record<Type, (props: any) => any>>;
  /** For `components` of `validateWidget`, `repairWidget`, `widgetSchema` and `widgetPrompt`. */
  schemas: Readonly<Record<Type, ComponentDefinition>>;
}

/**
 * The host's own node types in one list: what renders each, what its props may be, and what is said
 * of it to a model. The props of a component follow from its schema.
 *
 * @example
 * const { components, schemas } = defineComponents({
 *   Product: {
 *     schema: z.object({ name: z.string(), price: z.number().min(0) }),
 *     description: "A product with its price.",
 *     component: ({ name, price }) => <p>{name}: {price} €</p>,
 *   },
 * });
 * <WidgetRenderer widget={widget} components={components} />;
 * validateWidget(widget, { components: schemas });
 */
export function defineComponents<
  const Schemas extends Readonly<Record<string, PropsSchema>>,
>(definitions: {
  readonly [Type in keyof Schemas]: ComponentDefinition<Schemas[Type]>;
}): DefinedComponents<keyof Schemas & string> {
  type Defined = DefinedComponents<keyof Schemas & string>;
  const components = Object.fromEntries(
    Object.entries(definitions as Record<string, { component: unknown }>).map(
      ([type, { component }]) => [type, component],
    ),
  );
  return {
    components: components as Defined["components"],
    schemas: definitions,
  };
}
