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
    const done = dispatch(host, config);
    // Whoever answers at once is done at once: there is nothing to show.
    if (!done) return;
    const loading = resolveLoading(config, auto);
    const show = (on: boolean) => {
      running.current = on;
      if (loading === "self") setPending(on);
      if (loading !== "none") host.hold(loading, on ? 1 : -1);
    };
    show(true);
    void done.then(() => show(false));
  }, [host, config, auto]);
  return { run, pending };
}

/** Hands an action to its handler; a promise of its end, which never rejects. */
function dispatch(host: Host, config: ActionConfig): Promise<void> | void {
  const found = locate(host.root(), config);
  const { type = "", id, key } = found?.node ?? {};
  const context: ActionContext = {
    handler: config.handler === "client" ? "client" : "server",
    streaming: isStreaming(config),
    node: {
      type: String(type),
      ...(typeof id === "string" && { id }),
      ...(typeof key === "string" && { key }),
      path: found?.path ?? "",
    },
    signal: host.signal(),
    sendAction: (action) => sendToServer(host, action),
  };
  const failed = (cause: unknown) =>
    host.report({
      code: "action",
      message: `The handler of the action "${config.type}" failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      node: found?.node,
      path: context.node.path,
      cause,
    });
  try {
    return handle(host, toAction(config), context)?.catch(failed);
  } catch (cause) {
    failed(cause);
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

function handle(
  host: Host,
  action: Action,
  context: ActionContext,
): Promise<void> | undefined {
  const { onAction, sendAction } = host.handlers();
  const handler =
    context.handler === "client" ? onAction : (sendAction ?? onAction);
  if (!handler) {
    host.report({
      code: "unhandled-action",
      message: `Nobody takes the action "${action.type}", so nothing happens. Pass ${context.handler === "client" ? '"onAction"' : '"sendAction" or "onAction"'} to WidgetRenderer or WidgetProvider.`,
      path: context.node.path,
    });
    return undefined;
  }
  const result: unknown = handler(action, host.item(), context);
  // Whatever can be awaited; a handler in plain JavaScript may return anything.
  return typeof (result as PromiseLike<void> | undefined)?.then === "function"
    ? Promise.resolve(result as PromiseLike<void>)
    : undefined;
}
