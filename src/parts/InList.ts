import { createContext } from "react";

/**
 * The list that stands directly around: only there a row may be an `li`. It is
 * told when the action of a row begins and ends.
 */
export const InList = createContext<((change: 1 | -1) => void) | null>(null);
