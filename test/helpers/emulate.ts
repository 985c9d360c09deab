import { cdp } from "vitest/browser";

/** Sets what the user prefers, as `{ "forced-colors": "active" }`. In Chromium alone a test can. */
export function emulate(features: Record<string, string>) {
  const session = cdp() as unknown as {
    send(method: string, params: object): Promise<void>;
  };
  return session.send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({
      name,
      value,
    })),
  });
}
