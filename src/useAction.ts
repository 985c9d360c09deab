import { useCallback, useRef, useState } from "react";
import { useHost, type ActionContext, type Host } from "./context.js";
import {
  isStreaming,
  resolveLoading,
  toAction,
  type Action,
  type ActionConfig,
  type Loading,
} from "./core/action.js";
import { locate } from "./core/tree.js";

/**
 * Binds an action to an event: `run` hands it to the host, `pending` is true
 * while it runs and the node itself is what shows it. While it runs, `run` does
 * nothing. `auto` is what `loadingBehavior: "auto"` means for this binding.
 */
export function useAction(
  config: ActionConfig | null | undefined,
  auto: Loading,
): { run: () => void; pending: boolean } {
  const host = useHost();
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const run = useCallback(() => {
    if (!config || !host.settings.interactive || running.current) return;
    const loading = resolveLoading(config, auto);
    running.current = true;
    if (loading === "self") setPending(true);
    if (loading !== "none") host.hold(loading, 1);
    void dispatch(host, config).then(() => {
      running.current = false;
      if (loading === "self") setPending(false);
      if (loading !== "none") host.hold(loading, -1);
    });
  }, [host, config, auto]);
  return { run, pending };
}

/** Hands an action to the handler that takes it; never rejects. */
async function dispatch(host: Host, config: ActionConfig): Promise<void> {
  const client = config.handler === "client";
  const found = locate(host.root(), config);
  const node = found?.node ?? {};
  const context: ActionContext = {
    handler: client ? "client" : "server",
    streaming: isStreaming(config),
    node: {
      type: String(node["type"] ?? ""),
      ...(typeof node["id"] === "string" ? { id: node["id"] } : {}),
      ...(typeof node["key"] === "string" ? { key: node["key"] } : {}),
      path: found?.path ?? "",
    },
    signal: host.signal(),
    sendAction: (action) => sendToServer(host, action),
  };
  try {
    await handle(host, toAction(config), context, found?.node);
  } catch (cause) {
    host.report({
      code: "action",
      message: `The handler of the action "${config.type}" failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      node: found?.node,
      path: found?.path ?? "",
      cause,
    });
  }
}

/** Starts a server action that no node is bound to; rejects as its handler does. */
export async function sendToServer(host: Host, action: Action): Promise<void> {
  await handle(host, action, {
    handler: "server",
    streaming: true,
    node: { type: "", path: "" },
    signal: host.signal(),
    sendAction: (next) => sendToServer(host, next),
  });
}

async function handle(
  host: Host,
  action: Action,
  context: ActionContext,
  node?: unknown,
): Promise<void> {
  const { onAction, sendAction } = host.handlers();
  const handler =
    context.handler === "client" ? onAction : (sendAction ?? onAction);
  if (handler === undefined) {
    host.report({
      code: "unhandled-action",
      message: `Nobody takes the action "${action.type}", so nothing happens. Pass ${context.handler === "client" ? '"onAction"' : '"sendAction" or "onAction"'} to WidgetRenderer or WidgetProvider.`,
      node,
      path: context.node.path,
    });
    return;
  }
  await handler(action, host.item(), context);
}
