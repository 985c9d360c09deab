import { useState, type RefObject } from "react";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import { observeSize } from "../../ui/observeSize.js";
import type { Measure } from "./xLabels.js";

interface PlotSize {
  width: number;
  height: number;
  textSize: number;
  measure: Measure;
}

/** A size to render with before the plot has one, as on the server. */
export const UNKNOWN_SIZE: PlotSize = {
  width: 400,
  height: 200,
  textSize: 12,
  measure: (text) => text.length * 7,
};

/** The size of the plot; `undefined` before the browser has laid it out. */
export function usePlotSize(
  element: RefObject<HTMLElement | null>,
): PlotSize | undefined {
  const [size, setSize] = useState<PlotSize>();
  useIsomorphicLayoutEffect(() => {
    const plot = element.current!;
    const update = (fontsChanged: boolean) => {
      const { clientWidth: width, clientHeight: height } = plot;
      // The plot is not laid out, as in a folded card.
      if (width === 0 || height === 0) return;
      setSize((last) =>
        !fontsChanged && last?.width === width && last.height === height
          ? last
          : {
              width,
              height,
              textSize: parseFloat(getComputedStyle(plot).fontSize),
              measure: createMeasure(plot),
            },
      );
    };
    const onResize = () => update(false);
    const onFonts = () => update(true);
    onResize();
    const stop = observeSize([plot], onResize);
    // A font that loads later gives the texts other widths.
    document.fonts?.addEventListener("loadingdone", onFonts);
    return () => {
      stop();
      document.fonts?.removeEventListener("loadingdone", onFonts);
    };
  }, [element]);
  return size;
}

/** Measures texts in the font of the axes. */
function createMeasure(plot: HTMLElement): Measure {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return UNKNOWN_SIZE.measure;
  const { fontStyle, fontWeight, fontSize, fontFamily } =
    getComputedStyle(plot);
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined)
      known.set(text, (width = canvas.measureText(text).width));
    return width;
  };
}
