import type { ArgTypesEnhancer } from "storybook/internal/types";

/**
 * Controls by what a prop takes. In JSON `null` is the same as absent, so it
 * is no choice; and a union with it is still a word, a switch or a list.
 */
export const controls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const summary = argType.table?.type?.summary;
      if (argType.type?.name !== "enum" || !summary) return [name, argType];
      const members = summary.split(" | ").filter((it) => it !== "null");
      return [
        name,
        {
          ...argType,
          type: { ...typeOf(members), required: argType.type.required },
          table: {
            ...argType.table,
            type: {
              summary: members.join(" | ").replace("false | true", "boolean"),
            },
          },
        },
      ];
    }),
  );

function typeOf(members: string[]) {
  if (members.every((it) => it.startsWith('"'))) {
    const value = members.map((it) => JSON.parse(it) as string);
    return { name: "enum" as const, value };
  }
  if (members.every((it) => it === "true" || it === "false")) {
    return { name: "boolean" as const };
  }
  // Also what is text or a number: JSON takes both for a label and for a size.
  if (members.includes("string")) return { name: "string" as const };
  if (members.includes("number")) return { name: "number" as const };
  return { name: "other" as const, value: members.join(" | ") };
}
