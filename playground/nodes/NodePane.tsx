import { useState } from "react";
import {
  duplicateNode,
  insertNode,
  moveNode,
  removeNode,
  type NodeEdit,
} from "../json/nodeEdits.js";
import { Properties } from "../properties/Properties.js";
import type { ListedNode } from "./nodeList.js";
import { jsonOfNew } from "./newNodes.js";
import { NodeTools } from "./NodeTools.js";
import { NodeTree, type NodeCommand } from "./NodeTree.js";
import { Palette } from "./Palette.js";

interface NodePaneProps {
  nodes: readonly ListedNode[];
  selected: ListedNode | undefined;
  shown: string | undefined;
  /** The text of the widget. */
  json: string;
  /** Why nothing can be changed here, if nothing can. */
  readOnly: string | undefined;
  onShow: (path: string | undefined) => void;
  onSelect: (path: string) => void;
  onEdit: (edit: NodeEdit) => void;
  onChange: (pointer: string, value: unknown, isTyped?: boolean) => void;
}

/** The nodes of the widget, what can be done with them, and the properties of the selected one. */
export function NodePane(props: NodePaneProps) {
  const { nodes, selected, shown, json, readOnly } = props;
  const { onShow, onSelect, onEdit, onChange } = props;
  // The node beside or in which another one goes.
  const [beside, setBeside] = useState<ListedNode>();

  // How often the tree was to have the focus.
  const [focusCount, setFocusCount] = useState(0);

  function edit(change: NodeEdit | undefined, fromTree: boolean) {
    if (!change) return;
    if (fromTree) setFocusCount(focusCount + 1);
    onEdit(change);
  }

  function run(command: NodeCommand, node = selected, fromTree = false) {
    if (readOnly !== undefined || !node) return;
    switch (command) {
      case "insert":
        setBeside(node);
        break;
      case "duplicate":
        edit(duplicateNode(json, node.path), fromTree);
        break;
      case "up":
        edit(moveNode(json, node.path, -1), fromTree);
        break;
      case "down":
        edit(moveNode(json, node.path, 1), fromTree);
        break;
      case "remove":
        edit(removeNode(json, node.path), fromTree);
        break;
    }
  }

  return (
    <>
      <section className="pg-nodes" aria-label="Nodes">
        <div className="pg-head">
          <h2 className="pg-head-title">Nodes</h2>
          <NodeTools
            node={selected}
            disabled={readOnly !== undefined}
            onCommand={(command) => run(command)}
          />
        </div>
        <NodeTree
          nodes={nodes}
          selected={selected?.path ?? ""}
          shown={shown}
          focusCount={focusCount}
          onShow={onShow}
          onSelect={onSelect}
          onCommand={(command, node) => run(command, node, true)}
        />
      </section>
      {selected && (
        <Properties node={selected} readOnly={readOnly} onChange={onChange} />
      )}
      {beside && (
        <Palette
          node={beside}
          onClose={() => setBeside(undefined)}
          onInsert={(type, position) => {
            setBeside(undefined);
            const node = jsonOfNew(type, nodes[0]?.json);
            edit(insertNode(json, beside.path, position, node), true);
          }}
        />
      )}
    </>
  );
}
