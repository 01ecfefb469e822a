/** Things as JSON-LD. The tests over the built site hold that references lead somewhere. */
import { describe, expect, test } from "vitest";
import { type ArticleNode, type DossierNode } from "../../src/graph/nodes.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { actorEntity, actorMention } from "../../src/json-ld/actor.ts";
import { articleItem } from "../../src/feeds/items.ts";
import { articleEntity } from "../../src/json-ld/article.ts";
import { breadcrumbList } from "../../src/json-ld/breadcrumbs.ts";
import { claimEntity } from "../../src/json-ld/claim.ts";
import { datasetEntity } from "../../src/json-ld/dataset.ts";
import { dated } from "../../src/json-ld/dates.ts";
import { eventEntity } from "../../src/json-ld/event.ts";
import { idOf, listed, refsTo } from "../../src/json-ld/ids.ts";
import { formatGraph, pageGraph, type PageFacts } from "../../src/json-ld/page-graph.ts";
import { placeEntity } from "../../src/json-ld/place.ts";
import { publisherEntity, siteEntity } from "../../src/json-ld/site.ts";
import { sourceEntity } from "../../src/json-ld/source.ts";
import { termSet } from "../../src/json-ld/term-set.ts";
import { PROPERTY_TERMS, RELATION_TERMS, relationId, STATUS_TERMS } from "../../src/json-ld/vocabulary.ts";
import type { ActorKind } from "../../src/model/actor.ts";
import { CLAIM_RELATIONS, STATUSES } from "../../src/model/claim.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { ABOUT_SECTIONS } from "../../src/site/about-sections.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, article, claim, correction, dossierOf, event, find, lead, place, site, source, strike } from "./builders.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const home = "https://example.org/news/";
const withdrawn = { date: "2031-05-01", reason: "Twice on file." };
const publisher = { name: "The Lake Press", contact: null, repository: null };
const pageOf = (node: DossierNode) => urls.absolute(urls.hrefFor(node));

describe("ids", () => {
  test("are the page of a thing and a fragment that says its kind", () => {
    expect(idOf({ kind: "event", id: "talks" }, urls)).toBe(`${home}timeline/talks/#event`);
  });

  test("are given once each, and not for what is withdrawn", () => {
    const { claims } = dossierOf(claim(), claim({ id: "gone", withdrawn }));
    expect(refsTo([...claims, ...claims], urls)).toEqual([{ "@id": `${home}claims/claim/#claim` }]);
  });

  test("of nothing leave the property out", () => {
    expect(listed("about", [])).toEqual({});
    expect(listed("about", ["a"])).toEqual({ about: ["a"] });
  });
});

describe("a date", () => {
  test.each(["2031-03-15~", "2031-03-15?", "2031-03", "2031", "2031-03-13/2031-03-18", "../2031-03-04", "2031-03-04/.."])(
    "that is %s is no ISO date",
    (edtf) => {
      expect(dated("startDate", getDate(edtf))).toEqual({ "snd:edtf": edtf });
    },
  );

  test("of one certain day is one", () => {
    expect(dated("startDate", getDate("2031-03-04"))).toEqual({ startDate: "2031-03-04" });
  });

  test("that is not on file is left out", () => {
    expect(dated("datePublished", null)).toEqual({});
  });
});

