/** Results as elements; text is only ever set as text. */
import type { Hit } from "./engine.ts";
import { KIND_WORDS } from "./facets.ts";
import { pathOf, type SearchDocument } from "./index-file.ts";
import { markText, reasonsOf, type Piece, type Reason } from "./marked-text.ts";

const BASE = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** The address of an entry's page: "/base/claims/failed-demonstrably/". */
export function hrefOf(document: SearchDocument): string {
  return BASE + pathOf(document);
}

/** kindOf(document) → "Claim C4" */
export function kindOf({ kind, names }: SearchDocument): string {
  return [KIND_WORDS[kind].one, kind === "claim" ? names[0] : undefined].filter(Boolean).join(" ");
}

export interface HitParts {
  /** The list item to clone. */
  hit: HTMLTemplateElement;
  /** Status marks, each with data-status. */
  marks: HTMLTemplateElement;
}

export function buildHit(found: Hit, { hit, marks }: HitParts): DocumentFragment {
  const item = hit.content.cloneNode(true) as DocumentFragment; // a template's content clones to a fragment
  const part = (name: string) => item.querySelector<HTMLElement>(`[data-hit="${name}"]`);
  const { document: entry, words } = found;
  part("kind")?.append(...nodesOf(markText(kindOf(entry), words)));
  const link = part("title");
  link?.setAttribute("href", hrefOf(entry));
  if (link && entry.lang) link.lang = entry.lang;
  link?.replaceChildren(...nodesOf(markText(entry.title, words))); // instead of the words of the template
  const facts = part("facts");
  const mark = entry.status && marks.content.querySelector(`[data-status="${CSS.escape(entry.status)}"]`);
  if (mark) facts?.append(mark.cloneNode(true));
  for (const fact of entry.facts) {
    const span = document.createElement("span");
    const [, people, what] = /^([\d–]+)( killed| survived)$/.exec(fact) ?? [];
    if (people && what) span.append(Object.assign(document.createElement("span"), { className: "snd", textContent: people }), what);
    else span.append(...nodesOf(markText(fact, words)));
    facts?.append(span);
  }
  const place = part("reason");
  const reasons = reasonsOf(found);
  for (const reason of reasons) {
    const paragraph = place?.cloneNode() as HTMLElement; // of an element
    paragraph.append(...reasonNodes(reason));
    place?.before(paragraph);
  }
  place?.remove();
  if (!facts?.hasChildNodes()) facts?.remove();
  return item;
}

function reasonNodes({ label, pieces }: Reason): Node[] {
  const name = label ? [Object.assign(document.createElement("b"), { textContent: `${label}: ` })] : [];
  return [...name, ...nodesOf(pieces)];
}

export function nodesOf(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, marked }) =>
    marked ? Object.assign(document.createElement("mark"), { textContent: text }) : document.createTextNode(text),
  );
}
