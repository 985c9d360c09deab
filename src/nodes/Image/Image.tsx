import { enumOf, type Member } from "../../core/json.js";
import { useState } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { BlockProps } from "../../core/style/layout.js";
import type { ColorValue } from "../../core/style/value.js";
import { usePropReader } from "../../context/propReader.js";
import { blockAttributes } from "../../ui/flexAttributes.js";
import { useImageUrl } from "../../context/url.js";

const fits = enumOf("cover contain fill scale-down none");

const positions = new Set([
  "top left",
  "top",
  "top right",
  "left",
  "center",
  "right",
  "bottom left",
  "bottom",
  "bottom right",
] as const);

export interface ImageProps extends NodeProps, BlockProps {
  /** URL: `http(s)`, `data:image/…`, `blob:`, or relative to the page. */
  src: string;
  /** What it shows, for users who cannot see it. @default "" */
  alt?: string | number | null;
  /** How it fills its box. @default "cover" */
  fit?: Member<typeof fits> | null;
  /** Which part stays visible when the picture is cut. @default "center" */
  position?: Member<typeof positions> | null;
  /** @default "md" */
  radius?: Required<BlockProps>["radius"];
  /** A thin line around it. @default false */
  frame?: boolean | null;
  /** Extends over the padding of its container to the edges. @default false */
  flush?: boolean | null;
  /** Shown behind transparent parts: a surface token, a palette step, CSS. */
  background?: ColorValue | null;
}

/** A picture. Without a size it fills a column, and is 40 × 40 px in a row. */
export function Image(props: ImageProps) {
  const read = usePropReader(props);
  const flush = read.boolean("flush");
  const src = useImageUrl(read.text("src", true), props.node, "src");
  const [failed, setFailed] = useState<string>();
  const block = blockAttributes(
    "Image",
    read,
    {
      ...props,
      // At the edges of a container, the container decides on corners and width.
      ...(flush && {
        radius: null,
        width: props.width === "100%" ? null : props.width,
      }),
    },
    "md",
  );
  const { style = {} } = block;
  const attributes = {
    ...block,
    "data-unsized": /width|height|ratio|flex/i.test(
      Object.keys({ ...block, ...style }).join(),
    )
      ? undefined
      : "",
    "data-flush": flush ? "" : undefined,
    style: {
      ...style,
      background: read.color("background", "surface"),
    },
  };
  const alt = read.text("alt");
  if (src === undefined || src === failed) {
    const isToCome =
      props.src == null && read.context.renderProps().growth === "growing";
    // A box that has a height without the picture stays, and carries its text.
    return (style.height ?? style.aspectRatio) === undefined &&
      !isToCome ? null : (
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
      data-fit={read.enumAttribute("fit", fits, "cover")}
      data-position={read.enumAttribute("position", positions, "center")}
      data-frame={read.booleanAttribute("frame")}
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
 * Hides a picture until it has loaded. Markup of a server does not hide it, since the
 * picture may have loaded, or failed, before this code ran.
 */
function fadeIn(image: HTMLImageElement | null) {
  if (!image) return;
  if (!image.complete) image.dataset["loading"] = "";
  else if (image.naturalWidth === 0) {
    const fail = () => image.dispatchEvent(new Event("error"));
    void image.decode?.().catch(fail);
  }
}
