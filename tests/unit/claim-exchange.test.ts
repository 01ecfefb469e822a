import { describe, expect, test } from "vitest";
import { accusationsOf, accusedIn } from "../../src/graph/accusations.ts";
import { answersTo, canAnswer, isAnswered } from "../../src/graph/claim-answers.ts";
import { claimsByStatus } from "../../src/graph/claims-by-status.ts";
import { contradictionsOf, exchangeOf, hasSides, successorsOf } from "../../src/graph/exchange.ts";
import type { ClaimNode, Dossier } from "../../src/graph/nodes.ts";
import { findOppositions } from "../../src/graph/oppositions.ts";
import { findStatusExample } from "../../src/graph/status-examples.ts";
import { allegationNote } from "../../src/site/allegation-note.ts";
import { namesOf } from "../../src/site/actor-words.ts";
import { contestedStandfirst, oppositionAnchor, relationTo } from "../../src/site/opposition-words.ts";
import { actor, claim, dossierOf, find } from "./builders.ts";
import { published } from "./published-dossier.ts";

type ClaimFields = NonNullable<Parameters<typeof claim>[0]>;
const ids = (claims: readonly ClaimNode[]) => claims.map(({ id }) => id).join(" ");
const development = (summary: string, effect?: string) => ({ date: "2031-03-20", summary, ...(effect && { effect }), sources: ["wire"] });

describe("an answer to an accusation", () => {
  const quill = actor({ id: "quill", name: "Ada Quill", sortName: "Quill, Ada", aliases: ["the harbour master"] });
  const tarrow = actor({ id: "tarrow", name: "Bren Tarrow" });
  const accusation = (fields: ClaimFields = {}) =>
    claim({ id: "accusation", assertedBy: "tarrow", about: ["quill"], date: "2031-03-04", ...fields });
  const answersIn = (dossier: Dossier) => {
    const node = find(dossier, "actor", "quill");
    return answersTo(find(dossier, "claim", "accusation"), node, namesOf(node));
  };
  const read = (dossier: Dossier) => {
    const { own, ownDevelopments, repliesTo, byOthers, otherDevelopments } = answersIn(dossier);
    return {
      own: ids(own),
      developments: ownDevelopments.length,
      repliesTo: repliesTo.map(({ label, claim: { id } }) => `${label} ${id}`).join(),
      byOthers: ids(byOthers),
      otherDevelopments: otherDevelopments.length,
      answered: isAnswered(answersIn(dossier)),
    };
  };
  const nothing = { own: "", developments: 0, repliesTo: "", byOthers: "", otherDevelopments: 0, answered: false };
  const byQuill = (fields: ClaimFields) => claim({ id: "reply", assertedBy: "quill", date: "2031-03-05", ...fields });

  test("is a claim by the accused that disputes it", () => {
    expect(read(dossierOf(quill, tarrow, accusation(), byQuill({ relations: [{ to: "accusation", type: "disputes" }] })))).toEqual({
      ...nothing,
      own: "reply",
      answered: true,
    });
  });

  test("is a later claim by the accused, also where the dispute was written at the accusation", () => {
    const dossier = dossierOf(quill, tarrow, accusation({ relations: [{ to: "reply", type: "disputes" }] }), byQuill({}));
    expect(read(dossier)).toEqual({ ...nothing, own: "reply", answered: true });
  });

  test("is not what the accused said before: that is what the accusation replies to", () => {
    for (const type of ["disputes", "responds-to"]) {
      const dossier = dossierOf(quill, tarrow, accusation({ relations: [{ to: "reply", type }] }), byQuill({ date: "2031-03-01" }));
      expect(read(dossier)).toEqual({ ...nothing, repliesTo: `${type === "disputes" ? "disputes" : "responds to"} reply` });
    }
  });

  test("is a response that disputes nothing", () => {
    expect(read(dossierOf(quill, tarrow, accusation(), byQuill({ relations: [{ to: "accusation", type: "responds-to" }] }))).answered).toBe(
      true,
    );
  });

  test("is counted once where the two dispute each other", () => {
    const dossier = dossierOf(
      quill,
      tarrow,
      accusation({ relations: [{ to: "reply", type: "disputes" }] }),
      byQuill({ relations: [{ to: "accusation", type: "disputes" }] }),
    );
    expect(read(dossier)).toEqual({ ...nothing, own: "reply", answered: true });
  });

  test("is not what somebody else says against it", () => {
    const dossier = dossierOf(
      quill,
      tarrow,
      accusation(),
      claim({ id: "aside", date: "2031-03-06", relations: [{ to: "accusation", type: "disputes" }] }),
    );
    expect(read(dossier)).toEqual({ ...nothing, byOthers: "aside" });
  });

  test("is no support of it by the accused", () => {
    expect(read(dossierOf(quill, tarrow, accusation(), byQuill({ relations: [{ to: "accusation", type: "supports" }] })))).toEqual(nothing);
  });

  test.each([
    ["a denial", development("It was denied.", "denies"), { developments: 1, answered: true }],
    ["a dispute that begins with the accused", development("Quill disputed it in court.", "disputes"), { developments: 1, answered: true }],
    [
      "a dispute that begins with another name of the accused",
      development("The harbour master, in a letter, disputed it.", "disputes"),
      { developments: 1, answered: true },
    ],
    ["a dispute by the family of the accused", development("Quill’s family disputed it.", "disputes"), { otherDevelopments: 1 }],
    ["a dispute by somebody else", development("A court found otherwise.", "disputes"), { otherDevelopments: 1 }],
    ["a confirmation", development("Quill confirmed it.", "confirms"), {}],
  ])("in a later development: %s", (_, later, expected) => {
    expect(read(dossierOf(quill, tarrow, accusation({ developments: [later] })))).toEqual({ ...nothing, ...expected });
  });

  test("is not expected of a country, nor of those reported killed", () => {
    const dossier = dossierOf(
      actor({ id: "northmark", name: "Northmark", kind: "country" }),
      actor({ id: "fisher", name: "Col Reed", relations: [{ to: "speaker", type: "reported-killed-by", sources: ["wire"] }] }),
    );
    expect(["northmark", "fisher", "speaker"].map((id) => canAnswer(find(dossier, "actor", id)))).toEqual([false, false, true]);
  });
});

