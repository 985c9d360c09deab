import { a2ui, a2uiLean } from "./a2ui.js";
import { a2uiBasic } from "./a2uiBasic.js";
import { adaptiveCards } from "./adaptiveCards.js";
import { floorContract } from "./floorContract.js";
import { floorDom } from "./floorDom.js";
import { floorReact } from "./floorReact.js";
import { jsonRender, jsonRenderLean } from "./jsonRender.js";
import { ours } from "./ours.js";

export const contestants = [
  floorDom,
  floorReact,
  floorContract,
  ours,
  jsonRender,
  a2ui,
  jsonRenderLean,
  a2uiLean,
  a2uiBasic,
  adaptiveCards,
];
