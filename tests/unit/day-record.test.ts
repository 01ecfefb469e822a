import { describe, expect, test } from "vitest";
import { asOf } from "../../src/graph/as-of.ts";
import { standingOn } from "../../src/graph/claim-standing.ts";
import { dayRecords, sumsOn, sumUp, type DayRecord } from "../../src/graph/day-record.ts";
import { historyOf, type Change } from "../../src/graph/history.ts";
import { tollOf } from "../../src/graph/ledger.ts";
import type { ClaimNode, DossierNode, StrikeNode } from "../../src/graph/nodes.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { changeWords, daySentence, sumRows, totalWords } from "../../src/site/day-words.ts";
import { actor, claim, dossierOf, event, find, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const dossier = dossierOf(
  actor({ id: "quill", name: "Ada Quill", roles: [{ title: "Envoy", from: "2030", sources: ["later"] }], sources: ["wire"] }),
  source({ id: "later", published: "2031-05-01" }),
  source({ id: "late", publisher: "Late Gazette", published: "2031-06-01" }),
  source({ id: "after", published: "2032-01-01" }),
  source({ id: "undated", published: undefined }),
  strike({
    id: "hit",
    casualties: [
      { source: "wire", killed: 2 },
      { source: "later", killed: 2 },
      { source: "late", killed: { min: 2, max: 3 } },
      { source: "after", killed: 9 },
    ],
    named: [{ name: "Bo Finn", claim: "Aboard.", source: "later" }],
    disputes: [
      {
        about: "What it carried",
        versions: [
          { by: "quill", says: "Oil.", source: "wire" },
          { byName: "A clerk", says: "Reeds.", source: "later" },
        ],
      },
      {
        about: "Where it was",
        versions: [
          { by: "quill", says: "North.", source: "wire" },
          { byName: "A clerk", says: "South.", source: "undated" },
        ],
      },
    ],
    developments: [{ date: "2031-03-04", summary: "A second shot.", sources: ["late"] }],
  }),
  event({ id: "talks", date: "2031-05-01", sources: ["later"] }),
  event({ id: "rumour", sources: ["undated"] }),
  claim({ id: "oil", number: 1, status: "contested", statusNote: "Disputed." }),
  claim({ id: "reeds", number: 2, assertedBy: "quill", sources: ["later"], relations: [{ to: "oil", type: "disputes" }] }),
  total({ asOf: "2031-04-30", killed: 4, source: "late" }),
);

const kindsOf = (node: DossierNode) => historyOf(node, dossier.site.recordEnds).map(({ day, change }) => `${day} ${change.what}`);

describe("the history of an entry", () => {
  test("has the entry, then records, names, accounts that differ and developments on the days that their sources give", () => {
    expect(kindsOf(find(dossier, "event", "hit"))).toEqual([
      "2031-03-05 entry",
      "2031-05-01 records",
      "2031-05-01 name",
      "2031-05-01 dispute",
      "2031-06-01 toll",
      "2031-06-01 development",
    ]);
  });

  test("has the statuses of a claim", () => {
    expect(kindsOf(find(dossier, "claim", "oil"))).toEqual(["2031-03-05 entry", "2031-05-01 status", "2031-05-01 claim"]);
  });

  test("has the roles of an actor", () => {
    expect(kindsOf(find(dossier, "actor", "quill"))).toEqual(["2031-03-05 entry", "2031-05-01 role"]);
  });

  test("is empty for what nothing dates", () => {
    expect(kindsOf(find(dossier, "event", "rumour"))).toEqual([]);
  });

  test("of what we publish ends in the range and the status of the whole record, but for what came after it", () => {
    const { recordEnds } = published.site;
    const dated = (node: ClaimNode | StrikeNode) => node.known !== null && node.known <= recordEnds;
    const seen = { status: 0, toll: 0 };
    for (const one of published.claims.filter(dated)) {
      const last = historyOf(one, recordEnds).findLast(({ change }) => change.what === "status")?.change;
      if (last?.what === "status") seen.status += 1;
      const ends = last?.what === "status" ? last.to : standingOn(one, one.known).status;
      expect(ends, one.id).toBe(standingOn(one, recordEnds).status);
    }
    for (const one of published.strikes.filter(dated)) {
      const last = historyOf(one, recordEnds).findLast(({ change }) => change.what === "toll")?.change;
      if (last?.what === "toll") seen.toll += 1;
      const ends = last?.what === "toll" ? last.to : tollOf(one, one.known).killed;
      expect(ends, one.id).toEqual(tollOf(one, recordEnds).killed);
    }
    expect(seen.status).toBeGreaterThan(0);
    expect(seen.toll).toBeGreaterThan(0);
  });
});

describe("a day of the record", () => {
  const records = dayRecords(dossier);
  const on = (day: string): DayRecord => records.find((record) => record.day === day) ?? expect.unreachable(`no record of ${day}`);

  test("is there for each day on which something became known, in order, and for no other", () => {
    expect(records.map(({ day }) => day)).toEqual(["2031-03-05", "2031-05-01", "2031-06-01"]);
  });

  test("tells what is new from what is disputed and what else became known", () => {
    const { events, claims, totals, disputed, changed } = on("2031-05-01");
    expect(events.map(({ event: one, killed }) => [one.id, killed])).toEqual([["talks", null]]);
    expect(claims.map(({ claim: one, status }) => [one.id, status])).toEqual([["reeds", "asserted"]]);
    expect(totals).toEqual([]);
    expect(disputed.map(({ node }) => node.id)).toEqual(["hit", "oil"]);
    expect(changed).toEqual([]);
    expect(on("2031-06-01").changed.map(({ node }) => node.id)).toEqual(["hit"]);
    expect(on("2031-06-01").totals.map(({ id }) => id)).toEqual(["total"]);
  });

  test("has the sums of the day", () => {
    expect(on("2031-03-05").sums).toMatchObject({ strikes: 1, events: 1, claims: 1, opposed: 0, totals: 0 });
    expect(on("2031-05-01").sums).toMatchObject({ strikes: 1, events: 2, claims: 2, opposed: 1, totals: 0 });
    expect(on("2031-06-01").sums.killed["all-records"]).toEqual({ min: 2, max: 3 });
  });

  test("of what we publish has all that the day brought, and the ledger's own sums", () => {
    const all = dayRecords(published);
    expect(all.length).toBeGreaterThan(150);
    for (const { day, sums } of all) expect(sums, day).toEqual(sumUp(asOf(published, day)));
    const within = (known: string | null) => known !== null && known <= published.site.recordEnds;
    const listed = (of: (record: DayRecord) => readonly DossierNode[]) =>
      all
        .flatMap(of)
        .map(({ id }) => id)
        .sort();
    expect(listed(({ events }) => events.map(({ event: one }) => one))).toEqual(
      published.events
        .filter(({ known }) => within(known))
        .map(({ id }) => id)
        .sort(),
    );
    expect(listed(({ claims }) => claims.map(({ claim: one }) => one))).toEqual(
      published.claims
        .filter(({ known }) => within(known))
        .map(({ id }) => id)
        .sort(),
    );
    expect(listed(({ totals }) => totals)).toEqual(
      published.totals
        .filter(({ known }) => within(known))
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("is said in a sentence", () => {
    expect(daySentence(on("2031-05-01"))).toBe(
      "1 timeline entry and 1 claim became known; more became known of 2 entries that were on file.",
    );
    expect(daySentence(on("2031-06-01"))).toBe("1 published total became known; more became known of 1 entry that was on file.");
  });

  test("says so in words when all that it brought was withdrawn", () => {
    const aside = setAsideWithdrawn(
      dossierOf(event({ id: "talks", sources: ["wire"], withdrawn: { date: "2031-05-01", reason: "A drill." } })),
    );
    const [only] = dayRecords(aside);
    expect(only?.withdrawn.map(({ id }) => id)).toEqual(["talks"]);
    expect(only && daySentence(only)).toBe("1 entry of this day is withdrawn.");
    expect(only?.sums.events).toBe(0);
  });

  test("stands beside the whole record, by each rule for the dead", () => {
    expect(sumRows(on("2031-03-05").sums, sumUp(dossier)).map(({ label, then, now }) => `${label}: ${then}, ${now}`)).toEqual([
      "Strikes: 1, 1",
      "Killed, by every record as it stands: 2, 2–9",
      "Killed, with people presumed dead: 2, 2–9",
      "Killed, without people presumed dead: 2, 2–9",
      "Strike entries without a number killed: 0, 0",
      "Survived: 0, 0",
      "Timeline entries: 1, 3",
      "Claims: 1, 2",
      "Claims contested or denied: 0, 1",
      "Published totals: 0, 1",
    ]);
  });
});

test.each([
  ["nothing but the dead", { killed: 4 }, "4 killed."],
  ["one strike beside them", { killed: 4, qualifier: "at least", strikes: 1 }, "At least 4 killed, 1 strike."],
  ["operations and vessels beside them", { killed: 4, operations: 1, vessels: 2 }, "4 killed, 1 operation, 2 vessels."],
  ["strikes alone", { qualifier: "at least", strikes: 2, vessels: 1 }, "At least 2 strikes, 1 vessel; number killed not given."],
  ["vessels alone", { vessels: 1 }, "1 vessel struck; number killed not given."],
])("a published total that counts %s is said with all that it counts", (_, fields, words) => {
  const [only] = dossierOf(total(fields)).totals;
  expect(only && totalWords(only)).toBe(words);
});

describe("a change in words", () => {
  const records = find(dossier, "event", "hit").strike?.casualties.slice(2, 3) ?? [];
  const development = find(dossier, "event", "hit").strike?.developments[0];
  test.each<[Change, string]>([
    [{ what: "status", from: "asserted", to: "contested" }, "Contested from this day; asserted before."],
    [{ what: "toll", from: { min: 2, max: 2 }, to: { min: 2, max: 3 }, records }, "2 to 3 killed, by Late Gazette; before, 2 killed."],
    [{ what: "toll", from: null, to: { min: 2, max: 2 }, records }, "2 killed, by Late Gazette; before, number killed not given."],
    [{ what: "records", records }, "One record more, by Late Gazette; the number killed stays as it was."],
    [
      { what: "records", records: records.map((record) => ({ ...record, data: { ...record.data, survived: 2, missing: 1 } })) },
      "One record more, by Late Gazette; the number killed stays as it was; 2 survived and 1 missing.",
    ],
    [{ what: "nationality", nationality: "Velmian" }, "Nationality reported: Velmian."],
    [{ what: "name", name: "Bo Finn" }, "Named: Bo Finn."],
    [{ what: "dispute", about: "What it carried" }, "Accounts differ: what it carried."],
  ])("%j", (change, words) => {
    expect(changeWords(change, "2031-06-01")).toBe(words);
  });

  test("a record of a source dated by month says so, since its day is the last of it", () => {
    const strikeOfMonth = dossierOf(
      source({ id: "monthly", publisher: "The Monthly", published: "2031-04" }),
      strike({
        casualties: [
          { source: "wire", killed: 2 },
          { source: "monthly", killed: 3 },
        ],
      }),
    ).events[0];
    const change = strikeOfMonth && historyOf(strikeOfMonth, "2031-06-30").at(-1)?.change;
    if (!change) return expect.unreachable();
    expect(changeWords(change, "2031-04-30")).toBe("2 to 3 killed, by The Monthly (source dated Apr 2031); before, 2 killed.");
  });

  test("a development has its date, unless it is of the day", () => {
    if (!development) return expect.unreachable();
    expect(changeWords({ what: "development", development }, "2031-06-01")).toBe("4 March 2031: A second shot.");
    expect(changeWords({ what: "development", development: { ...development, date: getDate("2031-06-01") } }, "2031-06-01")).toBe(
      "A second shot.",
    );
  });
});

describe("the sums of any day", () => {
  test("are those of the last day on which something became known; none before the first", () => {
    expect(sumsOn(dossier, "2031-05-20")).toEqual(dayRecords(dossier)[1]?.sums);
    expect(sumsOn(dossier, "2031-03-04")).toMatchObject({ strikes: 0, events: 0, claims: 0 });
  });

  test("of what we publish are those of the engine", () => {
    for (const { data } of published.totals) expect(sumsOn(published, data.asOf), data.asOf).toEqual(sumUp(asOf(published, data.asOf)));
  });
});
