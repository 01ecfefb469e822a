import { expect, test } from "vitest";
import { socialTags } from "../../src/site/social-tags.ts";
import { article, site } from "./builders.ts";

const facts = { title: "Talks", description: "What was said.", url: "https://example.org/talks/", site: site(), article: undefined };

test("says of a page what a shared link shows", () => {
  expect(socialTags(facts)).toEqual([
    { property: "og:type", content: "website" },
    { property: "og:title", content: "Talks" },
    { property: "og:description", content: "What was said." },
    { property: "og:url", content: "https://example.org/talks/" },
    { property: "og:site_name", content: "Soundings" },
    { name: "twitter:card", content: "summary" },
  ]);
});

test("gives an analysis its days, that of a change only where there was one", () => {
  const dates = (updated?: string) =>
    socialTags({ ...facts, article: article({ published: "2031-03-10", updated }).data }).flatMap((tag) =>
      "property" in tag && tag.property.startsWith("article:") ? [`${tag.property} ${tag.content}`] : [],
    );
  expect(dates()).toEqual(["article:published_time 2031-03-10"]);
  expect(dates("2031-03-12")).toEqual(["article:published_time 2031-03-10", "article:modified_time 2031-03-12"]);
});

test("names no address for a page that has none of its own", () => {
  expect(JSON.stringify(socialTags({ ...facts, url: null }))).not.toContain("og:url");
});
