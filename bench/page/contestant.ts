import type { Content } from "./content.js";

export interface Contestant {
  name: string;
  /** The JSON that a server would send for this content. */
  write(content: Content): unknown;
  /** Renders parsed JSON; what it rendered is in the DOM when it returns. */
  mount(container: HTMLElement, json: unknown): Mounted;
  /** Renders many widgets in one page, as a chat does. */
  mountAll(container: HTMLElement, json: unknown[]): Mounted;
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
  unmount(): void;
}

/** The id of the node that grows in an article. */
export const STREAM = "stream";
