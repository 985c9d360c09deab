// Compiles: a host may write its handlers for these events.
import type { ChatKitEvent } from "../../src/chatkit/index.js";

export const typeOf = (event: ChatKitEvent): string => event.type;
