import { EventSourceParserStream } from "eventsource-parser/stream";
import {
  STREAM,
  type Contestant,
  type Delta,
  type Mounted,
} from "./contestant.js";
import { article, card, expectedText } from "./content.js";
import { twoTasks } from "./measure.js";

/** Cards, and at the end a widget whose text grows. */
const thread = [
  ...Array.from({ length: 199 }, (_, i) => card(i)),
  article(false, "Begin."),
];

const expectedBefore = thread.map(expectedText).join("");

/** What happened while the deltas came in. */
export interface LiveSample {
  /** Times that the DOM changed, once for what changed at a time. */
  commits: number;
  /** Percent of the frames that a screen of 60 Hz would have shown. */
  frames: number;
  /** What the page shows beside what it has to. */
  shown: string;
  expected: string;
}

/** Gives the server the thread, fetches it from there and renders it. */
export async function openLive(
  stage: HTMLElement,
  { name, write, live }: Contestant,
  url: string,
) {
  const path = `${url}/threads/${name}`;
  await fetch(path, { method: "PUT", body: JSON.stringify(thread.map(write)) });
  const widgets = (await (await fetch(path)).json()) as unknown[];
  let onDelta: ((delta: Delta) => void) | undefined;
  const listen = (given: typeof onDelta) => (onDelta = given);
  const mounted: Mounted = await live!(stage, { url, widgets, listen });
  let text = expectedBefore;
  await twoTasks();

  return {
    unmount: mounted.unmount,
    async stream(): Promise<Omit<LiveSample, "shown">> {
      let commits = 0;
      const observer = new MutationObserver(() => commits++);
      observer.observe(stage, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      let frames = 0;
      let request = requestAnimationFrame(function count() {
        frames++;
        request = requestAnimationFrame(count);
      });
      const start = performance.now();
      await (mounted.stream?.() ??
        readDeltas(`${path}/stream`, (delta) => onDelta!(delta)));
      const seconds = (performance.now() - start) / 1000;
      cancelAnimationFrame(request);
      // The last frame.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await twoTasks();
      observer.disconnect();
      const sent = await (await fetch(`${url}/sent`)).text();
      text += sent.replace(/\s+/g, "");
      return {
        commits,
        frames: Math.min(100, (frames / seconds / 60) * 100),
        expected: text,
      };
    },
  };
}

/**
 * Reads the deltas of an event stream with the parser that the library uses. What
 * comes between two frames is given as one.
 */
async function readDeltas(url: string, onDelta: (delta: Delta) => void) {
  const { body } = await fetch(url, { method: "POST" });
  const events = body!
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  let waiting = "";
  const flush = () => {
    onDelta({ at: thread.length - 1, id: STREAM, delta: waiting });
    waiting = "";
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (waiting === "") requestAnimationFrame(flush);
    waiting += (JSON.parse(value.data) as { delta: string }).delta;
  }
  // As the promise of the library's client, after all is rendered.
  if (waiting !== "") await new Promise((done) => requestAnimationFrame(done));
}
