/**
 * Replies as models write them, with the mistakes that they make. A text is prose;
 * `json` is what the model wrote, and `means` the widget where it is not JSON.
 */
export interface WrittenWidget {
  json: string;
  means?: unknown;
  /** The language of the fence around it. */
  fence?: string;
}

export type Piece = string | WrittenWidget;

export interface Reply {
  name: string;
  pieces: readonly Piece[];
}

const reply = (name: string, ...pieces: Piece[]): Reply => ({ name, pieces });

/** JSON without mistakes. */
const good = (json: string): WrittenWidget => ({ json });
const fenced = (json: string, fence = "json"): WrittenWidget => ({
  json,
  fence,
});
const bad = (json: string, means: unknown, fence?: string): WrittenWidget =>
  fence === undefined ? { json, means } : { json, means, fence };

const text = (value: string) => ({ type: "Text", value });

const order = `{
  "type": "Card",
  "size": "sm",
  "status": { "text": "Order 4821 · preparing", "icon": "cube" },
  "children": [
    { "type": "Title", "value": "Your lunch", "size": "sm" },
    {
      "type": "Row",
      "gap": 3,
      "children": [
        { "type": "Image", "src": "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "alt": "A bowl of soup", "size": 56 },
        {
          "type": "Col",
          "gap": 0,
          "children": [
            { "type": "Text", "value": "Tomato soup, 2 bowls", "weight": "semibold" },
            { "type": "Caption", "value": "Ready at 12:40" }
          ]
        }
      ]
    },
    {
      "type": "Button",
      "label": "Cancel the order",
      "onClickAction": { "type": "order.cancel", "payload": { "id": 4821, "refund": true } }
    }
  ]
}`;

const contact = `{
  "type": "Card",
  "asForm": true,
  "confirm": { "label": "Send", "action": { "type": "contact.send" } },
  "cancel": { "label": "Discard", "action": { "type": "contact.discard" } },
  "children": [
    { "type": "Label", "value": "Name", "fieldName": "name" },
    { "type": "Input", "name": "name", "placeholder": "Ada Lovelace", "required": true },
    { "type": "Label", "value": "Topic", "fieldName": "topic" },
    {
      "type": "Select",
      "name": "topic",
      "placeholder": "Choose one",
      "options": [
        { "value": "invoice", "label": "An invoice" },
        { "value": "delivery", "label": "A delivery" },
        { "value": "other", "label": "Something else" }
      ]
    },
    { "type": "Textarea", "name": "message", "rows": 3, "placeholder": "How can we help?" },
    { "type": "Checkbox", "name": "copy", "label": "Send me a copy", "defaultChecked": "true" }
  ]
}`;

const sales = `{
  "type": "Card",
  "children": [
    { "type": "Title", "value": "Sales by month" },
    {
      "type": "Chart",
      "height": 180,
      "xAxis": "month",
      "series": [
        { "type": "bar", "dataKey": "shop", "label": "Shop", "color": "blue" },
        { "type": "line", "dataKey": "web", "label": "Web" }
      ],
      "data": [
        { "month": "Jan", "shop": 12, "web": 30.5 },
        { "month": "Feb", "shop": 18, "web": 28 },
        { "month": "Mar", "shop": 9, "web": 41.25 }
      ]
    }
  ]
}`;

const trains = `{"type":"ListView","limit":3,"children":[
{"type":"ListViewItem","onClickAction":{"type":"train.pick","payload":{"no":"ICE 5"}},"children":[{"type":"Icon","name":"lightning"},{"type":"Text","value":"ICE 5, 08:12"},{"type":"Spacer"},{"type":"Badge","label":"on time","color":"success"}]},
{"type":"ListViewItem","onClickAction":{"type":"train.pick","payload":{"no":"RE 91"}},"children":[{"type":"Text","value":"RE 91, 08:40"},{"type":"Spacer"},{"type":"Badge","label":"+12 min","color":"warning"}]}
]}`;

