import { isRecord, messageOf } from "../core/json.js";
import { ChatKitError } from "./error.js";
import type { ChatKitClientToolCall } from "./items.js";
import type { ChatKitClientOptions } from "./types.js";

/** Runs the function of the page that the assistant calls; gives its result. */
export async function runClientTool(
  onClientTool: NonNullable<ChatKitClientOptions["onClientTool"]>,
  call: ChatKitClientToolCall,
  signal: AbortSignal,
): Promise<unknown> {
  const { name } = call;
  const args = isRecord(call.arguments) ? call.arguments : {};
  try {
    return (await onClientTool(name, args, { signal })) ?? null;
  } catch (cause) {
    throw new ChatKitError(
      "tool",
      `onClientTool failed for "${name}", so the assistant waits for its result: ${messageOf(cause)}. Catch what can fail, and give the assistant a result that says so.`,
      { cause },
    );
  }
}
