/** What the built pages say to machines: JSON-LD, Open Graph and the card of a link. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/load/read-content.ts";
import { KINDS, type Kind } from "../../src/model/kinds.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { danglingIds, graphOf, topThings, typedThings, typesOf, type Thing } from "../setup/json-ld.ts";
import { attributeOf, firstOf, isEmbed, isRedirect, listEntries, readPages } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";

/** What each type must say wherever it is described; of several names joined by "|", one. */
const REQUIRED: Record<string, string[]> = {
  AnalysisNewsArticle: ["@id", "headline", "datePublished", "description", "url", "inLanguage"],
  BreadcrumbList: ["itemListElement"],
  Claim: ["@id", "text", "url", "author", "appearance", "snd:status", "datePublished|snd:edtf"],
  Country: ["@id", "name"],
  CreativeWork: ["@id", "publisher"],
  DataDownload: ["name", "contentUrl", "encodingFormat", "contentSize"],
  Dataset: ["@id", "name", "description", "url", "distribution", "temporalCoverage", "version", "isAccessibleForFree"],
  DefinedTerm: ["@id", "name", "description"],
  DefinedTermSet: ["@id", "name", "hasDefinedTerm"],
  Event: ["@id", "name", "url", "description", "startDate|snd:edtf"],
  GeoCoordinates: ["latitude", "longitude"],
  GovernmentOrganization: ["@id", "name"],
  ListItem: ["position", "name"],
  NewsArticle: ["headline", "datePublished", "url"],
  NewsMediaOrganization: ["@id", "name"],
  Organization: ["@id", "name"],
  Person: ["@id", "name"],
  Place: ["@id", "name"],
  Thing: ["@id", "name"],
  WebPage: ["@id", "name", "url", "isPartOf"],
  WebSite: ["@id", "name", "url"],
};

/** What the page of an entry must describe. */
const TYPE_OF_KIND: Partial<Record<Kind, RegExp>> = {
  article: /^AnalysisNewsArticle$/,
  actor: /^(Person|GovernmentOrganization|Organization|NewsMediaOrganization|Country|Thing)$/,
  claim: /^Claim$/,
  event: /^Event$/,
  place: /^Place$/,
  source: /^CreativeWork$/,
};

