/** Files that machines look for at fixed addresses of a host: what they may fetch, whom to write to, who stands behind it. */
import type { Day } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { contactHref } from "./contact.ts";
import type { Urls } from "./urls.ts";

/** Everything may be fetched; pages that should not be listed say so themselves, which a crawler only sees when it may fetch them. RFC 9309. */
export function formatRobots(urls: Urls): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.page("sitemap-index.xml"))}\n`;
}

/** RFC 9116, which has it at the root of the host, also of a site under a path; null where the publisher has stated no contact for it. */
export function formatSecurity({ publisher: { security }, language }: Site, urls: Urls): string | null {
  if (!security) return null;
  return [
    `Contact: ${security.contact}`,
    `Expires: ${security.expires}T00:00:00Z`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${urls.absolute("/.well-known/security.txt")}`,
    "",
  ].join("\n");
}

/** What to say to the publisher once the day has passed until which security.txt holds: who finds a weakness then has nobody to write to. */
export function expiredContact({ publisher: { security } }: Site, today: Day): string | null {
  if (!security || security.expires > today) return null;
  return `site.yaml: publisher.security has expired on ${security.expires}. Check the contact, and name a day within a year.`;
}

/** The relations that JournalList’s trust.txt has names for and that are on file: https://journallist.net/reference-document-for-trust-txt-specifications */
export function formatTrust({ publisher }: Site, urls: Urls): string {
  const contact = publisher.contact && contactHref(publisher.contact);
  return [`disclosure=${urls.absolute(urls.page("about/"))}`, ...(contact ? [`contact=${contact}`] : []), ""].join("\n");
}
