import { useEffect, useRef, useState } from "react";
import {
  WidgetRenderer,
  type ActionHandler,
  type WidgetError,
} from "../../src/index.js";
import {
  ChatKitError,
  useChatKitItems,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitItem,
  type ChatKitStatus,
} from "../../src/chatkit/index.js";
import "./chat.css";

interface ChatProps {
  client: ChatKitClient;
  /** Where the server runs, for the line below the composer. */
  server: string;
}

/** A chat of its own around a ChatKit server: what an app has to write for it. */
export function Chat({ client, server }: ChatProps) {
  const items = useChatKitItems(client);
  const status = useChatKitStatus(client);
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const scroll = useFollow();
  const composer = useRef<HTMLInputElement>(null);
  // Each button of the foot goes, or is disabled, as soon as it is pressed.
  const goOn = () => composer.current?.focus();
  if (refused && !status.streaming) setRefused(false);

  async function say(message: string) {
    const before = client.getItems();
    try {
      await client.sendUserMessage(message);
    } catch (cause) {
      setRefused(isRefusal(cause));
      // What the server did not take is the reader's again.
      if (client.getItems() === before) setText((now) => now || message);
    }
  }

  const onAction: ActionHandler = ({ type, payload }) => {
    if (type === "chat.say") void say((payload as { text: string }).text);
  };
  const onError = ({ message, cause }: WidgetError) => {
    if (isRefusal(cause)) setRefused(true);
    // What fails on the way stands in the status.
    else if (!(cause instanceof ChatKitError)) console.warn(message);
  };
  const problem = refused
    ? "One thing at a time: wait for the reply, or stop it."
    : problemOf(status);

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
          {items.length === 0 && (
            <li className="chat-hello">
              <h1>What shall we try?</h1>
              <p>
                Ask for flights, an order, a form, a chart, a draft, a timer.
              </p>
            </li>
          )}
          {items.map((item) => (
            <li key={item.id} className="chat-item" data-from={item.type}>
              <Item
                item={item}
                client={client}
                onAction={onAction}
                onError={onError}
              />
            </li>
          ))}
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
            if (text.trim() === "" || status.streaming) return;
            goOn();
            void say(text.trim());
            setText("");
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

/** Nothing was sent: something else runs. */
function isRefusal(cause: unknown) {
  return cause instanceof ChatKitError && cause.reason === "refused";
}

/** What went wrong in words of the reader's; developers read the console. */
function problemOf({ error }: ChatKitStatus) {
  if (!error) return undefined;
  if (error.serverCode === "custom") return error.message;
  switch (error.reason) {
    case "stopped":
      return "The reply was stopped.";
    case "network":
      return "The server was not reached, or its reply broke off.";
    default:
      return "Something went wrong on the server.";
  }
}

interface ItemProps {
  item: ChatKitItem;
  client: ChatKitClient;
  onAction: ActionHandler;
  onError: (error: WidgetError) => void;
}

function Item({ item, client, onAction, onError }: ItemProps) {
  switch (item.type) {
    case "widget":
      return (
        <WidgetRenderer
          widget={item.widget}
          itemId={item.id}
          onAction={onAction}
          sendAction={client.sendAction}
          onError={onError}
        />
      );
    case "user_message":
    case "assistant_message":
      return <p>{item.content.map((part) => part.text).join("\n")}</p>;
    default:
      return null;
  }
}

/** Keeps the end in sight as long as the reader is there, whatever grows. */
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
