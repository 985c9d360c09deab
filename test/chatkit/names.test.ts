// @vitest-environment node
import { expect, test } from "vitest";
import * as chatkit from "../../src/chatkit/index.js";

test("the public names", () => {
  expect(Object.keys(chatkit).sort()).toEqual([
    "ChatKitError",
    "ChatKitItems",
    "createChatKitClient",
    "useChatKitItems",
    "useChatKitStatus",
  ]);
  const client = chatkit.createChatKitClient({ url: "/chatkit" });
  expect(Object.keys(client).sort()).toEqual([
    "apply",
    "getItems",
    "getStatus",
    "loadThread",
    "newThread",
    "refresh",
    "request",
    "retry",
    "sendAction",
    "sendCustomAction",
    "sendUserMessage",
    "stop",
    "subscribe",
  ]);
});
