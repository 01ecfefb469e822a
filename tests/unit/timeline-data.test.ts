import { describe, expect, test } from "vitest";
import { computeLedger } from "../../src/graph/ledger.ts";
import { pageData, timelineData } from "../../src/timeline/timeline-data.ts";
import { dossierOf, event, linkEntries, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";
import { real } from "./timeline-scenes.ts";

describe("the data of the timeline", () => {
  test("has every entry once, in the order of the list", () => {
    expect(real.events.map(({ id }) => id)).toEqual(published.events.map(({ id }) => id));
  });

  test("begins with the first year on file, and ends with a whole week", () => {
    expect(real.frame).toMatchObject({ first: "1996-01-01", base: "2025-09-01", last: "2026-06-30", end: "2026-07-06" });
  });

  test("has room for the highest sum of the ledger", () => {
    expect(real.frame.most).toBe(computeLedger(published.strikes, { asOf: null }).killed.max);
  });

  test("has each entry that is no strike in a lane, that of its place, or in the last one", () => {
    const lanes = published.site.lanes;
    for (const [i, { lane, strikes }] of real.events.entries()) {
      const node = published.events[i];
      if (strikes !== undefined) expect(lane).toBeUndefined();
      else {
        const own = lanes.find(({ places }) => node?.place && places.includes(node.place.id));
        expect(real.frame.lanes[lane ?? -1]?.label, node?.id).toBe(own?.label ?? "Elsewhere");
      }
    }
  });

  test("leaves out lanes in which nothing stands", () => {
    const { frame, events } = timelineData(dossierOf(event({ id: "a" })));
    expect(frame.lanes).toEqual([{ label: "Elsewhere", rows: 1 }]);
    expect(events[0]?.lane).toBe(0);
    expect(timelineData(dossierOf(strike())).frame.lanes).toEqual([]);
  });

  test("gives a crowded lane more rows, and one that is too crowded eight", () => {
    const rowsOf = (count: number) =>
      timelineData(dossierOf(...Array.from({ length: count }, (_, i) => event({ id: `e${i}`, date: "2031-03-10" })))).frame.lanes[0]?.rows;
    expect([1, 5, 36, 37, 80].map(rowsOf)).toEqual([1, 5, 36, 8, 8]);
  });

  test("says in words a date that is not one certain day, without its year", () => {
    const dates = { a: "2031-03-10", b: "2031-03-11~", c: "2031-03-12?", d: "2031-03-13/2031-03-18", e: "2031-04", f: "2031-04-02/.." };
    const { events } = timelineData(dossierOf(...Object.entries(dates).map(([id, date]) => event({ id, date }))));
    expect(events.map(({ id, date, isApproximate, from, to }) => [id, date, isApproximate, from, to])).toEqual([
      ["a", undefined, undefined, "2031-03-10", "2031-03-10"],
      ["b", "c. 11 Mar", true, "2031-03-11", "2031-03-11"],
      ["c", "12 Mar?", true, "2031-03-12", "2031-03-12"],
      ["d", "13–18 Mar", false, "2031-03-13", "2031-03-18"],
      ["e", "Apr", false, "2031-04-01", "2031-04-30"],
      ["f", "since 2 Apr", false, "2031-04-02", "9999"],
    ]);
  });

  test("has the entry's own label, else its title cut at a word", () => {
    const title = "A long title that nobody would print in a chart";
    const { events } = timelineData(dossierOf(event({ id: "a", title, label: "Short" }), event({ id: "b", title })));
    expect(events.map(({ label }) => label)).toEqual(["Short", "A long title that nobody would …"]);
  });

  test("of an empty dossier is empty", () => {
    const { frame, events } = timelineData(linkEntries().dossier);
    expect(events).toEqual([]);
    expect(frame).toMatchObject({ first: "2031-03-01", base: "2031-03-01", most: 0, lanes: [] });
  });
});

test("the page carries up to 500 entries; of more it says where they are", () => {
  const [one] = real.events;
  if (!one) return expect.unreachable();
  const data = (count: number) => pageData({ frame: real.frame, events: Array.from({ length: count }, () => one) }, "/entries.json");
  expect(data(500).events).toHaveLength(500);
  expect(data(501)).toEqual({ frame: real.frame, events: null, url: "/entries.json" });
});
