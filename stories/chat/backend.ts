import { createApp } from "../../examples/chatkit-server/app.mjs";
import { createChatKitServer } from "../../examples/chatkit-server/server.mjs";
import { createChatKitClient } from "../../src/chatkit/index.js";

/** A client of the server that `npm start` runs in Node. */
export function nodeClient() {
  return createChatKitClient({ url: "/chatkit" });
}

/** A client of the same server, run in the page: for a Storybook without one. */
export function pageClient(options?: { pace?: number }) {
  const handle = createChatKitServer(createApp(options));
  return createChatKitClient({
    url: "/chatkit",
    fetch: (url, init) =>
      handle(new Request(new URL(url, location.href), init)),
  });
}
