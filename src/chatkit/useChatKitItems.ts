"use client";

import {
  createElement,
  memo,
  useSyncExternalStore,
  type ComponentType,
  type ReactElement,
} from "react";
import { idle, type ChatKitStatus } from "./status.js";
import type { ChatKitClient } from "./types.js";
import type { ChatKitItem } from "./items.js";

/** What a server renders, because threads are loaded in the browser. The same list each time, as React needs it. */
const noItems: readonly ChatKitItem[] = [];
const noItemsYet = () => noItems;
const idleYet = () => idle;

/** Returns the items of a client's thread, oldest first. The component renders again when they change. */
export function useChatKitItems(client: ChatKitClient): readonly ChatKitItem[] {
  return useSyncExternalStore(client.subscribe, client.getItems, noItemsYet);
}

/** Returns what a client is doing. The component renders again when that changes, but not when items change. */
export function useChatKitStatus(client: ChatKitClient): ChatKitStatus {
  return useSyncExternalStore(client.subscribe, client.getStatus, idleYet);
}

/** The props of the component that renders an item. */
export interface ChatKitItemProps {
  item: ChatKitItem;
  client: ChatKitClient;
  /** Whether the item may differ from that of the server; `client.refresh()` fetches it. */
  stale: boolean;
}

/**
 * Renders each item of a client's thread with `component`. An item is rendered again
 * only when it changes itself: while one streams, the others cost nothing. Define
 * `component` outside of other components, and pass it further values in a context.
 *
 * @example
 * <ChatKitItems client={client} component={Item} />
 */
export function ChatKitItems({
  client,
  component,
}: {
  client: ChatKitClient;
  component: ComponentType<ChatKitItemProps>;
}): ReactElement[] {
  const items = useChatKitItems(client);
  const { stale } = useChatKitStatus(client);
  return items.map((item) =>
    createElement(MemoizedItem, {
      key: item.id,
      item,
      client,
      stale: stale.has(item.id),
      component,
    }),
  );
}

/** `memo` compares by identity, and an item that has not changed is the same object. */
const MemoizedItem = memo(function MemoizedItem({
  component,
  ...props
}: ChatKitItemProps & { component: ComponentType<ChatKitItemProps> }) {
  return createElement(component, props);
});
