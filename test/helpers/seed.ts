const { FUZZ_MINUTES: minutes = 0, FUZZ_SEED: given } = process.env;

/** Random inputs are the same in each run of the tests, so that a change is what makes one fail; `npm run fuzz` finds new ones. */
export const seed = Number(
  given ?? (Number(minutes) > 0 ? Date.now() % 2 ** 31 : 1),
);
