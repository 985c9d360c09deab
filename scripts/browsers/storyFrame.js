// Runs in Storybook's frame before anything of Storybook: collects what goes
// wrong, and notes which stories have finished.
(() => {
  /** Failures of the story itself. */
  /** @type {string[]} */
  const failures = [];
  /** What nobody caught; a story may expect some. */
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const finished = [];
  Object.assign(window, { failures, errors, finished });

  addEventListener("error", (event) =>
    errors.push(describe(event.error ?? event.message)),
  );
  addEventListener("unhandledrejection", (event) =>
    errors.push(describe(event.reason)),
  );
  console.error = (...args) => errors.push(args.map(describe).join(" "));

  /** @type {any} */
  let channel;
  Object.defineProperty(window, "__STORYBOOK_ADDONS_CHANNEL__", {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      for (const name of [
        "playFunctionThrewException",
        "storyThrewException",
        "storyErrored",
      ]) {
        channel.on(name, (/** @type {unknown} */ error) =>
          failures.push(describe(error)),
        );
      }
      channel.on("storyMissing", () => failures.push("no such story"));
      channel.on(
        "unhandledErrorsWhilePlaying",
        (/** @type {unknown[]} */ all) => errors.push(...all.map(describe)),
      );
      channel.on("storyFinished", (/** @type {any} */ { storyId }) =>
        finished.push(storyId),
      );
    },
  });

  /**
   * The first lines: Testing Library adds the whole page.
   * @param {any} error
   */
  function describe(error) {
    const text = String(
      error?.message ?? error?.description ?? error?.title ?? error,
    );
    return text.split("\n").slice(0, 8).join("\n  ");
  }
})();
