import { useId, useMemo } from "react";
import { isRecord } from "../../src/core/json.js";
import { annotations } from "../../src/schema/annotations.js";
import { IconButton } from "../icons.js";
import { child } from "../json/pointer.js";
import type { ListedNode } from "../nodes/nodeList.js";
import { Control } from "./Control.js";
import { fieldsOf, isObjectValue, unknownNames, type Field } from "./fields.js";
import "./properties.css";

interface PropertiesProps {
  node: ListedNode;
  /** Why nothing can be changed, if nothing can. */
  readOnly: string | undefined;
  /** Sets the value at a pointer, or removes it. */
  onChange: (pointer: string, value: unknown, isTyped?: boolean) => void;
}

/** The properties of a node, as its types describe them. */
export function Properties({ node, readOnly, onChange }: PropertiesProps) {
  const { type, path, json } = node;
  const fields = useMemo(() => fieldsOf(type), [type]);
  const unknown = unknownNames(json, fields);
  const description = annotations().get(type)?.description;
  return (
    <section className="pg-properties" aria-label={`Properties of ${type}`}>
      <h2 className="pg-properties-title">
        {type} <code className="pg-path">{path || "/"}</code>
      </h2>
      <p className="pg-help">
        {fields.length > 0
          ? description
          : `The library has no node of the type "${type}".`}
      </p>
      {readOnly !== undefined && <p className="pg-note">{readOnly}</p>}
      <Fields
        fields={fields}
        values={json}
        pointer={path}
        readOnly={readOnly !== undefined}
        onChange={onChange}
      />
      {unknown.length > 0 && (
        <Unknown
          names={unknown}
          node={node}
          readOnly={readOnly !== undefined}
          onChange={onChange}
        />
      )}
    </section>
  );
}

interface FieldsProps {
  fields: readonly Field[];
  values: Readonly<Record<string, unknown>>;
  /** Of the object that has the values. */
  pointer: string;
  readOnly: boolean;
  onChange: PropertiesProps["onChange"];
}

function Fields({ fields, values, pointer, readOnly, onChange }: FieldsProps) {
  return fields.map((field) => {
    const at = child(pointer, field.name);
    return (
      <FieldRow
        // Of another node it is another control.
        key={at}
        field={field}
        value={
          Object.hasOwn(values, field.name) ? values[field.name] : undefined
        }
        pointer={at}
        readOnly={readOnly}
        onChange={onChange}
      />
    );
  });
}

interface FieldRowProps {
  field: Field;
  value: unknown;
  pointer: string;
  readOnly: boolean;
  onChange: PropertiesProps["onChange"];
}

function FieldRow({
  field,
  value,
  pointer,
  readOnly,
  onChange,
}: FieldRowProps) {
  const id = useId();
  const { name, required, description, fields } = field;
  const isSet = value !== undefined;
  const isObject = isObjectValue(field, value);
  const unset = isSet && !readOnly && (
    <IconButton
      icon="close"
      label={`Unset ${name}`}
      onClick={() => {
        onChange(pointer, undefined);
        // The button goes away with the value.
        document.getElementById(id)?.focus();
      }}
    />
  );
  const help = description && (
    <p id={`${id}-help`} className="pg-help">
      {description.replaceAll("`", "")}
    </p>
  );
  if (isObject && (value == null || isRecord(value))) {
    return (
      <details className="pg-row pg-details" open={isSet || undefined}>
        <summary id={id}>
          <span className="pg-row-name" data-set={isSet ? "" : undefined}>
            {name}
          </span>
          {required && <span className="pg-tag"> required</span>}
        </summary>
        <div className="pg-row-unset">{unset}</div>
        {help}
        <fieldset aria-label={name} className="pg-row-fields">
          <Fields
            fields={fields}
            values={value ?? {}}
            pointer={pointer}
            readOnly={readOnly}
            onChange={(inner, next, isTyped) =>
              isSet && value !== null
                ? onChange(inner, next, isTyped)
                : // The object comes with its first property.
                  onChange(pointer, nest(pointer, inner, next), isTyped)
            }
          />
        </fieldset>
      </details>
    );
  }
  return (
    <div className="pg-row" data-kind={field.kind}>
      <div className="pg-row-head">
        <label
          htmlFor={id}
          className="pg-row-name"
          data-set={isSet ? "" : undefined}
        >
          {name}
        </label>
        {required && <span className="pg-tag">required</span>}
        {unset}
      </div>
      <Control
        field={field}
        value={value}
        id={id}
        label={name}
        describedBy={description ? `${id}-help` : undefined}
        readOnly={readOnly}
        onChange={(next, isTyped) => {
          if (next !== undefined || isSet) onChange(pointer, next, isTyped);
        }}
      />
      {help}
    </div>
  );
}

/** The object at `pointer` that has the value of a pointer below it. */
function nest(pointer: string, inner: string, value: unknown): unknown {
  return inner
    .slice(pointer.length + 1)
    .split("/")
    .reduceRight((json, name) => ({ [name]: json }), value);
}

interface UnknownProps {
  names: readonly string[];
  node: ListedNode;
  readOnly: boolean;
  onChange: PropertiesProps["onChange"];
}

/** Properties that the type does not have: they are ignored, unless a component of the host reads them. */
function Unknown({ names, node, readOnly, onChange }: UnknownProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pg-properties-title">
        Unknown properties
      </h3>
      <ul className="pg-list">
        {names.map((name) => (
          <li key={name} className="pg-unknown">
            <code className="pg-code">{name}</code>
            <code className="pg-unknown-value">
              {JSON.stringify(node.json[name]).slice(0, 200)}
            </code>
            {!readOnly && (
              <IconButton
                icon="close"
                label={`Remove ${name}`}
                onClick={() => onChange(child(node.path, name), undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
