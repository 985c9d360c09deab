import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from "react";
import { Glyph } from "../icons.js";
import type { ListedNode } from "./nodeList.js";
import { useTypeahead } from "./useTypeahead.js";
import "./nodes.css";

/** What a key does with a node of the tree. */
export type NodeCommand = "insert" | "duplicate" | "up" | "down" | "remove";

interface NodeTreeProps {
  nodes: readonly ListedNode[];
  /** The pointer of the chosen node. */
  selected: string;
  /** The pointer of the node that is shown on the page. */
  shown: string | undefined;
  onShow: (path: string | undefined) => void;
  onSelect: (path: string) => void;
  onCommand: (command: NodeCommand, node: ListedNode) => void;
  /** Another one moves the focus to the selected node. */
  focusCount: number;
}

/** More have no use in a list, and would make the page slow. */
const MOST = 1000;

/** Of a widget with more nodes, only the first level is open at first. */
const FEW = 300;

/** The nodes of a widget as a tree: arrow keys move, Enter chooses, a letter goes to the next node with it. */
export function NodeTree(props: NodeTreeProps) {
  const { nodes, selected, shown, onShow, onSelect, onCommand } = props;
  const { focusCount } = props;
  const list = useRef<HTMLUListElement>(null);
  // Whether a node is open, where the user said so.
  const [openings, setOpenings] = useState<ReadonlyMap<string, boolean>>(
    new Map(),
  );
  const [active, setActive] = useState(selected);
  const byPath = useMemo(
    () => new Map(nodes.map((node) => [node.path, node])),
    [nodes],
  );
  const isOpen = ({ path, level }: ListedNode) =>
    openings.get(path) ?? (nodes.length <= FEW || level === 1);
  const visible = visibleOf(nodes, isOpen);
  const items = visible.slice(0, MOST);
  const paths = new Set(items.map(({ path }) => path));
  const isVisible = (path: string) => paths.has(path);
  const shownItem =
    shown === undefined ? undefined : nearestIn(shown, byPath, isVisible);
  const current = isVisible(active) ? active : selected;
  const stop = isVisible(current) ? current : items[0]?.path;
  const typeahead = useTypeahead();

  function itemOf(path: string) {
    return list.current?.querySelector<HTMLElement>(
      `[data-path="${CSS.escape(path)}"]`,
    );
  }

  function focus(path: string | undefined) {
    if (path === undefined) return;
    setActive(path);
    itemOf(path)?.focus();
  }

  function setOpen(path: string, open: boolean) {
    setOpenings((before) => new Map(before).set(path, open));
  }

  // What is chosen is in an open part of the tree.
  const [chosen, setChosen] = useState(selected);
  if (chosen !== selected) {
    setChosen(selected);
    setActive(selected);
    const closed = ancestorsOf(selected, byPath).filter(
      (node) => !isOpen(node),
    );
    if (closed.length > 0) {
      setOpenings(
        new Map([
          ...openings,
          ...closed.map(({ path }) => [path, true] as const),
        ]),
      );
    }
  }

  const scrollTo = useEffectEvent((path: string) => {
    itemOf(path)?.scrollIntoView({ block: "nearest" });
  });
  useEffect(() => scrollTo(selected), [nodes, selected]);
  useEffect(() => {
    if (shownItem !== undefined) scrollTo(shownItem);
  }, [shownItem]);

  const focusSelected = useEffectEvent(() => itemOf(selected)?.focus());
  useEffect(() => {
    if (focusCount > 0) focusSelected();
  }, [focusCount]);

  function onKeyDown(event: KeyboardEvent) {
    const index = items.findIndex(({ path }) => path === stop);
    const node = items[index];
    if (!node) return;
    if (!act(event, node, index)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function act(
    { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
    node: ListedNode,
    index: number,
  ): boolean {
    const run = (command: NodeCommand) => {
      onSelect(node.path);
      onCommand(command, node);
      return true;
    };
    const mod = ctrlKey || metaKey;
    if (altKey && key === "ArrowUp") return run("up");
    if (altKey && key === "ArrowDown") return run("down");
    if (mod && key.toLowerCase() === "d") return run("duplicate");
    if (key === "Insert" || (mod && key === "Enter")) return run("insert");
    if (mod || altKey) return false;
    if (key === "Delete" || key === "Backspace") return run("remove");
    const open = node.hasChildren && isOpen(node);
    const isRtl =
      list.current !== null &&
      getComputedStyle(list.current).direction === "rtl";
    switch (isRtl ? (mirrored[key] ?? key) : key) {
      case "ArrowDown":
        focus(items[index + 1]?.path);
        return true;
      case "ArrowUp":
        focus(items[index - 1]?.path);
        return true;
      case "Home":
        focus(items[0]?.path);
        return true;
      case "End":
        focus(items.at(-1)?.path);
        return true;
      case "ArrowRight":
        if (open) focus(items[index + 1]?.path);
        else if (node.hasChildren) setOpen(node.path, true);
        return true;
      case "ArrowLeft":
        if (open) setOpen(node.path, false);
        else focus(node.parent);
        return true;
      case "*":
        setOpenings(
          new Map([
            ...openings,
            ...nodes
              .filter(({ parent }) => parent === node.parent)
              .map(({ path }) => [path, true] as const),
          ]),
        );
        return true;
      case "Enter":
      case " ":
        onSelect(node.path);
        return true;
    }
    if (key.length !== 1 || (shiftKey && key === " ")) return false;
    const words = items.map(({ type, text }) => [type, text]);
    focus(items[typeahead(key, words, index)]?.path);
    return true;
  }

  return (
    <>
      <ul
        ref={list}
        role="tree"
        aria-label="Nodes"
        className="pg-tree"
        onPointerLeave={() => onShow(undefined)}
        onBlur={() => onShow(undefined)}
      >
        {items.map((node) => (
          <li
            key={node.path}
            role="treeitem"
            className="pg-node"
            data-path={node.path}
            data-shown={node.path === shownItem ? "" : undefined}
            aria-level={node.level}
            aria-posinset={node.position}
            aria-setsize={node.siblings}
            aria-selected={node.path === selected}
            aria-expanded={node.hasChildren ? isOpen(node) : undefined}
            tabIndex={node.path === stop ? 0 : -1}
            style={{
              paddingInlineStart: 8 + (Math.min(node.level, 20) - 1) * 14,
            }}
            onPointerEnter={() => onShow(node.path)}
            onFocus={() => {
              setActive(node.path);
              onShow(node.path);
            }}
            onKeyDown={onKeyDown}
            onClick={({ target }) => {
              const isTwist = (target as Element).closest(".pg-twist") !== null;
              if (isTwist && node.hasChildren)
                setOpen(node.path, !isOpen(node));
              else onSelect(node.path);
            }}
          >
            <span
              className="pg-twist"
              data-open={node.hasChildren && isOpen(node) ? "" : undefined}
            >
              {node.hasChildren && <Glyph name="open" />}
            </span>
            <span className="pg-node-type">{node.type}</span>
            {node.text !== "" && (
              <span className="pg-node-text" dir="auto">
                {node.text}
              </span>
            )}
          </li>
        ))}
      </ul>
      {visible.length > items.length && (
        <p className="pg-empty">
          {`The first ${items.length} of ${visible.length} nodes. Close some to see others.`}
        </p>
      )}
    </>
  );
}

const mirrored: Record<string, string | undefined> = {
  ArrowLeft: "ArrowRight",
  ArrowRight: "ArrowLeft",
};

function visibleOf(
  nodes: readonly ListedNode[],
  isOpen: (node: ListedNode) => boolean,
): ListedNode[] {
  const open = new Set<string | undefined>([undefined]);
  return nodes.filter((node) => {
    const isVisible = open.has(node.parent);
    if (isVisible && isOpen(node)) open.add(node.path);
    return isVisible;
  });
}

function ancestorsOf(
  path: string,
  byPath: ReadonlyMap<string, ListedNode>,
): ListedNode[] {
  const parent = byPath.get(byPath.get(path)?.parent ?? "-");
  return parent ? [parent, ...ancestorsOf(parent.path, byPath)] : [];
}

/** A node that is in a closed one is shown by that one. */
function nearestIn(
  path: string,
  byPath: ReadonlyMap<string, ListedNode>,
  isVisible: (path: string) => boolean,
): string | undefined {
  if (isVisible(path)) return path;
  return ancestorsOf(path, byPath).find((node) => isVisible(node.path))?.path;
}
