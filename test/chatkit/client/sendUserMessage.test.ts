// @vitest-environment node
import { describe, expect, test } from "vitest";
import { done, events } from "../fake.js";
import { start, failure } from "../../helpers/unitChatKit.js";

describe("a message", () => {
  test("takes attachments, a quote, options and tags", async () => {
    const { client, sent } = start({}, events());
    await client.sendUserMessage({
      text: "What of this?",
      attachments: ["att_1", { id: "att_2" }],
      quotedText: "The quick brown fox",
      inferenceOptions: { model: "small", tool_choice: { id: "search" } },
      tags: [
        { id: "o_1", text: "Order 1", data: { total: 3 }, group: "Orders" },
      ],
    });
    expect(sent()).toEqual([
      [
        "threads.add_user_message",
        {
          thread_id: "thr_1",
          input: {
            content: [
              { type: "input_text", text: "What of this?" },
              {
                type: "input_tag",
                id: "o_1",
                text: "Order 1",
                data: { total: 3 },
                group: "Orders",
              },
            ],
            attachments: ["att_1", "att_2"],
            quoted_text: "The quick brown fox",
            inference_options: {
              model: "small",
              tool_choice: { id: "search" },
            },
          },
        },
      ],
    ]);
  });

  test("may be attachments alone", async () => {
    const { client, server } = start({}, events());
    await client.sendUserMessage({ attachments: ["att_1"] });
    expect(server.requests[0]?.params["input"]).toEqual({
      content: [],
      attachments: ["att_1"],
      inference_options: {},
    });
  });

  test("that failed says whether the server has it", async () => {
    const stored = { id: "msg_1", type: "user_message", content: [] };
    const { client } = start(
      {},
      events(done(stored), {
        type: "error",
        code: "custom",
        message: "**No**",
      }),
      new TypeError("offline"),
    );
    expect(await failure(client.sendUserMessage("Hello"))).toMatchObject({
      messageId: "msg_1",
      userMessage: "**No**",
    });
    expect(await failure(client.sendUserMessage("Again"))).toMatchObject({
      reason: "network",
      messageId: undefined,
      userMessage: undefined,
    });
  });
});
