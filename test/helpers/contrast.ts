/**
 * The contrast of what is on the page, by WCAG 2: colours are painted over each
 * other on a canvas, as the browser does it, in any notation.
 */
const context = new OffscreenCanvas(1, 1).getContext("2d", {
  willReadFrequently: true,
})!;

/** From the page to the element: what lies behind its text. */
function layersOf(element: Element): string[] {
  const layers: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const fill = getComputedStyle(at, "::before");
    if (fill.content === '""' && fill.position === "absolute") {
      layers.unshift(fill.backgroundColor);
    }
    layers.unshift(getComputedStyle(at).backgroundColor);
  }
  return layers;
}

function luminance(layers: readonly string[]): number {
  context.globalAlpha = 1;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 1, 1);
  for (const color of layers) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  }
  const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function ratio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The contrast of a colour on an element. */
export function contrastOf(element: Element, color: string): number {
  const layers = layersOf(element);
  return ratio(luminance(layers), luminance([...layers, color]));
}

/** WCAG asks nothing of what is disabled. */
const EXEMPT =
  ":disabled *, :disabled, [data-disabled], [data-disabled] *, [aria-disabled='true'], .wr-hidden, .wr-hidden *";

/** Every text under a root with too little contrast, in words. */
export function faintTexts(root: Element): string[] {
  const faint = new Set<string>();
  for (const element of root.querySelectorAll(":not(style, script)")) {
    if (element.matches(EXEMPT)) continue;
    const style = getComputedStyle(element);
    if (style.visibility === "hidden") continue;
    const has = (text: string | null | undefined) => text?.trim() !== "";
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement;
    const texts: [what: string, color: string][] = [];
    if (
      [...element.childNodes].some(
        (node) => node instanceof Text && has(node.data),
      )
    ) {
      texts.push([
        "",
        element instanceof SVGElement ? style.fill : style.color,
      ]);
    }
    if (isField && element.placeholder) {
      texts.push([
        "::placeholder",
        getComputedStyle(element, "::placeholder").color,
      ]);
    }
    if (isField && element.value && !/radio|checkbox/.test(element.type)) {
      texts.push(["", style.color]);
    }
    if (style.display === "list-item" && style.listStyleType !== "none") {
      texts.push(["::marker", getComputedStyle(element, "::marker").color]);
    }
    const px = parseFloat(style.fontSize);
    const large = px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700);
    for (const [what, color] of texts) {
      const contrast = contrastOf(element, color);
      if (contrast < (large ? 3 : 4.5)) {
        faint.add(`${nameOf(element)}${what} ${contrast.toFixed(2)}`);
      }
    }
  }
  return [...faint];
}

function nameOf(element: Element): string {
  const node = element.closest("[data-variant], [data-color]");
  const { variant, color } = (node as HTMLElement | null)?.dataset ?? {};
  const text = element.textContent.trim().slice(0, 24);
  return [element.getAttribute("class"), variant, color, text && `"${text}"`]
    .filter(Boolean)
    .join(" ");
}
