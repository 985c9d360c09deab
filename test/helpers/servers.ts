import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { createApp } from "../../examples/chatkit-server/app.mjs";
import { toNode } from "../../examples/chatkit-server/node.mjs";
import { createChatKitServer } from "../../examples/chatkit-server/server.mjs";
import { createHandler as createFixture } from "../fixtures/chatkit-server.mjs";
import { createHandler as createSdk } from "../fixtures/sdk-server.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where ChatKit servers run in Node: `/sdk`, `/fixture`, `/example`. */
    servers: string;
  }
}

/** Starts the servers that the pages of the tests talk to. */
export default async function setup(project: TestProject) {
  const example = toNode(createChatKitServer(createApp({ pace: 0 })));
  const handlers = new Map([
    ["/sdk", createSdk()],
    ["/fixture", createFixture().handle],
    [
      "/example",
      (...args: Parameters<typeof example>) => void example(...args),
    ],
  ]);
  const server = createServer((request, response) => {
    // The pages come from another port.
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "content-type");
    const handle = handlers.get(request.url ?? "");
    if (request.method === "OPTIONS" || !handle) return void response.end();
    handle(request, response);
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  project.provide("servers", `http://127.0.0.1:${port}`);
  return () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