describe("a claim", () => {
  const dossier = setAsideWithdrawn(
    dossierOf(
      actor(),
      actor({ id: "tarrow", name: "Bren Tarrow" }),
      source({ url: "https://wire.example/a", title: "Oil on the lake", titleBasis: "page" }),
      source({ id: "tidings", publisher: "The Tidings", published: "2031-04" }),
      source({ id: "gone", withdrawn }),
      event({ id: "talks" }),
      claim({
        id: "oil",
        text: "The barge carried smuggled oil.",
        about: ["tarrow"],
        on: ["talks"],
        kind: "accusation",
        status: "contested",
        sources: ["wire", "gone"],
        developments: [{ date: "2031-04-02", summary: "A court looked at it.", sources: ["tidings", "wire"] }],
      }),
      claim({
        id: "reeds",
        text: "Tarrow said it carried reeds.",
        assertedBy: "tarrow",
        date: "2031-03-05~",
        relations: [{ to: "oil", type: "disputes" }],
      }),
    ),
  );
  const oil = find(dossier, "claim", "oil");
  const entity = claimEntity(oil, pageOf(oil), urls);

  test("says who makes it, where it stands in the sources, and what is answered", () => {
    expect(entity).toEqual({
      "@type": "Claim",
      "@id": `${home}claims/oil/#claim`,
      url: `${home}claims/oil/`,
      text: "Ada Quill: The barge carried smuggled oil",
      author: { "@type": "Person", "@id": `${home}actors/speaker/#actor`, name: "Ada Quill" },
      datePublished: "2031-03-04",
      about: [{ "@type": "Person", "@id": `${home}actors/tarrow/#actor`, name: "Bren Tarrow" }, { "@id": `${home}timeline/talks/#event` }],
      appearance: [
        {
          "@type": "CreativeWork",
          "@id": `${home}sources/wire/#source`,
          url: "https://wire.example/a",
          name: "Oil on the lake",
          publisher: "The Wire",
          datePublished: "2031-03-05",
        },
      ],
      citation: [{ "@id": `${home}sources/tidings/#source` }],
      "snd:status": { "@id": "snd:contested" },
      "snd:reply": "answered by Bren Tarrow",
      "snd:disputedBy": [{ "@id": `${home}claims/reeds/#claim` }],
    });
  });

  test("is linked from the other end, and keeps an inexact date as it is written", () => {
    const reeds = find(dossier, "claim", "reeds");
    const answer = claimEntity(reeds, pageOf(reeds), urls);
    expect(answer["snd:disputes"]).toEqual([{ "@id": `${home}claims/oil/#claim` }]);
    expect(answer["snd:edtf"]).toBe("2031-03-05~");
    expect(answer).not.toHaveProperty("datePublished");
  });

  test("that accuses and has no answer says so", () => {
    const [alone] = dossierOf(actor({ id: "tarrow", name: "Bren Tarrow" }), claim({ kind: "accusation", about: ["tarrow"] })).claims;
    expect(alone && claimEntity(alone, pageOf(alone), urls)["snd:reply"]).toBe("no answer on file");
  });

  test("keeps its speaker by name where the speaker's page is withdrawn", () => {
    const [made] = dossierOf(actor({ withdrawn }), claim()).claims;
    expect(made && claimEntity(made, pageOf(made), urls).author).toEqual({ "@type": "Person", name: "Ada Quill" });
  });
});

describe("an actor", () => {
  const only = (fields: Parameters<typeof actor>[0]) => find(dossierOf(actor(fields)), "actor", "speaker");

  test.each<[ActorKind, string]>([
    ["person", "Person"],
    ["government", "GovernmentOrganization"],
    ["agency", "GovernmentOrganization"],
    ["legislature", "GovernmentOrganization"],
    ["armed-group", "Organization"],
    ["organisation", "Organization"],
    ["news-outlet", "NewsMediaOrganization"],
    ["country", "Country"],
    ["unnamed-person", "Thing"],
  ])("of the kind %s is a %s", (kind, type) => {
    expect(actorMention(only({ kind }), urls)).toMatchObject({ "@type": type });
  });

  test("is told by its names alone, without what is said of it", () => {
    const quill = only({
      aliases: ["Mme Quill"],
      summary: "Accused of smuggling.",
      wikidata: "Q1",
      roles: [{ title: "Harbour master", from: "2030", sources: ["wire"] }],
    });
    expect(actorEntity(quill, pageOf(quill), urls)).toEqual({
      "@type": "Person",
      "@id": `${home}actors/speaker/#actor`,
      url: `${home}actors/speaker/`,
      name: "Ada Quill",
      alternateName: ["Mme Quill"],
      sameAs: "https://www.wikidata.org/wiki/Q1",
    });
  });

  test("without a name is not called what a party calls it", () => {
    const crews = only({ kind: "unnamed-person", name: "People on the barge", aliases: ["smugglers"] });
    expect(actorEntity(crews, pageOf(crews), urls)).not.toHaveProperty("alternateName");
  });
});

describe("an event", () => {
  test("has its day, its place and the claims on it", () => {
    const talks = find(dossierOf(place(), event({ place: "place", summary: "They met." }), claim({ on: ["event"] })), "event", "event");
    expect(eventEntity(talks, pageOf(talks), urls)).toEqual({
      "@type": "Event",
      "@id": `${home}timeline/event/#event`,
      url: `${home}timeline/event/`,
      name: "Talks in Velm",
      description: "They met.",
      startDate: "2031-03-04",
      location: { "@type": "Place", "@id": `${home}places/place/#place`, name: "Lake Orrin" },
      subjectOf: [{ "@id": `${home}claims/claim/#claim` }],
    });
  });

  test("of which only a span is known has no day, and no place that is withdrawn", () => {
    const [patrol] = dossierOf(place({ withdrawn }), strike({ date: "2031-03-04/2031-03-08", place: "place" })).events;
    const entity = patrol && eventEntity(patrol, pageOf(patrol), urls);
    expect(entity).toMatchObject({ "snd:edtf": "2031-03-04/2031-03-08" });
    for (const property of ["startDate", "endDate", "location"]) expect(entity).not.toHaveProperty(property);
  });
});

