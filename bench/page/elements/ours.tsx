// The elements and attributes that the library renders for the same nodes, and so
// those that its stylesheet is about. The bench compares the two: when the library's
// change, this file follows, and with it all who render with them.
import type { ReactNode } from "react";
import type { Elements } from "./Elements.js";

const Root = ({ children }: { children: ReactNode }) => (
  <div className="wr-root">{children}</div>
);

export const List: Elements["List"] = ({ count, children }) => (
  <Root>
    <div className="wr-ListView">
      <div className="wr-ListView-surface">
        <ul
          className="wr-ListView-list"
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as ours
          role="list"
          data-long={count > 100 ? "" : undefined}
        >
          {children}
        </ul>
      </div>
    </div>
  </Root>
);

export const Item: Elements["Item"] = ({ children }) => (
  <li className="wr-ListViewItem">
    <div className="wr-ListViewItem-content wr-horizontal">{children}</div>
  </li>
);

export const Row: Elements["Row"] = ({ gap, flex, children }) => (
  <div className="wr-Row wr-horizontal" data-spacing={gap} data-flex={flex}>
    {children}
  </div>
);

export const Col: Elements["Col"] = ({ gap, flex, children }) => (
  <div className="wr-Col wr-vertical" data-spacing={gap} data-flex={flex}>
    {children}
  </div>
);

export const Card: Elements["Card"] = ({ children }) => (
  <Root>
    <div className="wr-Card">
      <div className="wr-Card-surface">
        <div className="wr-Card-body wr-vertical">{children}</div>
      </div>
    </div>
  </Root>
);

export const Form: Elements["Form"] = ({ children }) => (
  <Root>
    <form
      className="wr-Form wr-vertical"

      noValidate
    >
      {children}
    </form>
  </Root>
);

export const Title: Elements["Title"] = ({ value }) => (
  <div className="wr-Text" data-weight="medium">
    {value}
  </div>
);

/** A long text may have a long word anywhere. */
export const isLong = (text: string) =>
  text.length >= 500 ? "words" : undefined;

export const Caption: Elements["Caption"] = ({ value }) => (
  <div className="wr-Caption">{value}</div>
);

export const Text: Elements["Text"] = ({ value, streaming }) => (
  <div
    className="wr-Text"
    data-long={isLong(value)}
    data-streaming={streaming ? "" : undefined}
  >
    {value}
  </div>
);

export const Badge: Elements["Badge"] = ({ label }) => (
  <span className="wr-Badge">{label}</span>
);

export const Button: Elements["Button"] = ({ label, onPress }) => (
  <button type="button" className="wr-Button" onClick={onPress}>
    {label}
  </button>
);

export const Field: Elements["Field"] = ({ name, label, value, onChange }) => (
  <div className="wr-Col wr-vertical" data-spacing="1">
    <label className="wr-Label" id={`${name}-label`} htmlFor={name}>
      {label}
    </label>
    <div className="wr-Input wr-Field" data-field={name}>
      <input
        id={name}
        name={name}
        className="wr-Control"
        type="text"
        dir="auto"
        autoComplete="off"
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
        aria-label={name}
        aria-labelledby={`${name}-label`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  </div>
);
