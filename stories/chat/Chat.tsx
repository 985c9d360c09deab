import { useEffect, useRef, useState } from "react";
import { WidgetRenderer } from "../../src/index.js";
import {
  ChatKitError,
  ChatKitItems,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitFailure,
  type ChatKitItemProps,
} from "../../src/chatkit/index.js";
import "./chat.css";

interface ChatProps {
  client: ChatKitClient;
  /** Where the server runs, for the line below the composer. */
  server: string;
}

/** A whole chat around a ChatKit server: what an app has to write for it. */
export function Chat({ client, server }: ChatProps) {
  const isEmpty = useChatKitItems(client).length === 0;
  const status = useChatKitStatus(client);
  const [text, setText] = useState("");
  const [unsent, setUnsent] = useState<string>();
  const composer = useRef<HTMLInputElement>(null);
  const scroll = useFollow();
  // Each button of the foot goes, or is disabled, as soon as it is pressed.
  const goOn = () => composer.current?.focus();

  async function say(message: string) {
    // What is rendered may be older than what the client does.
    if (client.getStatus().streaming) return;
    setText((now) => (now.trim() === message ? "" : now));
    setUnsent(undefined);
    try {
      await client.sendUserMessage(message);
    } catch (cause) {
      // What the server has, or takes by a retry, is not written again.
      if (isSent(cause) || client.getStatus().canRetry) return;
      // Something else may be in the composer by now: that stays.
      if (composer.current?.value) setUnsent(message);
      else setText(message);
    }
  }

  const { error } = status;
  const problem = error && (error.userMessage ?? sentences[error.reason]);

  return (
    <main className="chat">
      <section
        className="chat-scroll"
        ref={scroll}
        aria-label="Conversation"
        // Keys scroll what has the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <ol className="chat-items">
          {isEmpty && (
            <li className="chat-hello">
              <h1>What shall we try?</h1>
              <p>
                Ask for flights, an order, a form, a chart, a draft, a timer.
              </p>
            </li>
          )}
          <ChatKitItems client={client} component={Item} />
          {status.progress && (
            <li className="chat-item chat-progress">{status.progress.text}</li>
          )}
        </ol>
      </section>
      <div className="chat-foot">
        <output aria-label="Problems">
          {problem !== undefined && (
            <span className="chat-problem">
              {problem}
              {status.canRetry ? (
                <button
                  type="button"
                  onClick={() => {
                    goOn();
                    void client.retry().catch(() => {});
                  }}
                >
                  Try again
                </button>
              ) : unsent !== undefined ? (
                <button
                  type="button"
                  onClick={() => {
                    goOn();
                    void say(unsent);
                  }}
                >
                  Send “{unsent}” again
                </button>
              ) : (
                status.stale.size > 0 && (
                  <button
                    type="button"
                    onClick={() => {
                      goOn();
                      void client.refresh().catch(() => {});
                    }}
                  >
                    Refresh
                  </button>
                )
              )}
            </span>
          )}
        </output>
        <form
          className="chat-composer"
          onSubmit={(event) => {
            event.preventDefault();
            const message = text.trim();
            if (message === "") return;
            goOn();
            void say(message);
          }}
        >
          <input
            ref={composer}
            aria-label="Message"
            placeholder="Write a message"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {status.streaming && status.allowCancel ? (
            <button
              key="stop"
              type="button"
              onClick={() => {
                goOn();
                client.stop();
              }}
            >
              Stop
            </button>
          ) : (
            <button key="send" type="submit" disabled={text.trim() === ""}>
              Send
            </button>
          )}
        </form>
        <p className="chat-server">{server}</p>
      </div>
    </main>
  );
}

/** Whether the server has the message, as far as is known. */
function isSent(cause: unknown) {
  return cause instanceof ChatKitError && cause.messageId !== undefined;
}

/** What went wrong in words of the user's; developers read the console. */
const sentences: Record<ChatKitFailure, string> = {
  refused: "One thing at a time: wait for the reply, or stop it.",
  stopped: "The reply was stopped.",
  network: "The server was not reached, or its reply broke off.",
  http: "The server cannot answer right now.",
  server: "Something went wrong on the server.",
  protocol: "The server gave an answer that cannot be shown.",
  tool: "The page could not do what the assistant asked for.",
};

function Item({ item, client }: ChatKitItemProps) {
  return (
    <li className="chat-item" data-from={item.type}>
      {item.type === "widget" ? (
        <WidgetRenderer
          widget={item.widget}
          itemId={item.id}
          sendAction={client.sendAction}
          onAction={({ type, payload }) => {
            if (type !== "chat.say") return undefined;
            return client.sendUserMessage((payload as { text: string }).text);
          }}
          onError={({ message, cause }) => {
            // What fails on the way is in the status; a refusal shows at the widget.
            if (!(cause instanceof ChatKitError)) console.warn(message);
          }}
        />
      ) : item.type === "user_message" || item.type === "assistant_message" ? (
        <p>{item.content.map((part) => part.text).join("\n")}</p>
      ) : null}
    </li>
  );
}

/** Keeps the end in sight as long as the user is there, whatever grows. */
function useFollow() {
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = scroll.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    let atEnd = true;
    const look = () => {
      const { scrollHeight, scrollTop, clientHeight } = element;
      atEnd = scrollHeight - scrollTop - clientHeight < 48;
    };
    const follow = new ResizeObserver(() => {
      if (atEnd) element.scrollTop = element.scrollHeight;
    });
    follow.observe(content);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      follow.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  return scroll;
}
