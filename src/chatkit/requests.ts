import type { ChatKitItem, ChatKitStructuredInput, Json } from "./items.js";
import type { ChatKitThreadStatus } from "./state.js";

/** A part of a list: `after` is what the request for the next part takes. */
export interface ChatKitPage<T> {
  data: readonly T[];
  has_more: boolean;
  after?: string | null;
}

/** A thread as the server gives it; in a list it has no items. */
export interface ChatKitThread {
  id: string;
  title?: string | null;
  created_at?: string;
  status?: ChatKitThreadStatus;
  metadata?: Readonly<Record<string, unknown>>;
  items?: ChatKitPage<ChatKitItem>;
}

/** A file that belongs to a message; `upload_url` is where its bytes go. */
export interface ChatKitAttachment {
  id: string;
  type: "file" | "image";
  name: string;
  mime_type: string;
  upload_url?: string | null;
  preview_url?: string;
  [name: string]: unknown;
}

/** Something that the user mentions, as the server is to know it. */
export interface ChatKitTag {
  id: string;
  text: string;
  data?: Readonly<Record<string, unknown>>;
  group?: string;
  interactive?: boolean;
}

/** A message of the user's with more than a text. */
export interface ChatKitMessage {
  text?: string;
  /** What `attachments.create` gave, or the ids. */
  attachments?: readonly (string | { id: string })[];
  /** What the message is about, as the user selected it. */
  quotedText?: string;
  /** As the server takes them. */
  inferenceOptions?: { model?: string; tool_choice?: { id: string } };
  /** They follow the text. */
  tags?: readonly ChatKitTag[];
}

interface Paging {
  limit?: number | undefined;
  order?: "asc" | "desc" | undefined;
  /** Of the part before. */
  after?: string | null | undefined;
}

/** The thread that the client shows, unless another one is named. */
interface InThread {
  thread_id?: string | undefined;
}

/**
 * What a ChatKit server can be asked for: the parameters of a request, and its reply
 * where that is no stream. Replies are as the server sent them: unchecked.
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
        /** By the ids of the questions. */
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

/** Sends a request and gives the JSON that answers it; `undefined` after a stream. */
export interface ChatKitRequestFunction {
  <Type extends keyof ChatKitRequests>(
    type: Type,
    params: ChatKitRequests[Type]["params"],
  ): Promise<ChatKitRequests[Type]["reply"]>;
  // A newer server knows more.
  (type: string, params?: Readonly<Json>): Promise<unknown>;
}

/** The requests that the assistant answers with a stream. */
const STREAMING =
  /^threads\.(?:create|add_user_message|add_client_tool_output|add_structured_input|retry_after_item|custom_action)$/;

export function isStreamed(type: string): boolean {
  return STREAMING.test(type);
}

/** Whether a request is about a thread that is there. */
export function isAboutThread(type: string): boolean {
  return /^(?:items\.|threads\.(?!create$|list$))/.test(type);
}

/** What the user says, as servers take it. */
export function inputOf(message: string | ChatKitMessage): Json {
  const { text, attachments, quotedText, inferenceOptions, tags } =
    typeof message === "string" ? { text: message } : message;
  return {
    content: [
      ...(text === undefined ? [] : [{ type: "input_text", text }]),
      ...(tags ?? []).map((tag) => ({ type: "input_tag", data: {}, ...tag })),
    ],
    attachments: (attachments ?? []).map((one) =>
      typeof one === "string" ? one : one.id,
    ),
    quoted_text: quotedText,
    inference_options: inferenceOptions ?? {},
  };
}
