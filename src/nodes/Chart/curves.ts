import {
  curveBasis,
  curveBasisClosed,
  curveBasisOpen,
  curveBumpX,
  curveBumpY,
  curveLinear,
  curveLinearClosed,
  curveMonotoneX,
  curveMonotoneY,
  curveNatural,
  curveStep,
  curveStepAfter,
  curveStepBefore,
  type CurveFactory,
} from "d3-shape";

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

const curves: Readonly<Record<ChartCurve, CurveFactory>> = {
  basis: curveBasis,
  basisClosed: curveBasisClosed,
  basisOpen: curveBasisOpen,
  bump: curveBumpX,
  bumpX: curveBumpX,
  bumpY: curveBumpY,
  linear: curveLinear,
  linearClosed: curveLinearClosed,
  monotone: curveMonotoneX,
  monotoneX: curveMonotoneX,
  monotoneY: curveMonotoneY,
  natural: curveNatural,
  step: curveStep,
  stepAfter: curveStepAfter,
  stepBefore: curveStepBefore,
};

export const curveNames = new Set(Object.keys(curves));

/** The curve of a name, which JSON may have misspelt. */
export function curveOf(name: string): CurveFactory {
  return Object.hasOwn(curves, name)
    ? curves[name as ChartCurve]
    : curveNatural;
}
