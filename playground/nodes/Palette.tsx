/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list is not moved in from a text field, which has the keys */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Position } from "../json/nodeEdits.js";
import type { ListedNode } from "./nodeList.js";
import { newNodes, positionsAt } from "./newNodes.js";

interface PaletteProps {
  /** The node from which positions are seen. */
  node: ListedNode;
  onInsert: (type: string, position: Position) => void;
  onClose: () => void;
}

const names: Record<Position, string> = {
  inside: "Inside",
  after: "After",
  before: "Before",
};

/** Inserts a node: its type by name or by what it is for, and where it goes. */
export function Palette({ node, onInsert, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const positions = positionsAt(node);
  const [position, setPosition] = useState(positions[0]);
  const [search, setSearch] = useState("");
  const [active, setActive] = useState<string>();

  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);

  const groups = newNodes()
    .map(({ group, nodes }) => ({
      group,
      nodes: nodes.filter(({ type, description }) =>
        matches(`${type} ${description} ${group}`, search),
      ),
    }))
    .filter(({ nodes }) => nodes.length > 0);
  const types = groups.flatMap(({ nodes }) => nodes.map(({ type }) => type));
  const current = types.find((type) => type === active) ?? best(types, search);
  const optionId = (type: string) => `${id}-${type}`;

  useEffect(() => {
    if (current === undefined) return;
    document.getElementById(`${id}-${current}`)?.scrollIntoView({
      block: "nearest",
    });
  }, [id, current]);

  function insert(type: string | undefined) {
    if (type !== undefined && position) onInsert(type, position);
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = types.indexOf(current ?? "");
    const to = {
      ArrowDown: (at + 1) % types.length,
      ArrowUp: (at + types.length - 1) % types.length,
    }[event.key];
    if (event.key === "Enter") insert(current);
    else if (to === undefined || Number.isNaN(to)) return;
    else setActive(types[to]);
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      className="pg-palette"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <div className="pg-palette-body">
        <h2 id={`${id}-title`} className="pg-title">
          Insert a node
        </h2>
        <fieldset className="pg-field pg-choice">
          <legend className="pg-label">{`Where, seen from ${node.type}`}</legend>
          {positions.map((one) => (
            <label key={one} className="pg-option">
              <input
                type="radio"
                name={`${id}-position`}
                checked={one === position}
                onChange={() => setPosition(one)}
              />
              <span>{`${names[one]} ${node.type}`}</span>
            </label>
          ))}
        </fieldset>
        {positions.length === 0 ? (
          <p className="pg-empty">
            {`${node.type} has no children, and a root has no siblings.`}
          </p>
        ) : (
          <>
            <input
              type="text"
              role="combobox"
              className="pg-input"
              aria-label="Find a node"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              aria-activedescendant={current && optionId(current)}
              placeholder="Find by name or use"
              autoComplete="off"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setActive(undefined);
              }}
              onKeyDown={onKeyDown}
            />
            <div
              id={`${id}-list`}
              role="listbox"
              aria-label="Nodes to insert"
              className="pg-palette-list"
              tabIndex={-1}
            >
              {groups.map(({ group, nodes }) => (
                <div key={group} role="group" aria-label={group}>
                  <p className="pg-palette-group" aria-hidden="true">
                    {group}
                  </p>
                  {nodes.map(({ type, description }) => (
                    <div
                      key={type}
                      role="option"
                      id={optionId(type)}
                      tabIndex={-1}
                      className="pg-palette-option"
                      aria-selected={type === current}
                      onClick={() => insert(type)}
                    >
                      <span className="pg-node-type">{type}</span>
                      <span className="pg-help">{description}</span>
                    </div>
                  ))}
                </div>
              ))}
            </div>
          </>
        )}
        <output className="pg-help">
          {search !== "" &&
            (types.length === 1 ? "1 node" : `${types.length} nodes`)}
        </output>
        <button type="button" className="pg-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

/** What the search most likely means: a name that begins with it, or has it. */
function best(types: readonly string[], search: string): string | undefined {
  const text = search.trim().toLowerCase();
  const names = types.map((type) => type.toLowerCase());
  const index = [
    names.indexOf(text),
    names.findIndex((name) => name.startsWith(text)),
    names.findIndex((name) => name.includes(text)),
  ].find((one) => one >= 0);
  return types[index ?? 0];
}

/** Every word of the search is in the text. */
function matches(text: string, search: string): boolean {
  const lower = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
