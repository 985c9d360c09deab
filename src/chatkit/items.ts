import { isRecord } from "../core/json.js";
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
  /** Texts and tags, in their order. */
  content: readonly { type: string; text: string; [name: string]: unknown }[];
  attachments?: readonly unknown[];
  quoted_text?: string | null;
}

/** What the assistant wrote. Its text grows while the reply streams. */
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

/** A picture that the assistant makes. */
export interface ChatKitGeneratedImage extends ItemBase {
  type: "generated_image";
  /** Absent until there is something to show, then a preview until the item is done. */
  image?: { id: string; url: string } | null;
  /** How much of the picture is done, from 0 to 1. */
  progress?: number;
}

/** A function of the page that the assistant calls: see `onClientTool`. */
export interface ChatKitClientToolCall extends ItemBase {
  type: "client_tool_call";
  status: "pending" | "completed";
  call_id: string;
  name: string;
  arguments: Readonly<Record<string, unknown>>;
  output?: unknown;
}

/** Questions to the user; `threads.add_structured_input` answers them. */
export interface ChatKitStructuredInput extends ItemBase {
  type: "structured_input";
  status: "pending" | "answered" | "skipped";
  inputs: readonly {
    id: string;
    type: string;
    question: string;
    description?: string | null;
    /** The answers to choose from; absent where the user types the answer. */
    options?: readonly { value: string; [name: string]: unknown }[];
    multiple?: boolean;
    [name: string]: unknown;
  }[];
}

/** An item of another type, as the server sends it. Newer servers may send more types. */
export interface ChatKitOtherItem extends ItemBase {
  type: "task" | "end_of_turn";
  [name: string]: unknown;
}

/** An item of a thread. Only its `id` and `type` are checked; the rest is as the server sent it. */
export type ChatKitItem =
  | ChatKitWidgetItem
  | ChatKitUserMessage
  | ChatKitAssistantMessage
  | ChatKitWorkflow
  | ChatKitGeneratedImage
  | ChatKitClientToolCall
  | ChatKitStructuredInput
  | ChatKitOtherItem;

/** An event of a reply, as the server sent it. */
export interface ChatKitEvent {
  type: string;
  [name: string]: unknown;
}

export type Json = Record<string, unknown>;

/** Whether a value can be an item of a thread: it has an id and a type. */
export function isItem(value: unknown): value is ChatKitItem {
  return (
    isRecord(value) &&
    typeof value["id"] === "string" &&
    typeof value["type"] === "string"
  );
}

export function isEvent(value: unknown): value is ChatKitEvent {
  return isRecord(value) && typeof value["type"] === "string";
}
