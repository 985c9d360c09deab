import { createContext } from "react";

/** Whether a list stands directly around: only there a row may be an `li`. */
export const InList = createContext(false);