describe("the accusations that name a person", () => {
  const accuse = (fields: ClaimFields) => claim({ kind: "accusation", assertedBy: "tarrow", about: ["quill"], ...fields });
  const people = [
    actor({ id: "tarrow", name: "Bren Tarrow", relations: [{ to: "quill", type: "charges", sources: ["wire"] }] }),
    actor({ id: "quill", name: "Ada Quill", sortName: "Quill, Ada" }),
  ];
  const dossier = dossierOf(
    ...people,
    accuse({ id: "a", status: "contested" }),
    accuse({ id: "b", status: "documented", date: "2031-03-03" }),
    accuse({ id: "c", kind: "statement-of-fact" }),
    claim({ id: "reply", assertedBy: "quill", date: "2031-03-06", relations: [{ to: "a", type: "disputes" }] }),
  );
  const quill = find(dossier, "actor", "quill");
  const found = accusationsOf(quill, namesOf(quill));

  test("are counted by status, with those answered and the measures taken", () => {
    expect(found && ids(found.claims).split(" ").sort()).toEqual(["a", "b"]);
    expect(found).toMatchObject({
      statuses: [
        { status: "documented", count: 1 },
        { status: "contested", count: 1 },
      ],
      answered: 1,
    });
    expect(found?.measures.map(({ type, actor: { id } }) => [type, id])).toEqual([["charges", "tarrow"]]);
  });

  test("are put into words that leave them where they stand", () => {
    expect(found && allegationNote(quill, found)).toEqual([
      "2 accusations on file name Quill: 1 documented, 1 contested.",
      "“Documented” means that it was said, not that it is so.",
      "None of them is marked corroborated.",
      "To 1 of them an answer by Quill is on file; to 1 none.",
    ]);
  });

  test.each([
    [
      "one without an answer",
      [accuse({ id: "a" })],
      ["1 accusation on file names Quill. Its status: asserted.", "No answer by Quill is on file."],
    ],
    [
      "all of them answered",
      [
        accuse({ id: "a", date: "2031-03-01" }),
        accuse({ id: "b", date: "2031-03-02", status: "corroborated" }),
        claim({ id: "r", assertedBy: "quill", relations: ["a", "b"].map((to) => ({ to, type: "disputes" })) }),
      ],
      ["2 accusations on file name Quill: 1 corroborated, 1 asserted.", "To each, an answer by Quill is on file."],
    ],
  ])("%s", (_, claims, lines) => {
    const node = find(dossierOf(...people, ...claims), "actor", "quill");
    const accusations = accusationsOf(node, namesOf(node));
    expect(accusations && allegationNote(node, accusations)).toEqual(lines);
  });

  test("do not count against the speaker's own side, nor against the dead they are about", () => {
    const mixed = dossierOf(
      actor({ id: "chief", name: "Chief", relations: [{ to: "office", type: "leads", sources: ["wire"] }] }),
      actor({ id: "office", name: "Office", kind: "agency" }),
      actor({ id: "killer", name: "Killer" }),
      actor({ id: "victim", name: "Victim", relations: [{ to: "killer", type: "reported-killed-by", sources: ["wire"] }] }),
      claim({ kind: "accusation", assertedBy: "office", about: ["chief", "killer", "victim", "office"] }),
    );
    const named = (id: string) => accusationsOf(find(mixed, "actor", id), [])?.claims.length ?? null;
    expect({ chief: named("chief"), killer: named("killer"), victim: named("victim"), office: named("office") }).toEqual({
      chief: null,
      killer: 1,
      victim: null,
      office: null, // no person
    });
  });

  test("of those that we publish expect no answer of people whom a strike names among its dead", () => {
    const dead = ["alejandro-carranza", "chad-joseph", "rishi-samaroo"].map((id) => find(published, "actor", id));
    expect(dead.filter(canAnswer).map(({ id }) => id)).toEqual([]);
    const suit = find(published, "claim", "trinidad-families-allege-killing");
    expect(accusedIn(suit)).toEqual([]);
  });

  test("of those that we publish name nobody who is the speaker", () => {
    for (const node of published.actors) {
      for (const { assertedBy } of accusationsOf(node, namesOf(node))?.claims ?? []) expect(assertedBy.id).not.toBe(node.id);
    }
  });
});

