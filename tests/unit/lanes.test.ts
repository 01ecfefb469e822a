import { describe, expect, test } from "vitest";
import type { EventNode } from "../../src/graph/nodes.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { layOutActorStrip } from "../../src/timeline/actor-strip.ts";
import { layoutContext } from "../../src/timeline/context-strip.ts";
import { assignLanes, layoutLanes, type Lane } from "../../src/timeline/lanes.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { buildTimeAxis } from "../../src/timeline/time-axis.ts";
import { dossierOf, event, place } from "./builders.ts";
import { published } from "./published-dossier.ts";

const axis = buildTimeAxis({ from: "2031-03-01", to: "2031-06-30", left: 118.5, right: 1170.5 });
const EDGE = 1280;
const eventsOf = (...fields: Parameters<typeof event>[0][]): EventNode[] => dossierOf(...fields.map(event)).events;
const layOut = (events: EventNode[]) => layoutLanes([{ label: "Velm", events }], axis, 100, EDGE);
const marksOf = (events: EventNode[]) => layOut(events).lanes[0]?.marks ?? [];

interface Box {
  text: string;
  left: number;
  right: number;
  y: number;
}

function labelBoxes({ marks }: Lane): Box[] {
  return marks.map(({ label: { text, date, x, anchor }, y }) => {
    const width = textWidth(`${text}  ${date}`, 13);
    return { text, left: anchor === "start" ? x : x - width, right: anchor === "start" ? x + width : x, y };
  });
}

function markBoxes({ marks }: Lane): Box[] {
  return marks.map(({ event: { id }, shape, y }) => {
    const [left, right] = shape.type === "point" ? [shape.x - 5, shape.x + 5] : [shape.x0, shape.x1];
    return { text: id, left, right, y };
  });
}

const meet = (a: Box, b: Box) => a.y === b.y && a.left < b.right && b.left < a.right;

function expectApart(lane: Lane): void {
  const labels = labelBoxes(lane);
  for (const [i, a] of labels.entries()) {
    expect(
      labels
        .slice(i + 1)
        .filter((b) => meet(a, b))
        .map((b) => `${a.text} / ${b.text}`),
    ).toEqual([]);
    const others = markBoxes(lane).filter((_, k) => k !== i);
    expect(others.filter((b) => meet(a, b)).map((b) => `${a.text} / mark of ${b.text}`)).toEqual([]);
  }
}

describe("every event stands in one lane", () => {
  const dossier = dossierOf(
    place({ id: "velm", name: "Velm" }),
    place({ id: "orrin", name: "Orrin" }),
    event({ id: "a", place: "velm" }),
    event({ id: "b", place: "orrin" }),
    event({ id: "c" }),
  );
  const ids = (lanes: Parameters<typeof assignLanes>[1]) =>
    assignLanes(dossier.events, lanes, "Elsewhere").map(({ label, events }) => [label, events.map(({ id }) => id).join(" ")]);

  test("that of its place, or the last one", () => {
    expect(ids([{ label: "In Velm", places: ["velm"] }])).toEqual([
      ["In Velm", "a"],
      ["Elsewhere", "b c"],
    ]);
  });

  test("a lane without events is left out", () => {
    expect(ids([{ label: "Nowhere", places: ["nowhere"] }])).toEqual([["Elsewhere", "a b c"]]);
  });

  test("of the record that we publish, none is lost and none stands twice", () => {
    const lanes = assignLanes(published.events, published.site.lanes, "Elsewhere");
    expect(lanes.flatMap(({ events }) => events.map(({ id }) => id)).sort()).toEqual(published.events.map(({ id }) => id).sort());
  });
});

