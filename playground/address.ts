/** Where the playground keeps its state: after the `#` of a page's address. */
export interface Address {
  /** What was written, `""` if nothing was. */
  read(): string;
  write(text: string): void;
  /** The whole address, to be passed on. */
  href(): string;
  /** Calls back when somebody else changes it; the result ends that. */
  listen(onChange: () => void): () => void;
}

const PREFIX = "#playground=";

/** The address of the page: of Storybook, which renders stories in a frame. */
export function pageAddress(): Address {
  const page = reachable();
  const { location, history } = page;
  return {
    read: () =>
      location.hash.startsWith(PREFIX)
        ? location.hash.slice(PREFIX.length)
        : "",
    write: (text) => history.replaceState(history.state, "", PREFIX + text),
    href: () => location.href,
    listen: (onChange) => {
      page.addEventListener("hashchange", onChange);
      return () => page.removeEventListener("hashchange", onChange);
    },
  };
}

/** An address of nobody, for tests. */
export function memoryAddress(text = ""): Address {
  return {
    read: () => text,
    write: (next) => void (text = next),
    href: () => `https://example.com/${PREFIX}${text}`,
    listen: () => () => {},
  };
}

function reachable(): Window {
  try {
    // Reading it throws where the parent is of another origin.
    return window.parent.location.href ? window.parent : window;
  } catch {
    return window;
  }
}