describe("the exchange around a claim", () => {
  const dossier = dossierOf(
    claim({
      id: "here",
      relations: [
        { to: "mutual", type: "disputes" },
        { to: "target", type: "disputes" },
        { to: "old", type: "supersedes" },
        { to: "ally", type: "supports" },
      ],
      developments: [
        development("It was confirmed.", "confirms"),
        development("It was disputed.", "disputes"),
        development("It was denied.", "denies"),
        development("It was replaced.", "supersedes"),
        development("Time passed."),
      ],
    }),
    claim({ id: "mutual", relations: [{ to: "here", type: "disputes" }] }),
    claim({ id: "target" }),
    claim({ id: "old" }),
    claim({ id: "ally" }),
    claim({ id: "second", date: "2031-03-09", relations: [{ to: "here", type: "supports" }] }),
    claim({ id: "first", date: "2031-03-08", relations: [{ to: "here", type: "supports" }] }),
    claim({ id: "new", relations: [{ to: "here", type: "supersedes" }] }),
    claim({ id: "reply", relations: [{ to: "here", type: "responds-to" }] }),
  );
  const here = find(dossier, "claim", "here");
  const exchange = exchangeOf(here);

  test("has who stands with it and who against it, by date", () => {
    expect(ids(exchange.supporting)).toBe("first second");
    expect(ids(exchange.disputing)).toBe("mutual");
  });

  test("has each opponent on one side only", () => {
    expect(ids(exchange.disputed)).toBe("target");
  });

  test("is read from what replaces the claim to what it supports", () => {
    const lines = (groups: typeof exchange.before) => groups.map(({ label, claims }) => `${label} ${ids(claims)}`);
    expect(lines(exchange.before)).toEqual(["superseded by new", "supersedes old"]);
    expect(lines(exchange.after)).toEqual(["answered by reply", "supports ally"]);
    expect(ids(successorsOf(here))).toBe("new");
    const reply = exchangeOf(find(dossier, "claim", "reply"));
    expect(lines(reply.before)).toEqual(["responds to here"]);
    expect(hasSides(reply)).toBe(false);
  });

  test("has every development once, by its effect", () => {
    const { confirming, contradicting, replacing, later } = exchange;
    expect([confirming, contradicting, replacing, later].map((list) => list.map(({ summary }) => summary))).toEqual([
      ["It was confirmed."],
      ["It was disputed.", "It was denied."],
      ["It was replaced."],
      ["Time passed."],
    ]);
    expect(contradictionsOf(here)).toEqual(contradicting);
  });

  test("loses no relation and no development of any claim that we publish", () => {
    for (const node of published.claims) {
      const { supporting, disputing, disputed, before, after, confirming, contradicting, replacing, later } = exchangeOf(node);
      const met = new Set([...supporting, ...disputing, ...disputed, ...[...before, ...after].flatMap((group) => group.claims)]);
      expect(met, node.id).toEqual(new Set(node.relations.map((link) => link.claim)));
      expect(confirming.length + contradicting.length + replacing.length + later.length, node.id).toBe(node.developments.length);
    }
  });
});

