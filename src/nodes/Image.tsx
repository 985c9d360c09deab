import { useState } from "react";
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
  radius?: Required<BlockProps>["radius"];
  /** A thin line around it. @default false */
  frame?: boolean | null;
  /** Reaches over the padding of its container to the edges. @default false */
  flush?: boolean | null;
  /** Behind transparent parts: a surface token, a palette step, CSS. */
  background?: ColorValue | null;
}

const fits = closed("cover contain fill scale-down none");

const positions: ReadonlySet<string> = new Set(
  "top left,top,top right,left,center,right,bottom left,bottom,bottom right".split(
    ",",
  ),
);

/** A picture. Without a size it fills a column, and is 40 × 40 px in a row. */
export function Image(props: ImageProps) {
  const { node, fit, position, frame, flush } = props;
  const context = styleContext(useHost(), node);
  const src = useImageUrl(props.src, node, "src");
  const [failed, setFailed] = useState<string>();
  const block = useBlock("Image", {
    ...props,
    // At the edges of a container the corners and the width are its own.
    ...(isTrue(flush) && {
      radius: null,
      width: props.width === "100%" ? null : props.width,
    }),
  });
  const { style } = block;
  const attributes = {
    ...block,
    "data-unsized": /width|height|ratio|flex/i.test(
      Object.keys({ ...block, ...style }).join(),
    )
      ? undefined
      : "",
    "data-flush": flag(flush),
    style: {
      ...style,
      background: color(props.background, "surface", context, "background"),
    },
  };
  const alt = toText(props.alt);
  if (src === undefined || src === failed) {
    // A box that stands without the picture stays, with its text.
    return (style.height ?? style.aspectRatio) === undefined ? null : (
      <div
        {...attributes}
        data-failed=""
        role={alt ? "img" : undefined}
        aria-label={alt || undefined}
      />
    );
  }
  return (
    <img
      {...attributes}
      ref={fadeIn}
      data-fit={oneOf(fits, fit, "cover")}
      data-position={oneOf(positions, position, "center")}
      data-frame={flag(frame)}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onLoad={(event) => delete event.currentTarget.dataset["loading"]}
      onError={() => setFailed(src)}
    />
  );
}

/**
 * Hides a picture until it has loaded; not by markup from the server, which may
 * have loaded, or failed, before anyone listened.
 */
function fadeIn(image: HTMLImageElement | null) {
  if (!image) return;
  if (!image.complete) image.dataset["loading"] = "";
  else if (image.naturalWidth === 0) {
    const fail = () => image.dispatchEvent(new Event("error"));
    void image.decode?.().catch(fail);
  }
}
