import { isRecord } from "../core/json.js";
import { ChatKitError } from "./error.js";
import { isItem, type ChatKitItem, type Json } from "./items.js";

/** Pages that are fetched at most, and items in each. */
const MAX_PAGES = 50;
const PAGE_SIZE = 100;

/** A thread as the server keeps it. */
export interface FetchedThread {
  /** Its title, status and metadata, as they came. */
  thread: Json;
  /** Its newest items, without a gap. */
  items: readonly ChatKitItem[];
  /** Whether the thread has no other items. */
  complete: boolean;
}

/**
 * A thread with its items, by requests that `ask` sends. The server gives the oldest
 * at once; where there are more, they follow page by page from the newest one, until
 * `enough` is true of their ids.
 */
export async function fetchThread(
  ask: (type: string, params: Json) => Promise<Json>,
  threadId: string,
  enough: (found: ReadonlySet<string>) => boolean,
): Promise<FetchedThread> {
  const thread = await ask("threads.get_by_id", { thread_id: threadId });
  const first = pageOf(thread["items"]);
  if (!first.more) return { thread, items: first.items, complete: true };
  const items: ChatKitItem[] = [];
  const found = new Set<string>();
  let after: string | undefined;
  let complete = false;
  for (let pages = 0; pages < MAX_PAGES && !complete; pages++) {
    const page = pageOf(
      await ask("items.list", {
        thread_id: threadId,
        limit: PAGE_SIZE,
        order: "desc",
        after,
      }),
    );
    const fresh = page.items.filter(({ id }) => !found.has(id));
    for (const { id } of fresh) found.add(id);
    items.push(...fresh);
    complete = !page.more;
    // A server that gives the same page again would never end.
    if (fresh.length === 0 || enough(found)) break;
    after = page.after;
  }
  return { thread, items: items.reverse(), complete };
}

/** A page of items, whatever a server makes of it. */
function pageOf(value: unknown) {
  const page = isRecord(value) ? value : {};
  const { data, after } = page;
  if (!Array.isArray(data)) {
    throw new ChatKitError(
      "protocol",
      "The server answered without a list of items, so nothing was loaded.",
    );
  }
  const items = data.filter(isItem);
  return {
    items,
    more: page["has_more"] === true,
    after: typeof after === "string" ? after : items.at(-1)?.id,
  };
}
