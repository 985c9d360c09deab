// What the example server says: a few words of the user's start a scene, and the
// actions of its widgets go on with it.
import { UserError, events, textContent } from "./context.mjs";

/** @typedef {import("./server.mjs").Item} Item */
/** @typedef {import("./context.mjs").Context} Context */
/** @typedef {import("./server.mjs").App} App */

/** @param {number} ms */
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A title, and what stands at the end of its line. @param {string} title @param {object} end */
const heading = (title, end) => ({
  type: "Row",
  children: [
    { type: "Title", value: title, size: "sm" },
    { type: "Spacer" },
    end,
  ],
});

/** @param {string} value */
const note = (value) => ({
  type: "Text",
  value,
  size: "sm",
  color: "secondary",
});

const flights = [
  {
    id: "lh",
    from: "08:20",
    to: "10:35",
    line: "Lufthansa",
    stop: "Direct",
    price: "€214",
  },
  {
    id: "tp",
    from: "11:05",
    to: "15:40",
    line: "TAP Air Portugal",
    stop: "1 stop, LIS",
    price: "€168",
  },
  {
    id: "ib",
    from: "17:50",
    to: "21:10",
    line: "Iberia",
    stop: "1 stop, MAD",
    price: "€145",
  },
];

/** The list locks itself once a flight is chosen. @param {string} [chosen] */
function flightList(chosen) {
  return {
    type: "ListView",
    status: { text: "Munich to Porto, Fri 4 Dec", icon: "globe" },
    children: flights.map(({ id, from, to, line, stop, price }) => ({
      type: "ListViewItem",
      key: id,
      gap: 3,
      ...(!chosen && {
        onClickAction: { type: "flight.choose", payload: { id } },
      }),
      children: [
        {
          type: "Col",
          flex: 1,
          gap: 0.5,
          children: [
            {
              type: "Text",
              value: `${from} – ${to}`,
              weight: "semibold",
              size: "sm",
              color: chosen && chosen !== id ? "tertiary" : undefined,
            },
            { type: "Caption", value: `${line}, ${stop}` },
          ],
        },
        chosen === id
          ? { type: "Badge", label: "Chosen", color: "success" }
          : {
              type: "Text",
              value: price,
              size: "sm",
              color: chosen ? "tertiary" : undefined,
            },
      ],
    })),
  };
}

const seatForm = {
  type: "Card",
  size: "sm",
  asForm: true,
  confirm: { label: "Book seat", action: { type: "seat.book" } },
  cancel: { label: "No seat", action: { type: "seat.skip" } },
  children: [
    { type: "Title", value: "Choose your seat", size: "sm" },
    {
      type: "RadioGroup",
      name: "seat",
      ariaLabel: "Seat",
      required: true,
      options: [
        { value: "window", label: "Window" },
        { value: "middle", label: "Middle" },
        { value: "aisle", label: "Aisle" },
      ],
    },
    { type: "Checkbox", name: "extra", label: "Extra legroom, €25" },
  ],
};

/** @param {string} title @param {string} text */
function doneCard(title, text, icon = "check-circle-filled") {
  return {
    type: "Card",
    size: "sm",
    children: [
      {
        type: "Row",
        children: [
          { type: "Icon", name: icon, color: "success", size: "xl" },
          {
            type: "Col",
            gap: 0.5,
            flex: 1,
            children: [{ type: "Title", value: title, size: "sm" }, note(text)],
          },
        ],
      },
    ],
  };
}

/** What and how much. @type {[string, string][]} */
const lines = [
  ["Desk lamp, brass", "€89.00"],
  ["Bulb E27, warm white", "€7.50"],
  ["Shipping", "€4.90"],
];

/** What changes when the order is opened. @param {boolean} open */
function orderParts(open) {
  return {
    details: {
      type: "Col",
      id: "details",
      gap: 1.5,
      children: open
        ? lines.map(([what, price]) => ({
            type: "Row",
            children: [
              { type: "Text", value: what, size: "sm" },
              { type: "Spacer" },
              note(price),
            ],
          }))
        : [],
    },
    // The same button before and after: it keeps the focus.
    toggle: {
      type: "Button",
      id: "toggle",
      label: open ? "Hide details" : "Show details",
      style: "secondary",
      size: "sm",
      onClickAction: { type: "order.toggle", payload: { open: !open } },
    },
  };
}

