import { describe, expect, test } from "vitest";
import { followUpsOf } from "../../src/graph/follow-ups.ts";
import { isStrike, type ActorNode, type ClaimNode, type EventNode, type StrikeNode } from "../../src/graph/nodes.ts";
import { createAsOfHref } from "../../src/site/as-of-days.ts";
import { followUpHistory } from "../../src/site/follow-up-words.ts";
import { developmentId, entryHistory } from "../../src/site/history-words.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, claim, dossierOf, event, find, source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const END = "2031-06-30";
const april = source({ id: "april", publisher: "Lake Watch", published: "2031-04-02" });
const may = source({ id: "may", publisher: "The Tidings", published: "2031-05-01" });

/** The lines as they are read, links as Markdown. */
const read = (node: ActorNode | ClaimNode | StrikeNode, end = END) =>
  entryHistory(node, end)?.map(({ day, runs }) => `${day} ${runs.map(({ text, href }) => (href ? `[${text}](${href})` : text)).join("")}`);
const only = ([first]: StrikeNode[]) => first as StrikeNode; // each test builds one

describe("the history of an entry", () => {
  test("is left out where all of it was known from its first day", () => {
    expect(entryHistory(find(dossierOf(claim()), "claim", "claim"), END)).toBeNull();
    expect(entryHistory(only(strikesOf(strike())), END)).toBeNull();
  });

  test("is left out where no source is dated", () => {
    const undated = source({ id: "undated", published: undefined });
    expect(entryHistory(find(dossierOf(undated, claim({ sources: ["undated"] })), "claim", "claim"), END)).toBeNull();
  });

  test("of a claim says its status and leads to what came later", () => {
    const developments = [
      { date: "2031-05-01", summary: "A court asked for the log.", sources: ["may"] },
      { date: "2031-03-20~", summary: "The mate denied it.", effect: "disputes", sources: ["april"] },
    ];
    const dossier = dossierOf(april, may, claim({ status: "contested", statusNote: "Disputed.", developments }));
    const node = find(dossier, "claim", "claim");
    expect(read(node)).toEqual([
      "2031-03-05 First known",
      "2031-04-02 Contested; asserted before; [a later development](#d2), c. 20 Mar 2031",
      "2031-05-01 [A later development](#d1)",
    ]);
    expect(node.developments.map((development) => developmentId(node.developments, development))).toEqual(["d1", "d2"]);
  });

  test("ends with the record", () => {
    const developments = [{ date: "2031-05-01", summary: "A court asked for the log.", sources: ["may"] }];
    const node = find(dossierOf(may, claim({ developments })), "claim", "claim");
    expect(read(node, "2031-04-30")).toBeUndefined();
    expect(read(node, "2031-05-01")).toHaveLength(2);
  });

  test("of a strike says which records changed the range, which did not, and what gives no number", () => {
    const node = only(
      strikesOf(
        april,
        may,
        source({ id: "notes", publisher: "Notes", published: "2031-05-01" }),
        source({ id: "june", publisher: "Gazette", published: "2031-06-01" }),
        strike({
          casualties: [
            { source: "wire", killed: 2 },
            { source: "april", killed: { min: 2, max: 3 } },
            { source: "may", killed: 3 },
            { source: "notes", killed: 2 },
            { source: "june", survived: 1 },
          ],
        }),
      ),
    );
    expect(read(node)).toEqual([
      "2031-03-05 First known",
      "2031-04-02 2 killed became 2–3, by Lake Watch",
      "2031-05-01 [Two records](#killed) by The Tidings and Notes, the range unchanged",
      "2031-06-01 [A record](#killed) by Gazette, without a number of dead",
    ]);
  });

  test("of a strike says when a number was first given", () => {
    const casualties = [{ source: "april", killed: 2 }];
    expect(read(only(strikesOf(april, strike({ casualties }))))).toEqual([
      "2031-03-05 First known",
      "2031-04-02 2 killed, no number before, by Lake Watch",
    ]);
  });

  test("of a strike has several developments by their dates, with names and differing accounts", () => {
    const node = only(
      strikesOf(
        april,
        strike({
          developments: [
            { date: "2031-03-20", summary: "A hull was found.", sources: ["april"] },
            { date: "2031-04-02", summary: "A net was found.", sources: ["april"] },
          ],
          named: [{ name: "Cole Marsh", byName: "his brother", claim: "he was aboard", source: "april" }],
          disputes: [
            {
              about: "Where the barge was",
              versions: [
                { byName: "the harbour", says: "north", source: "wire" },
                { byName: "a fisher", says: "south", source: "april" },
              ],
            },
          ],
        }),
      ),
    );
    expect(read(node)?.[1]).toBe(
      "2031-04-02 Two later developments: [20 Mar 2031](#d1), [2 Apr 2031](#d2); [a name given](#named): Cole Marsh; [accounts differ](#disputes): Where the barge was",
    );
  });

  test("of an actor has roles and relations, spelled out up to three", () => {
    const to = ["a", "b", "c", "d", "e"];
    const others = to.map((id) => actor({ id, name: id.toUpperCase() }));
    const relations = to.map((id) => ({ to: id, type: "accuses", sources: ["april"] }));
    const roles = [{ title: "Harbour master", sources: ["april"] }];
    const dossier = dossierOf(april, ...others, actor({ id: "quill", relations, roles }));
    expect(read(find(dossier, "actor", "quill"))?.[1]).toBe(
      "2031-04-02 [A role](#roles): Harbour master; [relations](#relations): accuses A; accuses B; accuses C and two more",
    );
  });

  test("of what we publish has each day once, in order, and words for each", () => {
    const { claims, strikes, actors, site } = published;
    const histories = [...claims, ...strikes, ...actors].flatMap((node) => entryHistory(node, site.recordEnds) ?? []);
    expect(histories.length).toBeGreaterThan(300);
    for (const { day, runs } of histories) {
      expect(day <= site.recordEnds).toBe(true);
      expect(runs.map(({ text }) => text).join("")).toMatch(/^[\p{Lu}\d]/u);
    }
    for (const node of [...claims, ...strikes, ...actors]) {
      const days = (entryHistory(node, site.recordEnds) ?? []).map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
    }
  });
});