export const replies: readonly Reply[] = [
  reply("a card alone", good(order)),
  reply(
    "a card in a fence",
    "Here is your order:\n\n",
    fenced(order),
    "\n\nAnything else?",
  ),
  reply("a fence without a language", "Sure!\n", fenced(order, "")),
  reply("a form", "Please fill this in.\n\n", fenced(contact)),
  reply(
    "a form without a fence, between sentences",
    "Write to us:\n",
    good(contact),
    "\nWe answer within a day.",
  ),
  reply("a chart", fenced(sales)),
  reply("a list on one line", "Trains from here:\n", good(trains)),
  reply("two widgets in one fence", fenced(`${trains}\n\n${sales}`)),
  reply(
    "two widgets with prose between them",
    "First the trains.\n",
    fenced(trains),
    "\nAnd then what they carried.\n",
    fenced(sales),
    "\nThat is all.",
  ),
  reply(
    "two widgets in a row",
    good('{"type":"Text","value":"one"}'),
    "\n",
    good('{"type":"Text","value":"two"}'),
  ),
  reply(
    "a list of widgets",
    good('[{"type":"Text","value":"one"},{"type":"Caption","value":"two"}]'),
  ),
  reply("an object around the widget", fenced(`{"widget": ${trains}}`)),
  reply(
    "the type last",
    good(
      '{"children":[{"value":"Late","size":"lg","type":"Title"},{"name":"city","placeholder":"Town","type":"Input"}],"size":"sm","type":"Card"}',
    ),
  ),
  reply(
    "names, ids and keys last",
    good(
      '{"type":"Card","children":[{"type":"Text","value":"Who are you?","id":"question"},{"type":"Input","placeholder":"Name","required":true,"name":"who"},{"type":"Input","placeholder":"Town","name":"town","key":"town-field"},{"type":"Checkbox","label":"Remember me","name":"remember"}],"id":"root"}',
    ),
  ),
  reply(
    "the footer last",
    good(
      '{"type":"Card","children":[{"type":"Text","value":"Delete 3 files?"},{"type":"Input","name":"reason"}],"confirm":{"label":"Delete","action":{"type":"files.delete","payload":{"ids":[1,2,3]}}},"cancel":{"label":"Keep","action":{"type":"files.keep"}},"asForm":true}',
    ),
  ),
  reply(
    "the action first",
    good(
      '{"type":"Row","children":[{"onClickAction":{"type":"vote","payload":{"for":"a"}},"type":"Button","label":"Vote for A"},{"onClickAction":{"payload":{"for":"b"},"type":"vote"},"label":"Vote for B","type":"Button"}]}',
    ),
  ),
  reply(
    "escapes",
    good(
      String.raw`{"type":"Markdown","value":"# Caf\u00e9 \"Zoë\"\n\n- 1 \\ 2\n- a\/b\tc\n\n\ud83d\ude00 and 😀 👩‍👩‍👧 done"}`,
    ),
  ),
  reply(
    "a text in another script",
    "こちらです。\n",
    good(
      '{"type":"Card","theme":"dark","children":[{"type":"Title","value":"天気予報 🌤️"},{"type":"Text","value":"明日は晴れ、最高気温は２４度です。"}]}',
    ),
    "\nどうぞ。",
  ),
  reply(
    "numbers of every kind",
    good(
      '{"type":"Col","gap":1.5,"padding":{"x":4,"top":0.25e1},"children":[{"type":"Text","value":-12},{"type":"Box","width":1e2,"height":40,"background":"#ff0000"},{"type":"Divider","spacing":0}]}',
    ),
  ),
  reply(
    "null and empty values",
    good(
      '{"type":"Card","status":null,"children":[null,{"type":"Text","value":"","color":null},{"type":"Row","children":[]},{"type":"Text","value":"end"}]}',
    ),
  ),
  reply(
    "a table",
    good(
      '{"type":"Table","children":[{"type":"Table.Row","header":true,"children":[{"type":"Table.Cell","children":{"type":"Text","value":"Item"}},{"type":"Table.Cell","align":"end","children":{"type":"Text","value":"Price"}}]},{"type":"Table.Row","children":[{"type":"Table.Cell","children":{"type":"Text","value":"Tea"}},{"type":"Table.Cell","align":"end","children":{"type":"Text","value":"2.40"}}]}]}',
    ),
  ),
  reply(
    "a single child",
    good(
      '{"type":"Transition","children":{"type":"Text","key":"a","value":"One child, no list"}}',
    ),
  ),
  reply(
    "radio buttons and a date",
    good(
      '{"type":"Form","onSubmitAction":{"type":"book"},"children":[{"type":"RadioGroup","name":"seat","ariaLabel":"Seat","direction":"row","options":[{"label":"Window","value":"window"},{"label":"Aisle","value":"aisle"}],"defaultValue":"aisle"},{"type":"DatePicker","name":"day","placeholder":"Which day?"},{"type":"Button","label":"Book","submit":true}]}',
    ),
  ),
  reply(
    "names of properties that every object has",
    good('{"type":"Text","value":"safe","constructor":"x","toString":1}'),
  ),
  reply(
    "a fence inside a text",
    good(
      '{"type":"Markdown","value":"```js\\nlet a = {\\"b\\": 1};\\n```\\ndone"}',
    ),
  ),
  reply(
    "brackets in prose",
    'Use {name} and [1] as you like, `{"type": "order"}` too, or {} and "{" and a ` alone.\n',
    good('{"type":"Text","value":"ok"}'),
  ),
  reply(
    "code that is no widget",
    'In code:\n\n```js\nconst card = {"type": "Card"};\n```\n\nRendered:\n',
    fenced('{"type":"Text","value":"ok"}'),
  ),
  reply(
    "JSON that is no widget",
    'The settings are {"color": "red", "sizes": [1, 2]} now.\n',
    good('{"type":"Text","value":"ok"}'),
  ),
  reply(
    "a fence with JSON that is no widget",
    'A package:\n\n```json\n{"name": "tea", "version": "1.0.0"}\n```\n\nNo widget today.',
  ),
  reply(
    "prose alone",
    "No widget today: 1 < 2, {not json}, `code`, ~5 minutes, ``` and\n\nthe end",
  ),

  reply(
    "a list of nine rows",
    fenced(`{"type":"ListView","limit":6,"status":{"text":"9 messages","icon":"mail"},"children":[${Array.from(
      { length: 9 },
      (_, i) => `
  {"type":"ListViewItem","align":"center","onClickAction":{"type":"mail.open","payload":{"id":${i}}},"children":[{"type":"Icon","name":"mail"},{"type":"Col","gap":0,"flex":1,"children":[{"type":"Text","value":"Message ${i + 1}","weight":"semibold"},{"type":"Caption","value":"The first line of message ${i + 1}"}]},{"type":"Caption","value":"${i + 8}:15","textAlign":"end"}]}`,
    ).join(",")}
]}`),
  ),
  reply(
    "a form of many fields, with the footer first",
    fenced(`{"type":"Card","asForm":true,"size":"full","confirm":{"label":"Register","action":{"type":"register","payload":{"list":"may"}}},"children":[
  {"type":"Title","value":"Register","textAlign":"center"},${[
    "first",
    "last",
    "street",
    "town",
    "country",
    "phone",
    "mail",
  ]
    .map(
      (name) => `
  {"type":"Col","gap":1,"children":[{"type":"Label","value":"Your ${name}","fieldName":"${name}"},{"type":"Input","inputType":"text","name":"${name}","required":true,"placeholder":"Your ${name}"}]}`,
    )
    .join(",")},
  {"type":"Checkbox","name":"terms","label":"I have read the terms","required":true}
]}`),
  ),
  reply(
    "a picture whose URL comes late",
    good(
      '{"type":"Card","padding":0,"children":[{"type":"Image","aspectRatio":2,"alt":"A lake between mountains","frame":false,"src":"data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="},{"type":"Col","padding":4,"children":[{"type":"Text","value":"The lake in May"},{"type":"Row","justify":"between","children":[{"type":"Caption","value":"12 photos"},{"type":"Button","label":"Open","size":"sm","onClickAction":{"type":"open"}}]}]}]}',
    ),
  ),
  reply(
    "pictures in a row, without a size",
    good(
      '{"type":"Row","gap":2,"children":[{"type":"Image","alt":"Ann","src":"data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==","radius":"full"},{"type":"Image","radius":"full","alt":"Bo","src":"data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="},{"type":"Text","value":"Ann and Bo are here"}]}',
    ),
  ),
  reply(
    "long Markdown",
    "A summary.\n",
    good(
      String.raw`{"type":"Card","children":[{"type":"Markdown","value":"## Plan\n\n1. Read **all** of [the page](https://page.example/a?b=c).\n2. Compare:\n\n| Day | Where |\n| --- | --- |\n| Mon | Home |\n| Tue | Office |\n\n${"`"}npm start${"`"} starts it.\n\n> Quoted, *twice*.\n\nThe end."},{"type":"Divider"},{"type":"Row","justify":"end","children":[{"type":"Button","label":"Copy","style":"secondary","onClickAction":{"type":"copy","handler":"client"}},{"type":"Button","label":"Accept","onClickAction":{"type":"accept"}}]}]}`,
    ),
  ),
  reply(
    "cards in a card, one of them collapsed",
    good(
      '{"type":"Card","children":[{"type":"Card","size":"full","status":{"text":"Step 1","icon":"check-circle"},"children":[{"type":"Text","value":"Done."}]},{"type":"Card","size":"full","collapsed":true,"status":{"text":"Step 2"},"children":[{"type":"Text","value":"Hidden at first."}]},{"type":"Box","background":{"light":"#eeeeee","dark":"#222222"},"padding":2,"radius":"md","children":[{"type":"Text","value":"Step 3","color":"secondary"}]}]}',
    ),
  ),
  reply(
    "a select with many options, which come before its name",
    good(
      `{"type":"Form","onSubmitAction":{"type":"pick"},"direction":"row","children":[{"type":"Select","options":[${Array.from({ length: 12 }, (_, i) => `{"label":"Room ${i + 1}","value":"r${i + 1}","disabled":${i === 3}}`).join(",")}],"defaultValue":"r5","name":"room"},{"type":"Text","value":"Note","editable":{"name":"note","placeholder":"A note","required":false}},{"type":"Button","submit":true,"label":"Reserve","iconEnd":"chevron-right"}]}`,
    ),
  ),

  reply(
    "trailing commas",
    bad(
      '{"type":"Card","children":[{"type":"Text","value":"a",},{"type":"Text","value":"b",},],}',
      { type: "Card", children: [text("a"), text("b")] },
      "json",
    ),
  ),
  reply(
    "comments",
    bad(
      '{\n  // the card\n  "type": "Card", /* all of\n it */ "size": "sm", // **small**\n  "children": [/* none { yet */]\n}',
      { type: "Card", size: "sm", children: [] },
      "json",
    ),
  ),
  reply(
    "comments of another language name",
    bad(
      '// An order\n{"type":"Text","value":"http://no.comment/*here*/"}',
      text("http://no.comment/*here*/"),
      "jsonc",
    ),
  ),
  reply(
    "single quotes",
    bad(
      "{'type':'Text','value':'it\\'s \"here\"'}",
      text('it\'s "here"'),
      "json",
    ),
  ),
  reply(
    "names without quotes",
    bad('{"type":"Row",gap:2,children:[{type:"Text",value:"x",size:lg}]}', {
      type: "Row",
      gap: 2,
      children: [{ ...text("x"), size: "lg" }],
    }),
  ),
  reply(
    "constants of Python",
    bad(
      '{"type":"Input","name":"n","required":True,"disabled":False,"placeholder":None}',
      {
        type: "Input",
        name: "n",
        required: true,
        disabled: false,
        placeholder: null,
      },
    ),
  ),
  reply(
    "commas that are missing",
    bad(
      '{"type":"Col"\n"children":[{"type":"Text" "value":"a"} {"type":"Text","value":"b"}]}',
      { type: "Col", children: [text("a"), text("b")] },
    ),
  ),
  reply(
    "line breaks in a text",
    bad('{"type":"Text","value":"one\ntwo\tthree"}', text("one\ntwo\tthree")),
  ),
  reply(
    "a bracket too few",
    bad('{"type":"Card","children":[{"type":"Text","value":"a"}}', {
      type: "Card",
      children: [text("a")],
    }),
  ),
  reply(
    "a bracket too many",
    bad('{"type":"Text","value":"a"}}]', text("a")),
    "\nDone.",
  ),
  reply(
    "an ellipsis in a list",
    bad('{"type":"Col","children":[{"type":"Text","value":"a"}, ...]}', {
      type: "Col",
      children: [text("a")],
    }),
  ),
  reply(
    "a property without a value",
    bad('{"type":"Text","size":,"value":"a"}', text("a")),
  ),
  reply(
    "wrong enums",
    good(
      '{"type":"Card","size":"small","children":[{"type":"Text","value":"a","size":"huge","weight":"heavy"},{"type":"Button","label":"Go","variant":"primary","color":"blue"}]}',
    ),
  ),
  reply(
    "a type that is missing",
    good(
      '{"type":"Card","children":[{"value":"No type here"},{"type":"Text","value":"after it"},{"children":[{"type":"Text","value":"inside"}]}]}',
    ),
  ),
  reply(
    "a root without a type",
    fenced('{"size":"sm","children":[{"type":"Text","value":"inside"}]}'),
  ),
  reply(
    "a type that nobody knows",
    good(
      '{"type":"Stack","children":[{"type":"Heading","text":"Hi"},{"type":"Text","value":"a"}]}',
    ),
  ),
  reply(
    "a text for a list",
    good('{"type":"Card","children":"Just a text"}'),
    "\n",
    good('{"type":"Card","children":["Hello",{"type":"Text","value":"a"},7]}'),
  ),
  reply(
    "onClick for onClickAction",
    good(
      '{"type":"Button","label":"Pay now","onClick":{"type":"pay","payload":{"amount":12.5}}}',
    ),
  ),
  reply(
    "an action that is a text",
    good('{"type":"Button","label":"Pay","onClickAction":"order.pay"}'),
  ),
  reply(
    "an action that is JSON in a text",
    good(
      '{"type":"Button","label":"Pay","onClickAction":"{\\"type\\":\\"order.pay\\"}"}',
    ),
  ),
];

/** The text of a reply. */
export function textOf({ pieces }: Reply): string {
  return pieces
    .map((piece) =>
      typeof piece === "string"
        ? piece
        : piece.fence === undefined
          ? piece.json
          : `\`\`\`${piece.fence}\n${piece.json}\n\`\`\``,
    )
    .join("");
}

/** The parts of a reply: the texts, and the widgets as they are meant. */
export function partsOf({ name, pieces }: Reply): unknown[] {
  return pieces.flatMap((piece): unknown[] => {
    if (typeof piece === "string") {
      const prose = piece.trim();
      return prose === "" ? [] : [{ type: "text", text: prose }];
    }
    return widgetsOf(name, piece).map((widget) => ({
      type: "widget",
      widget,
      complete: true,
    }));
  });
}

function widgetsOf(name: string, { json, means }: WrittenWidget): unknown[] {
  if (means !== undefined) return [means];
  if (name === "two widgets in one fence") {
    return json.split("\n\n").map((one) => JSON.parse(one) as unknown);
  }
  const parsed = JSON.parse(json) as unknown;
  if (Array.isArray(parsed)) return parsed;
  const { widget } = parsed as { widget?: unknown };
  return [widget ?? parsed];
}
