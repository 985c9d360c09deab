/** The names of CSS. */
const NAMES =
  /* prettier-ignore */
  "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen transparent currentcolor";

const SYSTEM =
  /^(?:canvas|field|(?:selected)?item|button|accentcolor|mark|highlight|(?:active|visited|link|gray)text)(?:text|face|border)?$/;

const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;

const FUNCTION =
  /^(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color(?:-mix)?|light-dark|var)\(.+\)$/;

const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\(.+\)$/;

/** What a `background` may have beside its colour and its gradients. */
const LAYER =
  /^(?:none|center|top|left|right|bottom|(?:no-)?repeat(?:-[xy])?|space|round|fixed|local|scroll|(?:border|padding|content)-box|text|-?(?:0|[\d.]+(?:[a-z]+|%))|calc\(.+\))$/;

/** What the size of a layer may be, after a `/`. */
const SIZE = /^(?:auto|cover|contain)$/;

/** The parts of a value: a function is one, however many it has in it. */
const VALUES =
  /(?:[^\s,/()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))+/g;

let names: Set<string> | undefined;

/** Words that every property of CSS takes. */
export const GLOBAL = /^(?:inherit|initial|unset|revert)$/i;

/** What commas separate: the layers of a background. */
const LAYERS =
  /(?:[^,()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))+/g;

/** Whether a text is a colour of CSS, or a whole `background`. */
export function isColor(css: string, isBackground: boolean): boolean {
  const text = css.trim().toLowerCase();
  names ??= new Set(NAMES.split(" "));
  const one = (part: string) =>
    names!.has(part) ||
    HEX.test(part) ||
    FUNCTION.test(part) ||
    SYSTEM.test(part);
  if (GLOBAL.test(text)) return true;
  // What is left over is a bracket without its pair.
  if (/[()]/.test(text.replace(VALUES, ""))) return false;
  if (!isBackground) return text.match(VALUES)?.length === 1 && one(text);
  const layers = text.match(LAYERS) ?? [];
  return (
    layers.length > 0 &&
    layers.every((layer, index) => {
      const parts = layer.match(VALUES) ?? [];
      const colors = parts.filter(one).length;
      const images = parts.filter((part) => GRADIENT.test(part)).length;
      const hasSize = layer.replace(VALUES, "").includes("/");
      const others = parts.filter(
        (part) => LAYER.test(part) || (hasSize && SIZE.test(part)),
      ).length;
      // The last layer alone has a colour.
      return (
        colors <= +(index === layers.length - 1) &&
        images <= 1 &&
        parts.length > 0 &&
        colors + images + others === parts.length
      );
    })
  );
}