test.each([
  { precision: "exact", geo: { "@type": "GeoCoordinates", latitude: 4.5, longitude: -74 } },
  { precision: "approximate", geo: undefined },
  { precision: "region", geo: undefined },
])("a place whose position is $precision has coordinates only if exact", ({ precision, geo }) => {
  const [velm] = dossierOf(place({ lat: 4.5, lon: -74, precision })).places;
  expect(velm && placeEntity(velm, pageOf(velm), urls).geo).toEqual(geo);
});

test("a source without a title of its own has no name, and none of its dates is more exact than on file", () => {
  const { sources } = dossierOf(
    source({ title: "words-of-the-address", titleBasis: "address", published: "2031-03" }),
    source({ id: "copy", derivesFrom: ["wire"] }),
  );
  const byId = Object.fromEntries(sources.map((one) => [one.id, sourceEntity(one, urls)]));
  expect(byId["wire"]).toEqual({
    "@type": "CreativeWork",
    "@id": `${home}sources/wire/#source`,
    publisher: "The Wire",
    "snd:edtf": "2031-03",
    inLanguage: "en",
  });
  expect(byId["copy"]?.isBasedOn).toEqual([{ "@id": `${home}sources/wire/#source` }]);
});

describe("an analysis", () => {
  const [node] = dossierOf(article({ updated: "2031-03-12" })).articles as [ArticleNode];

  test("is both kinds of article, dated, with what it cites", () => {
    expect(articleEntity(node, dossierOf(), pageOf(node), site(), urls)).toEqual({
      "@type": ["NewsArticle", "AnalysisNewsArticle"],
      "@id": `${home}analysis/article/#article`,
      url: `${home}analysis/article/`,
      headline: "Two patrols",
      description: "What was said.",
      image: `${home}cards/analysis/article.png`,
      datePublished: "2031-03-10",
      dateModified: "2031-03-12",
      contentReferenceTime: "2031-03-10",
      inLanguage: "en",
      isAccessibleForFree: true,
      citation: [{ "@id": `${home}sources/wire/#source` }],
    });
  });

  test("mentions the claims, events, actors and places that its text links, and cites the sources, each once and by @id alone", () => {
    const body =
      "[It](../claims/claim.md) and [again](../claims/claim.md#why), [she](../actors/speaker.md), [talks](../timeline/event.md).";
    const more = "[There](../places/place.md), [the page](../sources/copy.md), [gone](../claims/gone.md), [a lead](../leads/lead.md).";
    const entries = [
      place(),
      event(),
      claim(),
      claim({ id: "gone", withdrawn }),
      source({ id: "copy" }),
      lead(),
      article({ body: `${body}\n\n${more}` }),
    ];
    const dossier = dossierOf(...entries);
    const entity = articleEntity(dossier.articles[0] as ArticleNode, dossier, "", site(), urls);
    const at = (path: string) => ({ "@id": `${home}${path}` });
    expect(entity.mentions).toEqual([
      at("claims/claim/#claim"),
      at("actors/speaker/#actor"),
      at("timeline/event/#event"),
      at("places/place/#place"),
    ]);
    expect(entity.citation).toEqual([at("sources/wire/#source"), at("sources/copy/#source")]);
  });

  test("is modified on the day of its last update or correction, as its feed says; not where there was none", () => {
    const modified = (...entries: Parameters<typeof dossierOf>) => {
      const dossier = dossierOf(...entries);
      const [one] = dossier.articles as [ArticleNode];
      const { dateModified } = articleEntity(one, dossier, pageOf(one), site(), urls);
      expect(articleItem(one, dossier, urls).updated).toBe(dateModified ?? one.data.published);
      return dateModified;
    };
    const corrected = (date: string) => correction({ id: `on-${date}`, date, entry: "articles/article" });
    expect(modified(article())).toBeUndefined();
    expect(modified(article(), corrected("2031-03-11"))).toBe("2031-03-11");
    expect(modified(article({ updated: "2031-03-12" }), corrected("2031-03-11"))).toBe("2031-03-12");
    expect(modified(article({ updated: "2031-03-12" }), corrected("2031-03-14"), corrected("2031-03-13"))).toBe("2031-03-14");
  });

  test("names its publisher where the site does", () => {
    const named = articleEntity(node, dossierOf(), pageOf(node), site({ publisher }), urls);
    expect(named.publisher).toEqual({ "@type": "NewsMediaOrganization", "@id": `${home}#publisher`, name: "The Lake Press" });
  });
});

