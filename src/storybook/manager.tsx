/** @jsxRuntime classic */
// Storybook gives its own React to what runs in its frame, but no `react/jsx-runtime`.
import React from "react";
import { AddonPanel, Badge } from "storybook/internal/components";
import {
  addons,
  types,
  useAddonState,
  useChannel,
  useStorybookState,
} from "storybook/manager-api";
import {
  ADDON_ID,
  PANEL_ID,
  PARAMETER,
  PROBLEMS_EVENT,
  type Problem,
  type ProblemsOfStory,
} from "./names.js";
import { Problems } from "./Problems.js";

type Found = Readonly<Record<string, readonly Problem[]>>;

addons.register(ADDON_ID, () => {
  addons.add(PANEL_ID, {
    type: types.PANEL,
    title: () => <Title />,
    paramKey: PARAMETER,
    match: ({ viewMode }) => viewMode === "story",
    render: ({ active }) => (
      <AddonPanel active={Boolean(active)}>
        <Panel />
      </AddonPanel>
    ),
  });
});

/** The tab, which counts the problems. It is mounted also while its panel is not open, so it listens. */
function Title() {
  const [, setFound] = useAddonState<Found>(ADDON_ID, {});
  useChannel({
    [PROBLEMS_EVENT]: ({ storyId, problems }: ProblemsOfStory) => {
      setFound((found) => ({ ...found, [storyId]: problems }));
    },
  });
  const { length } = useProblems();
  return (
    <span style={{ display: "flex", gap: 6, alignItems: "center" }}>
      Widget
      {length > 0 && (
        <Badge compact status="negative">
          {length}
        </Badge>
      )}
    </span>
  );
}

function Panel() {
  return <Problems problems={useProblems()} />;
}

/** The problems of the story that is shown. */
function useProblems(): readonly Problem[] {
  const [found] = useAddonState<Found>(ADDON_ID, {});
  const { storyId } = useStorybookState();
  return (Object.hasOwn(found, storyId) && found[storyId]) || [];
}
