import { describe, expect, test } from "vitest";
import { groupActors } from "../../src/graph/actor-index.ts";
import {
  currentRoles,
  firstEntryOf,
  namedBeside,
  recordOf,
  relationsOf,
  rolesOf,
  sourcesOf,
  speakersFor,
} from "../../src/graph/actor-record.ts";
import { roleOn } from "../../src/graph/role-on.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { stripSentence } from "../../src/site/actor-strip-words.ts";
import {
  actorDescription,
  claimLabel,
  facingHeadings,
  indexName,
  letterId,
  nameInText,
  namesOf,
  partsLine,
  shortName,
  whoIs,
} from "../../src/site/actor-words.ts";
import { actor, claim, dossierOf, event, find, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

type ActorFields = NonNullable<Parameters<typeof actor>[0]>;
const made = (fields: ActorFields) => find(dossierOf(actor({ id: "one", ...fields })), "actor", "one");

describe("the record of an actor", () => {
  const dossier = dossierOf(
    source({ id: "gazette", publisher: "Gazette" }),
    actor({
      id: "quill",
      name: "Ada Quill",
      roles: [
        { title: "Harbour master", from: "2030", to: "2031-04", sources: ["gazette"] },
        { title: "Clerk", from: "2024", to: "2029", sources: ["wire"] },
        { title: "Reader", sources: ["wire"] },
      ],
    }),
    actor({ id: "office", name: "The Office", kind: "agency", relations: [{ to: "quill", type: "works-for", sources: ["wire"] }] }),
    actor({ id: "chief", name: "Chief", relations: [{ to: "quill", type: "leads", sources: ["wire"] }] }),
    actor({ id: "silent", name: "Silent", relations: [{ to: "quill", type: "represents", sources: ["wire"] }] }),
    claim({ id: "said", assertedBy: "quill", date: "2031-03-08", about: ["chief"] }),
    claim({ id: "of", assertedBy: "chief", about: ["quill", "office"], date: "2031-03-02" }),
    event({
      id: "talks",
      date: "2031-03-06",
      actors: [
        { actor: "quill", part: "host" },
        { actor: "quill", part: "speaker" },
        { actor: "chief", part: "guest" },
      ],
    }),
    strike({ id: "hit", date: "2031-03-04", named: [{ name: "Ada Quill", actor: "quill", by: "chief", claim: "killed", source: "wire" }] }),
    strike({ id: "hit-2", date: "2031-03-05", named: [{ name: "Ada Quill", actor: "quill", claim: "killed", source: "wire" }] }),
    total({ by: "quill", source: "gazette" }),
  );
  const quill = find(dossier, "actor", "quill");

  test("has each timeline entry once, by date, with every part and who named the actor", () => {
    expect(recordOf(quill).map(({ event: { id }, parts }) => [id, ...parts])).toEqual([
      ["hit", "named by Chief"],
      ["hit-2", "named among those on board"],
      ["talks", "host", "speaker"],
    ]);
  });

  test("has roles in order of time, those without dates last, and says which had ended", () => {
    expect(rolesOf(quill, "2031-06-30").map(({ title, isPast }) => [title, isPast])).toEqual([
      ["Clerk", true],
      ["Harbour master", true],
      ["Reader", false],
    ]);
    expect(rolesOf(quill, "2031-04-29").find(({ title }) => title === "Harbour master")?.isPast).toBe(false);
  });

  test("describes by the roles that go on, else by the last one", () => {
    expect(currentRoles(quill, "2031-06-30").map(({ title }) => title)).toEqual(["Reader"]);
    const retired = made({
      roles: [
        { title: "Clerk", to: "2029", sources: ["wire"] },
        { title: "Page", to: "2020", sources: ["wire"] },
      ],
    });
    expect(currentRoles(retired, "2031-06-30").map(({ title }) => title)).toEqual(["Clerk"]);
    expect(currentRoles(made({}), "2031-06-30")).toEqual([]);
  });

  test("counts who is named beside the actor, most often first, never the actor", () => {
    expect(namedBeside(quill, 5).map(({ actor: { id }, shared }) => [id, shared])).toEqual([
      ["chief", 3],
      ["office", 1],
    ]);
    expect(namedBeside(quill, 1)).toHaveLength(1);
  });

  test("begins with the earliest claim or entry", () => {
    expect(firstEntryOf(quill)?.id).toBe("of");
    expect(firstEntryOf(find(dossier, "actor", "silent"))).toBeNull();
  });

  test("knows who speaks for the actor: those who lead or represent it and have claims on file", () => {
    expect(speakersFor(quill).map(({ id }) => id)).toEqual(["chief"]);
  });

  test("keeps relations of one kind together", () => {
    const labels = relationsOf(quill).map(({ label }) => label);
    expect(labels).toEqual([...labels].sort());
    expect(labels).toHaveLength(3);
  });

  test("names each source once, the entry's own first", () => {
    expect(sourcesOf(quill).map(({ id }) => id)).toEqual(["wire", "gazette"]);
  });

  test("of those that we publish is in order and has no entry twice", () => {
    for (const node of published.actors) {
      const record = recordOf(node).map(({ event: one }) => one);
      expect(new Set(record).size, node.id).toBe(record.length);
      const starts = record.map(({ date }) => date.earliest ?? "");
      expect(starts, node.id).toEqual([...starts].sort());
    }
  });
});

describe("the office of a speaker on the day of a claim", () => {
  const quill = made({
    roles: [
      { title: "Harbour master (elected)", from: "2030-06", to: "2031-03", sources: ["wire"] },
      { title: "Member of the council", from: "2025", sources: ["wire"] },
    ],
  });
  test.each([
    ["before any", "2024", null],
    ["the only one", "2026-01-01", "Member of the council"],
    ["the one taken up last of two, without its parentheses", "2030-12-01", "Harbour master"],
    ["its last month", "2031-03-31", "Harbour master"],
    ["after its end", "2031-04-01", "Member of the council"],
  ])("%s", (_, date, role) => {
    expect(roleOn(quill, getDate(date))).toBe(role);
  });
});

describe("the index of actors", () => {
  const crowd = Array.from({ length: 25 }, (_, i) => actor({ id: `p${i}`, name: `${String.fromCharCode(65 + i)} Person` }));
  const groups = groupActors(
    dossierOf(
      ...crowd,
      actor({ id: "accent", name: "Ángel" }),
      actor({ id: "digits", name: "4th Estate" }),
      actor({ id: "office", name: "Office", kind: "agency" }),
    ).actors,
  );

  test("goes by kind, and a long list by letter, accents aside", () => {
    expect(groups.map(({ kind }) => kind)).toEqual(["person", "agency"]);
    const letters = groups[0]?.letters ?? [];
    expect(letters.find(({ letter }) => letter === "A")?.actors.map(({ id }) => id)).toContain("accent");
    expect(letters.find(({ letter }) => letter === "#")?.actors.map(({ id }) => id)).toEqual(["digits"]);
    expect(groups[1]?.letters).toMatchObject([{ letter: null }]);
  });

  test("has every actor that we publish once, and no letter twice", () => {
    const real = groupActors(published.actors);
    expect(real.flatMap(({ actors }) => actors.map(({ id }) => id)).sort()).toEqual(published.actors.map(({ id }) => id).sort());
    for (const { actors, letters } of real) {
      expect(letters.flatMap((group) => group.actors)).toEqual(actors);
      expect(new Set(letters.map(({ letter }) => letter)).size).toBe(letters.length);
    }
  });

  test("has an anchor for every letter", () => {
    expect([letterId("A"), letterId("#")]).toEqual(["letter-a", "letter-other"]);
  });
});

describe("how an actor is named", () => {
  test.each<[string, ActorFields, string]>([
    ["a person by the surname", { name: "Ada Quill", sortName: "Quill, Ada" }, "Quill"],
    ["a person without a sort name in full", { name: "Ada Quill" }, "Ada Quill"],
    ["a body of the state with an article", { name: "White House", kind: "government" }, "the White House"],
    ["a body of one word without", { name: "Senate", kind: "legislature" }, "Senate"],
    ["a newspaper by its name", { name: "Airwars", kind: "organisation" }, "Airwars"],
    ["a body that English says with an article", { name: "United Reeds", kind: "organisation" }, "the United Reeds"],
    ["a name that has its article already", { name: "The Lake Commission", kind: "organisation" }, "The Lake Commission"],
    ["people without a name as them", { name: "Two officials", kind: "unnamed-person" }, "them"],
    ["a very long name as them", { name: "Everybody who was ever seen on the lake at night in spring", kind: "organisation" }, "them"],
  ])("%s", (_, fields, name) => {
    expect(nameInText(made(fields))).toBe(name);
  });

  test("in headings that need no gender", () => {
    expect(facingHeadings(made({ name: "Ada Quill", sortName: "Quill, Ada" }))).toEqual({
      says: "What Quill says",
      isSaidOf: "What is said of Quill",
    });
    expect(facingHeadings(made({ name: "White House", kind: "government" }))).toEqual({
      says: "Said by the White House",
      isSaidOf: "Said of the White House",
    });
    expect(facingHeadings(made({ kind: "unnamed-person" }))).toEqual({ says: "What they say", isSaidOf: "What is said of them" });
  });

  test("under every name that texts use", () => {
    const quill = made({ name: "Ada Quill", sortName: "Quill, Ada", aliases: ["the harbour master"] });
    expect(namesOf(quill)).toEqual(["Quill", "Ada Quill", "the harbour master"]);
    expect([shortName(quill), indexName(quill)]).toEqual(["Quill", "Quill, Ada"]);
  });

  test.each<[string, ActorFields, string]>([
    [
      "by a dated role",
      { summary: "She sells reeds.", roles: [{ title: "Harbour master", from: "2030", sources: ["wire"] }] },
      "Harbour master.",
    ],
    ["by a role that ended, with its end", { roles: [{ title: "Clerk", to: "2031-05", sources: ["wire"] }] }, "Clerk, until May 2031."],
    [
      "by the summary rather than a role nobody dated",
      { summary: "She sells reeds. Once she sold oil.", roles: [{ title: "Clerk", sources: ["wire"] }] },
      "She sells reeds.",
    ],
    ["by a role nobody dated where that is all", { roles: [{ title: "Clerk", sources: ["wire"] }] }, "Clerk."],
    ["or not at all", {}, "Not described."],
  ])("and described %s", (_, fields, line) => {
    const node = made(fields);
    expect(whoIs(node, currentRoles(node, "2031-06-30")[0] ?? null)).toBe(line);
  });

  test("and no claim stands in a preview or a label without its speaker", () => {
    const dossier = dossierOf(claim({ number: 4 }));
    expect(claimLabel(find(dossier, "claim", "claim"))).toBe("claim C4, by Ada Quill");
    expect(claimLabel(find(dossierOf(claim()), "claim", "claim"))).toBe("claim, by Ada Quill");
    const description = actorDescription(find(dossier, "actor", "speaker"), 1);
    expect(description).toBe("Ada Quill in this record: 1 claim made, 0 claims about, 1 timeline entry, each with its sources.");
  });

  test("and parts in an event make one line", () => {
    expect([partsLine(["host", "named by A"]), partsLine([])]).toEqual(["Host; named by A", "Not stated"]);
  });
});

describe("the strip of an actor in a sentence", () => {
  const dated = (...dates: string[]) => dates.map((text) => ({ date: getDate(text) }));
  const bounds = { before: 0, after: 0, from: "2031-03-01", to: "2031-06-30" };

  test.each([
    ["counts both", dated("2031-03-04"), dated("2031-04-04", "2031-05-04"), {}, "1 claim made, 2 timeline entries."],
    ["says where there is none", [], [], {}, "No claim made, no timeline entry."],
    [
      "names the month with most of them",
      dated("2031-03-04", "2031-03"),
      dated("2031-03-05", "2031", "2031-04-05"),
      {},
      "2 claims made, 3 timeline entries; most in March 2031 (3).",
    ],
    [
      "names no month where two have as many",
      dated("2031-03-04", "2031-03-05", "2031-03-06"),
      dated("2031-04-04", "2031-04-05", "2031-04-06"),
      {},
      "3 claims made, 3 timeline entries.",
    ],
    [
      "says what the scale leaves out",
      dated("2030"),
      dated("2032", "2033"),
      { before: 1, after: 2 },
      "1 claim made, 2 timeline entries. 1 lies before 1 March 2031, before this scale begins. 2 lie after 30 June 2031, after this scale ends.",
    ],
  ])("%s", (_, claims, events, outside, words) => {
    expect(stripSentence(claims, events, { ...bounds, ...outside })).toBe(words);
  });
});
