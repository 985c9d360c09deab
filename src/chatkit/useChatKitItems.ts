"use client";

import {
  createElement,
  memo,
  useSyncExternalStore,
  type ComponentType,
  type ReactElement,
} from "react";
import { idle, type ChatKitClient, type ChatKitStatus } from "./client.js";
import type { ChatKitItem } from "./items.js";

/** What the server rendered: threads are loaded in the browser. */
const noItems: readonly ChatKitItem[] = [];
const noItemsYet = () => noItems;
const idleYet = () => idle;

/** The items of a client's thread, oldest first; renders again when they change. */
export function useChatKitItems(client: ChatKitClient): readonly ChatKitItem[] {
  return useSyncExternalStore(client.subscribe, client.getItems, noItemsYet);
}

/** What a client is doing; renders again when that changes, and not for its items. */
export function useChatKitStatus(client: ChatKitClient): ChatKitStatus {
  return useSyncExternalStore(client.subscribe, client.getStatus, idleYet);
}

/** What the component of an item gets. */
export interface ChatKitItemProps {
  item: ChatKitItem;
  client: ChatKitClient;
  /** The item may differ from what the server keeps; `client.refresh()` settles it. */
  stale: boolean;
}

/**
 * The items of a client's thread, each rendered by `component` and rendered again
 * only when it changes itself: while one streams, the others cost nothing. Define
 * `component` outside of components, and give it what else it needs by a context.
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
    createElement(Slot, {
      key: item.id,
      item,
      client,
      stale: stale.has(item.id),
      component,
    }),
  );
}

/** Compares by identity: an item that did not change is the same object. */
const Slot = memo(function Slot({
  component,
  ...props
}: ChatKitItemProps & { component: ComponentType<ChatKitItemProps> }) {
  return createElement(component, props);
});
