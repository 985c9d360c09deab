import { useState, type CSSProperties } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import { color, type BlockProps, type ColorValue } from "../core/style.js";
import { toText } from "../core/tree.js";
import { useBlock } from "../parts/box.js";
import { useImageUrl } from "../parts/url.js";
import { closed, flag, isTrue, oneOf } from "../parts/values.js";

type ImageFit = "cover" | "contain" | "fill" | "scale-down" | "none";

type ImagePosition =
  | "top left"
  | "top"
  | "top right"
  | "left"
  | "center"
  | "right"
  | "bottom left"
  | "bottom"
  | "bottom right";

export interface ImageProps extends NodeProps, BlockProps {
  /** URL: `http(s)`, `data:image/…`, `blob:`, or relative to the page. */
  src: string;
  /** What it shows, for who cannot see it. @default "" */
  alt?: string | number | null;
  /** How it fills its box. @default "cover" */
  fit?: ImageFit | null;
  /** Which part stays in view when it is cut. @default "center" */
  position?: ImagePosition | null;
  /** @default "md" */
  radius?: BlockProps["radius"];
  /** A thin line around it. @default false */
  frame?: boolean | null;
  /** Reaches over the padding of its container to the edges. @default false */
  flush?: boolean | null;
  /** Behind transparent parts: a surface token, a palette step, CSS. */
  background?: ColorValue | null;
}

const fits = closed("cover contain fill scale-down none");

const positions = new Set<ImagePosition>([
  "top left",
  "top",
  "top right",
  "left",
  "center",
  "right",
  "bottom left",
  "bottom",
  "bottom right",
]);

/** A picture. Without a size it fills a column, and is 40 × 40 px in a row. */
export function Image(props: ImageProps) {
  const { node, alt, fit, position, frame, flush, background } = props;
  const context = styleContext(useHost(), node);
  const src = useImageUrl(props.src, node, "src");
  const [failed, setFailed] = useState<string>();
  const fill = color(background, "surface", context, "background");
  const { style, ...block } = useBlock("Image", {
    ...props,
    // At the edges of a container the corners and the width are its own.
    ...(isTrue(flush) && {
      radius: null,
      width: props.width === "100%" ? null : props.width,
    }),
  });
  const attributes = {
    ...block,
    "data-unsized": SIZES.some((name) => props[name] != null) ? undefined : "",
    "data-flush": flag(flush),
    style: (fill === undefined
      ? style
      : { ...style, background: fill }) satisfies CSSProperties,
  };
  if (src === undefined || src === failed) {
    return hasHeight(props) ? (
      <div
        {...attributes}
        data-failed=""
        role={alt == null ? undefined : "img"}
        aria-label={toText(alt) || undefined}
      />
    ) : null;
  }
  return (
    <img
      {...attributes}
      ref={fadeIn}
      data-fit={oneOf(fits, fit, "cover")}
      data-position={oneOf(positions, position, "center")}
      data-frame={flag(frame)}
      src={src}
      alt={toText(alt)}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(src)}
    />
  );
}

const SIZES = [
  "width",
  "height",
  "size",
  "minWidth",
  "minHeight",
  "minSize",
  "maxWidth",
  "maxHeight",
  "maxSize",
  "aspectRatio",
  "flex",
] as const;

/** Whether its box stands without the picture. */
function hasHeight({ size, height, aspectRatio }: ImageProps): boolean {
  return (height ?? size ?? aspectRatio) != null;
}

/**
 * Hides a picture until it has loaded; not by markup from the server, which may
 * have loaded, or failed, before anyone listened.
 */
function fadeIn(image: HTMLImageElement | null) {
  if (!image) return;
  if (image.complete) {
    if (image.naturalWidth > 0) return;
    const fail = () => image.dispatchEvent(new Event("error"));
    void image.decode?.().catch(fail);
    return;
  }
  const show = () => delete image.dataset["loading"];
  image.dataset["loading"] = "";
  image.addEventListener("load", show, { once: true });
  image.addEventListener("error", show, { once: true });
}
