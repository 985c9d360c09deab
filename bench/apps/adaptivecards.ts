import { AdaptiveCard } from "adaptivecards";

const card = new AdaptiveCard();
card.onExecuteAction = (action) => console.log(action.id);
card.parse({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "Flight LH 400" }],
  actions: [{ type: "Action.Submit", id: "check_in", title: "Check in" }],
});
document.body.append(card.render()!);
