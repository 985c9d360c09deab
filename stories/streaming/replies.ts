/** Replies as a model writes them, chunk by chunk: each about a word, as a token is. */
export const replies = {
  "An order": `Your order is on its way:

\`\`\`json
{
  "type": "Card",
  "size": "md",
  "status": { "text": "Order 4821", "icon": "cube" },
  "children": [
    { "type": "Title", "value": "Arrives on Thursday", "size": "sm" },
    {
      "type": "ListView",
      "children": [
        {
          "type": "ListViewItem",
          "onClickAction": { "type": "item.show", "payload": { "id": "tea" } },
          "children": [
            { "type": "Icon", "name": "check-circle", "color": "success" },
            { "type": "Text", "value": "Green tea, 250 g" },
            { "type": "Spacer" },
            { "type": "Badge", "label": "packed", "color": "success" }
          ]
        },
        {
          "type": "ListViewItem",
          "onClickAction": { "type": "item.show", "payload": { "id": "cup" } },
          "children": [
            { "type": "Icon", "name": "clock" },
            { "type": "Text", "value": "Two cups, blue" },
            { "type": "Spacer" },
            { "type": "Badge", "label": "from the workshop", "color": "info" }
          ]
        }
      ]
    },
    { "type": "Divider" },
    {
      "type": "Row",
      "children": [
        { "type": "Text", "value": "Total", "color": "secondary" },
        { "type": "Spacer" },
        { "type": "Text", "value": "€ 38.50", "weight": "semibold" }
      ]
    },
    {
      "type": "Row",
      "justify": "end",
      "children": [
        { "type": "Button", "label": "Cancel", "style": "secondary", "onClickAction": { "type": "order.cancel", "payload": { "id": 4821 } } },
        { "type": "Button", "label": "Track it", "iconEnd": "chevron-right", "onClickAction": { "type": "order.track", "payload": { "id": 4821 } } }
      ]
    }
  ]
}
\`\`\`

Write to me if the address has changed.`,
  "A form": `I can book that. Some details first:

{"type":"Card","asForm":true,"confirm":{"label":"Book","action":{"type":"table.book"}},"cancel":{"label":"Not now","action":{"type":"table.skip"}},"children":[
  {"type":"Title","value":"A table for tonight","size":"sm"},
  {"type":"Label","value":"Name","fieldName":"name"},
  {"type":"Input","placeholder":"Ada Lovelace","required":true,"name":"name"},
  {"type":"Label","value":"When","fieldName":"time"},
  {"type":"Select","placeholder":"Choose a time","options":[{"value":"18:00","label":"18:00"},{"value":"19:30","label":"19:30"},{"value":"21:00","label":"21:00"}],"name":"time"},
  {"type":"Label","value":"Where","fieldName":"where"},
  {"type":"RadioGroup","name":"where","direction":"row","options":[{"value":"in","label":"Inside"},{"value":"out","label":"In the garden"}],"defaultValue":"in"},
  {"type":"Checkbox","label":"A chair for a child","name":"chair"},
  {"type":"Textarea","placeholder":"Anything else?","rows":2,"name":"note"}
]}`,
  "A chart": `Sales went up in spring.

\`\`\`json
{
  "type": "Card",
  "children": [
    { "type": "Title", "value": "Sales by month", "size": "sm" },
    {
      "type": "Chart",
      "height": 200,
      "xAxis": "month",
      "series": [
        { "type": "bar", "dataKey": "shop", "label": "Shop" },
        { "type": "line", "dataKey": "web", "label": "Web" }
      ],
      "data": [
        { "month": "Jan", "shop": 12, "web": 18 },
        { "month": "Feb", "shop": 14, "web": 17 },
        { "month": "Mar", "shop": 19, "web": 24 },
        { "month": "Apr", "shop": 22, "web": 31 },
        { "month": "May", "shop": 21, "web": 36 }
      ]
    },
    { "type": "Markdown", "value": "**Web** passed the shop in *January* and has [grown since](https://example.com/report):\\n\\n- April: 31 orders a day\\n- May: 36 orders a day" }
  ]
}
\`\`\``,
  Patches: `{"op":"add","path":"","value":{"type":"Card","status":{"text":"Three steps","icon":"sparkle"},"children":[]}}
{"op":"add","path":"/children/-","value":{"type":"Title","value":"Looking for flights","size":"sm"}}
{"op":"add","path":"/children/-","value":{"type":"Row","children":[{"type":"Icon","name":"clock"},{"type":"Text","value":"Asking two airlines …"}]}}
{"op":"replace","path":"/children/1","value":{"type":"Row","children":[{"type":"Icon","name":"check-circle","color":"success"},{"type":"Text","value":"Two airlines answered"}]}}
{"op":"add","path":"/children/-","value":{"type":"ListView","children":[]}}
{"op":"add","path":"/children/2/children/-","value":{"type":"ListViewItem","key":"a","onClickAction":{"type":"flight.pick","payload":{"id":"a"}},"children":[{"type":"Text","value":"08:15 to Lisbon"},{"type":"Spacer"},{"type":"Text","value":"€ 89","weight":"semibold"}]}}
{"op":"add","path":"/children/2/children/-","value":{"type":"ListViewItem","key":"b","onClickAction":{"type":"flight.pick","payload":{"id":"b"}},"children":[{"type":"Text","value":"17:40 to Lisbon"},{"type":"Spacer"},{"type":"Text","value":"€ 64","weight":"semibold"}]}}
{"op":"replace","path":"/children/0/value","value":"Two flights to Lisbon"}`,
} satisfies Record<string, string>;

export type ReplyName = keyof typeof replies;
