import * as messages from "../../context/messages.js";
import { isRecord, toText, enumOf, type Member } from "../../core/json.js";
import { PropReader } from "../../context/propReader.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { assignAttributes } from "../../ui/nodeAttributes.js";
import { EditableText, type Editable } from "./EditableText.js";
import {
  textAttributes,
  type TextProps as Shared,
} from "../../ui/textAttributes.js";

const sizes = enumOf("xs sm md lg xl");

export interface TextProps extends Shared {
  /** xs 12, sm 14, md 16, lg 18, xl 20 px. @default "md" */
  size?: Member<typeof sizes> | null;
  /** 400, 500, 600, 700. @default "normal" */
  weight?: Required<Shared>["weight"];
  /** A text token, a palette step, or CSS. @default "prose" */
  color?: Required<Shared>["color"];
  /** @default false */
  italic?: boolean | null;
  /** @default false */
  lineThrough?: boolean | null;
  /** Whether more of the text is still to come. @default false */
  streaming?: boolean | null;
  /** Px, or CSS. */
  width?: number | string | null;
  /** Lines whose height is kept free; more than one makes an editable text multi-line. */
  minLines?: number | null;
  /** Makes the text a field that is edited in place; `true` is a field named by the node's `id`, else its `key`. @default false */
  editable?: boolean | Editable | null;
}

/** Plain text, which keeps its line breaks. */
export const Text = defineView(function Text(props: TextProps, read) {
  const editable = editableOf(props, read);
  // A field shows all of its text.
  const attributes = textAttributes(
    "Text",
    read,
    sizes,
    { size: "md" },
    !editable,
  );
  const value = read.text("value", true);
  const minLines = read.count("minLines", 0);
  const width = read.length("width");
  const lineThrough = read.booleanAttribute("lineThrough");
  if (value === "" && minLines === undefined && !editable) return null;
  const box: typeof attributes & { role?: string } = assignAttributes(
    attributes,
    {
      "data-italic": read.booleanAttribute("italic"),
      "data-line-through": lineThrough,
      "data-streaming": read.booleanAttribute("streaming"),
      "data-sized": width && "width",
      "data-editable": editable && "",
    },
  );
  // What the line says, CSS keeps from assistive technology.
  if (lineThrough !== undefined && !editable) box.role = "deletion";
  if (width !== undefined || minLines !== undefined) {
    const minHeight = minLines === undefined ? undefined : `${minLines}lh`;
    box.style = { ...box.style, width, minHeight };
  }
  return editable ? (
    <EditableText
      {...editable}
      box={box}
      authored={value}
      lines={linesOf(value, minLines)}
    />
  ) : (
    elementOf("div", box, read, value)
  );
});

/** The lines of the field: several with `minLines`, or where the text has a line break. */
function linesOf(value: string, minLines = 0) {
  if (minLines > 1) return minLines;
  return value.includes("\n") ? 1 : undefined;
}

/** The name of the field and its options; `undefined` if the text is not editable. */
function editableOf({ editable, id }: TextProps, read: PropReader) {
  const { node } = read;
  const options = isRecord(editable)
    ? read.object("editable", "name")
    : read.boolean("editable") && new PropReader(read.context, {}, node);
  if (!options) return undefined;
  const { key } = (node ?? {}) as { key?: unknown };
  const name = options.text("name") || toText(id) || toText(key);
  if (name !== "") return { name, read: options };
  read.context.report({
    code: "field-name",
    message: messages.unnamedText,
    node,
  });
  return undefined;
}
