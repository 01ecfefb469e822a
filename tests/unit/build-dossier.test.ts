import { describe, expect, test } from "vitest";
import { nameOf, sourceName, totalBy } from "../../src/graph/nodes.ts";
import { RELATION_TYPES } from "../../src/model/actor.ts";
import { CLAIM_RELATIONS } from "../../src/model/claim.ts";
import {
  actor,
  article,
  claim,
  correction,
  dossierOf,
  event,
  find,
  lead,
  linkEntries,
  place,
  series,
  site,
  source,
  strike,
  total,
} from "./builders.ts";
import { buildDossier } from "../../src/graph/build-dossier.ts";

const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe("a relation is written once and shown at both ends", () => {
  test.each(Object.entries(RELATION_TYPES))("between actors: %s", (type, { here, there }) => {
    const dossier = dossierOf(
      actor({ id: "a", name: "A", relations: [{ to: "b", type, from: "2030", until: "2031-03", note: "Once.", sources: ["wire"] }] }),
      actor({ id: "b", name: "B" }),
    );
    const [a, b] = [find(dossier, "actor", "a"), find(dossier, "actor", "b")];
    const shared = { type, from: { edtf: "2030" }, until: { edtf: "2031-03" }, note: "Once.", known: "2031-03-05" };
    expect(a.relations).toMatchObject([{ ...shared, label: here, inverse: false, actor: { id: "b" } }]);
    expect(b.relations).toMatchObject([{ ...shared, label: there, inverse: true, actor: { id: "a" } }]);
    expect(here).not.toBe(there);
  });

  test.each(Object.entries(CLAIM_RELATIONS))("between claims: %s", (type, { here, there }) => {
    const dossier = dossierOf(claim({ id: "a", relations: [{ to: "b", type }] }), claim({ id: "b" }));
    expect(find(dossier, "claim", "a").relations).toMatchObject([{ type, label: here, inverse: false, claim: { id: "b" } }]);
    expect(find(dossier, "claim", "b").relations).toMatchObject([{ type, label: there, inverse: true, claim: { id: "a" } }]);
  });

  test("a claim and an event are joined from either end, once", () => {
    const dossier = dossierOf(
      claim({ id: "a", on: ["event"] }),
      claim({ id: "b" }),
      claim({ id: "both", on: ["event"] }),
      event({ claims: ["b", "both"] }),
    );
    expect(ids(find(dossier, "event", "event").claims).sort()).toEqual(["a", "b", "both"]);
    for (const id of ["a", "b", "both"]) expect(ids(find(dossier, "claim", id).on)).toEqual(["event"]);
  });

  test("related events know each other, once, in the order of time", () => {
    const dossier = dossierOf(
      event({ id: "a", date: "2031-03-09", related: ["c", "b"] }),
      event({ id: "b", date: "2031-03-01", related: ["a"] }),
      event({ id: "c", date: "2031-03-20" }),
    );
    expect(ids(find(dossier, "event", "a").related)).toEqual(["b", "c"]);
    expect(ids(find(dossier, "event", "b").related)).toEqual(["a"]);
    expect(ids(find(dossier, "event", "c").related)).toEqual(["a"]);
  });

  test("claims, events, strikes and totals are listed at the actors that they name", () => {
    const dossier = dossierOf(
      actor({ id: "victim", name: "Corin Reed" }),
      claim({ about: ["victim"] }),
      event({ actors: [{ actor: "speaker", part: "spoke" }] }),
      strike({
        named: [
          { name: "Corin Reed", actor: "victim", claim: "A reed cutter.", source: "wire" },
          { name: "C. Reed", actor: "victim", claim: "The same.", source: "wire" },
        ],
      }),
      total({ by: "speaker", killed: 2 }),
    );
    expect(find(dossier, "actor", "speaker")).toMatchObject({
      claimsMade: [{ id: "claim" }],
      events: [{ event: { id: "event" }, part: "spoke" }],
      totals: [{ id: "total" }],
    });
    expect(ids(find(dossier, "actor", "victim").claimsAbout)).toEqual(["claim"]);
    expect(ids(find(dossier, "actor", "victim").namedIn)).toEqual(["strike"]);
  });

  test("places list their events, and events the leads that bear on them", () => {
    const dossier = dossierOf(
      place(),
      event({ id: "b", date: "2031-03-09", place: "place" }),
      event({ id: "a", place: "place" }),
      lead({ on: ["a"] }),
    );
    expect(ids(dossier.places[0]?.events ?? [])).toEqual(["a", "b"]);
    expect(ids(find(dossier, "event", "a").leads)).toEqual(["lead"]);
  });

  test("sources know what rests on them, part by part, and what derives from them", () => {
    const dossier = dossierOf(
      source({ id: "post" }),
      source({ id: "copy", derivesFrom: ["post"] }),
      actor({ sources: ["post"], roles: [{ title: "Envoy", sources: ["post"] }] }),
      claim({
        sources: ["post"],
        figures: [{ value: 2, unit: "people", what: "killed", source: "post" }],
        developments: [{ date: "2031-04", summary: "More.", sources: ["post"] }],
      }),
      strike({
        sources: ["post"],
        casualties: [{ source: "post", killed: 2 }],
        disputes: [{ about: "place", versions: [{ by: "speaker", says: "North.", source: "post" }] }],
      }),
      series({ points: [{ x: 2031, y: 4, source: "post" }] }),
      total({ source: "post" }),
      article({ body: "As [posted](../sources/post.md).\n" }),
    );
    expect(
      find(dossier, "source", "post")
        .citedBy.map(({ node, part }) => `${node.kind}: ${part}`)
        .sort(),
    ).toEqual([
      "actor: actor",
      "actor: role: Envoy",
      "article: text",
      "claim: a later development",
      "claim: claim",
      "claim: figure: killed",
      "event: casualty record",
      "event: dispute: place",
      "event: timeline entry",
      "series: value for 2031",
      "total: published total",
    ]);
    expect(ids(find(dossier, "source", "post").derivedBy)).toEqual(["copy"]);
  });
});

