// The elements of floor-react. The bench compares the two.
import type { Elements } from "./Elements.js";

export const List: Elements["List"] = ({ children }) => (
  <ul className="list">{children}</ul>
);

export const Item: Elements["Item"] = ({ children }) => (
  <li className="item">{children}</li>
);

export const Row: Elements["Row"] = ({ children }) => (
  <div className="row">{children}</div>
);

export const Col: Elements["Col"] = ({ children }) => (
  <div className="col">{children}</div>
);

export const Card: Elements["Card"] = ({ children }) => (
  <div className="card">{children}</div>
);

export const Form: Elements["Form"] = ({ children }) => (
  <form className="form">{children}</form>
);

export const Title: Elements["Title"] = ({ value }) => (
  <div className="title">{value}</div>
);

export const Caption: Elements["Caption"] = ({ value }) => (
  <div className="caption">{value}</div>
);

export const Text: Elements["Text"] = ({ value }) => (
  <div className="text">{value}</div>
);

export const Badge: Elements["Badge"] = ({ label }) => (
  <span className="badge">{label}</span>
);

export const Button: Elements["Button"] = ({ label, onPress }) => (
  <button type="button" className="button" onClick={onPress}>
    {label}
  </button>
);

export const Field: Elements["Field"] = ({ name, label, value, onChange }) => (
  <div className="field">
    <label htmlFor={name} className="label">
      {label}
    </label>
    <input
      id={name}
      name={name}
      className="input"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);
