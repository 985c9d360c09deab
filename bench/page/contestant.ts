import type { Content } from "./content.js";

export interface Contestant {
  name: string;
  kind: "floor" | "ours" | "peer";
  /**
   * The contestant whose elements, classes and attributes it renders, which the
   * bench checks. Peers that are like `ours` are the ones to compare it with.
   */
  like?: string | undefined;
  /** The JSON that a server would send for this content. */
  write(content: Content): unknown;
  /** Renders parsed JSON; what it rendered is in the DOM when it returns. */
  mount(container: HTMLElement, json: unknown): Mounted;
  /** Renders many widgets in one page, as a chat does. */
  mountAll(container: HTMLElement, json: unknown[]): Mounted;
  /** Renders a thread of a server, and what comes into it later. */
  live?(container: HTMLElement, thread: LiveThread): Mounted | Promise<Mounted>;
  /** Scenario → why it cannot take part. */
  lacks: Readonly<Record<string, string>>;
}

export interface Mounted {
  /** A whole new JSON, freshly parsed. */
  replace?(json: unknown): void;
  /** One component of the widget changed: another text for the node `id`. */
  setText?(id: string, text: string): void;
  /** More text for the node `id`. */
  append?(id: string, delta: string, done: boolean): void;
  /** Waits for what is mounted later than the call. */
  settle?(): Promise<void>;
  /** Asks the server for the stream, where `LiveThread.listen` does not. */
  stream?(): Promise<void>;
  unmount(): void;
}

/** A thread behind an HTTP server. */
export interface LiveThread {
  url: string;
  /** Parsed JSON, one for each widget. */
  widgets: unknown[];
  /**
   * Calls back for what came in. All that came between two frames is one delta, as
   * the client of the library has it: a commit for each would be unfair.
   */
  listen(onDelta: (delta: Delta) => void): void;
}

export interface Delta {
  /** The index of the widget. */
  at: number;
  /** The id of the node whose text grows. */
  id: string;
  delta: string;
}

/** The id of the node that grows in an article. */
export const STREAM = "stream";
