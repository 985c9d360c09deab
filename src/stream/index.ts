export {
  createWidgetStream,
  parsePartialWidget,
  type Part,
  type WidgetStream,
  type WidgetStreamSnapshot,
} from "./createWidgetStream.js";
export { useWidgetStream, type WidgetStreamSource } from "./useWidgetStream.js";
