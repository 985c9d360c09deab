/**
 * A name of a PNG for each file: `order.png` of `orders/order.widget`. Where that would be the name of two, the folders
 * are a part of it, and a number where that is not enough.
 */
export function pictureNames(files: readonly string[]): string[] {
  const short = files.map((file) => nameOf(file.split(/[\\/]/).at(-1) ?? ""));
  const taken = new Set<string>();
  return files.map((file, index) => {
    const base = short[index]!;
    const isShared = short.filter((other) => isSame(other, base)).length > 1;
    const long = isShared
      ? nameOf(
          file
            .split(/[\\/.]*[\\/]/)
            .filter(Boolean)
            .join("-"),
        )
      : base;
    let name = long;
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      name = `${long}-${count}`;
    }
    taken.add(name.toLowerCase());
    return `${name}.png`;
  });
}

/** Without what it ends with; what is piped in is a widget. */
function nameOf(file: string): string {
  if (file === "-") return "widget";
  return (
    file.replace(/(?:\.widget)?(?:\.json)?$/i, "").replaceAll(":", "") ||
    "widget"
  );
}

/** macOS and Windows do not distinguish them. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