/** @param {boolean} open */
function orderCard(open) {
  const { details, toggle } = orderParts(open);
  return {
    type: "Card",
    size: "sm",
    children: [
      heading("Order 4711", { type: "Badge", label: "Shipped", color: "info" }),
      note("Arrives on Tuesday, total €101.40."),
      details,
      { type: "Row", children: [toggle] },
    ],
  };
}

const profileForm = {
  type: "Card",
  size: "md",
  asForm: true,
  confirm: { label: "Save", action: { type: "profile.save" } },
  cancel: { label: "Cancel", action: { type: "profile.cancel" } },
  children: [
    { type: "Title", value: "Your details", size: "sm" },
    { type: "Label", value: "Name", fieldName: "person.name" },
    {
      type: "Input",
      name: "person.name",
      required: true,
      placeholder: "Ada Lovelace",
    },
    { type: "Label", value: "E-mail", fieldName: "person.email" },
    {
      type: "Input",
      name: "person.email",
      inputType: "email",
      required: true,
      placeholder: "ada@example.com",
    },
    { type: "Label", value: "Language", fieldName: "language" },
    {
      type: "Select",
      name: "language",
      defaultValue: "en",
      block: true,
      options: [
        { value: "en", label: "English" },
        { value: "de", label: "Deutsch" },
        { value: "pt", label: "Português" },
      ],
    },
    { type: "Checkbox", name: "news", label: "Write to me once a month" },
  ],
};

const sales = {
  week: [
    ["Mon", 32],
    ["Tue", 41],
    ["Wed", 38],
    ["Thu", 52],
    ["Fri", 61],
    ["Sat", 74],
    ["Sun", 48],
  ],
  month: [
    ["W 1", 214],
    ["W 2", 260],
    ["W 3", 248],
    ["W 4", 305],
  ],
};

/** @param {"week" | "month"} range */
function chartCard(range) {
  return {
    type: "Card",
    size: "md",
    children: [
      heading("Tickets sold", {
        type: "Select",
        name: "range",
        size: "sm",
        defaultValue: range,
        options: [
          { value: "week", label: "This week" },
          { value: "month", label: "This month" },
        ],
        onChangeAction: {
          type: "chart.range",
          loadingBehavior: "container",
        },
      }),
      {
        type: "Chart",
        height: 180,
        data: sales[range].map(([day, count]) => ({ day, count })),
        series: [{ type: "bar", dataKey: "count", label: "Tickets" }],
        xAxis: "day",
        showLegend: false,
      },
    ],
  };
}

const mail =
  "Hi Harriet,\n\nthank you for having us on Thursday. The plan for the new reading room is just what we hoped for, above all the long table by the window.\n\nShall we meet next week to look at the lamps together? Tuesday after two would suit us.\n\nWarm regards,\nTeam North";

/** @param {string} text @param {boolean} streaming */
function draftCard(text, streaming) {
  return {
    type: "Card",
    size: "md",
    children: [
      {
        type: "Row",
        children: [
          { type: "Icon", name: "mail", color: "secondary" },
          { type: "Title", value: "Draft to Harriet", size: "sm" },
        ],
      },
      { type: "Divider", flush: true },
      {
        type: "Text",
        id: "body",
        value: text,
        streaming,
        minLines: 8,
        size: "sm",
      },
      { type: "Divider", flush: true },
      {
        type: "Row",
        justify: "end",
        children: [
          {
            type: "Button",
            label: "Discard",
            style: "secondary",
            size: "sm",
            disabled: streaming,
            onClickAction: { type: "draft.discard" },
          },
          {
            type: "Button",
            label: "Send",
            size: "sm",
            iconStart: "lucide:send",
            disabled: streaming,
            onClickAction: { type: "draft.send" },
          },
        ],
      },
    ],
  };
}

