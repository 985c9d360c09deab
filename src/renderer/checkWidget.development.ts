import { isObject } from "../core/json.js";
import { unnamedText } from "../core/messages.js";
import type { WidgetIssue } from "../schema/types.js";
import type { CheckWidget } from "./checkWidget.js";

/** The last widget of each renderer that was checked, by its `report`. */
const checked = new WeakMap<object, unknown>();

/** What the nodes themselves report in every build, with the path of the node. */
const OF_NODES: ReadonlySet<WidgetIssue["code"]> = new Set([
  "invalid-widget",
  "unknown-node",
  "unknown-icon",
  "blocked-url",
  "blocked-style",
  "limit",
] as const);

export const checkWidget: CheckWidget = (root, settings, report) => {
  if (!isObject(root) || checked.get(report) === root) return;
  checked.set(report, root);
  const { components, icons, tokens } = settings;
  // It loads when the first widget is mounted, so that no page waits for it.
  import("../schema/validateWidget.js").then(
    ({ validateWidget }) => {
      // An update has come in the meantime.
      if (checked.get(report) !== root) return;
      const options = { components, icons: Object.keys(icons), tokens };
      for (const { code, path, message } of validateWidget(root, options)) {
        if (OF_NODES.has(code) || message === unnamedText) continue;
        const node = nodeAt(root, path);
        report({ code: "invalid-prop", message, path, node });
      }
    },
    // Without it the nodes still report what they cannot render.
    () => undefined,
  );
};

/** The node that a pointer leads into. */
function nodeAt(root: unknown, path: string): unknown {
  const [children = ""] = /^(?:\/children(?:\/\d+)?)*/.exec(path) ?? [];
  let node = root;
  for (const name of children.split("/").slice(1)) {
    node = isObject(node) ? (node[name] ?? node) : node;
  }
  return Array.isArray(node) ? node[0] : node;
}