describe("the oppositions of the record", () => {
  const disputes = (...targets: string[]) => targets.map((to) => ({ to, type: "disputes" }));
  const dossier = dossierOf(
    claim({ id: "centre", number: 1, status: "contested" }),
    claim({ id: "left", number: 2, relations: disputes("centre") }),
    claim({ id: "right", number: 3, relations: disputes("centre") }),
    claim({ id: "mutual", number: 4, relations: disputes("centre", "far") }),
    claim({ id: "far", number: 5, status: "contested", relations: disputes("mutual") }),
    claim({ id: "pair-a", number: 6, relations: disputes("pair-b") }),
    claim({ id: "pair-b", number: 7, status: "contested" }),
    claim({ id: "refused", number: 8, status: "denied" }),
    claim({ id: "refusal", number: 9, relations: disputes("refused") }),
    claim({ id: "lonely", number: 10, status: "contested", developments: [development("A court disputed it.", "disputes")] }),
  );
  const oppositions = findOppositions(dossier);

  test("stand in groups around the claim with most opponents", () => {
    expect(
      oppositions.groups.map(({ head, opponents }) => [head.id, ...opponents.map(({ claim: { id }, direction }) => `${direction} ${id}`)]),
    ).toEqual([
      ["centre", "disputes left", "disputes right", "disputes mutual"],
      ["far", "both mutual"],
      ["pair-b", "disputes pair-a"],
    ]);
    expect(oppositions.pairs).toBe(5);
  });

  test("set claims that stand as denied apart", () => {
    expect(oppositions.denied.map(({ head, opponents }) => [head.id, ...opponents.map(({ claim: { id } }) => id)])).toEqual([
      ["refused", "refusal"],
    ]);
  });

  test("name the claims that only a development contests", () => {
    expect(ids(oppositions.byDevelopment)).toBe("lonely");
  });

  test("are counted in words as they stand on the page", () => {
    expect(contestedStandfirst(dossier.claims, oppositions)).toBe(
      "Of 10 claims on file, four are contested and one stands as denied. Each pair stands here once: five oppositions of one claim to another, in which three of the contested claims take part. One is contested by a later development alone.",
    );
    expect(contestedStandfirst([], findOppositions(dossierOf()))).toBe("No claim on file is contested or denied.");
  });

  test("say from the opponent's side which way they run", () => {
    const centre = find(dossier, "claim", "centre");
    expect((["disputes", "disputed", "both"] as const).map((direction) => relationTo(centre, { direction }))).toEqual([
      "Disputes C1",
      "Disputed by C1",
      "Disputes C1, and is disputed by it",
    ]);
    expect(oppositionAnchor(centre)).toBe("opp-c1");
    expect(oppositionAnchor(find(dossierOf(claim({ id: "nameless" })), "claim", "nameless"))).toBe("opp-nameless");
  });

  test("of the record that we publish have every pair once, and every contested claim", () => {
    const found = findOppositions(published);
    const key = (a: ClaimNode, b: ClaimNode) => [a.id, b.id].sort().join(" ");
    const pairs = found.groups.flatMap(({ head, opponents }) => opponents.map(({ claim: other }) => key(head, other)));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs).toHaveLength(found.pairs);
    const inDenied = found.denied.flatMap(({ head, opponents }) => opponents.map(({ claim: other }) => key(head, other)));
    const wanted = published.claims.flatMap((node) =>
      node.relations.flatMap(({ type, claim: other }) => (type === "disputes" ? key(node, other) : [])),
    );
    expect(new Set([...pairs, ...inDenied])).toEqual(new Set(wanted));
    const shown = new Set([
      ...found.byDevelopment,
      ...[...found.groups, ...found.denied].flatMap(({ head, opponents }) => [head, ...opponents.map((one) => one.claim)]),
    ]);
    expect(published.claims.filter((node) => node.data.status === "contested" && !shown.has(node)).map(({ id }) => id)).toEqual([]);
  });
});

