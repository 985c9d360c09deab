// The basic catalogue of A2UI 0.9 with a Badge of the host's; lists are a
// template over the data model and texts that change are bound to it, as its
// guide advises.
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { renderMarkdown } from "@a2ui/markdown-it";
import {
  A2uiSurface,
  MarkdownContext,
  basicCatalog,
  createComponentImplementation,
} from "@a2ui/react/v0_9";
import {
  Catalog,
  CommonSchemas,
  MessageProcessor,
  type SurfaceModel,
} from "@a2ui/web_core/v0_9";
import { z } from "zod";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Content } from "../content.js";
import { twoTasks } from "../measure.js";

const Badge = createComponentImplementation(
  { name: "Badge", schema: z.object({ label: CommonSchemas.DynamicString }) },
  ({ props }) => <span className="badge">{props.label}</span>,
);

const catalog = new Catalog(
  "bench",
  [...basicCatalog.components.values(), Badge],
  [...basicCatalog.functions.values()],
);

type Processor = MessageProcessor<typeof Badge>;
type Message = Extract<
  Parameters<Processor["processMessages"]>[0],
  readonly unknown[]
>[number];

const noSelect = "its ChoicePicker shows all options in place; nothing opens";

export const a2ui: Contestant = {
  name: "@a2ui/react",
  write: (content) => ({ markdown: isMarkdown(content), ...write(content) }),
  mount(container, json) {
    const processor = open("main", json as Sent);
    const data = (json as Sent).data;
    const root = createRoot(container);
    let text = data.text ?? "";
    const send = (...messages: Message[]) =>
      flushSync(() => processor.processMessages(messages));
    const setData = (path: string, value: unknown) =>
      send(message("updateDataModel", { surfaceId: "main", path, value }));
    const { markdown } = json as Sent;
    flushSync(() =>
      root.render(
        <Surface
          surface={processor.model.getSurface("main")!}
          markdown={markdown}
        />,
      ),
    );
    const mounted: Mounted = {
      replace: (next) => send(...fill("main", next as Sent)),
      setText: (id, value) => setData(`/items/${id.slice(1)}/title`, value),
      append(id, delta) {
        if (id === STREAM) {
          text += delta;
          setData("/text", text);
        } else {
          const path = `/items/${id.slice(1)}/title`;
          const surface = processor.model.getSurface("main")!;
          setData(path, `${surface.dataModel.get(path) as string}${delta}`);
        }
      },
      unmount: () => {
        flushSync(() => root.unmount());
        processor.model.deleteSurface("main");
      },
    };
    // Its Markdown is a promise.
    if (markdown) mounted.settle = twoTasks;
    return mounted;
  },
  mountAll(container, json) {
    const root = createRoot(container);
    const processor = new MessageProcessor([catalog]);
    for (const [i, one] of json.entries()) {
      processor.processMessages([
        create(`s${i}`),
        ...fill(`s${i}`, one as Sent),
      ]);
    }
    flushSync(() =>
      root.render(
        [...processor.model.surfacesMap.values()].map((surface) => (
          <A2uiSurface key={surface.id} surface={surface} />
        )),
      ),
    );
    return { unmount: () => flushSync(() => root.unmount()) };
  },
  lacks: {
    select: noSelect,
    "select-search": noSelect,
  },
};

function Surface({
  surface,
  markdown,
}: {
  surface: SurfaceModel<typeof Badge>;
  markdown: boolean;
}) {
  return markdown ? (
    <MarkdownContext.Provider value={renderMarkdown}>
      <A2uiSurface surface={surface} />
    </MarkdownContext.Provider>
  ) : (
    <A2uiSurface surface={surface} />
  );
}

interface Sent {
  markdown: boolean;
  components: object[];
  data: { text?: string; [name: string]: unknown };
}

const message = (name: string, value: object) =>
  ({ version: "v0.9", [name]: value }) as unknown as Message;

const create = (surfaceId: string) =>
  message("createSurface", { surfaceId, catalogId: "bench" });

const fill = (surfaceId: string, { components, data }: Sent) => [
  message("updateComponents", { surfaceId, components }),
  message("updateDataModel", { surfaceId, path: "/", value: data }),
];

function open(surfaceId: string, sent: Sent): Processor {
  const processor = new MessageProcessor([catalog]);
  processor.processMessages([create(surfaceId), ...fill(surfaceId, sent)]);
  return processor;
}

const isMarkdown = (content: Content) =>
  content.kind === "article" && content.markdown;

const action = { event: { name: "open" } };

function write(content: Content): Omit<Sent, "markdown"> {
  switch (content.kind) {
    case "list":
      return {
        components: [
          {
            id: "root",
            component: "List",
            children: { componentId: "row", path: "/items" },
          },
          {
            id: "row",
            component: "Row",
            align: "center",
            children: ["col", "badge", "button"],
          },
          {
            id: "col",
            component: "Column",
            weight: 1,
            children: ["title", "caption"],
          },
          {
            id: "title",
            component: "Text",
            variant: "h5",
            text: { path: "title" },
          },
          {
            id: "caption",
            component: "Text",
            variant: "caption",
            text: { path: "caption" },
          },
          { id: "badge", component: "Badge", label: { path: "badge" } },
          { id: "button", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: { path: "button" } },
        ],
        data: { items: content.items },
      };
    case "article":
      return {
        components: [
          { id: "root", component: "Card", child: "all" },
          {
            id: "all",
            component: "Column",
            children: [...content.rows.map((_, i) => `row${i}`), STREAM],
          },
          ...content.rows.flatMap(({ caption, badge }, i) => [
            {
              id: `row${i}`,
              component: "Row",
              children: [`caption${i}`, `badge${i}`],
            },
            {
              id: `caption${i}`,
              component: "Text",
              variant: "caption",
              text: caption,
            },
            { id: `badge${i}`, component: "Badge", label: badge },
          ]),
          { id: STREAM, component: "Text", text: { path: "/text" } },
        ],
        data: { text: content.text },
      };
    case "form":
      return {
        components: [
          {
            id: "root",
            component: "Column",
            children: [...content.fields.map(({ name }) => name), "send"],
          },
          ...content.fields.map(({ name, label }) => ({
            id: name,
            component: "TextField",
            label,
            value: { path: `/${name}` },
          })),
          { id: "send", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: content.button },
        ],
        data: Object.fromEntries(
          content.fields.map(({ name, value }) => [name, value]),
        ),
      };
    case "select":
      return { components: [], data: {} };
    case "card":
      return {
        components: [
          { id: "root", component: "Card", child: "all" },
          {
            id: "all",
            component: "Column",
            children: ["title", "text", "badge", "button"],
          },
          {
            id: "title",
            component: "Text",
            variant: "h5",
            text: content.title,
          },
          { id: "text", component: "Text", text: content.text },
          { id: "badge", component: "Badge", label: content.badge },
          { id: "button", component: "Button", child: "label", action },
          { id: "label", component: "Text", text: content.button },
        ],
        data: {},
      };
  }
}
