export { createChatKitClient } from "./client.js";
export type {
  ChatKitClient,
  ChatKitClientOptions,
  ChatKitStatus,
} from "./client.js";
export { ChatKitError } from "./error.js";
export type { ChatKitErrorDetails, ChatKitFailure } from "./error.js";
export type {
  ChatKitAssistantMessage,
  ChatKitEvent,
  ChatKitItem,
  ChatKitOtherItem,
  ChatKitUserMessage,
  ChatKitWidgetItem,
  ChatKitWorkflow,
} from "./items.js";
export type { ChatKitNotice, ChatKitProgress } from "./state.js";
export { useChatKitItems, useChatKitStatus } from "./useChatKitItems.js";
