import { describe, expect, test } from "vitest";
import type { PlaceNode } from "../../src/graph/nodes.ts";
import { coordinatesOf, eventsAt, locatorSentence, sortPlaces } from "../../src/site/place-words.ts";
import { layoutLocator, type LocatorMap } from "../../src/timeline/locator-map.ts";
import { placeNames, type NameLabel } from "../../src/timeline/map-labels.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { dossierOf, event, place, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

type Fields = Parameters<typeof place>[0];
const placesOf = (...fields: Fields[]): PlaceNode[] => dossierOf(...fields.map(place)).places;
const SIZE = { width: 640, nameSize: 13, numberSize: 23 };
const velm: Fields = { id: "velm", name: "Velm", lat: 10, lon: -70, precision: "exact" };
const orrin: Fields = { id: "orrin", name: "Orrin", lat: 20, lon: -80, precision: "exact" };

function map(...fields: Fields[]): LocatorMap<PlaceNode> {
  const found = layoutLocator(placesOf(...fields), SIZE);
  if (!found) throw new Error("no map");
  return found;
}

const ids = (places: readonly PlaceNode[]) => places.map(({ id }) => id).join(" ");

function boxOf({ lines, x, y, anchor }: NameLabel, fontSize: number) {
  const width = Math.max(...lines.map((text) => textWidth(text, fontSize)));
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { text: lines.join(" "), left, right: left + width, top: y - fontSize * 0.75, bottom: y + (lines.length - 1) * fontSize * 1.2 };
}

function expectApart(
  labels: readonly NameLabel[],
  fontSize: number,
  { width, height, marks }: Pick<LocatorMap<PlaceNode>, "width" | "height" | "marks">,
): void {
  const boxes = labels.map((label) => boxOf(label, fontSize));
  for (const [i, a] of boxes.entries()) {
    const on = boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
    expect(on.map((b) => [a.text, b.text])).toEqual([]);
    expect(
      marks.filter(({ x, y }) => x > a.left && x < a.right && y > a.top && y < a.bottom).map(({ number }) => [a.text, number]),
    ).toEqual([]);
    expect(a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height, a.text).toBe(true);
  }
}

describe("the locator map", () => {
  test("marks points, north above south and east right of west", () => {
    const { marks } = map(velm, orrin);
    expect(marks.map(({ places, number }) => [number, ids(places)])).toEqual([
      [1, "orrin"],
      [2, "velm"],
    ]);
    const [north, south] = marks;
    expect(north && south && north.y < south.y && north.x < south.x).toBe(true);
  });

  test("writes an area's name and marks no point for it", () => {
    const { marks, names } = map(velm, orrin, { id: "lake", name: "Lake Orrin", lat: 14, lon: -76, precision: "region" });
    expect(marks.flatMap(({ places }) => places.map(({ id }) => id))).not.toContain("lake");
    expect(names.filter(({ kind }) => kind === "area").map(({ lines }) => lines.join(" "))).toEqual(["Lake Orrin"]);
  });

  test("draws an approximate point as a ring", () => {
    const { marks } = map(velm, { ...orrin, precision: "approximate" });
    expect(marks.map(({ places, ring }) => [ids(places), ring])).toEqual([
      ["orrin", true],
      ["velm", false],
    ]);
  });

  test("gathers places that would touch under one mark, which is a ring only where all of them are approximate", () => {
    const { marks } = map(velm, orrin, { id: "gate", name: "Velm Gate", lat: 10.01, lon: -70.01, precision: "approximate" });
    expect(marks.map(({ places, ring }) => [ids(places).split(" ").sort().join(" "), ring])).toEqual([
      ["orrin", false],
      ["gate velm", false],
    ]);
  });

  test("lists what lies far away or has no coordinates, instead of shrinking the rest", () => {
    const { outside, marks } = map(
      velm,
      orrin,
      { id: "mid", lat: 15, lon: -75, precision: "exact" },
      { id: "far", lat: 46, lon: 6, precision: "exact" },
      { id: "nowhere", precision: "region" },
    );
    expect(ids(outside).split(" ").sort()).toEqual(["far", "nowhere"]);
    expect(marks).toHaveLength(3);
  });

  test("is not drawn for fewer than two points", () => {
    expect(layoutLocator(placesOf(velm), SIZE)).toBeNull();
    expect(layoutLocator(placesOf(velm, { ...orrin, precision: "region" }), SIZE)).toBeNull();
    expect(layoutLocator([], SIZE)).toBeNull();
  });

  test("is not much taller than wide, however long the coast", () => {
    expect(map(velm, { ...orrin, lat: -20, lon: -70 }).height).toBeLessThanOrEqual(SIZE.width * 1.15);
  });
});

