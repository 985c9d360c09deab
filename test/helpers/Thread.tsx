import { page } from "vitest/browser";
import {
  createChatKitClient,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitClientOptions,
} from "../../src/chatkit/index.js";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";

export const field = (name: string) => page.getByRole("textbox", { name });

export const text = (words: string | RegExp) => page.getByText(words);

export type ErrorHandler = (error: WidgetError) => void;

export interface ThreadProps extends Pick<
  WidgetRendererProps,
  "components" | "onError" | "transformUrl"
> {
  client: ChatKitClient;
}

/** The least that a host writes for a thread. */
export function Thread({ client, ...props }: ThreadProps) {
  const items = useChatKitItems(client);
  const { error } = useChatKitStatus(client);
  return (
    <>
      {items.map(
        (item) =>
          item.type === "widget" && (
            <WidgetRenderer
              key={item.id}
              widget={item.widget}
              itemId={item.id}
              sendAction={client.sendAction}
              {...props}
            />
          ),
      )}
      <output aria-label="Problem">{error?.message}</output>
    </>
  );
}

/** A client whose errors do not reach the console. */
export function connect(options: ChatKitClientOptions) {
  return createChatKitClient({ onError: () => undefined, ...options });
}

/** Delays requests from `close` to `open`. */
export function gate() {
  let open: (() => void) | undefined;
  let closed: Promise<void> | undefined;
  return {
    close: () => void (closed = new Promise((resolve) => (open = resolve))),
    open: () => open?.(),
    fetch: async (url: string | URL, init: RequestInit) => {
      await closed;
      return fetch(url, init);
    },
  };
}

export const action = (label: string, streaming = true): WidgetNode => ({
  type: "Button",
  label,
  onClickAction: { type: label, streaming, payload: { value: "Changed" } },
});
