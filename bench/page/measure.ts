/** Milliseconds on the main thread. */
export interface Sample {
  /** Until the DOM is what it is to be. */
  script: number;
  /** The same with the style and layout of the next frame. */
  layout: number;
}

/** Runs `act` and waits for the frame that shows what it did. */
export async function measure(
  stage: HTMLElement,
  act: () => void,
  settle?: () => Promise<void>,
): Promise<Sample> {
  const start = performance.now();
  act();
  if (settle) await settle();
  const script = performance.now() - start;
  return { script, layout: script + (await layoutOf(stage)) };
}

/**
 * The style and layout of the next frame, by the frame itself: asking for an
 * `offsetHeight` would leave out what `content-visibility` first shows then.
 * A ResizeObserver is notified of a new element after layout, in the same frame.
 */
function layoutOf(stage: HTMLElement): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const observer = new ResizeObserver(() => {
        const end = performance.now();
        observer.disconnect();
        resolve(end - start);
      });
      observer.observe(stage);
    });
  });
}

/** Lets the last frame be painted and garbage be gone before the next sample. */
export async function rest() {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  (globalThis as { gc?: () => void }).gc?.();
}

/** What is mounted by promises and timers is mounted two tasks later. */
export async function twoTasks() {
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", resolve, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  }
}

/** Several turns of the same thing, as one of them. */
export async function average(
  count: number,
  turn: (i: number) => Promise<Sample>,
): Promise<Sample> {
  const sum = { script: 0, layout: 0 };
  for (let i = 0; i < count; i++) {
    const { script, layout } = await turn(i);
    sum.script += script;
    sum.layout += layout;
  }
  return { script: sum.script / count, layout: sum.layout / count };
}
