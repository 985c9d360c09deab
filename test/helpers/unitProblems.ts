import type { FormProblem } from "../../src/core/index.js";

/** The problems that `run` reports, beside its result. */
export function collectProblems<T>(
  run: (report: (problem: FormProblem) => void) => T,
) {
  const problems: FormProblem[] = [];
  const result = run((problem) => problems.push(problem));
  return { result, problems, codes: problems.map(({ code }) => code) };
}