describe("the publisher", () => {
  test("is nobody where none is set", () => {
    expect(publisherEntity(site(), urls)).toBeNull();
    expect(siteEntity(site(), urls)).not.toHaveProperty("publisher");
  });

  test("has the policies that the page on method has sections for", () => {
    const about = `${home}about/`;
    const entity = publisherEntity(site({ publisher }), urls);
    expect(entity).toEqual({
      "@type": "NewsMediaOrganization",
      "@id": `${home}#publisher`,
      name: "The Lake Press",
      url: home,
      publishingPrinciples: about,
      correctionsPolicy: `${about}#corrections`,
      missionCoveragePrioritiesPolicy: `${about}#inclusion`,
    });
    const anchors = Object.values(entity ?? {}).flatMap((value) =>
      String(value).startsWith(`${about}#`) ? [String(value).split("#")[1]] : [],
    );
    expect(ABOUT_SECTIONS.map(({ id }) => id)).toEqual(expect.arrayContaining(anchors));
  });
});

test("the way to a page numbers its steps; the page itself has no address in it", () => {
  expect(
    breadcrumbList(
      [
        { name: "Home", url: home },
        { name: "Claims", url: undefined },
      ],
      `${home}claims/`,
    ).itemListElement,
  ).toEqual([
    { "@type": "ListItem", position: 1, name: "Home", item: home },
    { "@type": "ListItem", position: 2, name: "Claims" },
  ]);
});

test("the dataset lists its tables with type and size, and no file that is not one form of the whole", () => {
  const file = {
    name: "claims.csv",
    mediaType: "text/csv; charset=utf-8; header=present",
    holds: "claims",
    rows: 1,
    bytes: () => new Uint8Array(7),
  };
  const schema = { ...file, name: "schema/claims.json" };
  const release = { version: "1.2.0+2031-06-30.0123456789ab", day: "2031-06-30", sha256: "" };
  expect(datasetEntity([file, schema], [{ name: "claims" }], release, site(), urls)).toMatchObject({
    version: release.version,
    dateModified: "2031-06-30",
    "@id": `${home}data/#dataset`,
    temporalCoverage: "2031-03-01/2031-06-30",
    isAccessibleForFree: true,
    distribution: [
      {
        "@type": "DataDownload",
        name: "claims.csv",
        contentUrl: `${home}data/v1/claims.csv`,
        encodingFormat: "text/csv",
        contentSize: "7 B",
      },
    ],
  });
});

describe("the vocabulary", () => {
  const ids = [...PROPERTY_TERMS, ...RELATION_TERMS, ...STATUS_TERMS].map(({ id }) => id);

  test("has both ends of every relation and every status, each term once", () => {
    expect(relationId("responds-to", "here")).toBe("respondsTo");
    expect(relationId("responds-to", "there")).toBe("answeredBy");
    expect(ids).toHaveLength(3 + 2 * Object.keys(CLAIM_RELATIONS).length + STATUSES.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is described term by term", () => {
    expect(termSet(site(), urls).hasDefinedTerm).toContainEqual({
      "@type": "DefinedTerm",
      "@id": `${home}vocabulary/#answeredBy`,
      termCode: "answeredBy",
      name: "answeredBy",
      description: "This claim is answered by the other.",
    });
  });
});

describe("the graph of a page", () => {
  const facts = (over: Partial<PageFacts>): PageFacts => ({
    title: "Talks",
    description: "What was said.",
    url: `${home}about/`,
    site: site({ publisher }),
    node: undefined,
    published: dossierOf(),
    entity: undefined,
    steps: [{ name: "About", url: undefined }],
    ...over,
  });
  const typesOf = (over: Partial<PageFacts>) => pageGraph(facts(over), urls)["@graph"].map((thing) => thing["@type"]);

  test("has the page and the way to it, and what it is about", () => {
    const { claims } = dossierOf(claim());
    expect(typesOf({})).toEqual(["WebPage", "BreadcrumbList"]);
    expect(typesOf({ node: claims[0] })).toEqual(["WebPage", "BreadcrumbList", "Claim"]);
    expect(typesOf({ entity: termSet(site(), urls) })).toEqual(["WebPage", "BreadcrumbList", "DefinedTermSet"]);
  });

  test("describes the site and its publisher on the home page", () => {
    expect(typesOf({ url: home, steps: [] })).toEqual(["WebPage", "WebSite", "NewsMediaOrganization"]);
  });

  test("is written so that no word of it can end the script", () => {
    const text = formatGraph(pageGraph(facts({ title: "</script><b>" }), urls));
    expect(text).not.toContain("<");
    expect(text).toContain(String.raw`\u003c/script>\u003cb>`);
    expect(JSON.parse(text)).toMatchObject({ "@graph": [{ name: "</script><b>" }, {}] });
  });
});
