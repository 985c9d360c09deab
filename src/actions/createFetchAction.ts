import { postJson, type PostOptions } from "../core/postJson.js";
import { isRecord } from "../core/json.js";
import type { WidgetUpdate } from "../core/applyUpdate.js";
import type { ActionHandler, WidgetItem } from "../types.js";

export interface FetchActionOptions extends Omit<PostOptions, "url"> {
  /**
   * Takes what the server answers: the `apply` of `useWidget`. A whole widget comes
   * as `widget.root.updated`; of a list of updates each comes by itself.
   */
  apply?: ((update: WidgetUpdate, item: WidgetItem) => void) | undefined;
  /**
   * Reads the messages of a 422: a text, or a list of texts, by the full name of the
   * field. @default the `errors` or `fieldErrors` of the body
   */
  fieldErrors?: ((body: unknown) => unknown) | undefined;
}

/**
 * What `createFetchAction` rejects with. `message` is for developers: what users read
 * is a sentence of the host's by `reason`.
 */
export interface FetchActionError extends Error {
  /**
   * - `network`: the server was not reached, or its answer broke off.
   * - `invalid`: a 422; `fieldErrors` are shown at the fields.
   * - `http`: another status that is no success.
   * - `protocol`: the answer is no JSON that this takes.
   */
  reason: "network" | "invalid" | "http" | "protocol";
  status?: number;
  fieldErrors?: unknown;
}

/**
 * A `sendAction` that POSTs each action as JSON, `{ type, payload }`, and takes a
 * widget, an update or a list of updates back, or nothing. A 422 puts its messages at
 * the fields. The request is aborted when the renderer unmounts. Where actions overlap,
 * the last answer counts.
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
    /** What breaks off on the way; an abort stays one. */
    const sent = async <T>(promise: Promise<T>): Promise<T> => {
      try {
        return await promise;
      } catch (cause) {
        signal.throwIfAborted();
        throw fail("network", `failed: ${String(cause)}`, { cause });
      }
    };

    const post = postJson(
      { ...options, url },
      { type, payload },
      "application/json",
      signal,
    );
    const response = await sent(post);
    const text = await sent(response.text());
    signal.throwIfAborted();
    const { ok, status } = response;
    let body: unknown;
    try {
      body = text.trim() === "" ? undefined : JSON.parse(text);
    } catch (cause) {
      // Of a failure the status says more.
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
