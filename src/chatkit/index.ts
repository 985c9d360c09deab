export { createChatKitClient } from "./client.js";
export type { ChatKitStatus } from "./status.js";
export type { ChatKitClient, ChatKitClientOptions } from "./types.js";
export { ChatKitError } from "./error.js";
export type { ChatKitErrorDetails, ChatKitFailure } from "./error.js";
export type {
  ChatKitAssistantMessage,
  ChatKitClientToolCall,
  ChatKitEvent,
  ChatKitGeneratedImage,
  ChatKitItem,
  ChatKitOtherItem,
  ChatKitStructuredInput,
  ChatKitUserMessage,
  ChatKitWidgetItem,
  ChatKitWorkflow,
} from "./items.js";
export type {
  ChatKitAttachment,
  ChatKitMessage,
  ChatKitPage,
  ChatKitRequestFunction,
  ChatKitRequests,
  ChatKitTag,
  ChatKitThread,
} from "./requests.js";
export type {
  ChatKitNotice,
  ChatKitProgress,
  ChatKitThreadStatus,
} from "./state.js";
export {
  ChatKitItems,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitItemProps,
} from "./useChatKitItems.js";
