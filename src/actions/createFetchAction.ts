import { postJson, type PostOptions } from "../core/postJson.js";
import { isRecord, messageOf } from "../core/json.js";
import type { WidgetUpdate } from "../core/applyUpdate.js";
import type { ActionHandler, WidgetItem } from "../types.js";

export interface FetchActionOptions extends Omit<PostOptions, "url"> {
  /**
   * Applies what the server answers: pass the `apply` of `useWidget`. It is called with
   * `widget.root.updated` for a whole widget, and once for each update of a list.
   */
  apply?: ((update: WidgetUpdate, item: WidgetItem) => void) | undefined;
  /**
   * Reads the error messages in the body of a 422: a text, or a list of texts, by the
   * full name of the field. @default the `errors` or `fieldErrors` of the body
   */
  fieldErrors?: ((body: unknown) => unknown) | undefined;
}

/**
 * The error that an action of `createFetchAction` rejects with. `message` is for
 * developers: show users a sentence that the host has for each `reason`.
 */
export interface FetchActionError extends Error {
  /**
   * Why the action failed:
   * - `network`: the server was not reached, or its answer broke off.
   * - `invalid`: the server answered with 422; `fieldErrors` are shown at the fields.
   * - `http`: the server answered with another status that is not a success.
   * - `protocol`: the answer is not JSON, or neither a widget nor an update.
   */
  reason: "network" | "invalid" | "http" | "protocol";
  status?: number;
  fieldErrors?: unknown;
}

/**
 * Creates a `sendAction` that POSTs each action as JSON, `{ type, payload }`. The server
 * answers with a widget, an update, a list of updates, or nothing. The messages of a 422
 * are shown at the fields. The request is aborted when the renderer unmounts. If actions
 * overlap, the last answer counts.
 *
 * @example
 * const { widget, apply } = useWidget(initial);
 * const sendAction = createFetchAction("/api/orders/A-1", { apply });
 * return <WidgetRenderer widget={widget} sendAction={sendAction} />;
 */
export function createFetchAction(
  url: string | URL,
  options: FetchActionOptions = {},
): ActionHandler {
  return async ({ type, payload }, item, { signal }) => {
    const fail = (
      reason: FetchActionError["reason"],
      message: string,
      details?: Partial<FetchActionError>,
    ) =>
      Object.assign(new Error(`POST ${String(url)} ${message}`), {
        reason,
        ...details,
      });
    /** Fails with the reason `network` if the promise rejects; an abort stays an abort. */
    const received = async <T>(promise: Promise<T>): Promise<T> => {
      try {
        return await promise;
      } catch (cause) {
        signal.throwIfAborted();
        throw fail("network", `failed: ${messageOf(cause)}`, { cause });
      }
    };

    const post = postJson(
      { ...options, url },
      { type, payload },
      "application/json",
      signal,
    );
    const response = await received(post);
    const text = await received(response.text());
    signal.throwIfAborted();
    const { ok, status } = response;
    let body: unknown;
    try {
      body = text.trim() === "" ? undefined : JSON.parse(text);
    } catch (cause) {
      // Of an answer that is not a success, the status explains more.
      if (ok) {
        throw fail("protocol", "was answered with no JSON", { cause, status });
      }
    }
    if (status === 422) {
      const fieldErrors = options.fieldErrors
        ? options.fieldErrors(body)
        : isRecord(body)
          ? (body["errors"] ?? body["fieldErrors"])
          : undefined;
      throw fail("invalid", "was answered with 422", { status, fieldErrors });
    }
    if (!ok) throw fail("http", `was answered with ${status}`, { status });
    if (body === undefined || body === null) return;
    for (const answer of [body].flat() as unknown[]) {
      if (!isRecord(answer) || typeof answer["type"] !== "string") {
        throw fail(
          "protocol",
          "was answered with JSON that is neither a widget nor an update",
          { status },
        );
      }
      options.apply?.(
        answer["type"].startsWith("widget.")
          ? (answer as unknown as WidgetUpdate)
          : { type: "widget.root.updated", widget: answer },
        item,
      );
    }
  };
}
