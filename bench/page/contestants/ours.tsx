import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { WidgetRenderer, type WidgetRoot } from "widget-renderer";
import { applyUpdate } from "widget-renderer/core";
import {
  ChatKitItems,
  createChatKitClient,
  useChatKitStatus,
  type ChatKitClient,
  type ChatKitItemProps,
} from "widget-renderer/chatkit";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Content } from "../content.js";

const act = () => {};

export const ours: Contestant = {
  name: "ours",
  kind: "ours",
  write,
  mount(container, json) {
    const root = createRoot(container);
    let widget = json as WidgetRoot;
    const render = () =>
      flushSync(() =>
        root.render(
          <WidgetRenderer widget={widget} onAction={act} sendAction={act} />,
        ),
      );
    render();
    return {
      replace(next) {
        widget = next as WidgetRoot;
        render();
      },
      setText(id, text) {
        widget = applyUpdate(widget, {
          type: "widget.component.updated",
          component_id: id,
          component: { type: "Text", id, value: text, weight: "medium" },
        });
        render();
      },
      append(id, delta, done) {
        widget = applyUpdate(widget, {
          type: "widget.streaming_text.value_delta",
          component_id: id,
          delta,
          done,
        });
        render();
      },
      unmount: () => flushSync(() => root.unmount()),
    } satisfies Mounted;
  },
  mountAll(container, json) {
    const root = createRoot(container);
    flushSync(() =>
      root.render(
        json.map((one, i) => (
          <WidgetRenderer
            key={i}
            widget={one as WidgetRoot}
            onAction={act}
            sendAction={act}
          />
        )),
      ),
    );
    return { unmount: () => flushSync(() => root.unmount()) };
  },
  async live(container, { url }) {
    const client = createChatKitClient({ url: `${url}/chatkit` });
    await client.loadThread("ours");
    const root = createRoot(container);
    flushSync(() => root.render(<Thread client={client} />));
    return {
      stream: () => client.sendUserMessage("Go on"),
      unmount: () => flushSync(() => root.unmount()),
    };
  },
  lacks: {},
};

/** As docs/recipes/chatkit.md has it, without the composer and the errors. */
function Thread({ client }: { client: ChatKitClient }) {
  const { streaming, loading } = useChatKitStatus(client);
  return (
    <main aria-busy={streaming || loading}>
      <ChatKitItems client={client} component={Item} />
    </main>
  );
}

function Item({ item, client }: ChatKitItemProps) {
  if (item.type !== "widget") return null;
  return (
    <WidgetRenderer
      widget={item.widget}
      itemId={item.id}
      sendAction={client.sendAction}
      onAction={() => act()}
    />
  );
}

function write(content: Content): unknown {
  switch (content.kind) {
    case "list":
      return {
        type: "ListView",
        limit: content.items.length,
        children: content.items.map((item) => ({
          type: "ListViewItem",
          key: item.id,
          children: [
            {
              type: "Row",
              flex: 1,
              gap: 3,
              children: [
                {
                  type: "Col",
                  flex: 1,
                  gap: 1,
                  children: [
                    {
                      type: "Text",
                      id: item.id,
                      value: item.title,
                      weight: "medium",
                    },
                    { type: "Caption", value: item.caption },
                  ],
                },
                { type: "Badge", label: item.badge },
                button(item.button, { id: item.id }),
              ],
            },
          ],
        })),
      };
    case "article":
      return {
        type: "Card",
        children: [
          ...content.rows.map(({ caption, badge }) => ({
            type: "Row",
            children: [
              { type: "Caption", value: caption },
              { type: "Badge", label: badge },
            ],
          })),
          {
            type: content.markdown ? "Markdown" : "Text",
            id: STREAM,
            value: content.text,
            streaming: true,
          },
        ],
      };
    case "form":
      return {
        type: "Form",
        children: [
          ...content.fields.map(({ name, label, value }) => ({
            type: "Col",
            gap: 1,
            children: [
              { type: "Label", value: label, fieldName: name },
              { type: "Input", name, defaultValue: value },
            ],
          })),
          button(content.button, {}),
        ],
      };
    case "select":
      return {
        type: "Select",
        name: content.name,
        placeholder: content.placeholder,
        searchable: content.searchable,
        options: content.options.map((label, i) => ({
          value: String(i),
          label,
        })),
      };
    case "card":
      return {
        type: "Card",
        children: [
          { type: "Text", value: content.title, weight: "medium" },
          { type: "Text", value: content.text },
          { type: "Badge", label: content.badge },
          button(content.button, {}),
        ],
      };
  }
}

function button(label: string, payload: object) {
  return {
    type: "Button",
    label,
    onClickAction: { type: "open", payload, handler: "client" },
  };
}
