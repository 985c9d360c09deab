/** The layout of containers. `:int` is a whole number or CSS, `:whole` a whole number. */
const BOX =
  "children align justify wrap flex:int gap:int height width size minHeight:int minWidth:int minSize:int maxHeight:int maxWidth:int maxSize:int padding margin border:whole radius background aspectRatio";

const SIZES =
  "flex:int height:int width:int size:int minHeight:int minWidth:int minSize:int maxHeight:int maxWidth:int maxSize:int aspectRatio";

const TEXT = "value color weight size textAlign truncate maxLines:whole";

const CONTROL =
  "name onChangeAction placeholder defaultValue variant size pill block clearable disabled";

const FIELD =
  "name defaultValue required pattern placeholder allowAutofillExtensions autoSelect autoFocus disabled variant size gutterSize";

/** The classes of `chatkit.widgets` and their fields, beside `id` and `key`. A model of pydantic drops what it has no field for. */
const FIELDS: Readonly<Record<string, string>> = {
  Badge: "label color variant size pill",
  Box: `${BOX} direction`,
  Button:
    "submit label onClickAction iconStart iconEnd style iconSize color variant size pill uniform block disabled",
  Caption: TEXT,
  Card: "asForm children background size padding status collapsed confirm cancel theme",
  Chart: `data series xAxis showYAxis showLegend showTooltip barGap:whole barCategoryGap:whole ${SIZES}`,
  Checkbox: "name label defaultChecked onChangeAction disabled required",
  Col: BOX,
  DatePicker: `${CONTROL} min max side align`,
  Divider: "color size:int spacing:int flush",
  Form: `${BOX} onSubmitAction direction`,
  Icon: "name color size",
  Image: `src alt fit position radius frame flush margin:int background ${SIZES}`,
  Input: `${FIELD} inputType pill`,
  Label: "value fieldName size weight textAlign color",
  ListView: "children limit:whole status theme",
  ListViewItem: "children onClickAction gap:int align",
  Markdown: "value streaming",
  RadioGroup:
    "name options ariaLabel onChangeAction defaultValue direction disabled required",
  Row: BOX,
  Select: `${CONTROL} options`,
  Spacer: "minSize:int",
  Text: `${TEXT} streaming italic lineThrough width minLines:whole editable`,
  Textarea: `${FIELD} rows:whole autoResize maxRows:whole`,
  Title: TEXT,
  Transition: "children",
};

let known: Map<string, Map<string, string>> | undefined;

/** The fields of a class with what they refuse; nothing for a type without a class. */
export function pythonFields(
  type: unknown,
): ReadonlyMap<string, string> | undefined {
  known ??= new Map(
    Object.entries(FIELDS).map(([name, fields]) => [
      name,
      new Map(
        `id key type ${fields}`.split(" ").map((field) => {
          const [name = "", kind = ""] = field.split(":");
          return [name, kind];
        }),
      ),
    ]),
  );
  return known.get(String(type));
}
