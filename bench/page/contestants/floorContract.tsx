// What floor-react would be with the elements and attributes that users of the
// library may rely on: the difference between the two is the price of that page,
// the difference to ours that of drawing it from JSON.
import { memo } from "react";
import type { Article, Card, Content, List } from "../content.js";
import { floor } from "./floorReact.js";

const act = () => {};

const other = "would be floor-react again";

export const floorContract = floor("floor-contract", View, {
  "stream-markdown": other,
  form: other,
  select: other,
  "select-search": other,
  size: other,
});

function View({ content }: { content: Content }) {
  switch (content.kind) {
    case "list":
      return <ListView items={content.items} />;
    case "article":
      return <ArticleView {...content} />;
    case "card":
      return <CardView {...content} />;
    default:
      return null;
  }
}

function ListView({ items }: { items: List["items"] }) {
  return (
    <div className="wr-root">
      <div className="wr-ListView" data-node="ListView">
        <div className="wr-ListView-surface">
          <ul
            className="wr-ListView-list"
            // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as ours
            role="list"
            data-long={items.length > 100 ? "" : undefined}
          >
            {items.map(({ id, title, caption, badge, button }) => (
              <ItemView
                key={id}
                id={id}
                title={title}
                caption={caption}
                badge={badge}
                button={button}
              />
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

const ItemView = memo(function ItemView(props: List["items"][number]) {
  return (
    <li className="wr-ListViewItem" data-node="ListViewItem">
      <div
        className="wr-ListViewItem-content"
        data-direction="row"
        data-spacing="auto"
      >
        <div
          className="wr-Row"
          data-node="Row"
          data-direction="row"
          data-spacing="3"
          data-flex="1"
        >
          <div
            className="wr-Col"
            data-node="Col"
            data-direction="col"
            data-spacing="1"
            data-flex="1"
          >
            <div
              className="wr-Text"
              data-node="Text"
              data-node-id={props.id}
              data-size="md"
              data-weight="medium"
            >
              {props.title}
            </div>
            <CaptionView value={props.caption} />
          </div>
          <BadgeView label={props.badge} />
          <ButtonView label={props.button} />
        </div>
      </div>
    </li>
  );
});

function ArticleView({ rows, text }: Article) {
  return (
    <CardBox>
      {rows.map(({ caption, badge }, i) => (
        <RowView key={i} caption={caption} badge={badge} />
      ))}
      <div
        className="wr-Text"
        data-node="Text"
        data-size="md"
        data-streaming=""
      >
        {text}
      </div>
    </CardBox>
  );
}

const RowView = memo(function RowView({
  caption,
  badge,
}: Article["rows"][number]) {
  return (
    <div
      className="wr-Row"
      data-node="Row"
      data-direction="row"
      data-spacing="auto"
    >
      <CaptionView value={caption} />
      <BadgeView label={badge} />
    </div>
  );
});

const CardView = memo(function CardView({ title, text, badge, button }: Card) {
  return (
    <CardBox>
      <div
        className="wr-Text"
        data-node="Text"
        data-size="md"
        data-weight="medium"
      >
        {title}
      </div>
      <div className="wr-Text" data-node="Text" data-size="md">
        {text}
      </div>
      <BadgeView label={badge} />
      <ButtonView label={button} />
    </CardBox>
  );
});

function CardBox({ children }: { children: React.ReactNode }) {
  return (
    <div className="wr-root">
      <div className="wr-Card" data-node="Card" data-size="md">
        <div className="wr-Card-surface">
          <div
            className="wr-Card-body"
            data-direction="col"
            data-spacing="auto"
          >
            {children}
          </div>
        </div>
      </div>
    </div>
  );
}

function CaptionView({ value }: { value: string }) {
  return (
    <div className="wr-Caption" data-node="Caption" data-size="md">
      {value}
    </div>
  );
}

function BadgeView({ label }: { label: string }) {
  return (
    <span
      className="wr-Badge"
      data-node="Badge"
      data-color="secondary"
      data-variant="soft"
      data-size="sm"
      data-pill=""
    >
      <span className="wr-Badge-label">{label}</span>
    </span>
  );
}

function ButtonView({ label }: { label: string }) {
  return (
    <button
      type="button"
      className="wr-Button"
      data-node="Button"
      data-color="primary"
      data-variant="solid"
      data-size="lg"
      data-pill=""
      onClick={act}
    >
      <span className="wr-Button-label">{label}</span>
    </button>
  );
}