describe("links in texts are known at both ends", () => {
  test("with the sentence that makes each one", () => {
    const dossier = dossierOf(
      claim(),
      article({ body: "First. Quill [said so](../claims/claim.md). Later she [said it again](../claims/claim.md).\n" }),
      event({ body: "See [the claim](../claims/claim.md).\n" }),
    );
    expect(find(dossier, "claim", "claim").backlinks.map(({ from, link }) => `${from.kind}: ${link.sentence}`)).toEqual([
      "article: Quill said so.",
      "article: Later she said it again.",
      "event: See the claim.",
    ]);
  });

  test("links to the web, to counts and to a place on the page are no backlinks and no problem", () => {
    const { problems } = linkEntries(article({ body: "[a](https://example.org) [b](count:killed) [c](#toll)\n" }));
    expect(problems).toEqual([]);
  });
});

describe("a reference to nothing is a problem at the place that makes it", () => {
  const problemsOf = (...entries: Parameters<typeof linkEntries>) =>
    linkEntries(...entries).problems.map(({ file, place: at, message }) => [file, at, message.split(",")[0]]);
  const named = (id: string) => `\`${id}\` is named here`;

  test.each([
    ["assertedBy", claim({ assertedBy: "nobody" }), ["assertedBy"]],
    ["about", claim({ about: ["speaker", "nobody"] }), ["about", 1]],
    ["on", claim({ on: ["nobody"] }), ["on", 0]],
    ["sources", claim({ sources: ["wire", "nobody"] }), ["sources", 1]],
    ["relations", claim({ relations: [{ to: "nobody", type: "disputes" }] }), ["relations", 0, "to"]],
    ["developments", claim({ developments: [{ date: "2031", summary: "a", sources: ["nobody"] }] }), ["developments", 0, "sources", 0]],
    ["figures", claim({ figures: [{ value: 1, unit: "a", what: "b", source: "nobody" }] }), ["figures", 0, "source"]],
    ["an actor's relation", actor({ relations: [{ to: "nobody", type: "leads", sources: ["wire"] }] }), ["relations", 0, "to"]],
    ["an actor's role", actor({ roles: [{ title: "a", sources: ["nobody"] }] }), ["roles", 0, "sources", 0]],
    ["a place", event({ place: "nobody" }), ["place"]],
    ["an actor of an event", event({ actors: [{ actor: "nobody", part: "a" }] }), ["actors", 0, "actor"]],
    ["a claim of an event", event({ claims: ["nobody"] }), ["claims", 0]],
    ["a related event", event({ related: ["nobody"] }), ["related", 0]],
    ["a casualty record", strike({ casualties: [{ source: "wire" }, { source: "nobody" }] }), ["casualties", 1, "source"]],
    ["who announced a strike", strike({ announced: { by: "nobody" } }), ["announced", "by"]],
    ["an alleged group", strike({ allegedAffiliation: { group: "nobody" } }), ["allegedAffiliation", "group"]],
    ["who alleges it", strike({ allegedAffiliation: { by: "nobody" } }), ["allegedAffiliation", "by"]],
    ["a nationality", strike({ nationalities: [{ nationality: "a", basis: "b", source: "nobody" }] }), ["nationalities", 0, "source"]],
    ["a named person", strike({ named: [{ name: "a", actor: "nobody", claim: "b", source: "wire" }] }), ["named", 0, "actor"]],
    ["who names a person", strike({ named: [{ name: "a", by: "nobody", claim: "b", source: "wire" }] }), ["named", 0, "by"]],
    ["the source of a name", strike({ named: [{ name: "a", claim: "b", source: "nobody" }] }), ["named", 0, "source"]],
    [
      "a version in a dispute",
      strike({ disputes: [{ about: "a", versions: [{ by: "nobody", says: "b", source: "wire" }] }] }),
      ["disputes", 0, "versions", 0, "by"],
    ],
    [
      "its source",
      strike({ disputes: [{ about: "a", versions: [{ says: "b", source: "nobody" }] }] }),
      ["disputes", 0, "versions", 0, "source"],
    ],
    ["derivesFrom", source({ id: "copy", derivesFrom: ["nobody"] }), ["derivesFrom", 0]],
    ["the source of a total", total({ source: "nobody" }), ["source"]],
    ["the publisher of a total", total({ by: "nobody" }), ["by"]],
    ["a point of a series", series({ points: [{ x: 2031, y: 1, source: "nobody" }] }), ["points", 0, "source"]],
    ["a lead's event", lead({ on: ["nobody"] }), ["on", 0]],
    ["an article's source", article({ sources: ["nobody"] }), ["sources", 0]],
    ["a corrected entry", correction({ entry: "nobody" }), ["entry"]],
  ])("%s", (_, entry, path) => {
    expect(problemsOf(entry)).toEqual([[entry.file, { path }, named("nobody")]]);
  });

  test("a link in a text, at its line and column", () => {
    expect(problemsOf(article({ body: "One.\n\nTwo [words](../claims/nobody.md).\n" }))).toEqual([
      ["articles/article.md", { line: 3, column: 5 }, named("nobody")],
    ]);
  });

  test("every one of them, in one run", () => {
    expect(problemsOf(claim({ assertedBy: "a", about: ["b"], sources: ["c", "d"] }), event({ place: "e" }))).toHaveLength(5);
  });
});

