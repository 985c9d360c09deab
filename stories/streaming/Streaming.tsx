import {
  useEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { sendAction } from "../story.js";
import { WidgetRenderer } from "../../src/index.js";
import { createRecording } from "./recording.js";
import { replies, type ReplyName } from "./replies.js";
import "./streaming.css";

/** Characters in a second. People read about 25, models write 200 and more. */
const speeds = { Slow: 40, Reading: 120, Model: 400 } as const;
type Speed = keyof typeof speeds;

interface StreamingProps {
  reply?: ReplyName;
  speed?: Speed;
  /** Where it starts, as a part of the reply; 1 is its end. */
  start?: number;
  paused?: boolean;
}

/** A recorded reply of a model that grows into a widget. */
export function Streaming({
  reply: first = "An order",
  speed: initial = "Reading",
  start = 0,
  paused = false,
}: StreamingProps) {
  const [name, setName] = useState<ReplyName>(first);
  const [speed, setSpeed] = useState<Speed>(initial);
  // A widget of another run is another one.
  const [run, count] = useReducer((runs: number) => runs + 1, 0);
  const [isPlaying, setPlaying] = useState(!paused);
  const [recording, setRecording] = useState(() =>
    createRecording(replies[name], start * replies[name].length),
  );
  const perSecond = isPlaying ? speeds[speed] : 0;
  useEffect(
    () => (perSecond > 0 ? recording.play(perSecond) : undefined),
    [recording, perSecond],
  );
  const written = useSyncExternalStore(recording.subscribe, recording.written);
  const { parts } = recording.getSnapshot();
  const isWhole = written.length === recording.total;
  const begin = (next: ReplyName) => {
    setName(next);
    setPlaying(true);
    setRecording(createRecording(replies[next]));
    count();
  };
  return (
    <div className="streaming">
      <header className="streaming-bar">
        <label>
          Reply{" "}
          <select
            value={name}
            onChange={({ target }) => begin(target.value as ReplyName)}
          >
            {Object.keys(replies).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>Speed</legend>
          {Object.entries(speeds).map(([one, perSecond]) => (
            <label key={one} title={`${perSecond} characters in a second`}>
              <input
                type="radio"
                name="speed"
                checked={one === speed}
                onChange={() => setSpeed(one as Speed)}
              />
              {one}
            </label>
          ))}
        </fieldset>
        <button type="button" onClick={() => begin(name)}>
          Replay
        </button>
        <button
          type="button"
          disabled={isWhole}
          onClick={() => setPlaying(!isPlaying)}
        >
          {isPlaying ? "Pause" : "Go on"}
        </button>
        <button type="button" disabled={isWhole} onClick={recording.end}>
          To the end
        </button>
        <progress
          aria-label="Written so far"
          max={recording.total}
          value={written.length}
        />
      </header>
      <main className="streaming-reply" aria-label="Reply">
        {parts.map((part, i) =>
          part.type === "text" ? (
            <p key={`${run} ${i}`}>{part.text}</p>
          ) : (
            <WidgetRenderer
              key={`${run} ${i}`}
              widget={part.widget}
              growing={!part.complete}
              sendAction={(action) => sendAction(action)}
            />
          ),
        )}
      </main>
      <Source text={written} />
    </div>
  );
}

/** What the model has written, at its end. */
function Source({ text }: { text: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = box;
    if (current) current.scrollTop = current.scrollHeight;
  }, [text]);
  return (
    <section
      ref={box}
      className="streaming-source"
      aria-label="What the model has written"
      // It scrolls.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <pre>{text}</pre>
    </section>
  );
}
