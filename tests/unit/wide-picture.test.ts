import { describe, expect, test } from "vitest";
import type { TimelineEvent } from "../../src/timeline/filter.ts";
import type { Picture } from "../../src/timeline/picture.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { layoutWide, WIDTH } from "../../src/timeline/wide-picture.ts";
import { attributeOf, hitBox, labelBox, outside, overlaps, plainText, shapeBox, type Box } from "./picture-boxes.ts";
import { idsDrawn, idsInWindow, real, sceneOf, WINDOWS } from "./timeline-scenes.ts";

const WIDTHS = [556, 640, 768, 900, 1040, 1180, 1280];
const QUERIES = [...WINDOWS, "asof=2025-10-19", "asof=2025-10-19&from=2025-09-29&to=2025-11-09"];
const cases = WIDTHS.flatMap((width) => QUERIES.map((query) => [width, query] as const));
const byId = new Map(real.events.map((event) => [event.id, event]));
const eventOf = (id: string): TimelineEvent => byId.get(id) ?? expect.unreachable(id);

const inLanes = ({ marks }: Picture) => marks.filter(({ lane }) => lane >= 0);
const strikesOf = ({ marks }: Picture) => marks.filter(({ lane }) => lane === -1);
/** Labels and shapes of a lane are kept apart together: no label lies on another entry's mark either. */
const laneBoxes = (picture: Picture): Box[] => inLanes(picture).flatMap((mark) => [shapeBox(mark), labelBox(mark) ?? []].flat());
const numeralBoxes = (picture: Picture): Box[] =>
  strikesOf(picture).flatMap(({ key, x, y, body }) => {
    const text = /<text class="snd.*<\/text>/.exec(body)?.[0];
    if (text === undefined) return [];
    const [right, bottom] = [x + attributeOf(text, "x"), y + attributeOf(text, "y")];
    return [{ key, left: right - plainText(text).length * 17 * 0.5, right, top: bottom - 12, bottom }];
  });

describe.each(cases)("the drawing across the page, %i px wide, for “%s”", (width, query) => {
  const scene = sceneOf(real, width, query);
  const picture = layoutWide(scene);

  test("has every entry with a date in the window once", () => {
    expect(idsDrawn(picture)).toEqual(idsInWindow(scene));
  });

  test("keeps labels and marks apart, and inside", () => {
    expect(overlaps(laneBoxes(picture))).toEqual([]);
    expect(outside(laneBoxes(picture), 0, width)).toEqual([]);
  });

  test("keeps the numerals of strikes apart, and their hit areas", () => {
    expect(overlaps(numeralBoxes(picture))).toEqual([]);
    expect(overlaps(strikesOf(picture).map(hitBox))).toEqual([]);
    expect(outside(strikesOf(picture).map(hitBox), 0, width)).toEqual([]);
  });

  test("draws a date that is not one certain day as a span, and every other one as a point", () => {
    for (const { ids, type, body } of picture.marks) {
      if (type === "bin") continue;
      expect(body.includes('class="span'), ids[0]).toBe(eventOf(ids[0] ?? "").date !== undefined);
      expect(body.includes('class="dot"'), ids[0]).toBe(type === "event" && eventOf(ids[0] ?? "").date === undefined);
    }
  });

  test("has everything above its foot", () => {
    for (const { top, bottom } of [...laneBoxes(picture), ...strikesOf(picture).map(hitBox)]) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThan(picture.height);
    }
  });
});

test.each([WIDTH, 1280, 1600])("nothing is gathered at %i px, and every entry in a lane has its label", (width) => {
  for (const query of ["", "asof=2025-10-19"]) {
    const picture = layoutWide(sceneOf(real, width, query));
    expect(picture.marks.filter(({ type }) => type === "bin")).toEqual([]);
    expect(inLanes(picture).filter((mark) => labelBox(mark) === null)).toEqual([]);
  }
});

