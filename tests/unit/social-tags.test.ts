import { expect, test } from "vitest";
import { socialTags } from "../../src/site/social-tags.ts";
import { site } from "./builders.ts";

const image = { url: "https://example.org/cards/dossier.png", width: 1200, height: 630, alt: "The record." };
const facts = { title: "Talks", description: "What was said.", url: "https://example.org/talks/", site: site(), article: undefined, image };

test("says of a page what a shared link shows", () => {
  expect(socialTags(facts)).toEqual([
    { property: "og:type", content: "website" },
    { property: "og:title", content: "Talks" },
    { property: "og:description", content: "What was said." },
    { property: "og:url", content: "https://example.org/talks/" },
    { property: "og:site_name", content: "Soundings" },
    { property: "og:image", content: "https://example.org/cards/dossier.png" },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: "The record." },
    { name: "twitter:card", content: "summary_large_image" },
  ]);
});

test("gives an analysis its days, that of a change only where there was one", () => {
  const dates = (revised: string | null) =>
    socialTags({ ...facts, article: { published: "2031-03-10", revised } }).flatMap((tag) =>
      "property" in tag && tag.property.startsWith("article:") ? [`${tag.property} ${tag.content}`] : [],
    );
  expect(dates(null)).toEqual(["article:published_time 2031-03-10"]);
  expect(dates("2031-03-12")).toEqual(["article:published_time 2031-03-10", "article:modified_time 2031-03-12"]);
});

test("names no address for a page that has none of its own", () => {
  expect(JSON.stringify(socialTags({ ...facts, url: null }))).not.toContain("og:url");
});
