import { nodes } from "../../src/nodes/index.js";

/** The elements of nodes that have begun: no room for a picture, no card before its content. */
export function nodeElements(container: Element): Element[] {
  return [...container.querySelectorAll("[class*='wr-']")].filter(
    (element) =>
      [...element.classList].some((name) => name.slice(3) in nodes) &&
      !element.matches("div.wr-Image") &&
      !(element.matches(".wr-Card") && isEmpty(element)),
  );
}

const isEmpty = (card: Element) =>
  !card.querySelector(".wr-Card-body")?.firstElementChild;
