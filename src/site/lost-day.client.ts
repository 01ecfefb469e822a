/** On the page for lost addresses: where the address names a day, the nearest days that have a page. */
import { dayOfAddress, offerDays, type DaysWithPages } from "./nearest-days.ts";

const data = JSON.parse(document.querySelector("#lost-days")?.textContent ?? "null") as DaysWithPages | null; // written by the page
const words = document.querySelector("#lost-words");
const links = document.querySelector<HTMLElement>("#lost-links");
const day = data && dayOfAddress(location.pathname, data.list);
const offer = day && offerDays(day, data);
if (words && links && offer) {
  words.textContent = offer.words;
  links.replaceChildren(
    ...offer.links.map(({ href, text, how }) => {
      const item = document.createElement("li");
      const note = Object.assign(document.createElement("span"), { className: "meta", textContent: how });
      item.append(Object.assign(document.createElement("a"), { href, textContent: text }), " ", note);
      return item;
    }),
  );
  links.hidden = false;
}
