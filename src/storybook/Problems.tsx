/** @jsxRuntime classic */
import React from "react";
import { useTheme, type StorybookTheme } from "storybook/theming";
import type { Problem } from "./names.js";

/** The content of the panel: what is wrong in the story, and where. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { appBorderColor, color, textMutedColor, typography } =
    useTheme() as StorybookTheme;
  const font = `${typography.size.s2}px/1.5 ${typography.fonts.base}`;
  const room = { margin: 0, padding: "10px 15px" };
  if (problems.length === 0) {
    return (
      <p style={{ ...room, font, color: textMutedColor }}>
        Nothing is wrong in this widget, its template and its data.
      </p>
    );
  }
  return (
    <ul
      aria-label="What is wrong in this widget"
      style={{
        color: color.defaultText,
        font,
        listStyle: "none",
        margin: 0,
        padding: 0,
      }}
    >
      {problems.map(({ code, message, where }) => (
        <li
          key={`${where} ${code} ${message}`}
          style={{
            ...room,
            borderBlockEnd: `1px solid ${appBorderColor}`,
            overflowWrap: "anywhere",
          }}
        >
          <div style={{ fontWeight: typography.weight.bold }}>{where}</div>
          {message}{" "}
          <code
            style={{
              color: textMutedColor,
              fontFamily: typography.fonts.mono,
              fontSize: typography.size.s1,
            }}
          >
            {code}
          </code>
        </li>
      ))}
    </ul>
  );
}
