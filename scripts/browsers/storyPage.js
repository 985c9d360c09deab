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
  if (fresh || shown === undefined || shown === id) {
    const before = story();
    before.finished = undefined;
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
  while (!story().finished?.includes(id)) {
    if (Date.now() > end) {
      shown = undefined;
      const { phase } = story().__STORYBOOK_PREVIEW__?.currentRender ?? {};
      return [`not finished: ${phase}`, ...(story().errors ?? [])];
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
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

Object.assign(window, { runStory });