describe("the advice for a reference to nothing", () => {
  const adviceFor = (...entries: Parameters<typeof linkEntries>) => linkEntries(...entries).problems.map(({ advice }) => advice);

  test.each([
    ["names what is near", [claim({ assertedBy: "speker" })], "Did you mean `speaker`? Otherwise add content/actors/speker.md."],
    ["says where to add it when nothing is near", [claim({ assertedBy: "zebulon" })], "Add content/actors/zebulon.md."],
    [
      "says when it is of another kind",
      [claim({ assertedBy: "wire" })],
      "`wire` is a source, and an actor is wanted here. Otherwise add content/actors/wire.md.",
    ],
    [
      "with the article that the word needs",
      [article(), claim({ on: ["article"] })],
      "`article` is an article, and a timeline entry is wanted here. Otherwise add content/timeline/article.md.",
    ],
    [
      "says when it was renamed",
      [actor({ id: "new-name", name: "B", formerIds: ["old-name"] }), claim({ about: ["old-name"] })],
      "It was renamed: write `new-name`.",
    ],
    [
      "gives the near one for a correction",
      [claim({ id: "quill-barge" }), correction({ entry: "quill-barg" })],
      "Did you mean `quill-barge`? Write the id of the corrected entry, or its folder and id.",
    ],
  ])("%s", (_, entries, advice) => {
    expect(adviceFor(...entries)).toEqual([advice]);
  });
});

