// @vitest-environment node
import { expect, test } from "vitest";
import * as chatkit from "../../src/chatkit/index.js";

test("the public names", () => {
  expect(Object.keys(chatkit).sort()).toEqual([
    "ChatKitError",
    "createChatKitClient",
    "useChatKitItems",
    "useChatKitStatus",
  ]);
  const client = chatkit.createChatKitClient({ url: "/chatkit" });
  expect(Object.keys(client).sort()).toEqual([
    "getItems",
    "getStatus",
    "loadThread",
    "refresh",
    "retry",
    "sendAction",
    "sendCustomAction",
    "sendUserMessage",
    "stop",
    "subscribe",
  ]);
});
