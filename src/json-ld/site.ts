/** The site itself, and who publishes it. */
import type { NewsMediaOrganizationLeaf, WebSiteLeaf } from "schema-dts";
import type { Site } from "../model/site.ts";
import type { ABOUT_SECTIONS } from "../site/about-sections.ts";
import type { Urls } from "../site/urls.ts";
import { idOnPage } from "./ids.ts";

type AboutSection = (typeof ABOUT_SECTIONS)[number]["id"];

/** Policies that the page on method states, by its sections. schema.org has names for more; no section is on them. */
const POLICIES = {
  correctionsPolicy: "corrections",
  missionCoveragePrioritiesPolicy: "inclusion",
} as const satisfies Partial<Record<keyof NewsMediaOrganizationLeaf, AboutSection>>;

export function siteId(urls: Urls): string {
  return idOnPage("", "site", urls);
}

/** For the home page; all others refer to it. */
export function siteEntity(site: Site, urls: Urls): WebSiteLeaf {
  const publisher = publisherMention(site, urls);
  return {
    "@type": "WebSite",
    "@id": siteId(urls),
    url: urls.absolute(urls.page("")),
    name: site.title,
    description: site.description,
    inLanguage: site.language,
    ...(site.licence && { license: site.licence.url }),
    ...(publisher && { publisher }),
  };
}

/** Who publishes the site, with its policies; null where nobody has stated a name: no organisation is made up. */
export function publisherEntity(site: Site, urls: Urls): NewsMediaOrganizationLeaf | null {
  const publisher = publisherMention(site, urls);
  if (!publisher) return null;
  const about = urls.absolute(urls.page("about/"));
  const policies = Object.fromEntries(Object.entries(POLICIES).map(([policy, section]) => [policy, `${about}#${section}`]));
  return { ...publisher, url: urls.absolute(urls.page("")), publishingPrinciples: about, ...policies };
}

/** The publisher as other things name it, by @id and name; null where none is set. */
export function publisherMention({ publisher }: Site, urls: Urls): NewsMediaOrganizationLeaf | null {
  return publisher.name ? { "@type": "NewsMediaOrganization", "@id": idOnPage("", "publisher", urls), name: publisher.name } : null;
}