describe("an entry that is there and invalid is no missing one", () => {
  const problemsWith = (invalid: string, ...entries: Parameters<typeof linkEntries>) =>
    buildDossier({ site: site(), entries: [...entries, actor(), source()], invalid: new Set([invalid]) }).problems;

  test.each([
    ["in a field", "actor/bren", claim({ about: ["bren"] })],
    ["in a text", "claim/bren", article({ body: "[a](../claims/bren.md)\n" })],
    ["in a correction", "claim/bren", correction({ entry: "bren" })],
    ["in a correction with its folder", "claim/bren", correction({ entry: "claims/bren" })],
  ])("%s", (_, invalid, entry) => {
    expect(problemsWith(invalid, entry)).toEqual([]);
    expect(linkEntries(entry).problems).toHaveLength(1);
  });

  test("but only under its own kind", () => {
    expect(problemsWith("claim/bren", claim({ about: ["bren"] }))).toHaveLength(1);
  });
});

describe("a correction names its entry", () => {
  test("by its id", () => {
    expect(dossierOf(claim(), correction()).corrections[0]?.entry).toMatchObject({ kind: "claim", id: "claim" });
  });

  test("by folder and id, where two kinds share the id", () => {
    const entries = [claim({ id: "same" }), event({ id: "same" })];
    expect(dossierOf(...entries, correction({ entry: "timeline/same" })).corrections[0]?.entry).toMatchObject({
      kind: "event",
      id: "same",
    });
    expect(linkEntries(...entries, correction({ entry: "same" })).problems).toMatchObject([
      { message: "`same` is the id of more than one entry.", advice: "Write the folder too: `claims/same` or `timeline/same`." },
    ]);
  });

  test("in a folder that there is", () => {
    expect(linkEntries(claim(), correction({ entry: "claim/claim" })).problems).toMatchObject([
      { code: "unknown-entry", message: "`claim/claim` is named here, but no entry is called that." },
    ]);
  });
});

