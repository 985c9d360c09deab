import { useState, type ComponentProps, type ReactNode, type Ref } from "react";
import {
  WidgetRenderer,
  type Action,
  type ActionHandler,
  type WidgetError,
  type WidgetRendererHandle,
} from "../../src/index.js";
import "./bench.css";

/** An action that was sent, and what became of it. */
interface Call {
  id: number;
  time: string;
  handler: "client" | "server";
  action: Action;
  /** JSON pointer to the node; absent: no node started it. */
  path: string | undefined;
  state: "running" | "done" | "failed";
  message?: string;
  /** Where the user decides how it ends. */
  decide?: { succeed: () => void; fail: () => void };
}

/** Takes an action; `decide` ends as the user wants it. */
export type Handle = (
  ...args: [...Parameters<ActionHandler>, decide: () => Promise<void>]
) => void | Promise<void>;

type Props = ComponentProps<typeof WidgetRenderer>;

interface BenchProps extends Omit<Props, "onAction" | "sendAction"> {
  /** What takes client-handled actions. @default the user decides how they end */
  client?: Handle | undefined;
  /** What takes server-handled actions. @default the user decides how they end */
  server?: Handle | undefined;
  rendererRef?: Ref<WidgetRendererHandle> | undefined;
  /** Below the widget. */
  children?: ReactNode;
}

/** A widget and, beside it, everything that its actions do. */
export function Bench({
  client = byHand,
  server = byHand,
  rendererRef,
  children,
  ...props
}: BenchProps) {
  const [calls, setCalls] = useState<readonly Call[]>([]);
  const [errors, setErrors] = useState<readonly WidgetError[]>([]);

  function log(handle: Handle): ActionHandler {
    return (action, item, context) => {
      const call: Call = {
        id: nextId++,
        time: new Date().toLocaleTimeString("en-GB"),
        handler: context.handler,
        action,
        path: context.node.type === "" ? undefined : context.node.path,
        state: "running",
      };
      const outcome = handle(
        action,
        item,
        context,
        () =>
          new Promise((resolve, reject) => {
            call.decide = {
              succeed: resolve,
              fail: () => reject(new Error("The server is not available.")),
            };
          }),
      );
      if (!outcome) call.state = "done";
      setCalls((now) => [call, ...now]);
      const end = (change: Partial<Call>) =>
        setCalls((now) =>
          now.map((it) => (it.id === call.id ? { ...it, ...change } : it)),
        );
      outcome?.then(
        () => end({ state: "done" }),
        (cause: Error) => end({ state: "failed", message: cause.message }),
      );
      return outcome;
    };
  }

  return (
    <div className="bench">
      <div className="bench-widget">
        <WidgetRenderer
          {...props}
          ref={rendererRef}
          onAction={log(client)}
          sendAction={log(server)}
          onError={(error) => {
            props.onError?.(error);
            // What an action rejects with is shown at its call.
            if (!error.cause) setErrors((now) => [error, ...now]);
          }}
        />
        {children}
      </div>
      <section className="bench-log" aria-label="Actions">
        <header className="bench-head">
          <p className="bench-title">Actions</p>
          {calls.length > 0 && (
            <button
              type="button"
              className="bench-button"
              data-quiet=""
              onClick={() => setCalls([])}
            >
              Clear
            </button>
          )}
        </header>
        {calls.length === 0 && (
          <p className="bench-empty">What the widget sends appears here.</p>
        )}
        <div role="log" aria-label="Calls">
          <ul className="bench-calls">
            {calls.map((call) => (
              <Entry key={call.id} call={call} />
            ))}
          </ul>
        </div>
        {errors.length > 0 && (
          <ul className="bench-calls" aria-label="Errors">
            {errors.map(({ code, message }, i) => (
              <li key={i} className="bench-call">
                <p className="bench-line">
                  <code className="bench-type">{code}</code>
                  <span className="bench-state" data-state="failed">
                    onError
                  </span>
                </p>
                <p className="bench-message">{message}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

let nextId = 0;

const byHand: Handle = (_, __, ___, decide) => decide();

function Entry({ call }: { call: Call }) {
  const { time, handler, action, path, state, message, decide } = call;
  return (
    <li className="bench-call">
      <div>
        <p className="bench-line">
          <code className="bench-type">{action.type}</code>
          <span className="bench-state" data-state={state}>
            {state}
          </span>
        </p>
        <p className="bench-line bench-note">
          <span>{handler}</span>
          <time className="bench-note">{time}</time>
          <code dir="ltr">{path === undefined ? "by code" : path || "/"}</code>
        </p>
      </div>
      {action.payload !== undefined && (
        <pre className="bench-payload" dir="ltr">
          {JSON.stringify(action.payload, null, 2)}
        </pre>
      )}
      {message && <p className="bench-message">{message}</p>}
      {state === "running" && decide && (
        <p className="bench-line">
          <button
            type="button"
            className="bench-button"
            onClick={decide.succeed}
          >
            Succeed
          </button>
          <button type="button" className="bench-button" onClick={decide.fail}>
            Fail
          </button>
        </p>
      )}
    </li>
  );
}

/** What a server does that takes its time. */
export const wait = (ms: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, ms));
