import { describe, expect, test } from "vitest";
import { calendarDays } from "../../src/graph/calendar-days.ts";
import { browseLists, monthLabel, sizeWords } from "../../src/search/browse.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { formatDate } from "../../src/model/dates.ts";
import { actor, claim, dossierOf, event, lead, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

const listed = (dossier: Parameters<typeof browseLists>[0]) =>
  browseLists(dossier).map(({ way, id, label, items }) => `${way} ${id} ${label}: ${items.map(({ name }) => name).join("; ")}`);

describe("the index of the record", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill", sortName: "Quill, Ada", aliases: ["“Che”", "The ferryman"] }),
    actor({ id: "accented", name: "Ámbar" }),
    source({ id: "undated", publisher: "9 News", published: undefined }),
    strike({ id: "drill", title: "Drill", date: "2031-03-04", region: "North Shore" }),
    event({ id: "old", title: "Treaty", date: "2029" }),
  );
  const lists = listed(dossier);

  test("has every name under its letter, accents and “the” aside, other names too", () => {
    expect(lists.filter((line) => line.startsWith("letter"))).toEqual([
      expect.stringMatching(/^letter 0-9 0–9: 9 News/),
      expect.stringMatching(/^letter a A: .*Ámbar$/),
      "letter c C: “Che”",
      "letter d D: Drill",
      "letter f F: The ferryman",
      "letter q Q: Quill, Ada",
      "letter t T: Treaty",
      expect.stringMatching(/^letter w W: /),
    ]);
  });

  test("has every entry under its month, or before, after or undated", () => {
    const months = lists.filter((line) => line.startsWith("month"));
    expect(months.find((line) => line.includes("2031-03"))).toMatch(/^month 2031-03 March 2031: .*Drill/);
    expect(months.find((line) => line.includes("undated"))).toMatch(/Ámbar.*9 News/);
    expect(monthLabel("before", ["2031-03", "2031-06"])).toBe("Before March 2031");
    expect(monthLabel("after", ["2031-03", "2031-06"])).toBe("After June 2031");
  });

  test("has the regions of strikes and the grades of sources, and no list without an entry", () => {
    expect(lists.filter((line) => line.startsWith("region"))).toEqual(["region north-shore North Shore: Drill"]);
    expect(lists.filter((line) => line.startsWith("grade"))).toHaveLength(1);
    expect(browseLists(dossier).filter(({ items }) => items.length === 0)).toEqual([]);
  });

  test("counts the strikes of a region apart from what is not settled there", () => {
    const drill = (id: string) => strike({ id, region: "North Shore" });
    const open = (id: string) => lead({ id, kind: "unsourced-strike", region: "North Shore" });
    const sizeOf = (way: string, ...entries: Parameters<typeof dossierOf>) =>
      browseLists(dossierOf(...entries)).flatMap((list) => (list.way === way ? sizeWords(list) : []));
    expect(sizeOf("region", drill("a"), drill("b"), open("c"))).toEqual(["2 strike entries and 1 open question"]);
    expect(sizeOf("region", drill("a"))).toEqual(["1 strike entry"]);
    expect(sizeOf("region", open("c"), open("d"))).toEqual(["2 open questions"]);
    expect(sizeOf("grade")).toEqual(["1 entry"]);
  });

  test("of what we publish leads to every entry by name and by month", () => {
    const all = browseLists(published);
    const idsOf = (way: string) =>
      new Set(
        all.filter((list) => list.way === way).flatMap(({ items }) => items.map(({ document }) => `${document.kind}/${document.id}`)),
      );
    const every = new Set(searchDocuments(published).map(({ kind, id }) => `${kind}/${id}`));
    expect(idsOf("letter")).toEqual(every);
    expect(idsOf("month")).toEqual(every);
    expect(all.find(({ way, id }) => way === "letter" && id === "t")?.items.map(({ name }) => name)).toContain("TdA");
  });
});

describe("days of the year", () => {
  test("have what is dated to one day, in any year, the oldest first", () => {
    const days = calendarDays(
      dossierOf(
        event({ id: "late", date: "2031-03-04" }),
        event({ id: "early", date: "2029-03-04" }),
        claim({ id: "new-year", date: "2031-01-01" }),
        event({ id: "about", date: "2031-03-04~" }),
        event({ id: "month", date: "2031-03" }),
        event({ id: "open", date: "2031-03-04/.." }),
      ),
    );
    expect(days.map(({ id, entries }) => `${id} ${entries.map((entry) => entry.id).join(" ")}`)).toEqual([
      "01-01 new-year",
      "03-04 early late",
    ]);
  });

  test("of what we publish have no inexact date", () => {
    for (const { id, entries } of calendarDays(published))
      for (const { date } of entries) expect(`${date.edtf} ${formatDate(date)}`).toMatch(new RegExp(`^\\d{4}-${id} \\d`));
  });
});
