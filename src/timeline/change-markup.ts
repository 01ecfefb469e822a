/** Markup of the same tags with other values: what differs in it, so that a mark that changes need not be made anew. */

/** A value to write: an attribute of the nth element, in the order of the document, or the text that it begins with. */
export interface MarkupChange {
  element: number;
  /** Null for the text. */
  attribute: string | null;
  value: string;
}

const TAG = /<([a-z]+)([^>]*)>([^<]*)/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const VALUES = /"[^"]*"|>[^<]+</g;

/** findChanges(`<rect y="1"/>`, `<rect y="2"/>`) → [{ element: 0, attribute: "y", value: "2" }]; null where the tags are others. */
export function findChanges(from: string, to: string): MarkupChange[] | null {
  if (from.replace(VALUES, "") !== to.replace(VALUES, "") || to.includes("&")) return null; // what is escaped is left to the parser
  const before = [...from.matchAll(TAG)];
  return [...to.matchAll(TAG)].flatMap(([tag, , attributes = "", text = ""], element): MarkupChange[] => {
    const [tagBefore, , attributesBefore = "", textBefore = ""] = before[element] ?? [];
    if (tag === tagBefore) return [];
    const values = [...attributesBefore.matchAll(ATTRIBUTE)].map(([, , value]) => value);
    const changes = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, attribute = "", value = ""], i) =>
      value === values[i] ? [] : [{ element, attribute, value }],
    );
    return text === textBefore ? changes : [...changes, { element, attribute: null, value: text }];
  });
}
