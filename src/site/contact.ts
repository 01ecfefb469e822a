/** contactHref("desk@example.org") → "mailto:desk@example.org"; an https address stays; anything else has no link. */
export function contactHref(contact: string): string | null {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  return /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : null;
}
