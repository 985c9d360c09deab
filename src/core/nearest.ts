/** The word that is most like `value`, if any is: by the letters they share. */
export function nearestOf(
  value: unknown,
  words: Iterable<string>,
  least = 0.3,
): string | undefined {
  let nearest: string | undefined;
  if (typeof value !== "string") return nearest;
  const letters = Array.from(value.slice(0, 40).toLowerCase());
  for (const word of words) {
    const shared = letters.filter((letter) => word.includes(letter)).length;
    const likeness = (2 * shared) / (letters.length + word.length);
    if (likeness > least) {
      least = likeness;
      nearest = word;
    }
  }
  return nearest;
}
