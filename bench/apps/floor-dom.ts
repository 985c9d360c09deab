import "../page/style.css";

const card = document.createElement("div");
card.className = "card";
const text = document.createElement("div");
text.className = "text";
text.textContent = "Flight LH 400";
const button = document.createElement("button");
button.type = "button";
button.className = "button";
button.textContent = "Check in";
button.addEventListener("click", () => console.log("check_in"));
card.append(text, button);
document.body.append(card);
