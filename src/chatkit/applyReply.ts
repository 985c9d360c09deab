import { isRecord } from "../core/json.js";
import { shareStructure } from "../core/shareStructure.js";
import { type ChatKitItem, isItem, type Json } from "./items.js";
import {
  type ChatKitState,
  emptyState,
  indexOf,
  MAX_LENGTH,
  threadFields,
  updateThread,
  without,
} from "./state.js";
import type { FetchedThread } from "./thread.js";

/**
 * The state after the JSON reply to a request, if that was about this thread.
 * `before` is the state when the request was sent; `unfinished` are the ids of items
 * that a stream has begun and not yet finished.
 */
export function applyReply(
  state: ChatKitState,
  before: ChatKitState,
  type: string,
  params: Json,
  reply: Json,
  unfinished: ReadonlySet<string>,
): ChatKitState {
  const { threadId } = state;
  if (threadId === undefined || params["thread_id"] !== threadId) return state;
  switch (type) {
    case "threads.update":
      return updateThread(state, reply) ?? state;
    case "threads.delete":
      return emptyState(undefined);
    case "threads.get_by_id": {
      const next = updateThread(state, reply);
      if (!next || !isRecord(reply["items"])) return next ?? state;
      return mergePage(
        next,
        before,
        { order: "asc" },
        reply["items"],
        unfinished,
      );
    }
    case "items.list":
      return mergePage(state, before, params, reply, unfinished);
    default:
      return state;
  }
}

/**
 * The state after the newest items of the thread were fetched. Items that changed here
 * since `before` are newer than the fetched ones, so they stay. Items that are
 * `unfinished` stay too, because the server does not have them yet.
 */
export function mergeThread(
  state: ChatKitState,
  before: ChatKitState,
  { thread, items: fetched, complete }: FetchedThread,
  unfinished: ReadonlySet<string>,
): ChatKitState {
  const { items, stale } = state;
  const ids = byId(fetched);
  // If no item is both here and fetched, items between them may be missing, so the fetched ones replace all.
  const first = items.findIndex(
    ({ id }) => ids.has(id) && before.fetched.has(id),
  );
  const joined = !complete && first >= 0;
  const from = joined ? first : 0;
  const settled = [...stale].filter((id) => complete || ids.has(id));
  return {
    ...replaceItems(state, before, fetched, from, items.length, unfinished),
    ...threadFields(thread),
    hasOlder: joined ? state.hasOlder : !complete,
    // An item that became stale meanwhile may have changed after it was fetched.
    stale: stale === before.stale ? settled.reduce(without, stale) : stale,
  };
}

/**
 * The state after a page of `items.list`. A page that overlaps the items here, or
 * follows them, extends the list. Any other page would leave a gap, so it only
 * updates the items that are here.
 */
function mergePage(
  state: ChatKitState,
  before: ChatKitState,
  { order, after }: Json,
  page: Json,
  unfinished: ReadonlySet<string>,
): ChatKitState {
  if (!Array.isArray(page["data"])) return state;
  const hasMore = page["has_more"] === true;
  const ascending = order === "asc";
  const found = page["data"].filter(isItem);
  const ids = byId(ascending ? found : found.toReversed());
  const range = rangeOf(state, ids, ascending, after, hasMore);
  if (!range) {
    const here = state.items.map((item) => ids.get(item.id) ?? item);
    const end = here.length;
    return replaceItems(state, before, here, 0, end, unfinished, state.fetched);
  }
  const [from, to] = range;
  return {
    ...replaceItems(state, before, [...ids.values()], from, to, unfinished),
    hasOlder: from > 0 ? state.hasOlder : !ascending && hasMore,
  };
}

/** The first and the last index, exclusive, of the items that a page replaces; `undefined`: the page would leave a gap. */
function rangeOf(
  { items, fetched }: ChatKitState,
  ids: ReadonlyMap<string, ChatKitItem>,
  ascending: boolean,
  after: unknown,
  hasMore: boolean,
): [number, number] | undefined {
  const end = items.length;
  const at = typeof after === "string" ? indexOf(items, after) : undefined;
  if (at === -1 || end + ids.size > MAX_LENGTH) return undefined;
  if (ascending) {
    const from = at === undefined ? 0 : at + 1;
    if (!hasMore || from === end) return [from, end];
    const last = items.findLastIndex(({ id }) => ids.has(id));
    return last < from ? undefined : [from, last + 1];
  }
  const to = at ?? end;
  if (!hasMore || to === 0) return [0, to];
  const first = items.findIndex(({ id }) => ids.has(id) && fetched.has(id));
  return first < 0 || first >= to ? undefined : [first, to];
}

/** The state in which the fetched items replace those from one index to another. */
function replaceItems(
  state: ChatKitState,
  before: ChatKitState,
  fetched: readonly ChatKitItem[],
  from: number,
  to: number,
  unfinished: ReadonlySet<string>,
  known: ReadonlySet<string> = new Set([
    ...state.fetched,
    ...fetched.map(({ id }) => id),
  ]),
): ChatKitState {
  const { items } = state;
  const itemsBefore = byId(before.items);
  const itemsNow = byId(items);
  const ids = byId(fetched);
  const fresh = fetched.flatMap((item) => {
    const here = itemsNow.get(item.id);
    // An item that changed here, or was removed, since the request is newer than the fetched one.
    if (here === itemsBefore.get(item.id)) return [shareStructure(here, item)];
    return here ? [here] : [];
  });
  // The server does not have these yet, or did not when it answered.
  const unsaved = items
    .slice(from, to)
    .filter(
      (item) =>
        !ids.has(item.id) &&
        (unfinished.has(item.id) || item !== itemsBefore.get(item.id)),
    );
  return {
    ...state,
    fetched: known,
    items: shareStructure(items, [
      ...items.slice(0, from).filter(({ id }) => !ids.has(id)),
      ...fresh,
      ...unsaved,
      ...items.slice(to).filter(({ id }) => !ids.has(id)),
    ]),
  };
}

function byId(items: readonly ChatKitItem[]) {
  return new Map(items.map((item) => [item.id, item]));
}