describe("a mark in a lane", () => {
  test.each([
    ["draws one day as a point", "2031-03-04", { type: "point", x: axis.x("2031-03-04") }],
    [
      "draws a span of days as a span",
      "2031-03-04/2031-04-04",
      { type: "span", x0: axis.x("2031-03-04"), x1: axis.x("2031-04-04"), approximate: false },
    ],
    [
      "draws a month as a span over it",
      "2031-04",
      { type: "span", x0: axis.x("2031-04-01"), x1: axis.x("2031-04-30"), approximate: false },
    ],
    ["draws an approximate date as a span that says so", "2031-03-04~", { type: "span", approximate: true }],
    ["draws an uncertain date as a span that says so", "2031-03-04?", { type: "span", approximate: true }],
    ["cuts a span at the ends of the scale", "2030-01-01/2032-01-01", { type: "span", x0: 118.5, x1: 1170.5 }],
  ])("%s", (_, date, shape) => {
    expect(marksOf(eventsOf({ date }))[0]?.shape).toMatchObject(shape);
  });

  test("makes the shortest span wide enough to be seen", () => {
    const [mark] = marksOf(eventsOf({ date: "2031-03-04~" }));
    if (mark?.shape.type !== "span") throw new Error("no span");
    expect(mark.shape.x1 - mark.shape.x0).toBeGreaterThanOrEqual(8);
  });

  test("leaves a date without beginning or end to the list", () => {
    expect(marksOf(eventsOf({ id: "a", date: "2031-03-04/.." }, { id: "b", date: "../2031-03-04" }))).toEqual([]);
  });

  test("prints the event's own label, else its title cut at a word, and the day without the year", () => {
    const [a, b] = marksOf(
      eventsOf(
        { id: "a", title: "A long title that nobody would print in a chart", label: "Short", date: "2031-03-04" },
        { id: "b", title: "A long title that nobody would print in a chart", date: "2031-05" },
      ),
    );
    expect(a?.label).toMatchObject({ text: "Short", date: "4 Mar" });
    expect(b?.label).toMatchObject({ text: "A long title that nobody would …", date: "May" });
  });
});

describe("labels of one lane never overlap", () => {
  test("of events on one day", () => {
    const { lanes } = layOut(eventsOf(...["a", "b", "c", "d"].map((id) => ({ id, date: "2031-03-04" }))));
    expect(new Set(lanes[0]?.marks.map(({ y }) => y)).size).toBe(4);
    for (const lane of lanes) expectApart(lane);
  });

  test("of many events close together, from the first day of the scale to the last", () => {
    const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2031, 2, 1 + 2 * i)).toISOString().slice(0, 10));
    const { lanes } = layOut(eventsOf(...days.map((date, i) => ({ id: `e${i}`, date, title: `Talks no. ${i} in Velm` }))));
    for (const lane of lanes) expectApart(lane);
  });

  test("of events as long as the scale, which bear their labels, and others during them", () => {
    const { lanes } = layOut(
      eventsOf(
        { id: "long", title: "A siege from first to last", date: "2031-03-01/2031-06-30" },
        { id: "longer", title: "Another one of the same kind", date: "2031-03/2031-06" },
        { id: "short", date: "2031-04-10" },
        { id: "late", date: "2031-06-30" },
      ),
    );
    for (const lane of lanes) expectApart(lane);
    for (const { left, right } of lanes.flatMap(labelBoxes)) expect(left >= axis.left - 4 && right <= EDGE).toBe(true);
  });

  test("of the record that we publish, and none runs out of the drawing", () => {
    const { baseDate, recordEnds, lanes: places } = published.site;
    const scale = buildTimeAxis({ from: baseDate, to: recordEnds, left: 118.5, right: 1170.5 });
    const drawn = published.events.filter(
      ({ strike, date }) => !strike && (date.latest ?? "") >= baseDate && (date.earliest ?? "9999") <= recordEnds,
    );
    const { lanes } = layoutLanes(assignLanes(drawn, places, "Elsewhere"), scale, 0, EDGE);
    expect(lanes.length).toBeGreaterThan(2);
    for (const lane of lanes) {
      expectApart(lane);
      for (const { left, right } of labelBoxes(lane)) {
        expect(left).toBeGreaterThanOrEqual(scale.left - 4);
        expect(right).toBeLessThanOrEqual(EDGE);
      }
    }
  });
});

test("lanes stand one below the other, each as high as its rows", () => {
  const [a, b, c] = eventsOf({ id: "a", date: "2031-03-04" }, { id: "b", date: "2031-03-04" }, { id: "c", date: "2031-03-04" });
  if (!a || !b || !c) throw new Error("no events");
  const { lanes, height } = layoutLanes(
    [
      { label: "One", events: [a, b] },
      { label: "Two", events: [c] },
    ],
    axis,
    100,
    EDGE,
  );
  const [one, two] = lanes;
  if (!one || !two) throw new Error("no lanes");
  expect(one.y).toBe(100);
  expect(two.y).toBe(100 + one.height);
  expect(height).toBe(one.height + two.height);
  for (const lane of lanes) {
    for (const { y } of lane.marks) {
      expect(y).toBeGreaterThan(lane.y);
      expect(y).toBeLessThan(lane.y + lane.height);
    }
  }
});

