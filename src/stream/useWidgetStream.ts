"use client";

import { useEffect, useState } from "react";
import {
  createWidgetStream,
  type WidgetStream,
  type WidgetStreamSnapshot,
} from "./createWidgetStream.js";

/** The text of a reply, in chunks. */
export type WidgetStreamSource =
  AsyncIterable<string> | ReadableStream<string | Uint8Array>;

const NOTHING: WidgetStreamSnapshot = {
  parts: [],
  status: "streaming",
  error: undefined,
};

/** A source can be read once, and React may mount a component twice. */
const streams = new WeakMap<object, WidgetStream>();

/**
 * Reads the reply of a model and returns what has come of it. Each source is read
 * once and to its end, also when the component unmounts: to stop it is up to who made
 * it. A new source starts again; without one there is nothing yet.
 *
 * @example
 * const { parts, status } = useWidgetStream(response.body);
 */
export function useWidgetStream(
  source: WidgetStreamSource | null | undefined,
): WidgetStreamSnapshot {
  const [shown, setShown] = useState({ source, snapshot: NOTHING });
  useEffect(() => {
    if (!source) return;
    let stream = streams.get(source);
    if (!stream) {
      stream = createWidgetStream();
      streams.set(source, stream);
      void readSource(source, stream);
    }
    const { getSnapshot, subscribe } = stream;
    // A state, not an external store: React renders once for many chunks at a time.
    const show = () => setShown(() => ({ source, snapshot: getSnapshot() }));
    show();
    return subscribe(show);
  }, [source]);
  return shown.source === source ? shown.snapshot : NOTHING;
}

async function readSource(source: WidgetStreamSource, stream: WidgetStream) {
  try {
    const decoder = new TextDecoder();
    for await (const chunk of chunksOf(source)) {
      stream.push(
        typeof chunk === "string"
          ? chunk
          : decoder.decode(chunk, { stream: true }),
      );
    }
    stream.push(decoder.decode());
    stream.end();
  } catch (error) {
    stream.end(error ?? new Error());
  }
}

/** Safari cannot iterate over a ReadableStream. */
async function* chunksOf(source: WidgetStreamSource) {
  if (!("getReader" in source)) return yield* source;
  const reader = source.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
