import { useState } from "react";

/**
 * The value of a control: seeded by the author's default, then the reader's. It
 * survives updates; a changed default wins.
 */
export function useField<T>(authored: T): [value: T, set: (value: T) => void] {
  const [state, setState] = useState({ authored, value: authored });
  if (!Object.is(state.authored, authored)) {
    setState({ authored, value: authored });
    return [authored, set];
  }
  return [state.value, set];

  function set(value: T) {
    setState({ authored, value });
  }
}