/** @param {number} seconds @param {number} count @param {boolean} running */
function timerCard(seconds, count, running) {
  return {
    type: "Card",
    size: "sm",
    children: [
      {
        type: "Row",
        children: [
          { type: "Icon", name: "clock", color: "secondary" },
          elapsed(seconds, running),
          { type: "Spacer" },
          { type: "Badge", label: count === 1 ? "1 lap" : `${count} laps` },
        ],
      },
      { type: "Label", value: "Note", fieldName: "note" },
      { type: "Input", name: "note", placeholder: "Type while the clock runs" },
      {
        type: "Row",
        children: [
          {
            type: "Button",
            label: "Lap",
            size: "sm",
            style: "secondary",
            iconStart: "plus",
            // Not refused while the reply runs, and answered by JSON.
            onClickAction: { type: "timer.lap", streaming: false },
          },
        ],
      },
    ],
  };
}

/** @param {number} seconds @param {boolean} running */
function elapsed(seconds, running) {
  return {
    type: "Text",
    id: "elapsed",
    value: `${seconds} s${running ? "" : ", stopped"}`,
    weight: "medium",
  };
}

const payCard = {
  type: "Card",
  size: "sm",
  children: [
    heading("Invoice 88", {
      type: "Text",
      value: "€120.00",
      weight: "semibold",
    }),
    note("The bank fails the first time."),
    {
      type: "Button",
      label: "Pay",
      block: true,
      iconStart: "lucide:wallet",
      onClickAction: { type: "invoice.pay" },
    },
  ],
};

const reminderCard = {
  type: "Card",
  size: "sm",
  children: [
    {
      type: "Row",
      children: [
        { type: "Icon", name: "lucide:bell", color: "secondary" },
        { type: "Text", value: "Water the plants at 18:00", size: "sm" },
        { type: "Spacer" },
        {
          type: "Button",
          label: "Dismiss",
          size: "xs",
          style: "secondary",
          onClickAction: { type: "reminder.dismiss" },
        },
      ],
    },
  ],
};

const topics = [
  "Flights",
  "Order",
  "Form",
  "Chart",
  "Draft",
  "Timer",
  "Error",
  "Reminder",
];

const helpCard = {
  type: "Card",
  size: "md",
  children: [
    note("Pick one, or write its name:"),
    {
      type: "Row",
      wrap: "wrap",
      gap: 2,
      children: topics.map((topic) => ({
        type: "Button",
        label: topic,
        size: "sm",
        style: "secondary",
        // The page itself takes this one, and sends a message.
        onClickAction: {
          type: "chat.say",
          handler: "client",
          payload: { text: topic },
        },
      })),
    },
  ],
};

/**
 * @param {{ pace?: number }} [options] How long pauses are; 0 for tests.
 * @returns {App}
 */
