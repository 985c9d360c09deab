// What a good React programmer writes for exactly this content: plain elements,
// memoised components that take scalars.
import {
  memo,
  useCallback,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { STREAM, type Contestant, type Mounted } from "../contestant.js";
import type { Article, Card, Content, Form, List, Select } from "../content.js";
import { MarkdownBlocks } from "./MarkdownBlocks.js";

const act = () => {};

export const floorReact = floor("floor-react", View);

/** A contestant of components that take the content as it is. */
export function floor(
  name: string,
  View: View,
  { like, lacks = {} }: Partial<Pick<Contestant, "like" | "lacks">> = {},
): Contestant {
  return {
    name,
    kind: "floor",
    like,
    write: (content) => content,
    mount(container, json) {
      const root = createRoot(container);
      let content = json as Content;
      const render = () =>
        flushSync(() => root.render(<View content={content} />));
      render();
      return {
        replace(next) {
          content = next as Content;
          render();
        },
        setText(id, text) {
          content = changed(content, id, () => text);
          render();
        },
        append(id, delta) {
          content = changed(content, id, (text) => text + delta);
          render();
        },
        unmount: () => flushSync(() => root.unmount()),
      } satisfies Mounted;
    },
    mountAll(container, json) {
      const root = createRoot(container);
      flushSync(() =>
        root.render(
          json.map((one, i) => <View key={i} content={one as Content} />),
        ),
      );
      return { unmount: () => flushSync(() => root.unmount()) };
    },
    live: (container, thread) => {
      const root = createRoot(container);
      const store = createStore(thread.widgets as Content[]);
      flushSync(() => root.render(<Thread store={store} View={View} />));
      thread.listen(({ at, id, delta }) =>
        store.update(at, (content) =>
          changed(content, id, (text) => text + delta),
        ),
      );
      return { unmount: () => flushSync(() => root.unmount()) };
    },
    lacks,
  };
}

/** What a host writes for a list that lives outside of React. */
function createStore(items: readonly Content[]) {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => items,
    update(at: number, change: (content: Content) => Content) {
      items = items.with(at, change(items[at]!));
      for (const listener of listeners) listener();
    },
  };
}

type View = ComponentType<{ content: Content }>;

function Thread({
  store,
  View,
}: {
  store: ReturnType<typeof createStore>;
  View: View;
}) {
  const items = useSyncExternalStore(store.subscribe, store.get);
  return items.map((content, i) => (
    <ThreadItem key={i} View={View} content={content} />
  ));
}

const ThreadItem = memo(function ThreadItem({
  View,
  content,
}: {
  View: View;
  content: Content;
}) {
  return <View content={content} />;
});

function changed(
  content: Content,
  id: string,
  change: (text: string) => string,
): Content {
  if (content.kind === "article" && id === STREAM) {
    return { ...content, text: change(content.text) };
  }
  if (content.kind !== "list") return content;
  const at = content.items.findIndex((item) => item.id === id);
  const items = content.items.slice();
  items[at] = { ...items[at]!, title: change(items[at]!.title) };
  return { ...content, items };
}

function View({ content }: { content: Content }) {
  switch (content.kind) {
    case "list":
      return <ListView items={content.items} />;
    case "article":
      return <ArticleView {...content} />;
    case "form":
      return <FormView {...content} />;
    case "select":
      return <SelectView {...content} />;
    case "card":
      return <CardView {...content} />;
  }
}

function ListView({ items }: { items: List["items"] }) {
  return (
    <ul className="list">
      {items.map(({ id, title, caption, badge, button }) => (
        <ItemView
          key={id}
          title={title}
          caption={caption}
          badge={badge}
          button={button}
        />
      ))}
    </ul>
  );
}

const ItemView = memo(function ItemView(
  props: Omit<List["items"][number], "id">,
) {
  return (
    <li className="item">
      <div className="row">
        <div className="col">
          <div className="title">{props.title}</div>
          <div className="caption">{props.caption}</div>
        </div>
        <span className="badge">{props.badge}</span>
        <button type="button" className="button" onClick={act}>
          {props.button}
        </button>
      </div>
    </li>
  );
});

function ArticleView({ rows, text, markdown }: Article) {
  return (
    <div className="card">
      {rows.map(({ caption, badge }, i) => (
        <RowView key={i} caption={caption} badge={badge} />
      ))}
      {markdown ? (
        <div className="markdown">
          <MarkdownBlocks value={text} />
        </div>
      ) : (
        <div className="text">{text}</div>
      )}
    </div>
  );
}

const RowView = memo(function RowView({
  caption,
  badge,
}: Article["rows"][number]) {
  return (
    <div className="row">
      <div className="caption">{caption}</div>
      <span className="badge">{badge}</span>
    </div>
  );
});

function FormView({ fields, button }: Form) {
  return (
    <form className="form">
      {fields.map(({ name, label, value }) => (
        <FieldView key={name} name={name} label={label} value={value} />
      ))}
      <button type="button" className="button" onClick={act}>
        {button}
      </button>
    </form>
  );
}

const FieldView = memo(function FieldView({
  name,
  label,
  value: initial,
}: Form["fields"][number]) {
  const [value, setValue] = useState(initial);
  return (
    <div className="field">
      <label htmlFor={name} className="label">
        {label}
      </label>
      <input
        id={name}
        name={name}
        className="input"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </div>
  );
});

function SelectView({ placeholder, searchable, options }: Select) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const choose = useCallback((label: string) => {
    setChosen(label);
    setOpen(false);
  }, []);
  return (
    <div className="select">
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {chosen ?? placeholder}
      </button>
      {open && (
        <div className="popup">
          {searchable && <input className="input" aria-label="Search" />}
          <div className="options">
            {options.map((label) => (
              <OptionView key={label} label={label} onChoose={choose} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const OptionView = memo(function OptionView({
  label,
  onChoose,
}: {
  label: string;
  onChoose: (label: string) => void;
}) {
  return (
    <button type="button" className="option" onClick={() => onChoose(label)}>
      {label}
    </button>
  );
});

const CardView = memo(function CardView({ title, text, badge, button }: Card) {
  return (
    <div className="card">
      <div className="title">{title}</div>
      <div className="text">{text}</div>
      <span className="badge">{badge}</span>
      <button type="button" className="button" onClick={act}>
        {button}
      </button>
    </div>
  );
});
