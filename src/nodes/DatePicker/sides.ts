import { enumOf } from "../../core/json.js";

export const sides = enumOf("top right bottom left");
export const aligns = enumOf("start center end");
