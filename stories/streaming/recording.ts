import { createWidgetStream } from "../../src/stream/index.js";

/** A reply that is written again, up to any of its characters. */
export function createRecording(text: string, from = 0) {
  const stream = createWidgetStream();
  let length = 0;
  const writeTo = (next: number) => {
    const to = Math.min(text.length, Math.floor(next));
    if (to <= length) return;
    const chunk = text.slice(length, to);
    length = to;
    stream.push(chunk);
    if (to === text.length) stream.end();
  };
  writeTo(from);
  return {
    subscribe: stream.subscribe,
    getSnapshot: stream.getSnapshot,
    written: () => text.slice(0, length),
    total: text.length,
    end: () => writeTo(text.length),
    /** Writes so many characters in a second, until the function that it returns is called. */
    play(perSecond: number) {
      let frame = 0;
      let before: number | undefined;
      let next = length;
      const step = (now: number) => {
        // A page in the background gets no frames: it goes on where it was.
        next += (perSecond * Math.min(100, now - (before ?? now))) / 1000;
        before = now;
        writeTo(next);
        if (length < text.length) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
      return () => cancelAnimationFrame(frame);
    },
  };
}
