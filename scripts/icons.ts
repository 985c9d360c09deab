import { optimize } from "svgo";
import type { Plugin } from "vite";

/**
 * The 64 icon names of ChatKit, each with the drawing of lucide that says the
 * same. `!` at the end: filled instead of outlined.
 */
export const lucideNames: Readonly<Record<string, string>> = {
  agent: "bot",
  analytics: "chart-column",
  atom: "atom",
  batch: "layers",
  bolt: "zap",
  "book-open": "book-open",
  "book-closed": "book",
  "book-clock": "book-bookmark",
  bug: "bug",
  calendar: "calendar",
  chart: "chart-no-axes-column",
  check: "check",
  "check-circle": "circle-check",
  "check-circle-filled": "circle-check",
  "chevron-left": "chevron-left",
  "chevron-right": "chevron-right",
  "circle-question": "circle-question-mark",
  clock: "clock",
  compass: "compass",
  confetti: "party-popper",
  cube: "box",
  desktop: "monitor",
  document: "file-text",
  dot: "dot!",
  "dots-horizontal": "ellipsis",
  "dots-vertical": "ellipsis-vertical",
  "empty-circle": "circle",
  "external-link": "external-link",
  globe: "globe",
  keys: "key-round",
  lab: "flask-conical",
  images: "images",
  info: "info",
  lifesaver: "life-buoy",
  lightbulb: "lightbulb",
  mail: "mail",
  "map-pin": "map-pin",
  maps: "map",
  mobile: "smartphone",
  name: "signature",
  notebook: "notebook",
  "notebook-pencil": "notebook-pen",
  "page-blank": "file",
  phone: "phone",
  play: "play!",
  plus: "plus",
  profile: "circle-user-round",
  "profile-card": "id-card",
  reload: "rotate-cw",
  star: "star",
  "star-filled": "star!",
  search: "search",
  sparkle: "sparkle",
  "sparkle-double": "sparkles",
  "square-code": "square-code",
  "square-image": "image",
  "square-text": "square-text",
  suitcase: "briefcase",
  "settings-slider": "sliders-horizontal",
  user: "user",
  wreath: "award",
  write: "square-pen",
  "write-alt": "pencil",
  "write-alt2": "pen-line",
};

/** Drawings that lucide has none for, as one path: outlined, or filled even-odd. */
const OWN: Readonly<Record<string, string>> = {
  "book-clock":
    "M20 7V3a1 1 0 0 0-1-1H6.5A2.5 2.5 0 0 0 4 4.5v15A2.5 2.5 0 0 0 6.5 22H8M4 19.5A2.5 2.5 0 0 1 6.5 17H7M10 16a6 6 0 1 0 12 0a6 6 0 1 0-12 0ZM16 13.8V16l1.6 1",
  "check-circle-filled":
    "!M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22ZM16.6 8a1 1 0 0 1 .1 1.4l-5.1 6a1 1 0 0 1-1.5.1l-2.8-2.8a1 1 0 0 1 1.4-1.4l2 2 4.5-5.2a1 1 0 0 1 1.4-.1Z",
  dot: "!M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z",
  wreath:
    "!M10.8 19.4Q6.7 16.2 4.3 20.8Q8.4 24 10.8 19.4ZM6.8 17.2Q5.6 12.1 0.9 14.3Q2.1 19.3 6.8 17.2ZM5 13Q7.2 8.3 2.1 7.1Q0 11.8 5 13ZM6.2 8.6Q10.8 6.2 7.6 2.1Q3 4.5 6.2 8.6ZM13.2 19.4Q15.6 24 19.7 20.8Q17.3 16.2 13.2 19.4ZM17.2 17.2Q21.9 19.3 23.1 14.3Q18.4 12.1 17.2 17.2ZM19 13Q24 11.8 21.9 7.1Q16.8 8.3 19 13ZM17.8 8.6Q21 4.5 16.4 2.1Q13.2 6.2 17.8 8.6Z",
};

/** Drawings that a tenth of a unit would visibly change. */
const FINE =
  "bolt lifesaver profile sparkle sparkle-double star star-filled".split(" ");

const ID = "virtual:icons";

/**
 * `virtual:icons`: name → SVG path data, `!` in front of a filled one. lucide's
 * drawings without their React wrappers: 64 icons in 2.7 kB instead of 7 (gzip).
 */
export function icons(): Plugin {
  return {
    name: "widget-renderer:icons",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? iconModule() : undefined),
  };
}

async function iconModule(): Promise<string> {
  const table = await Promise.all(
    Object.entries(lucideNames).map(async ([name, drawing]) => [
      name,
      compact(
        OWN[name] ?? (await pathOf(drawing)),
        FINE.includes(name) ? 2 : 1,
      ),
    ]),
  );
  return [
    "/*! Icon drawings: lucide (https://lucide.dev), ISC licence, (c) Lucide Icons and Contributors; in part Feather, MIT licence, (c) Cole Bemis. */",
    `export default ${JSON.stringify(Object.fromEntries(table))};`,
  ].join("\n");
}

type Shape = [tag: string, attributes: Record<string, string>];

async function pathOf(drawing: string): Promise<string> {
  const filled = drawing.endsWith("!");
  const name = filled ? drawing.slice(0, -1) : drawing;
  const { __iconData: icon } = (await import(`lucide-react/icons/${name}`)) as {
    __iconData?: { node: Shape[] };
  };
  if (!icon) throw new Error(`lucide has no drawing of its own for "${name}"`);
  return (filled ? "!" : "") + icon.node.map(shapePath).join("");
}

function shapePath([tag, a]: Shape): string {
  const n = (name: string) => Number(a[name] ?? 0);
  switch (tag) {
    case "path":
      return absoluteStart(a["d"]!);
    case "circle":
    case "ellipse": {
      const rx = n("r") || n("rx");
      const ry = n("r") || n("ry");
      return `M${n("cx") - rx} ${n("cy")}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
    }
    case "line":
      return `M${a["x1"]} ${a["y1"]}L${a["x2"]} ${a["y2"]}`;
    case "polyline":
      return `M${a["points"]}`;
    case "polygon":
      return `M${a["points"]}Z`;
    case "rect": {
      const [w, h] = [n("width"), n("height")];
      const r = Math.min(n("rx") || n("ry"), w / 2, h / 2);
      const corner = (x: number, y: number) =>
        r ? `a${r} ${r} 0 0 1 ${x} ${y}` : "";
      return `M${n("x") + r} ${n("y")}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}Z`;
    }
    default:
      throw new Error(`Unknown shape "${tag}"`);
  }
}

/**
 * The same drawing in fewer characters: relative to the last point, and as a rule
 * to a tenth of a unit, of which the box has 24. No error adds up along a path.
 */
function compact(path: string, digits: number): string {
  const [, mark = "", drawing = ""] = /^(!?)(.*)$/.exec(path) ?? [];
  const { data } = optimize(
    `<svg xmlns="http://www.w3.org/2000/svg" stroke="red" stroke-linecap="round" stroke-linejoin="round"><path d="${drawing}"/></svg>`,
    {
      plugins: [
        {
          name: "convertPathData",
          params: {
            floatPrecision: digits,
            utilizeAbsolute: false,
            noSpaceAfterFlags: true,
          },
        },
      ],
    },
  );
  return mark + / d="([^"]+)"/.exec(data)![1]!;
}

/** "m" starts at the origin only in a path of its own; these are joined. */
function absoluteStart(d: string): string {
  return d.replace(
    /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(?=([-\d.])?)/,
    (_, x: string, y: string, more?: string) =>
      `M${x} ${y}${more === undefined ? "" : "l"}`,
  );
}