describe("claims by status", () => {
  test("name every status, also one that no claim has, and lose no claim", () => {
    const groups = claimsByStatus(dossierOf(claim({ status: "denied" })).claims);
    expect(groups.map(({ status, claims }) => `${status} ${claims.length}`)).toEqual([
      "documented 0",
      "corroborated 0",
      "asserted 0",
      "contested 0",
      "denied 1",
      "superseded 0",
    ]);
    expect(claimsByStatus(published.claims).reduce((sum, { claims }) => sum + claims.length, 0)).toBe(published.claims.length);
  });
});

describe("the example of a status", () => {
  const long = `${"It was said at length ".repeat(8)}.`;
  const example = (...claims: ClaimFields[]) =>
    findStatusExample(dossierOf(...claims.map((fields, i) => claim({ id: `c${i + 1}`, number: i + 1, ...fields }))).claims, "asserted")?.id;

  test.each([
    ["is the first short claim", [{ text: long }, {}, {}], "c2"],
    ["is no accusation where there is another", [{ kind: "accusation" }, {}], "c2"],
    ["is about no person where there is another", [{ about: ["speaker"] }, {}], "c2"],
    ["is about a person rather than long", [{ text: long }, { about: ["speaker"] }], "c2"],
    ["is long rather than an accusation", [{ kind: "accusation" }, { text: long }], "c2"],
    ["is an accusation where nothing else has the status", [{ kind: "accusation" }, { status: "denied" }], "c1"],
    ["is never a withdrawn claim", [{ withdrawn: { date: "2031-04-01", reason: "Wrong." } }, { kind: "accusation" }], "c2"],
    ["is missing where no claim has the status", [{ status: "denied" }], undefined],
  ])("%s", (_, claims, id) => {
    expect(example(...(claims as ClaimFields[]))).toBe(id);
  });
});
