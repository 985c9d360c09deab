import type { Meta } from "@storybook/react-vite";
import { useEffect, useState } from "react";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Markdown",
  ...nodeMeta("Markdown"),
} satisfies Meta<Args<"Markdown">>;

export const Default: Story<"Markdown"> = {
  args: {
    value:
      "Your order **leaves today** and arrives on *Thursday*. Follow it with [the carrier](https://example.com/track), or write to help@example.com.",
  },
};

const everything = `# Weekend in Porto

Two days are enough for the **old town**, *one* port lodge and ~~no~~ some rest.
Lines of a paragraph run on, \`inline code\` stays as it is, and [a link](https://example.com "Opens in a new tab") leads elsewhere.

## What to see

- Ribeira, by the river
- The bridge, on two levels
  - the upper one at sunset
  - the lower one on the way back
- Livraria Lello

1. Start at São Bento
2. Walk up to the cathedral
3. Take the tram to Foz

### Packed

- [x] Passport
- [x] **Camera**, two batteries
- [ ] Umbrella

> The city is best on foot, with shoes that do not mind hills.
>
> — a guide

#### Costs

| What        | Nights |   Price |
| :---------- | :----: | ------: |
| Hotel       |   2    | € 180.00 |
| Train       |        |  € 42.50 |
| Port lodge  |        |  € 25.00 |

##### Code

\`\`\`ts
export function total(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}
\`\`\`

###### Small print

---

Prices were looked up in May[^1]. A line ends here,\\
and another begins.

[^1]: At https://example.com/prices, without breakfast.
`;

export const Everything: Story<"Markdown"> = { args: { value: everything } };

export const InCard: Story<"Markdown"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        { type: "Title", value: "Summary", size: "sm" },
        {
          type: "Markdown",
          value:
            "The build **failed** in one of three jobs.\n\n- `lint` passed\n- `unit` passed\n- `browser` failed after 42 s\n\n```\nError: expected 3, received 2\n    at test/browser/chart.test.tsx:41:28\n```",
        },
        { type: "Button", label: "Run again" },
      ],
    }),
};

/** As it comes from a model: a few letters at a time. */
function Growing({ text }: { text: string }) {
  const [length, setLength] = useState(0);
  const streaming = length < text.length;
  useEffect(() => {
    if (!streaming) return undefined;
    const timer = setTimeout(() => setLength(length + 3), 16);
    return () => clearTimeout(timer);
  }, [length, streaming]);
  return renderWidget({
    type: "Markdown",
    value: text.slice(0, length),
    streaming,
  });
}

export const Streaming: Story<"Markdown"> = {
  // What a test finds in a text that grows by itself depends on when it looks.
  tags: ["!test"],
  render: () => <Growing text={everything} />,
};

export const HalfOpen: Story<"Markdown"> = {
  args: {
    value: "The **train leaves at 9:40** and you can [change it](https://exam",
    streaming: true,
  },
};

export const Hostile: Story<"Markdown"> = {
  args: {
    value: `<img src=x onerror="alert(1)"> and <script>alert(2)</script> are text.

- [a script](javascript:alert(3))
- [another](&#106;avascript:alert(4))
- [a file](file:///etc/passwd)
- [data](data:text/html,<b>x</b>)
- [telephone](tel:+4930123456), [mail](mailto:a@example.com), [relative](/orders)
- ![a picture that may not be loaded](javascript:alert(5))

Supercalifragilisticexpialidocious${"oooooooooo".repeat(20)}`,
  },
};

export const LongTable: Story<"Markdown"> = {
  render: () => (
    <div style={{ maxWidth: 320 }}>
      {renderWidget({
        type: "Markdown",
        value: `| Region | January | February | March | April | Responsible |
| --- | ---: | ---: | ---: | ---: | --- |
| North-west | 1,204 | 1,310 | 1,288 | 1,402 | Alexandra Papadopoulos |
| South | 980 | 1,015 | 1,120 | 1,099 | Kim |

\`\`\`sh
npm install widget-renderer && npm run build -- --report --output=./dist/report.html
\`\`\``,
      })}
    </div>
  ),
};

export const LooseLists: Story<"Markdown"> = {
  args: {
    value: `1. First, open the lid.

   It may be stuck: turn it to the left.

2. Then fill in the water:

   \`\`\`
   250 ml, 92 °C
   \`\`\`

3. Wait.
   - four minutes for a strong cup
   - three for a light one

After the list.`,
  },
};

export const RightToLeft: Story<"Markdown"> = {
  render: () => (
    <div dir="rtl" lang="he">
      {renderWidget({
        type: "Markdown",
        value: `## סיכום

ההזמנה **יוצאת היום** ותגיע ביום חמישי.

- פריט ראשון
- פריט שני
  - בתוך פריט

1. שלב ראשון
2. שלב שני

- [x] בוצע
- [ ] עדיין לא

> ציטוט קצר.

| מוצר | מחיר |
| --- | --- |
| ספר | 40 |

\`\`\`
npm test
\`\`\``,
      })}
    </div>
  ),
};

export const Narrow: Story<"Markdown"> = {
  render: () => (
    <div style={{ maxWidth: 320 }}>
      {renderWidget({
        type: "Card",
        children: [{ type: "Markdown", value: everything }],
      })}
    </div>
  ),
};
