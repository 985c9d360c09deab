import { useEffect, useLayoutEffect } from "react";

/** An effect before the browser paints; React 18 complains of it on a server. */
export const useIsomorphicLayoutEffect =
  typeof document === "undefined" ? useEffect : useLayoutEffect;
