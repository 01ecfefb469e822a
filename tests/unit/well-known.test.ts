import { expect, test } from "vitest";
import { lastChange } from "../../src/graph/last-change.ts";
import { siteSchema } from "../../src/model/site.ts";
import { createUrls } from "../../src/site/urls.ts";
import { expiredContact, formatRobots, formatSecurity, formatTrust } from "../../src/site/well-known.ts";
import { claim, correction, dossierOf, find, site, source } from "./builders.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const publishedBy = (publisher: object) => ({
  ...site(),
  publisher: { name: null, contact: null, repository: null, security: null, ...publisher },
});

test("robots.txt allows all and names the map of the site", () => {
  expect(formatRobots(urls)).toBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/news/sitemap-index.xml\n");
});

test("a publisher is told from the day on which the contact for security expires", () => {
  const site = publishedBy({ security: { contact: "mailto:desk@lake.example", expires: "2032-01-31" } });
  expect(expiredContact(site, "2032-01-30")).toBeNull();
  expect(expiredContact(site, "2032-01-31")).toContain("has expired on 2032-01-31");
  expect(expiredContact(publishedBy({ security: null }), "2032-01-31")).toBeNull();
});

test("security.txt has what RFC 9116 asks for and names its address at the root of the host, and there is none without a contact", () => {
  const text = formatSecurity(publishedBy({ security: { contact: "mailto:desk@lake.example", expires: "2032-01-31" } }), urls);
  expect(text).toBe(
    "Contact: mailto:desk@lake.example\nExpires: 2032-01-31T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n",
  );
  expect(formatSecurity(publishedBy({}), urls)).toBeNull();
});

test.each(["desk@lake.example", "http://lake.example/", "javascript:alert(1)", "mailto:desk"])("%s is no contact for it", (contact) => {
  const { success } = siteSchema.shape.publisher.safeParse({ security: { contact, expires: "2032-01-31" } });
  expect(success).toBe(false);
});

test("trust.txt says what the publisher has stated and no more", () => {
  expect(formatTrust(publishedBy({}), urls)).toBe("disclosure=https://example.org/news/about/\n");
  expect(formatTrust(publishedBy({ contact: "desk@lake.example" }), urls)).toContain("\ncontact=mailto:desk@lake.example\n");
});

test("the last change of an entry is one that its content dates", () => {
  const dossier = dossierOf(
    source({ id: "dated", published: "2031-03-09" }),
    source({ id: "undated", published: undefined, accessed: "2031-12-01" }),
    claim({ id: "a", sources: ["dated"] }),
    claim({ id: "b", number: 2, sources: ["dated"] }),
    correction({ entry: "b", date: "2031-05-02" }),
  );
  expect(lastChange(find(dossier, "claim", "a"), dossier)).toBe("2031-03-09");
  expect(lastChange(find(dossier, "claim", "b"), dossier)).toBe("2031-05-02");
});
