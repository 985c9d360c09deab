// What the types and comments of src say about the properties of each node.
import ts from "typescript";

/**
 * @typedef {object} Prop
 * @property {string} name
 * @property {boolean} required
 * @property {string[]} types what it may be; `null` is left out
 * @property {string} defaultValue in the words of its comment
 * @property {string} text its comment
 */
/**
 * @typedef {object} NodeDocs
 * @property {string} type its name in JSON
 * @property {string} text
 * @property {Prop[]} props
 * @property {{ title: string, names: string[] }[]} from what it takes of SHARED
 * @property {boolean} children
 */

/** Interfaces that many nodes extend: each is shown once. @type {Record<string, string>} */
const SHARED = {
  NodeProps: "Every node",
  BlockProps: "Size",
  FlexProps: "Layout",
};

/** What a component takes beside the JSON of its node. */
const NOT_JSON = ["children", "node"];

export function readNodes() {
  const { config } = /** @type {{ config: unknown }} */ (
    ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path))
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram(
    ["src/nodes/index.ts", "src/types.ts"],
    options,
  );
  const checker = program.getTypeChecker();

  /** @type {Map<string, { name: string, text: string, props: Prop[] }>} */
  const objects = new Map();
  /** @type {Map<string, { title: string, text: string, props: Prop[] }>} */
  const shared = new Map();

  const nodes = tableOf("src/nodes/index.ts", "nodes")
    .map(readNode)
    .sort((a, b) => a.type.localeCompare(b.type));
  const every = shared.get("NodeProps");
  const key = readKey();
  if (every && key) every.props.push(key);
  return {
    nodes,
    shared: Object.keys(SHARED).flatMap((name) => shared.get(name) ?? []),
    objects: [...objects.values()].sort((a, b) => a.name.localeCompare(b.name)),
  };

  /**
   * The entries of an exported table.
   * @param {string} path
   * @param {string} name
   */
  function tableOf(path, name) {
    const file = program.getSourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    const table =
      module &&
      checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
    if (!table) throw new Error(`${path} exports no table "${name}".`);
    return checker.getPropertiesOfType(checker.getTypeOfSymbol(table));
  }

  /** @param {ts.Symbol} entry @returns {NodeDocs} */
  function readNode(entry) {
    const component = checker.getTypeOfSymbol(entry);
    const [signature] = component.getCallSignatures();
    const parameter = signature?.parameters[0];
    if (!parameter) throw new Error(`The node ${entry.name} takes no props.`);
    const type = checker.getTypeOfSymbol(parameter);
    /** @type {Map<string, string[]>} */
    const from = new Map();
    const props = checker.getPropertiesOfType(type).filter((prop) => {
      const owner = ownerOf(prop);
      if (!owner || !Object.hasOwn(SHARED, owner.name.text)) {
        return !NOT_JSON.includes(prop.name);
      }
      readShared(owner);
      if (!NOT_JSON.includes(prop.name) && owner.name.text !== "NodeProps") {
        from.set(owner.name.text, [
          ...(from.get(owner.name.text) ?? []),
          prop.name,
        ]);
      }
      return false;
    });
    const symbol = exportOf(entry);
    return {
      type: entry.name,
      text: symbol ? commentOf(symbol) : "",
      props: readProps(props),
      from: Array.from(from, ([name, names]) => ({
        title: SHARED[name] ?? name,
        names,
      })),
      children: checker
        .getPropertiesOfType(type)
        .some(({ name }) => name === "children"),
    };
  }

  /** The export that an entry of the table names; its comment is that of the node. @param {ts.Symbol} entry */
  function exportOf(entry) {
    const { valueDeclaration: declaration } = entry;
    if (!declaration) return undefined;
    const symbol = ts.isShorthandPropertyAssignment(declaration)
      ? checker.getShorthandAssignmentValueSymbol(declaration)
      : ts.isPropertyAssignment(declaration)
        ? checker.getSymbolAtLocation(declaration.initializer)
        : undefined;
    return symbol && symbol.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(symbol)
      : symbol;
  }

  /** The interface that declares a property. @param {ts.Symbol} prop */
  function ownerOf(prop) {
    const parent = prop.declarations?.[0]?.parent;
    return parent && ts.isInterfaceDeclaration(parent) ? parent : undefined;
  }

  /** @param {ts.InterfaceDeclaration} declaration */
  function readShared(declaration) {
    const name = declaration.name.text;
    if (shared.has(name)) return;
    const symbol = checker.getSymbolAtLocation(declaration.name);
    shared.set(name, {
      title: SHARED[name] ?? name,
      text: symbol ? commentOf(symbol) : "",
      props: readProps(
        declaration.members.flatMap((member) => {
          const prop = member.name && checker.getSymbolAtLocation(member.name);
          return prop && !NOT_JSON.includes(prop.name) ? [prop] : [];
        }),
      ),
    });
  }

  /** `key` is the renderer's, so no component takes it. */
  function readKey() {
    const file = program.getSourceFile("src/types.ts");
    for (const statement of file?.statements ?? []) {
      if (!ts.isInterfaceDeclaration(statement)) continue;
      for (const member of statement.members) {
        const prop = member.name && checker.getSymbolAtLocation(member.name);
        if (prop?.name === "key") return readProps([prop])[0];
      }
    }
    return undefined;
  }

  /** Those that are needed come first. @param {readonly ts.Symbol[]} props @returns {Prop[]} */
  function readProps(props) {
    return props
      .map((prop) => {
        const declaration = prop.declarations?.[0];
        const written =
          declaration && ts.isPropertySignature(declaration)
            ? declaration.type
            : undefined;
        // Without a comment it is what it is where its type comes from.
        const source =
          (written &&
            ts.isIndexedAccessTypeNode(written) &&
            ts.getJSDocCommentsAndTags(declaration ?? written).length === 0 &&
            propOf(written)) ||
          prop;
        const tag = source
          .getJsDocTags(checker)
          .find(({ name }) => name === "default");
        return {
          name: prop.name,
          required: (prop.flags & ts.SymbolFlags.Optional) === 0,
          types: typesOf(checker.getTypeOfSymbol(prop), written),
          defaultValue: oneLine(ts.displayPartsToString(tag?.text)),
          text: commentOf(source),
        };
      })
      .sort((a, b) => Number(b.required) - Number(a.required));
  }

  /** The property that `Props["name"]` takes its type from. @param {ts.IndexedAccessTypeNode} node */
  function propOf({ objectType, indexType }) {
    const index = checker.getTypeFromTypeNode(indexType);
    return index.isStringLiteral()
      ? checker.getTypeFromTypeNode(objectType).getProperty(index.value)
      : undefined;
  }

  /** @param {ts.Symbol} symbol */
  function commentOf(symbol) {
    return oneLine(
      ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    );
  }

  /**
   * The members of a type, words in the order in which its author wrote them.
   * @param {ts.Type} type
   * @param {ts.TypeNode} [written]
   * @returns {string[]}
   */
  function typesOf(type, written) {
    const order = written ? wordsOf(written) : [];
    const members = type.isUnion() ? type.types : [type];
    const position = (/** @type {ts.Type} */ it) => {
      const at = it.isStringLiteral() ? order.indexOf(it.value) : -1;
      return at < 0 ? order.length : at;
    };
    const names = members
      .filter(
        (it) => (it.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0,
      )
      .sort((a, b) => position(a) - position(b))
      .map(nameOf);
    const isBoolean = names.includes("true") && names.includes("false");
    return [
      ...new Set(
        names.map((name) =>
          isBoolean && (name === "true" || name === "false") ? "boolean" : name,
        ),
      ),
    ];
  }

  /** @param {ts.Type} type @returns {string} */
  function nameOf(type) {
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(
        /** @type {ts.TypeReference} */ (type),
      );
      const names = item ? typesOf(item) : [];
      return names.length === 1 ? `${names[0]}[]` : `(${names.join(" | ")})[]`;
    }
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    const isOurs =
      declaration &&
      program.getSourceFile(declaration.getSourceFile().fileName) &&
      !declaration.getSourceFile().fileName.includes("node_modules");
    if (symbol && isOurs && ts.isInterfaceDeclaration(declaration)) {
      if (!objects.has(symbol.name)) {
        const known = {
          name: symbol.name,
          text: commentOf(symbol),
          props: /** @type {Prop[]} */ ([]),
        };
        // First, since it may contain itself.
        objects.set(symbol.name, known);
        known.props = readProps(checker.getPropertiesOfType(type));
      }
      return symbol.name;
    }
    return checker
      .typeToString(
        type,
        undefined,
        ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias,
      )
      .replaceAll("readonly ", "")
      .replace(/^Readonly<(.*)>$/, "$1");
  }

  /**
   * The words of a type in the order of its source: of a union, of an alias, or of
   * the list that it is derived from.
   * @param {ts.Node} node
   * @param {Set<ts.Node>} [seen]
   * @returns {string[]}
   */
  function wordsOf(node, seen = new Set()) {
    if (seen.has(node)) return [];
    seen.add(node);
    if (ts.isStringLiteral(node)) return node.text.split(" ");
    if (ts.isIndexedAccessTypeNode(node)) {
      const declaration = propOf(node)?.declarations?.[0];
      return declaration &&
        ts.isPropertySignature(declaration) &&
        declaration.type
        ? wordsOf(declaration.type, seen)
        : [];
    }
    if (ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node)) {
      const name = ts.isTypeQueryNode(node) ? node.exprName : node.typeName;
      let symbol = checker.getSymbolAtLocation(name);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) {
        symbol = checker.getAliasedSymbol(symbol);
      }
      const [declaration] = symbol?.declarations ?? [];
      const words = (node.typeArguments ?? []).flatMap((it) =>
        wordsOf(it, seen),
      );
      if (!declaration) return words;
      if (ts.isTypeAliasDeclaration(declaration)) {
        return [...words, ...wordsOf(declaration.type, seen)];
      }
      if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
        return [...words, ...wordsOf(declaration.initializer, seen)];
      }
      return words;
    }
    /** @type {string[]} */
    const words = [];
    node.forEachChild((child) => void words.push(...wordsOf(child, seen)));
    return words;
  }
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}