test("at the width of the build and narrower ones strikes stand one by one in the usual window, each with an area of its own", () => {
  for (const width of WIDTHS) {
    const areas = strikesOf(layoutWide(sceneOf(real, width))).map((mark) => ({ mark, ...hitBox(mark) }));
    expect(areas).toHaveLength(59);
    for (const { mark, left, right } of areas) {
      expect(right - left, mark.key).toBeGreaterThanOrEqual(1.9);
      expect(left - mark.x, mark.key).toBeLessThanOrEqual(10);
      expect(mark.x - right, mark.key).toBeLessThanOrEqual(10);
    }
  }
});

test("a strike is named with its date, its dead and its number among those shown", () => {
  const names = strikesOf(layoutWide(sceneOf(real, WIDTH))).map(({ name }) => name);
  expect(names[1]).toBe("Strike, 15 September 2025, 3 reported killed, 2 of 59");
  expect(names[2]).toBe("Strike, announced on 19 September 2025, 3 reported killed, 3 of 59");
  const zoomed = strikesOf(layoutWide(sceneOf(real, WIDTH, "from=2025-09-10&to=2025-09-17"))).map(({ name }) => name);
  expect(zoomed).toEqual(["Strike, 15 September 2025, 3 reported killed, 2 of 59"]);
});

test("an entry's name begins with what is printed, and says nothing of a place for the last lane", () => {
  for (const { key, name, body } of inLanes(layoutWide(sceneOf(real, WIDTH)))) {
    expect(name.startsWith(plainText(/<text.*<\/text>/.exec(body)?.[0] ?? "-")), key).toBe(true);
    expect(name, key).not.toContain("Elsewhere");
    expect(name, key).toMatch(/, \d+ of \d+$/);
  }
});

describe("a drawing that moves", () => {
  const first = layoutWide(sceneOf(real, WIDTH));
  const stepped = ["2025-09-02", "2025-09-05", "2025-09-12", "2025-09-30"].map((from) => `from=${from}&to=2026-07-05`);

  test.each([768, WIDTH])("keeps each entry's row, the lanes and the measure of the ledger, %i px wide", (width) => {
    let before = layoutWide(sceneOf(real, width));
    for (const query of stepped) {
      const scene = sceneOf(real, width, query, before);
      const picture = layoutWide(scene);
      expect(picture.heights).toEqual(before.heights);
      expect(picture.height).toBe(before.height);
      expect(picture.most).toBe(before.most);
      const moved = [...picture.rows].filter(([id, row]) => before.rows.has(id) && before.rows.get(id) !== row);
      expect(moved.length).toBeLessThanOrEqual(width < WIDTH ? 1 : 0); // of about 75
      expect(idsDrawn(picture)).toEqual(idsInWindow(scene));
      expect(overlaps(laneBoxes(picture))).toEqual([]);
      before = picture;
    }
  });

  test("does not shrink the ledger while its window leaves strikes", () => {
    const scene = sceneOf(real, WIDTH, "from=2025-09-01&to=2025-09-30", first);
    expect(layoutWide(scene).most).toBe(first.most);
    expect(layoutWide(sceneOf(real, WIDTH, "from=2025-09-01&to=2025-09-30")).most).toBeLessThan(first.most);
  });
});

test("labels are cut where there is room for them at no side, and keep their date", () => {
  const event: TimelineEvent = {
    id: "long",
    kind: "context",
    known: "2025-12-01",
    from: "2026-01-20",
    to: "2026-01-20",
    region: "",
    actors: [],
    claims: [],
    lane: 0,
    label: "An entry whose label is as long as one can be in print",
  };
  const picture = layoutWide({ ...sceneOf(real, 556), events: [event], steps: [] });
  const [mark] = picture.marks;
  if (!mark) return expect.unreachable();
  expect(plainText(mark.body)).toMatch(/^An entry whose .* … 20 Jan$/);
  expect(outside([labelBox(mark) ?? shapeBox(mark)], 96.5, 556)).toEqual([]);
  expect(textWidth(`${event.label} 20 Jan`, 14)).toBeGreaterThan(236);
});

