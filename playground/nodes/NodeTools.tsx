import { IconButton } from "../icons.js";
import { splitPointer } from "../json/pointer.js";
import type { ListedNode } from "./nodeList.js";
import type { NodeCommand } from "./NodeTree.js";

interface NodeToolsProps {
  node: ListedNode | undefined;
  /** The text cannot be edited through its nodes now. */
  disabled: boolean;
  onCommand: (command: NodeCommand) => void;
}

/** What can be done with the selected node, by mouse. Their names have the keys that do the same in the tree. */
export function NodeTools({ node, disabled, onCommand }: NodeToolsProps) {
  const isRoot = !node || node.path === "";
  const isOnly = isRoot || splitPointer(node.path)[1] === "children";
  const of = node ? ` ${node.type}` : "";
  return (
    <fieldset aria-label="Selected node" className="pg-field pg-tools">
      <IconButton
        icon="plus"
        label="Insert a node"
        keys="Insert Control+Enter"
        disabled={disabled}
        onClick={() => onCommand("insert")}
      />
      <IconButton
        icon="copy"
        label={`Duplicate${of}`}
        keys="Control+D"
        disabled={disabled || isRoot}
        onClick={() => onCommand("duplicate")}
      />
      <IconButton
        icon="up"
        label={`Move${of} up`}
        keys="Alt+ArrowUp"
        disabled={disabled || isOnly || node.position === 1}
        onClick={() => onCommand("up")}
      />
      <IconButton
        icon="down"
        label={`Move${of} down`}
        keys="Alt+ArrowDown"
        disabled={disabled || isOnly || node.position === node.siblings}
        onClick={() => onCommand("down")}
      />
      <IconButton
        icon="remove"
        label={`Delete${of}`}
        keys="Delete"
        disabled={disabled || isRoot}
        onClick={() => onCommand("remove")}
      />
    </fieldset>
  );
}
