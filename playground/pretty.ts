export function pretty(json: unknown): string {
  return JSON.stringify(json, null, 2);
}