describe("the strip of the years before", () => {
  const before = eventsOf(
    { id: "a", date: "2029" },
    { id: "b", date: "2029-01-01" },
    { id: "c", date: "2030-02-01" },
    { id: "d", date: "2031-02-28" },
    { id: "later", date: "2031-03-01" },
    { id: "open", date: "../2020" },
  );
  const strip = layoutContext(before, "2031-03-01", 100, 500);

  test("has the events before the scale, from the first year on", () => {
    expect(strip?.marks.map(({ event: { id } }) => id)).toEqual(["b", "a", "c", "d"]);
    expect(strip?.marks[0]?.x).toBe(100);
    expect(strip?.marks.every(({ x }) => x >= 100 && x <= 500)).toBe(true);
  });

  test("stacks marks that would touch", () => {
    for (const [i, a] of (strip?.marks ?? []).entries()) {
      for (const b of strip?.marks.slice(i + 1) ?? []) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(10);
    }
  });

  test("names every year, or every fifth of a long time", () => {
    expect(strip?.years.map(({ label }) => label)).toEqual(["2029", "2030", "2031"]);
    const long = layoutContext(eventsOf({ date: "1999-05" }), "2031-03-01", 100, 500);
    expect(long?.years.map(({ label }) => label)).toEqual(["2000", "2005", "2010", "2015", "2020", "2025", "2030"]);
  });

  test("is left out where nothing came before", () => {
    expect(layoutContext(eventsOf({ date: "2031-03-01" }), "2031-03-01", 100, 500)).toBeNull();
    expect(layoutContext([], "2031-03-01", 100, 500)).toBeNull();
  });

  test("of the record that we publish stands inside its height, no mark on another", () => {
    const earlier = published.events.filter(({ strike, date }) => !strike && (date.latest ?? "9999") < published.site.baseDate);
    const real = layoutContext(earlier, published.site.baseDate, 118, 1170);
    for (const [i, a] of (real?.marks ?? []).entries()) {
      expect(a.y).toBeGreaterThanOrEqual(5);
      expect(a.y).toBeLessThanOrEqual(real?.height ?? 0);
      for (const b of real?.marks.slice(i + 1) ?? []) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(10);
    }
  });
});

describe("the strip of an actor", () => {
  const entry = (text: string, isStrike = false) => ({ date: getDate(text), isStrike });
  const strip = layOutActorStrip(
    {
      claims: [entry("2031-03-04"), entry("2031-03-04~"), entry("2031-02-28"), entry("2032-01-01")],
      events: [entry("2031-03-04", true), entry("2031-04"), entry("../2031-04-10"), entry("2020/..")],
    },
    "2031-03-01",
    "2031-06-30",
    350,
  );

  test("has claims above the line and timeline entries below it", () => {
    expect(strip.above).toHaveLength(2);
    expect(strip.below).toHaveLength(3);
    for (const { y } of strip.above) expect(y).toBeLessThan(strip.line);
    for (const { y } of strip.below) expect(y).toBeGreaterThan(strip.line);
    for (const { y } of [...strip.above, ...strip.below]) expect(y > 0 && y < strip.height).toBe(true);
  });

  test("draws open what is not one certain day, and tells strikes apart", () => {
    expect(strip.above.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(strip.below.map(({ isOpen, isStrike }) => [isOpen, isStrike])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  test("says how many lie before and after the scale", () => {
    expect([strip.before, strip.after]).toEqual([2, 1]);
  });

  test("draws or counts every claim and entry of every actor that we publish, no mark on another", () => {
    for (const actor of published.actors) {
      const events = actor.events.map(({ event: { date, strike } }) => ({ date, isStrike: strike !== null }));
      const { above, below, before, after } = layOutActorStrip(
        { claims: actor.claimsMade, events },
        published.site.baseDate,
        published.site.recordEnds,
        640,
      );
      expect(above.length + below.length + before + after, actor.id).toBe(actor.claimsMade.length + events.length);
      const spots = [...above, ...below].map(({ x, y }) => `${x} ${y}`);
      expect(new Set(spots).size, actor.id).toBe(spots.length);
      for (const { x } of [...above, ...below]) expect(x > 0 && x < 640, actor.id).toBe(true);
    }
  });
});