export function createApp({ pace = 1 } = {}) {
  /** Laps by item. @type {Map<string, { seconds: number, laps: number, running: boolean }>} */
  const timers = new Map();
  /** Invoices that failed once. @type {Set<string>} */
  const failed = new Set();
  const pause = (/** @type {number} */ ms) => sleep(ms * pace);

  return { reply, act, actNow };

  /** @param {string} text @param {Context} context */
  async function* reply(text, context) {
    const topic = topics.find((name) =>
      text.toLowerCase().includes(name.toLowerCase()),
    );
    switch (topic) {
      case "Flights":
        yield events.progress("Searching flights…", "search");
        await pause(700);
        yield events.done(context.widget(flightList()));
        break;
      case "Order":
        yield events.done(context.widget(orderCard(false)));
        break;
      case "Form":
        yield events.done(context.widget(profileForm));
        break;
      case "Chart":
        yield events.done(context.widget(chartCard("week")));
        break;
      case "Draft":
        yield* draft(context);
        break;
      case "Timer":
        yield* timer(context);
        break;
      case "Error":
        yield events.done(context.widget(payCard));
        break;
      case "Reminder":
        yield events.done(context.widget(reminderCard));
        break;
      default:
        yield* say("I know a few scenes of what a widget can do.", context);
        yield events.done(context.widget(helpCard));
    }
  }

  /** Words, one after the other. @param {string} text @param {Context} context */
  async function* say(text, context) {
    const item = context.message("");
    yield events.added(item);
    for (const word of text.split(/(?<= )/)) {
      await pause(35);
      yield events.updated(item, {
        type: "assistant_message.content_part.text_delta",
        content_index: 0,
        delta: word,
      });
    }
    yield events.done({ ...item, content: textContent(text) });
  }

  /** @param {Context} context */
  async function* draft(context) {
    yield events.progress("Writing…", "write");
    const item = context.widget(draftCard("", true));
    yield events.added(item);
    for (const word of mail.split(/(?<=\s)/)) {
      await pause(45);
      yield events.delta(item, "body", word);
    }
    yield events.done({ ...item, widget: draftCard(mail, false) });
  }

  /** @param {Context} context */
  async function* timer(context) {
    const state = { seconds: 0, laps: 0, running: true };
    const item = context.widget(timerCard(0, 0, true));
    timers.set(item.id, state);
    const card = () => timerCard(state.seconds, state.laps, state.running);
    context.save(item);
    try {
      yield events.added(item);
      while (state.seconds < 30) {
        await pause(1000);
        state.seconds++;
        yield events.component(item, elapsed(state.seconds, true));
      }
    } finally {
      // Also where the reader stops it.
      state.running = false;
      context.save({ ...item, widget: card() });
    }
    yield events.done({ ...item, widget: card() });
  }

  /**
   * @param {import("./server.mjs").Action} action
   * @param {Item | undefined} item
   * @param {Context} context
   */
  async function* act({ type, payload }, item, context) {
    if (!item) throw new UserError("This is no longer here.");
    await pause(600);
    switch (type) {
      case "flight.choose":
        yield events.replaced({ ...item, widget: flightList(payload.id) });
        yield* say("Good choice. Where would you like to sit?", context);
        yield events.done(context.widget(seatForm));
        break;
      case "seat.book":
      case "seat.skip": {
        const seat = type === "seat.book" ? payload.seat : undefined;
        const text = seat
          ? `${seat} seat${payload.extra ? ", extra legroom" : ""}`
          : "Seat at check-in";
        yield events.replaced({ ...item, widget: doneCard("Booked", text) });
        yield events.effect("flight_booked", { seat: seat ?? null });
        break;
      }
      case "order.toggle": {
        const { details, toggle } = orderParts(payload.open);
        yield events.component(item, details);
        yield events.component(item, toggle);
        context.save({ ...item, widget: orderCard(payload.open) });
        break;
      }
      case "profile.save":
        yield events.replaced({
          ...item,
          widget: doneCard(
            payload.person.name,
            `We write to ${payload.person.email}.`,
          ),
        });
        break;
      case "profile.cancel":
        yield events.removed(item);
        break;
      case "chart.range":
        yield events.replaced({
          ...item,
          widget: chartCard(payload.range === "month" ? "month" : "week"),
        });
        break;
      case "draft.send":
        yield events.replaced({
          ...item,
          widget: doneCard("Sent", "Harriet has it in her inbox."),
        });
        break;
      case "draft.discard":
      case "reminder.dismiss":
        yield events.removed(item);
        break;
      case "invoice.pay":
        if (!failed.has(item.id)) {
          failed.add(item.id);
          throw new UserError("The bank did not answer. Nothing was charged.", {
            retry: true,
          });
        }
        yield events.replaced({
          ...item,
          widget: doneCard("Paid", "€120.00 to North Supplies."),
        });
        break;
      default:
        throw new UserError(`The server does not know "${type}".`);
    }
  }

  /** @param {import("./server.mjs").Action} action @param {Item | undefined} item */
  async function actNow({ type }, item) {
    const timer = item && timers.get(item.id);
    if (!timer || type !== "timer.lap") return undefined;
    timer.laps++;
    const { seconds, laps, running } = timer;
    return { ...item, widget: timerCard(seconds, laps, running) };
  }
}

export const app = createApp();
