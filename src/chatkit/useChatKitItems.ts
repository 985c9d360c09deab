"use client";

import { useSyncExternalStore } from "react";
import { idle, type ChatKitClient, type ChatKitStatus } from "./client.js";
import type { ChatKitItem } from "./items.js";

/** What the server rendered: threads are loaded in the browser. */
const noItems: readonly ChatKitItem[] = [];
const noItemsYet = () => noItems;
const idleYet = () => idle;

/** The items of a client's thread, oldest first; draws again when they change. */
export function useChatKitItems(client: ChatKitClient): readonly ChatKitItem[] {
  return useSyncExternalStore(client.subscribe, client.getItems, noItemsYet);
}

/** What a client is doing; draws again when that changes, and not for its items. */
export function useChatKitStatus(client: ChatKitClient): ChatKitStatus {
  return useSyncExternalStore(client.subscribe, client.getStatus, idleYet);
}