describe("every list has an order that no machine changes", () => {
  test("articles and corrections newest first", () => {
    const dossier = dossierOf(
      claim(),
      article({ id: "a", published: "2031-03-10" }),
      article({ id: "b", published: "2031-04-10" }),
      correction({ id: "x", date: "2031-04-01" }),
      correction({ id: "y", date: "2031-05-01" }),
    );
    expect(ids(dossier.articles)).toEqual(["b", "a"]);
    expect(ids(dossier.corrections)).toEqual(["y", "x"]);
  });

  test("actors by sort name, as English sorts", () => {
    const names = [["Álvaro Uribe", "Uribe, Álvaro"], ["Ecuador"], ["Éland"], ["The Tidings", "Tidings"], ["donald"]];
    const dossier = dossierOf(...names.map(([name, sortName], i) => actor({ id: `a${i}`, name, sortName })), actor({ name: "Zed" }));
    expect(dossier.actors.map(({ data }) => data.name)).toEqual(["donald", "Ecuador", "Éland", "The Tidings", "Álvaro Uribe", "Zed"]);
  });

  test("claims by number, then date, then id", () => {
    const dossier = dossierOf(
      claim({ id: "d" }),
      claim({ id: "c", date: "2031-03-01" }),
      claim({ id: "b", number: 12 }),
      claim({ id: "a", number: 4 }),
      claim({ id: "e" }),
    );
    expect(ids(dossier.claims)).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("events by earliest possible day, then latest, then id; strikes among them", () => {
    const dossier = dossierOf(
      event({ id: "d", date: "2031-03-04" }),
      strike({ id: "c", date: "2031-03" }),
      event({ id: "b", date: "2031-03-01" }),
      strike({ id: "e", date: "2031-03-04" }),
      event({ id: "a", date: "../2031-03-01" }),
    );
    expect(ids(dossier.events)).toEqual(["a", "b", "c", "d", "e"]);
    expect(ids(dossier.strikes)).toEqual(["c", "e"]);
  });

  test("sources by publisher, then date, then id; totals by day, then id", () => {
    const dossier = dossierOf(
      source({ id: "b", publisher: "B", published: "2031-03-09" }),
      source({ id: "c", publisher: "b", published: "2031-03-01" }),
      source({ id: "d", publisher: "A", published: "2031-03-09" }),
      source({ id: "a", publisher: "A", published: "2031-03-09" }),
      total({ id: "y", asOf: "2031-03-02" }),
      total({ id: "x", asOf: "2031-03-02" }),
      total({ id: "z", asOf: "2031-03-01" }),
    );
    expect(ids(dossier.sources)).toEqual(["a", "d", "c", "b", "wire"]);
    expect(ids(dossier.totals)).toEqual(["z", "x", "y"]);
  });

  test("the order of the files changes nothing", () => {
    const entries = [
      claim({ id: "a" }),
      claim({ id: "b", about: ["speaker"] }),
      event({ id: "c", date: "2031-03-01" }),
      strike(),
      place(),
      actor(),
      source(),
      article(),
      series(),
      total(),
      lead(),
    ];
    const shape = (list: typeof entries) => {
      const { dossier } = buildDossier({ site: site(), entries: list });
      return Object.entries(dossier).map(([name, nodes]) => [name, Array.isArray(nodes) ? nodes.map(({ id }) => id) : null]);
    };
    expect(shape([...entries].reverse())).toEqual(shape(entries));
  });
});

describe("each entry has a name to show", () => {
  test.each([
    ["a page's own title, after its publisher", { title: "Boat hit", titleBasis: "page" }, "The Wire: Boat hit"],
    ["the day, when the title is not the page's own", { title: "Boat hit", titleBasis: "address" }, "The Wire, 2031-03-05"],
    ["the day without its qualifier", { published: "2031-03-05~" }, "The Wire, 2031-03-05"],
    ["neither title nor day", { published: undefined }, "The Wire, undated page"],
  ])("of a source: %s", (_, fields, expected) => {
    expect(sourceName(find(dossierOf(source(fields)), "source", "wire"))).toBe(expected);
  });

  test("of a total: who publishes it, by name, by entry or by source", () => {
    const names = dossierOf(
      total({ id: "a", byName: "The Bay Post", by: "speaker" }),
      total({ id: "b", by: "speaker" }),
      total({ id: "c" }),
    ).totals.map(totalBy);
    expect(names).toEqual(["The Bay Post", "Ada Quill", "The Wire"]);
  });

  test("of every kind that is named without a speaker", () => {
    const dossier = dossierOf(claim(), article(), event(), place(), series(), total(), lead(), correction());
    const nodes = [
      dossier.actors,
      dossier.articles,
      dossier.events,
      dossier.leads,
      dossier.places,
      dossier.series,
      dossier.sources,
      dossier.totals,
    ].flatMap((list) => list[0] ?? []);
    expect(nodes.map(nameOf)).toEqual([
      "Ada Quill",
      "Two patrols",
      "Talks in Velm",
      "A third patrol",
      "Lake Orrin",
      "Reeds cut",
      "The Wire, 2031-03-05",
      "The Wire, as of 2031-03-31",
    ]);
  });
});
