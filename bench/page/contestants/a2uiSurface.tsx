// How A2UI 0.9 is used, whatever its catalogue: lists are a template over the data
// model and texts that change are bound to it, as its guide advises.
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import {
  A2uiSurface,
  type ReactComponentImplementation,
} from "@a2ui/react/v0_9";
import {
  MessageProcessor,
  type Catalog,
  type SurfaceModel,
} from "@a2ui/web_core/v0_9";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Content } from "../content.js";
import { twoTasks } from "../measure.js";

type Component = ReactComponentImplementation;
type Message = Extract<
  Parameters<MessageProcessor<Component>["processMessages"]>[0],
  readonly unknown[]
>[number];

/** What a server sends of a surface. */
export interface Sent {
  components: object[];
  data: { text?: string; [name: string]: unknown };
}

export interface A2uiOptions {
  like?: string;
  catalog: Catalog<Component>;
  write(content: Content): Sent;
  /** Around a surface with Markdown, which is then mounted by promises. */
  MarkdownProvider?: (props: { children: ReactNode }) => ReactNode;
  lacks?: Contestant["lacks"];
}

const noSelect = "its ChoicePicker shows all options in place; nothing opens";

export function a2uiContestant(
  name: string,
  { like, catalog, write, MarkdownProvider, lacks }: A2uiOptions,
): Contestant {
  return {
    name,
    kind: "peer",
    like,
    write: (content) => ({
      ...write(content),
      markdown: content.kind === "article" && content.markdown,
    }),
    mount(container, json) {
      const { markdown, ...sent } = json as Sent & { markdown: boolean };
      const processor = new MessageProcessor([catalog]);
      processor.processMessages([create("main"), ...fill("main", sent)]);
      const surface = processor.model.getSurface("main")!;
      const root = createRoot(container);
      let text = sent.data.text ?? "";
      const send = (...messages: Message[]) =>
        flushSync(() => processor.processMessages(messages));
      const setData = (path: string, value: unknown) =>
        send(update("main", path, value));
      const later = markdown && MarkdownProvider;
      flushSync(() =>
        root.render(
          later ? (
            <MarkdownProvider>
              <A2uiSurface surface={surface} />
            </MarkdownProvider>
          ) : (
            <A2uiSurface surface={surface} />
          ),
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
            setData(path, `${surface.dataModel.get(path) as string}${delta}`);
          }
        },
        unmount: () => {
          flushSync(() => root.unmount());
          processor.model.deleteSurface("main");
        },
      };
      if (later) mounted.settle = twoTasks;
      return mounted;
    },
    mountAll: (container, json) => mountAll(container, json as Sent[]),
    live(container, thread) {
      const mounted = mountAll(container, thread.widgets as Sent[]);
      const texts = new Map<number, string>();
      thread.listen(({ at, delta }) => {
        const { data } = (thread.widgets as Sent[])[at]!;
        const text = (texts.get(at) ?? data.text ?? "") + delta;
        texts.set(at, text);
        flushSync(() =>
          mounted.processor.processMessages([update(`s${at}`, "/text", text)]),
        );
      });
      return mounted;
    },
    lacks: { select: noSelect, "select-search": noSelect, ...lacks },
  };

  function mountAll(container: HTMLElement, all: Sent[]) {
    const root = createRoot(container);
    const processor = new MessageProcessor([catalog]);
    for (const [i, one] of all.entries()) {
      processor.processMessages([create(`s${i}`), ...fill(`s${i}`, one)]);
    }
    const surfaces: SurfaceModel<Component>[] = [
      ...processor.model.surfacesMap.values(),
    ];
    flushSync(() =>
      root.render(
        surfaces.map((surface) => (
          <A2uiSurface key={surface.id} surface={surface} />
        )),
      ),
    );
    return { processor, unmount: () => flushSync(() => root.unmount()) };
  }

  function create(surfaceId: string) {
    return message("createSurface", { surfaceId, catalogId: catalog.id });
  }
}

const message = (name: string, value: object) =>
  ({ version: "v0.9", [name]: value }) as unknown as Message;

const update = (surfaceId: string, path: string, value: unknown) =>
  message("updateDataModel", { surfaceId, path, value });

const fill = (surfaceId: string, { components, data }: Sent) => [
  message("updateComponents", { surfaceId, components }),
  update(surfaceId, "/", data),
];