describe.each(SITE_NAMES)("the site %s", async (name) => {
  const { dir, base } = SITES[name];
  const home = SITE_URL + base;
  const pages = (await readPages(dir)).filter((page) => !isRedirect(page) && !isEmbed(page) && page.name !== "404.html");
  const graphs = new Map(pages.map((page) => [page.path, graphOf(page)]));
  const things = [...graphs].flatMap(([path, graph]) => typedThings(graph["@graph"]).map((thing) => ({ path, thing })));
  const withdrawn = new Set((await listEntries("content")).filter(({ text }) => /^withdrawn:/m.test(text)).map(({ path }) => path));

  test("has one graph on each page, in the words of schema.org and our own", () => {
    const context = ["https://schema.org", { snd: `${home}vocabulary/#` }];
    expect(firstOf([...graphs].filter(([, graph]) => graph["@graph"] === undefined).map(([path]) => path))).toEqual([]);
    for (const graph of graphs.values()) expect(graph["@context"]).toEqual(context);
  });

  test("states what each type must have, and no type that nobody weighed", () => {
    const faults = things.flatMap(({ path, thing }) =>
      typesOf(thing).flatMap((type) => {
        const required = REQUIRED[type];
        if (!required) return [`${path}: ${type}`];
        const lacks = required.filter((names) => !names.split("|").some((key) => thing[key] !== undefined && thing[key] !== ""));
        return lacks.map((key) => `${path}: ${type} lacks ${key}`);
      }),
    );
    expect(firstOf(faults)).toEqual([]);
  });

  test.each(Object.entries(TYPE_OF_KIND))("describes every %s on its page, as what the page is about", async (kind, type) => {
    const entries = (await listEntries("content")).filter((entry) => entry.kind === kind && !withdrawn.has(entry.path));
    expect(entries.length).toBeGreaterThan(0);
    const faults = entries.filter(({ path }) => {
      const [page, ...rest] = topThings(graphs.get(path));
      const id = `${home}${path}#${kind}`;
      const entity = rest.find((thing) => thing["@id"] === id);
      const isMain = (page?.["mainEntity"] as Thing | undefined)?.["@id"] === id;
      return !isMain || !entity || !typesOf(entity).some((one) => type.test(one));
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("refers from each analysis to every claim that its text marks, and from no other page", () => {
    const mentionsOn = (path: string) => topThings(graphs.get(path)).flatMap((thing) => (thing["mentions"] ?? []) as Thing[]);
    const faults = pages.flatMap(({ path, tags }) => {
      const marked = tags.flatMap(({ attributes }) => attributes.get("data-claim") ?? []).map((id) => `${home}claims/${id}/#claim`);
      const mentioned = mentionsOn(path).map((thing) => String(thing["@id"]));
      if (!/^analysis\/./.test(path)) return mentioned.length > 0 ? [path] : [];
      return marked.filter((id) => !mentioned.includes(id)).map((id) => `${path}: ${id}`);
    });
    expect(firstOf(faults)).toEqual([]);
    expect(mentionsOn("analysis/campaign-widens-toward-governments/").length).toBeGreaterThan(20);
  });

  test("refers to nothing of its own that the page it names does not describe", () => {
    expect(firstOf(danglingIds(graphs, home))).toEqual([]);
  });

  test("explains every term of ours that a page uses, at its anchor", () => {
    const anchors = new Set(pages.find(({ path }) => path === "vocabulary/")?.tags.map(({ attributes }) => attributes.get("id")));
    const used = new Set(things.flatMap(({ thing }) => Object.keys(thing).filter((key) => key.startsWith("snd:"))));
    expect([...used].sort()).toEqual(expect.arrayContaining(["snd:disputes", "snd:edtf", "snd:reply", "snd:status"]));
    expect([...used].filter((key) => !anchors.has(key.slice(4)))).toEqual([]);
  });

  test("gives no verdict: no review and no rating", () => {
    const isVerdict = (key: string) => /review|rating/i.test(key);
    const faults = things.filter(({ thing }) => [...typesOf(thing), ...Object.keys(thing)].some(isVerdict)).map(({ path }) => path);
    expect(firstOf(faults)).toEqual([]);
  });

  test.each([
    { kind: "event", property: "startDate" },
    { kind: "claim", property: "datePublished" },
  ])("gives no ISO date for a $kind without one certain day", ({ kind, property }) => {
    const { files } = readContent("content");
    const inexact = files.flatMap((file) => {
      const date = /^date: *["']?([^"'\s]+)/m.exec(file.text)?.[1] ?? "";
      return file.kind === kind && /[~?%/X]|^\d{4}(-\d\d)?$/.test(date) ? [{ path: `${KINDS[file.kind].path}/${file.id}/`, date }] : [];
    });
    expect(inexact.length).toBeGreaterThan(0);
    const faults = inexact.filter(({ path, date }) => {
      const entity = topThings(graphs.get(path)).at(-1);
      return (
        !withdrawn.has(path) && (entity?.[property] !== undefined || entity?.["endDate"] !== undefined || entity?.["snd:edtf"] !== date)
      );
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("gives the dataset as downloads that are there: the whole in its forms, and each table once", async () => {
    const files = new Set(await listFiles(dir));
    const dataset = topThings(graphs.get("data/")).find((thing) => thing["@type"] === "Dataset");
    const distribution = dataset?.["distribution"] as Thing[];
    const paths = distribution.map(({ contentUrl }) => String(contentUrl).slice(home.length));
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
    expect(distribution.filter((one) => !one["encodingFormat"] || !one["contentSize"] || !one["name"])).toEqual([]);
    const { resources } = JSON.parse(await readFile(join(dir, "data/v1/datapackage.json"), "utf8")) as { resources: { path: string }[] };
    const archive = [...files].filter((path) => /^data\/v1\/[^/]+\.zip$/.test(path));
    const whole = ["data/v1/dataset.sqlite", "data/v1/datapackage.json", "data/v1/dossier.json", ...archive];
    expect([...paths].sort()).toEqual([...whole, ...resources.map(({ path }) => `data/v1/${path}`)].sort());
  });

  test("cannot end its script element from within", () => {
    const faults = pages.filter(({ tags }) => {
      const text = tags.find(({ attributes }) => attributes.get("type") === "application/ld+json")?.text ?? "<";
      return text.includes("<");
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("says of each page what a shared link shows, in the words of the page", () => {
    const faults = pages.filter((page) => {
      const property = (key: string) => attributeOf(page, "meta", { property: key }, "content");
      const canonical = attributeOf(page, "link", { rel: "canonical" }, "href");
      const description = attributeOf(page, "meta", { name: "description" }, "content");
      return (
        !property("og:title") ||
        !property("og:site_name") ||
        !description ||
        property("og:description") !== description ||
        canonical !== home + page.path ||
        property("og:url") !== canonical ||
        property("og:type") !== (/^analysis\/./.test(page.path) ? "article" : "website") ||
        attributeOf(page, "meta", { name: "twitter:card" }, "content") !== "summary_large_image"
      );
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("says of the home page that the lead analysis stands there", () => {
    const graph = topThings(graphs.get(""));
    const page = graph.find((thing) => typesOf(thing).includes("WebPage"));
    const lead = graph.find((thing) => typesOf(thing).includes("NewsArticle"));
    expect(lead?.["@id"]).toBeTruthy();
    expect((page?.["mainEntity"] as Thing | undefined)?.["@id"]).toBe(lead?.["@id"]);
    expect(lead?.["url"]).toMatch(new RegExp(`^${home}analysis/`));
  });

  test("gives the address to cite, where a machine reads on, and the licence, for each entry and for the dataset", () => {
    const faults = pages.filter((page) => {
      const isEntry = attributeOf(page, "main", {}, "data-entry-id") !== undefined;
      const link = (rel: string) => attributeOf(page, "link", { rel }, "href");
      if (!isEntry && page.path !== "data/") return link("cite-as") !== undefined;
      const described = new URL(link("describedby") ?? "", home + page.path).href.slice(home.length);
      const expected = isEntry ? `${page.path}index.json` : "data/v1/datapackage.json";
      return link("cite-as") !== home + page.path || described !== expected || !link("license");
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("names for each page a picture that is there, with its size and in words", async () => {
    const faults: string[] = [];
    const pictures = new Set<string>();
    for (const page of pages) {
      const property = (key: string) => attributeOf(page, "meta", { property: key }, "content") ?? "";
      const address = property("og:image");
      const picture = await readFile(join(dir, address.slice(home.length))).catch(() => Buffer.alloc(24));
      const sizes = [picture.readUInt32BE(16), picture.readUInt32BE(20)].join();
      if (!address.startsWith(home) || sizes !== "1200,630" || sizes !== [property("og:image:width"), property("og:image:height")].join()) {
        faults.push(page.path);
      }
      if (property("og:image:alt").length < 20) faults.push(`${page.path}, in words`);
      pictures.add(address.slice(home.length));
    }
    expect(firstOf(faults)).toEqual([]);
    const painted = (await listFiles(join(dir, "cards"))).filter((file) => file.endsWith(".png"));
    expect(painted.length).toBe(pictures.size); // none that no page names
  });

  test("dates every analysis for whoever shares it", () => {
    const articles = pages.filter(({ path }) => /^analysis\/./.test(path));
    const undated = articles.filter(
      (page) => !/^\d{4}-\d\d-\d\d$/.test(attributeOf(page, "meta", { property: "article:published_time" }, "content") ?? ""),
    );
    expect(undated.map(({ path }) => path)).toEqual([]);
  });
});
