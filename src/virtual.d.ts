declare module "virtual:icons" {
  /** ChatKit's icon names → SVG path data, `!` in front of a filled one. */
  const paths: Readonly<Record<string, string>>;
  export default paths;
}