describe("the map of the places that we publish", () => {
  const drawn = layoutLocator(published.places, SIZE);
  if (!drawn) throw new Error("no map");

  test("keeps names apart, off the marks and inside the frame, in both sizes", () => {
    expectApart(drawn.names, 13, drawn);
    expectApart(drawn.numbers, 23, drawn);
  });

  test("shows or lists every place", () => {
    const marked = drawn.marks.flatMap(({ places }) => places.map(({ id }) => id));
    const areas = published.places.filter(({ id, data }) => data.precision === "region" && !drawn.outside.some((other) => other.id === id));
    expect([...marked, ...areas.map(({ id }) => id), ...drawn.outside.map(({ id }) => id)].sort()).toEqual(
      published.places.map(({ id }) => id).sort(),
    );
  });

  test("keeps every mark inside the frame", () => {
    for (const { x, y } of drawn.marks) expect(x >= 0 && x <= drawn.width && y >= 0 && y <= drawn.height).toBe(true);
  });
});

describe("a name on a map", () => {
  const frame = { width: 300, height: 200, fontSize: 13, marks: [] };
  const names = (...points: Parameters<typeof placeNames>[0]) => placeNames(points, [], frame);

  test("stands beside its point, on the other side near the edge", () => {
    expect(names({ x: 100, y: 100, lines: ["Velm"] })[0]).toMatchObject({ anchor: "start", leader: null });
    expect(names({ x: 290, y: 100, lines: ["Velm"] })[0]).toMatchObject({ anchor: "end", leader: null });
  });

  test("that has to move away is led back to its point", () => {
    const crowd = Array.from({ length: 8 }, (_, i) => ({ x: 150, y: 100 + i, lines: [`Velm ${i}`] }));
    const led = names(...crowd).filter(({ leader }) => leader);
    expect(led.length).toBeGreaterThan(0);
    for (const { leader } of led) expect(leader?.x1).toBe(150);
  });

  test("that finds no room is left out rather than set on another", () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({ x: 150, y: 100, lines: [`Velm ${i}`] }));
    const placed = names(...crowd);
    expect(placed.length).toBeLessThan(40);
    expectApart(placed, 13, { ...frame, marks: [] });
  });

  test("that is long breaks at words and loses none", () => {
    const [label] = names({ x: 100, y: 100, lines: ["Former Naval Station Roosevelt Roads"] });
    expect(label?.lines).toEqual(["Former Naval Station", "Roosevelt Roads"]);
  });
});

describe("a place in words is never more precise than it is held", () => {
  test.each([
    ["exact", { lat: 4.711, lon: -74.0721, precision: "exact" }, "4.71° N, 74.07° W"],
    ["approximate", { lat: -4.711, lon: 74.0721, precision: "approximate" }, "about 4.7° S, 74.1° E"],
    ["an area", { lat: 4.711, lon: -74.0721, precision: "region" }, null],
    ["without coordinates", { precision: "exact" }, null],
  ] as const)("%s", (_, data, words) => {
    expect(coordinatesOf({ lat: undefined, lon: undefined, ...data })?.replaceAll("\u00a0", " ") ?? null).toBe(words);
  });

  test("and tells strikes from other entries", () => {
    const { places } = dossierOf(
      place({ id: "sea", name: "The Sea" }),
      place({ id: "town", name: "Oldtown" }),
      place({ id: "void", name: "Void" }),
      strike({ id: "a", place: "sea" }),
      strike({ id: "b", place: "sea" }),
      event({ id: "c", place: "sea" }),
      event({ id: "d", place: "town" }),
    );
    expect(sortPlaces(places).map((node) => `${node.data.name}: ${eventsAt(node)}`)).toEqual([
      "Oldtown: 1 timeline entry",
      "The Sea: 2 strikes and 1 other entry",
      "Void: no timeline entries",
    ]);
  });
});

test("the map in a sentence: what it marks and how, what it leaves to the table, and that no strike is on it", () => {
  const all = placesOf(
    velm,
    orrin,
    { id: "near", name: "Near", lat: 11, lon: -71, precision: "approximate" },
    { id: "sea", precision: "region" },
  );
  const last = "It shows no strike: no published position of one is on file.";
  const sea = all.filter(({ id }) => id === "sea");
  expect(locatorSentence(all, new Set(sea))).toBe(
    `The map shows 3 named places, 2 by a dot and 1 by a ring for an approximate position. 1 of 4 is in the table only. ${last}`,
  );
  expect(locatorSentence(sea, new Set())).toBe(`The map shows 1 named place, 1 by name alone, being an area. ${last}`);
  expect(locatorSentence(sea, new Set(sea))).toBe(`The map shows no named places. 1 of 1 is in the table only. ${last}`);
  expect(locatorSentence([], new Set())).toBe("No place is on file.");
});