describe("a drawing that is drawn beyond its window, to be shifted", () => {
  const scene = sceneOf(real, WIDTH, "from=2025-10-10&to=2025-11-10");
  const [plain, wide] = [layoutWide(scene), layoutWide({ ...scene, beyond: 200 })];

  test("has in the window the same entries at the same moments", () => {
    const placeOf = ({ marks }: Picture) => new Map(marks.flatMap(({ ids, x }) => ids.map((id) => [id, x] as const)));
    const [inWindow, all] = [placeOf(plain), placeOf(wide)];
    expect(wide.along).toEqual(plain.along);
    for (const [id, x] of inWindow) if (!eventOf(id).date) expect(all.get(id), id).toBe(x);
  });

  test("has what comes before and after it too, as far as it may be shifted", () => {
    const [left, right] = plain.along;
    const days = (200 / (right - left)) * (scene.window.end - scene.window.start);
    const wider = { ...scene, window: { start: scene.window.start - days, end: scene.window.end + days } };
    expect(idsDrawn(wide)).toEqual(idsInWindow(wider));
    expect(idsDrawn(wide).length).toBeGreaterThan(idsDrawn(plain).length);
  });

  test("keeps the sum at the end of the window", () => {
    expect(wide.sum).toBe(plain.sum);
  });
});

describe("the sketch of a record that is zoomed", () => {
  const scene = sceneOf(real, WIDTH, "from=2025-10-10&to=2025-11-10");
  const picture = layoutWide(scene);
  const sketch = layoutWide({ ...scene, before: picture, isSketch: true });

  test("has the ledger and the scale where they were, and no marks", () => {
    expect(sketch.marks).toEqual([]);
    expect(sketch.sum).toBe(picture.sum);
    expect(sketch.height).toBe(picture.height);
    expect(sketch.ground.startsWith(picture.ground)).toBe(true);
  });

  test("counts every entry of the lanes in its bars", () => {
    const bars = /class="density" d="([^"]*)"/.exec(sketch.ground)?.[1] ?? "";
    const heights = [...bars.matchAll(/v-([\d.]+)h/g)].map(([, height]) => Number(height));
    expect(heights.reduce((sum, height) => sum + height, 0) / 4).toBe(idsInWindow(scene).filter((id) => !eventOf(id).strikes).length);
  });
});

describe("a record of 10,000 entries", () => {
  const events = Array.from({ length: 10_000 }, (_, i): TimelineEvent => {
    const day = new Date(Date.UTC(2025, 8, 1 + Math.floor((i * 300) / 10_000))).toISOString().slice(0, 10);
    const isStrike = i % 10 < 3;
    return {
      id: `e${i}`,
      kind: isStrike ? "strike" : "statement",
      known: day,
      from: day,
      to: day,
      region: "",
      actors: [],
      claims: [],
      label: `Entry no. ${i}`,
      ...(isStrike ? { strikes: 1, records: [[1, 1 + (i % 3), day] as const] } : { lane: i % 6 }),
    };
  });
  const data = { frame: { ...real.frame, lanes: real.frame.lanes.map((lane) => ({ ...lane, rows: 12 })) }, events };

  test.each(["", "from=2025-09-08&to=2025-09-28"])("is drawn with 700 marks at most, each entry in one of them: “%s”", (query) => {
    const scene = sceneOf(data, WIDTH, query);
    const picture = layoutWide(scene);
    expect(picture.marks.length).toBeLessThanOrEqual(700);
    const drawn = idsDrawn(picture);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn).toEqual(idsInWindow(scene));
    expect(overlaps(laneBoxes(picture))).toEqual([]);
  });

  test("has density marks in its ledger, which say how many they gather", () => {
    const bins = strikesOf(layoutWide(sceneOf(data, WIDTH)));
    expect(bins.every(({ type }) => type === "bin")).toBe(true);
    expect(bins.flatMap(({ ids }) => ids)).toHaveLength(3000);
    for (const { ids, name, body } of bins) {
      expect(plainText(body)).toBe(String(ids.length));
      expect(name).toMatch(/^\d+ entries, .*\d{4}: zoom in$/);
    }
  });
});
