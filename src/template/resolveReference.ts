/** Follows `#/$defs/Size`, which generators of schemas write for every enum. What is no schema is one that allows all. */
export function resolveReference(given: unknown, root: unknown): object {
  let schema = asObject(given);
  // A reference may lead to itself.
  for (let steps = 0; steps < 10; steps++) {
    const { $ref } = schema as { $ref?: unknown };
    if (typeof $ref !== "string" || !/^#(?:\/|$)/.test($ref)) break;
    let target: unknown = root;
    for (const part of $ref.split("/").slice(1)) {
      const key = decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");
      target = asObject(target)[key as never];
    }
    schema = asObject(target);
  }
  return schema;
}

/** A part of the fragment of a URL. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
