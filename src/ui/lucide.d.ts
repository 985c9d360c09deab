/** Written by the build: `scripts/lucide.ts`. */
declare module "virtual:lucide" {
  type Shapes = readonly (readonly [
    tag: string,
    attributes: Readonly<Record<string, string>>,
  ])[];

  /** In the order of their names; each begins with the name `first`. */
  const groups: readonly {
    first: string;
    load: () => Promise<{ default: Readonly<Record<string, Shapes>> }>;
  }[];
  export default groups;
}
