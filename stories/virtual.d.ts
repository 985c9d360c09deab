declare module "virtual:widgets" {
  /** The `.widget` files of the folder in WIDGETS: name → text. */
  const files: Readonly<Record<string, string>>;
  export default files;
}
