// Runs in the browser: shows stories in a frame as wide as a phone, one after
// the other, and says what went wrong in each.

/** How long a story may take: a busy machine is slow, not wrong. */
const PATIENCE = 180_000;

const frame = /** @type {HTMLIFrameElement} */ (
  document.querySelector("iframe")
);
/** @returns {any} */
const story = () => frame.contentWindow;

/** @type {string | undefined} */
let shown;

/**
 * @param {string} id
 * @param {boolean} fresh whether it needs a page of its own
 * @returns {Promise<string[]>} what went wrong
 */
async function runStory(id, fresh) {
  if (shown === id) {
    story().errors.length = 0;
    story().finished.length = 0;
    story().__STORYBOOK_ADDONS_CHANNEL__.emit("forceRemount", { storyId: id });
  } else if (fresh || shown === undefined) {
    // The page that is there still does not count.
    story().finished = undefined;
    frame.src = `/story.html?viewMode=story&id=${id}&globals=a11y.manual:!true`;
  } else {
    story().failures.length = 0;
    story().errors.length = 0;
    story().finished.length = 0;
    story().__STORYBOOK_ADDONS_CHANNEL__.emit("setCurrentStory", {
      storyId: id,
      viewMode: "story",
    });
  }
  shown = id;
  const end = Date.now() + PATIENCE;
  const isFinished = () => story().finished?.includes(id);
  while (!isFinished()) {
    if (Date.now() > end) {
      shown = undefined;
      const { phase } = story().__STORYBOOK_PREVIEW__?.currentRender ?? {};
      return [`not finished: ${phase}`, ...(story().errors ?? [])];
    }
    await pause(10);
  }
  const { failures, errors: uncaught, __STORYBOOK_PREVIEW__ } = story();
  const { parameters } = __STORYBOOK_PREVIEW__.currentRender.story;
  const errors = [
    ...new Set(
      parameters.test?.dangerouslyIgnoreUnhandledErrors
        ? failures
        : [...failures, ...uncaught],
    ),
  ];
  const { scrollWidth } = story().document.scrollingElement;
  if (scrollWidth > frame.clientWidth) {
    errors.push(`${scrollWidth} px wide in a window of ${frame.clientWidth}`);
  }
  return errors;
}

/** @typedef {{ name: string, box: number[] }} Box Of left, top, width, height. */
/** @typedef {{ across: number, down: number }} Tolerance In px. */

/**
 * Where the parts of the story's widgets are, once they have come to rest.
 * @returns {Promise<Box[]>}
 */
async function measure() {
  await story().document.fonts.ready;
  for (let last = ""; ; await pause(100)) {
    const boxes = boxesOf(story().document);
    const text = JSON.stringify(boxes);
    if (text === last) return boxes;
    last = text;
  }
}

/**
 * Waits until every part is where it is in another browser.
 * @param {Box[]} expected
 * @param {Tolerance} tolerance
 * @returns {Promise<string[]>} what is elsewhere
 */
async function compare(expected, tolerance) {
  for (const end = Date.now() + 20_000; ; await pause(100)) {
    const boxes = boxesOf(story().document);
    const errors = differences(boxes, expected, tolerance);
    if (errors.length === 0 || Date.now() > end) return errors;
  }
}

/**
 * @param {Box[]} boxes
 * @param {Box[]} expected
 * @param {Tolerance} tolerance
 */
function differences(boxes, expected, { across, down }) {
  if (boxes.length !== expected.length) {
    return [`${boxes.length} parts in place of ${expected.length}`];
  }
  return boxes.flatMap(({ name, box }, i) => {
    const wanted = expected[i]?.box ?? [];
    const near = box.every(
      (value, side) =>
        Math.abs(value - (wanted[side] ?? 0)) <= (side % 2 ? down : across),
    );
    const print = (/** @type {number[]} */ [x, y, width, height]) =>
      `${width} × ${height} at ${x}, ${y}`;
    return near
      ? []
      : [`${name} is ${print(box)} in place of ${print(wanted)}`];
  });
}

/** @param {Document} document */
function boxesOf(document) {
  return Array.from(document.querySelectorAll("[class*=wr-]"), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      name: String(element.getAttribute("class")).split(" ")[0] ?? "",
      box: [x, y, width, height].map((value) => Math.round(value * 10) / 10),
    };
    // A margin for shadows, where `overflow-clip-margin` is missing.
  }).filter(({ name }) => name !== "wr-root");
}

/** @param {number} time in ms */
function pause(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}

Object.assign(window, { runStory, measure, compare });
