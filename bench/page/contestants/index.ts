import { a2ui } from "./a2ui.js";
import { adaptiveCards } from "./adaptiveCards.js";
import { floorContract } from "./floorContract.js";
import { floorDom } from "./floorDom.js";
import { floorReact } from "./floorReact.js";
import { jsonRender } from "./jsonRender.js";
import { ours } from "./ours.js";

export const contestants = [
  floorDom,
  floorReact,
  floorContract,
  ours,
  jsonRender,
  a2ui,
  adaptiveCards,
];
