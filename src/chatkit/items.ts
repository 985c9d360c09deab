import { isRecord } from "../core/tree.js";
import type { WidgetNode } from "../types.js";

interface ItemBase {
  id: string;
  thread_id?: string;
  /** ISO 8601, with or without a zone. */
  created_at?: string;
}

/** A widget in a thread. */
export interface ChatKitWidgetItem extends ItemBase {
  type: "widget";
  widget: WidgetNode;
  copy_text?: string | null;
}

/** What the user wrote. */
export interface ChatKitUserMessage extends ItemBase {
  type: "user_message";
  content: readonly { type: string; text: string }[];
  attachments?: readonly unknown[];
  quoted_text?: string | null;
}

/** What the assistant wrote; its text grows while it streams. */
export interface ChatKitAssistantMessage extends ItemBase {
  type: "assistant_message";
  content: readonly {
    type: string;
    text: string;
    annotations?: readonly unknown[];
  }[];
}

/** Steps that the assistant takes. */
export interface ChatKitWorkflow extends ItemBase {
  type: "workflow";
  workflow: {
    type: string;
    tasks: readonly unknown[];
    summary?: unknown;
    expanded?: boolean;
  };
}

/** Every other item, as the server sends it. Newer servers may know more types. */
export interface ChatKitOtherItem extends ItemBase {
  type:
    | "task"
    | "client_tool_call"
    | "generated_image"
    | "structured_input"
    | "end_of_turn";
  [name: string]: unknown;
}

/** What a thread consists of. Its parts are as the server sent them: unchecked. */
export type ChatKitItem =
  | ChatKitWidgetItem
  | ChatKitUserMessage
  | ChatKitAssistantMessage
  | ChatKitWorkflow
  | ChatKitOtherItem;

/** An event of a reply, as it came. */
export interface ChatKitEvent {
  type: string;
  [name: string]: unknown;
}

export type Json = Record<string, unknown>;

/** Whether a value can stand in a thread: it has an id and a type. */
export function isItem(value: unknown): value is ChatKitItem {
  return (
    isRecord(value) &&
    typeof value["id"] === "string" &&
    typeof value["type"] === "string"
  );
}
