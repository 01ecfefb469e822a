/** How the publisher of a copy can be reached. */
import type { Site } from "../model/site.ts";

/** contactHref("desk@example.org") → "mailto:desk@example.org"; an https address stays; anything else has no link. */
export function contactHref(contact: string): string | null {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  return /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : null;
}

/** Where a new issue is written, with its fields filled in, on hosts of repositories that allow it. */
const NEW_ISSUE: Record<string, (repository: string, title: string, text: string) => string> = {
  "github.com": (repository, title, text) => `${repository}/issues/new?title=${title}&body=${text}`,
  "codeberg.org": (repository, title, text) => `${repository}/issues/new?title=${title}&body=${text}`,
  "gitlab.com": (repository, title, text) => `${repository}/-/issues/new?issue[title]=${title}&issue[description]=${text}`,
};

/**
 * The link by which an error in an entry is reported, with its id and address filled in where the means allows it: a mail, an issue in
 * the repository, else the publisher's own page. Null where the publisher has stated none of them.
 */
export function errorReportHref({ contact, repository }: Site["publisher"], entry: string, address: string): string | null {
  const title = encodeURIComponent(`Error in ${entry}`);
  const text = encodeURIComponent(`Entry: ${entry}\nPage: ${address}\n\nWhat is wrong:\n\nSource that shows it:\n`);
  const page = contact ? contactHref(contact) : null;
  if (page?.startsWith("mailto:")) return `${page}?subject=${title}&body=${text}`;
  const newIssue = repository && NEW_ISSUE[new URL(repository).hostname.replace(/^www\./, "")];
  return newIssue ? newIssue(repository.replace(/\/+$/, ""), title, text) : page;
}
