import type { ChatKitItem, ChatKitStructuredInput, Json } from "./items.js";
import type { ChatKitThreadStatus } from "./state.js";

/** A page of a list: pass its `after` to the request for the next page. */
export interface ChatKitPage<T> {
  data: readonly T[];
  has_more: boolean;
  after?: string | null;
}

/** A thread as the server sends it. In the reply to `threads.list` it has no items. */
export interface ChatKitThread {
  id: string;
  title?: string | null;
  created_at?: string;
  status?: ChatKitThreadStatus;
  metadata?: Readonly<Record<string, unknown>>;
  items?: ChatKitPage<ChatKitItem>;
}

/** A file that belongs to a message. Upload its bytes to `upload_url`. */
export interface ChatKitAttachment {
  id: string;
  type: "file" | "image";
  name: string;
  mime_type: string;
  upload_url?: string | null;
  preview_url?: string;
  [name: string]: unknown;
}

/** Something that the user mentions in a message, with the data that the server needs to know it. */
export interface ChatKitTag {
  id: string;
  text: string;
  data?: Readonly<Record<string, unknown>>;
  group?: string;
  interactive?: boolean;
}

/** A message of the user that has more than a text. */
export interface ChatKitMessage {
  text?: string;
  /** The replies to `attachments.create`, or their ids. */
  attachments?: readonly (string | { id: string })[];
  /** The text that the user selected and that the message is about. */
  quotedText?: string;
  /** Which model and tool the server is to use. */
  inferenceOptions?: { model?: string; tool_choice?: { id: string } };
  /** The tags that are sent after the text. */
  tags?: readonly ChatKitTag[];
}

interface Paging {
  limit?: number | undefined;
  order?: "asc" | "desc" | undefined;
  /** The `after` of the page before. */
  after?: string | null | undefined;
}

/** `thread_id` names the thread. @default the thread of the client */
interface InThread {
  thread_id?: string | undefined;
}

/**
 * The requests of the protocol, each with its parameters and its reply, which is
 * `undefined` where the server answers with a stream. Replies are not checked: they
 * are as the server sent them.
 */
export interface ChatKitRequests {
  "threads.list": { params: Paging; reply: ChatKitPage<ChatKitThread> };
  "threads.get_by_id": { params: InThread; reply: ChatKitThread };
  "threads.update": {
    params: InThread & { title: string };
    reply: ChatKitThread;
  };
  "threads.delete": { params: InThread; reply: unknown };
  "threads.create": { params: { input: Json }; reply: undefined };
  "threads.add_user_message": {
    params: InThread & { input: Json };
    reply: undefined;
  };
  "threads.add_client_tool_output": {
    params: InThread & { result: unknown };
    reply: undefined;
  };
  "threads.add_structured_input": {
    params: InThread & {
      item_id: string;
      input: {
        status: Exclude<ChatKitStructuredInput["status"], "pending">;
        /** The answers by the ids of the questions. */
        answers: Readonly<
          Record<string, { values?: readonly string[]; skipped?: boolean }>
        >;
      };
    };
    reply: undefined;
  };
  "threads.retry_after_item": {
    params: InThread & { item_id: string };
    reply: undefined;
  };
  "threads.custom_action": {
    params: InThread & {
      item_id?: string;
      action: { type: string; payload?: unknown };
    };
    reply: undefined;
  };
  "threads.sync_custom_action": {
    params: ChatKitRequests["threads.custom_action"]["params"];
    reply: { updated_item?: ChatKitItem | null };
  };
  "items.list": { params: InThread & Paging; reply: ChatKitPage<ChatKitItem> };
  "items.feedback": {
    params: InThread & {
      item_ids: readonly string[];
      kind: "positive" | "negative";
    };
    reply: unknown;
  };
  "attachments.create": {
    params: { name: string; size: number; mime_type: string };
    reply: ChatKitAttachment;
  };
  "attachments.delete": { params: { attachment_id: string }; reply: unknown };
  "input.transcribe": {
    params: { audio_base64: string; mime_type: string };
    reply: { text: string };
  };
}

/** Sends a request and returns the JSON of the reply; `undefined` after a stream. */
export interface ChatKitRequestFunction {
  <Type extends keyof ChatKitRequests>(
    type: Type,
    params: ChatKitRequests[Type]["params"],
  ): Promise<ChatKitRequests[Type]["reply"]>;
  // A newer server may know more requests.
  (type: string, params?: Readonly<Json>): Promise<unknown>;
}
