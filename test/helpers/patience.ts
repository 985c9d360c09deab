import { vi } from "vitest";

/** As patient as `expect.element`: a busy machine is slow, not wrong. */
const { waitFor } = vi;
vi.waitFor = (check, options) => waitFor(check, options ?? { timeout: 30_000 });
