// What floor-react would be with the elements and attributes of this library: the
// difference between the two is the price of the page, the difference to ours that
// of rendering it from JSON.
import { memo, useState } from "react";
import type { Article, Card, Content, Form, List } from "../content.js";
import { oursMarkdown } from "../elements/markdown.js";
import * as el from "../elements/ours.js";
import { floor } from "./floorReact.js";

const act = () => {};

const other = "would be floor-react again";

export const floorContract = floor("floor-contract", View, {
  like: "ours",
  lacks: { select: other, "select-search": other, size: other, paint: other },
});

function View({ content }: { content: Content }) {
  switch (content.kind) {
    case "list":
      return <ListView items={content.items} />;
    case "article":
      return <ArticleView {...content} />;
    case "form":
      return <FormView {...content} />;
    case "card":
      return <CardView {...content} />;
    case "select":
      return null;
  }
}

// The elements are functions, and called as such: no component more than in
// floor-react.
function ListView({ items }: { items: List["items"] }) {
  return el.List({
    count: items.length,
    children: items.map(({ id, title, caption, badge, button }) => (
      <ItemView
        key={id}
        title={title}
        caption={caption}
        badge={badge}
        button={button}
      />
    )),
  });
}

const ItemView = memo(function ItemView({
  title,
  caption,
  badge,
  button,
}: Omit<List["items"][number], "id">) {
  return el.Item({
    children: el.Row({
      flex: 1,
      gap: 3,
      children: [
        el.Col({
          flex: 1,
          gap: 1,
          children: [
            el.Title({ value: title }),
            el.Caption({ value: caption }),
          ],
        }),
        el.Badge({ label: badge }),
        el.Button({ label: button, onPress: act }),
      ],
    }),
  });
});

function ArticleView({ rows, text, markdown }: Article) {
  return el.Card({
    children: [
      rows.map(({ caption, badge }, i) => (
        <RowView key={i} caption={caption} badge={badge} />
      )),
      markdown
        ? oursMarkdown({ value: text })
        : el.Text({ value: text, streaming: true }),
    ],
  });
}

const RowView = memo(function RowView({
  caption,
  badge,
}: Article["rows"][number]) {
  return el.Row({
    children: [el.Caption({ value: caption }), el.Badge({ label: badge })],
  });
});

function FormView({ fields, button }: Form) {
  return el.Form({
    children: [
      fields.map(({ name, label, value }) => (
        <FieldView key={name} name={name} label={label} value={value} />
      )),
      el.Button({ label: button, onPress: act }),
    ],
  });
}

const FieldView = memo(function FieldView({
  name,
  label,
  value: initial,
}: Form["fields"][number]) {
  const [value, setValue] = useState(initial);
  // oxlint-disable-next-line react/capitalized-calls -- it has no hooks
  return el.Field({ name, label, value, onChange: setValue });
});

const CardView = memo(function CardView({ title, text, badge, button }: Card) {
  return el.Card({
    children: [
      el.Title({ value: title }),
      el.Text({ value: text }),
      el.Badge({ label: badge }),
      el.Button({ label: button, onPress: act }),
    ],
  });
});
