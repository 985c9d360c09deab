import { isRecord } from "../core/json.js";
import { ChatKitError } from "./error.js";
import { isItem, type ChatKitItem, type Json } from "./items.js";

/** The most pages that are fetched, and the items in each. */
const MAX_PAGES = 50;
const PAGE_SIZE = 100;

/** A thread as the server stores it. */
export interface FetchedThread {
  /** The reply to `threads.get_by_id`, with the title, status and metadata. */
  thread: Json;
  /** The newest items of the thread, without a gap. */
  items: readonly ChatKitItem[];
  /** Whether these are all items of the thread. */
  complete: boolean;
}

/**
 * Fetches a thread and its items by requests that `ask` sends. The first reply has
 * the oldest items; if there are more, pages are fetched from the newest item on
 * until `enough` is true of the ids.
 */
export async function fetchThread(
  ask: (type: string, params: Json) => Promise<Json>,
  threadId: string,
  enough: (found: ReadonlySet<string>) => boolean,
): Promise<FetchedThread> {
  const thread = await ask("threads.get_by_id", { thread_id: threadId });
  const first = pageOf(thread["items"]);
  if (!first.hasMore) return { thread, items: first.items, complete: true };
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
    complete = !page.hasMore;
    // A server that sends the same page again and again would never end.
    if (fresh.length === 0 || enough(found)) break;
    after = page.after;
  }
  return { thread, items: items.reverse(), complete };
}

/** Reads a page of items from the JSON of a server, which may be anything. */
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
    hasMore: page["has_more"] === true,
    after: typeof after === "string" ? after : items.at(-1)?.id,
  };
}
