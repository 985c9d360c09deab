// @vitest-environment node
import { describe, expect, test } from "vitest";
import { createChatKitClient } from "../../../src/chatkit/index.js";

describe("createChatKitClient", () => {
  test("a client has these and no more", () => {
    const client = createChatKitClient({ url: "/chatkit" });
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
});
