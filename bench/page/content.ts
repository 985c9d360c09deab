// What every contestant shows: the same content, before anyone's JSON.

export interface Item {
  id: string;
  title: string;
  caption: string;
  badge: string;
  button: string;
}

export interface List {
  kind: "list";
  items: Item[];
}

/** A card of 50 nodes, one of which grows. */
export interface Article {
  kind: "article";
  rows: { caption: string; badge: string }[];
  text: string;
  markdown: boolean;
}

export interface Form {
  kind: "form";
  fields: { name: string; label: string; value: string }[];
  button: string;
}

export interface Select {
  kind: "select";
  name: string;
  placeholder: string;
  /** With a field above the options that filters them. */
  searchable: boolean;
  options: string[];
}

export interface Card {
  kind: "card";
  title: string;
  text: string;
  badge: string;
  button: string;
}

export type Content = List | Article | Form | Select | Card;

const WORDS =
  "amber basin cedar delta ember fjord grove harbor inlet juniper kelp lagoon meadow north orchard prairie quarry ridge summit timber".split(
    " ",
  );

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => WORDS[(from + i * 7) % 20]).join(" ");

const STATES = ["New", "Open", "Done", "Late"];

export function list(count: number): List {
  return {
    kind: "list",
    items: Array.from({ length: count }, (_, i) => ({
      id: `t${i}`,
      title: `Item ${i} ${words(i, 2)}`,
      caption: words(i + 3, 5),
      badge: STATES[i % STATES.length]!,
      button: "Open",
    })),
  };
}

/** The same list with one other title. */
export function withTitle({ kind, items }: List, at: number, title: string) {
  return {
    kind,
    items: items.map((item, i) => (i === at ? { ...item, title } : item)),
  };
}

export function article(markdown: boolean, text: string): Article {
  return {
    kind: "article",
    rows: Array.from({ length: 16 }, (_, i) => ({
      caption: words(i, 4),
      badge: STATES[i % STATES.length]!,
    })),
    text,
    markdown,
  };
}

export function form(count: number): Form {
  return {
    kind: "form",
    fields: Array.from({ length: count }, (_, i) => ({
      name: `field${i}`,
      label: `Field ${i}`,
      value: words(i, 1),
    })),
    button: "Send",
  };
}

export function select(count: number, searchable: boolean): Select {
  return {
    kind: "select",
    name: "choice",
    placeholder: "Choose one",
    searchable,
    options: Array.from(
      { length: count },
      (_, i) => `Option ${i} ${words(i, 2)}`,
    ),
  };
}

export function card(i: number): Card {
  return {
    kind: "card",
    title: `Widget ${i}`,
    text: words(i, 8),
    badge: STATES[i % STATES.length]!,
    button: "Open",
  };
}

/** `count` pieces of 20 characters. */
export function chunks(markdown: boolean, count: number): string[] {
  let text = "";
  for (let i = 0; text.length < count * 20; i++) {
    text += markdown ? markdownPart(i) : `${words(i, 12)}. `;
  }
  // What is half open at the end is mounted in one way by some, in another by others.
  const whole = text.slice(0, text.lastIndexOf("\n\n", count * 20));
  if (markdown) text = whole.padEnd(count * 20);
  return Array.from({ length: count }, (_, i) =>
    text.slice(i * 20, (i + 1) * 20),
  );
}

function markdownPart(i: number): string {
  const sentence = `The **${words(i, 1)}** and the *${words(i + 1, 1)}* of ${words(i, 9)}, see [${words(i + 2, 1)}](https://example.com/${i}) or \`${words(i + 4, 1)}()\`.`;
  switch (i % 5) {
    case 0:
      return `## ${words(i, 3)}\n\n${sentence}\n\n`;
    case 1:
      return `- ${words(i, 4)}\n- **${words(i, 2)}** ${words(i + 5, 3)}\n- ${sentence}\n\n`;
    case 2:
      return `\`\`\`js\nconst ${WORDS[i % 20]} = ${i};\n\`\`\`\n\n`;
    default:
      return `${sentence} ${sentence}\n\n`;
  }
}

/** What a reader must see of it; blanks do not count. */
export function expectedText(content: Content): string {
  switch (content.kind) {
    case "list":
      return join(
        content.items.map((it) => [it.title, it.caption, it.badge, it.button]),
      );
    case "article":
      return join([
        ...content.rows.map((row) => [row.caption, row.badge]),
        [content.text],
      ]);
    case "form":
      return join([
        ...content.fields.map((field) => [field.label, field.value]),
        [content.button],
      ]);
    case "select":
      return join([[content.placeholder]]);
    case "card":
      return join([
        [content.title, content.text, content.badge, content.button],
      ]);
  }
}

const join = (parts: string[][]) => squeeze(parts.flat().join(""));

const squeeze = (text: string) => text.replace(/\s+/g, "");

/** What a reader sees: texts and the values of fields, blanks left out. */
export function visibleText(root: Node): string {
  if (root instanceof HTMLInputElement) {
    return root.type === "hidden" ? "" : squeeze(root.value);
  }
  if (root instanceof Text) return squeeze(root.data);
  if (root instanceof HTMLStyleElement) return "";
  let text = "";
  for (const child of root.childNodes) text += visibleText(child);
  return text;
}
