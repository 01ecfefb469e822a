/** Results as list items, built from the template of the page; text is only ever set as text. */
import type { HitData } from "./pagefind.client.ts";
import { excerptOf, markTitle, type Piece } from "./marked-text.ts";

export interface HitParts {
  /** The list item to clone. */
  hit: HTMLTemplateElement;
  /** Status marks, each with data-status. */
  marks: HTMLTemplateElement;
}

export function buildHit(data: HitData, words: string, { hit, marks }: HitParts): DocumentFragment {
  const item = hit.content.cloneNode(true) as DocumentFragment; // a template's content clones to a fragment
  const part = (name: string) => item.querySelector<HTMLElement>(`[data-hit="${name}"]`);
  const title = data.meta["title"] ?? data.url;
  const status = data.filters["status"]?.[0];
  const date = data.meta["date"] ?? data.filters["month"]?.[0];
  const kind = [data.filters["kind"]?.[0] ?? "Page", data.filters["number"]?.[0]].filter(Boolean).join(" ");

  fill(part("kind"), [{ text: kind, marked: false }]);
  const link = part("title");
  link?.setAttribute("href", data.url);
  if (link && data.meta["lang"]) link.lang = data.meta["lang"];
  fill(link, markTitle(title, words));
  fill(part("excerpt"), excerptOf(data.content, data.locations, title));
  const facts = part("facts");
  const mark = status && marks.content.querySelector(`[data-status="${CSS.escape(status.toLowerCase())}"]`);
  if (mark) facts?.append(mark.cloneNode(true));
  if (date) facts?.append(Object.assign(document.createElement("span"), { textContent: date }));
  for (const name of ["excerpt", "facts"]) if (!part(name)?.hasChildNodes()) part(name)?.remove();
  return item;
}

function fill(element: HTMLElement | null, pieces: readonly Piece[]): void {
  element?.replaceChildren(
    ...pieces.map(({ text, marked }) =>
      marked ? Object.assign(document.createElement("mark"), { textContent: text }) : document.createTextNode(text),
    ),
  );
}
