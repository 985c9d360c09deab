/** The curves of Recharts, by its names. */
export type ChartCurve =
  | "basis"
  | "basisClosed"
  | "basisOpen"
  | "bump"
  | "bumpX"
  | "bumpY"
  | "linear"
  | "linearClosed"
  | "monotone"
  | "monotoneX"
  | "monotoneY"
  | "natural"
  | "step"
  | "stepAfter"
  | "stepBefore";