describe("the history of a timeline entry that is no strike", () => {
  const late = source({ id: "late", publisher: "Lake Watch", published: "2031-04" });
  const undated = source({ id: "undated", published: undefined });
  const build = (fields: Parameters<typeof event>[0], ...more: Parameters<typeof dossierOf>) =>
    find(
      dossierOf(april, may, late, undated, event({ id: "talks", date: "2031-03-05", sources: ["wire"], ...fields }), ...more),
      "event",
      "talks",
    );
  const readEvent = (node: EventNode, end = END) =>
    followUpHistory(node, end)?.map(
      ({ day, runs }) => `${day} ${runs.map(({ text, href }) => (href ? `[${text}](${href})` : text)).join("")}`,
    );

  test("is left out where nothing about it came out later, or no source is dated", () => {
    expect(followUpHistory(build({}), END)).toBeNull();
    expect(followUpHistory(build({ sources: ["wire", "undated"] }, claim({ on: ["talks"] })), END)).toBeNull();
    expect(followUpHistory(build({ sources: ["undated"] }, claim({ on: ["talks"], sources: ["april"] })), END)).toBeNull();
  });

  test("has the days of later claims on it and of further sources, each with who", () => {
    const node = build(
      { sources: ["wire", "april", "may", "late"] },
      claim({ id: "one", number: 7, on: ["talks"], sources: ["april"] }),
      claim({ id: "two", on: ["talks"], sources: ["wire"] }),
    );
    expect(readEvent(node)).toMatchInlineSnapshot(`
      [
        "2031-03-05 First known",
        "2031-04-02 [A claim on it](#claims): Ada Quill (C7); [a further source](#sources): Lake Watch",
        "2031-04-30 [A further source](#sources): Lake Watch (source dated Apr 2031)",
        "2031-05-01 [A further source](#sources): The Tidings",
      ]
    `);
    expect(followUpsOf(node, END).map(({ day, claims, sources }) => [day, claims.length, sources.length])).toEqual([
      ["2031-04-02", 1, 1],
      ["2031-04-30", 0, 1],
      ["2031-05-01", 0, 1],
    ]);
  });

  test("ends with the record", () => {
    const node = build({ sources: ["wire", "april", "may"] });
    expect(readEvent(node, "2031-04-30")).toHaveLength(2);
    expect(readEvent(node, "2031-04-01")).toBeUndefined();
  });

  test("of what we publish has each day once, in order, after the first", () => {
    const { events, site } = published;
    const histories = events.flatMap((node) => (isStrike(node) ? [] : [followUpHistory(node, site.recordEnds) ?? []]));
    expect(histories.filter((lines) => lines.length > 1).length).toBeGreaterThan(20);
    for (const lines of histories) {
      const days = lines.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
      for (const { runs } of lines)
        expect(runs.map(({ text }) => text).join("")).toMatch(/^(First known|A claim|Claims|A further|Further)/);
    }
  });
});

test("a day has a page where something became known on it", () => {
  const href = createAsOfHref(dossierOf(claim()), createUrls({ base: "/news", site: "https://example.org" }));
  expect(href("2031-03-05")).toBe("/news/as-of/2031-03-05/");
  expect(href("2031-03-06")).toBeNull();
});
