import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/timeline/picture.ts";
import { layoutTall } from "../../src/timeline/tall-picture.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { attributeOf, hitBox, outside, overlaps, plainText, tagsOf, type Box } from "./picture-boxes.ts";
import { idsDrawn, idsInWindow, real, sceneOf, WINDOWS } from "./timeline-scenes.ts";

const WIDTHS = [288, 328, 358, 480, 555];
const QUERIES = [...WINDOWS, "asof=2025-10-19", "asof=2025-10-19&from=2025-09-29&to=2025-11-09"];
const cases = WIDTHS.flatMap((width) => QUERIES.map((query) => [width, query] as const));
const dateOf = new Map(real.events.map(({ id, date }) => [id, date]));

/** The lines of a mark's label, as wide as their words. */
function lineBoxes({ key, x, y, body }: Mark): Box[] {
  const text = /<text class="ev"[^>]*>(.*)<\/text>/.exec(body);
  if (!text) return [];
  const [all, inside = ""] = text;
  const lines = inside.startsWith("<tspan x=") ? inside.split(/(?=<tspan x=)/) : [all];
  return lines.map((line) => {
    const [left, base] = [x + attributeOf(line, "x"), y + attributeOf(line, "y")];
    return { key, left, right: left + textWidth(plainText(line), 13), top: base - 11, bottom: base + 3 };
  });
}

describe.each(cases)("the drawing down the page, %i px wide, for “%s”", (width, query) => {
  const scene = sceneOf(real, width, query);
  const picture = layoutTall(scene);
  const entries = picture.marks.filter(({ lane }) => lane === 0);
  const strikes = picture.marks.filter(({ lane }) => lane === -1);

  test("has every entry with a date in the window once", () => {
    expect(idsDrawn(picture)).toEqual(idsInWindow(scene));
  });

  test("keeps labels apart, and no line is wider than the room or empty", () => {
    const lines = entries.map(lineBoxes);
    expect(overlaps(lines.flat())).toEqual([]);
    expect(outside(lines.flat(), 0, width)).toEqual([]);
    for (const [i, mark] of entries.entries()) {
      expect(lines[i]?.length, mark.key).toBeGreaterThan(0);
      for (const { left, right } of lines[i] ?? []) expect(right, mark.key).toBeGreaterThan(left);
    }
  });

  test("keeps what answers to a finger apart: entries 24 px high at least", () => {
    expect(overlaps(entries.map(hitBox))).toEqual([]);
    expect(overlaps(strikes.map(hitBox))).toEqual([]);
    for (const { top, bottom, key } of entries.map(hitBox)) expect(bottom - top, key).toBeGreaterThanOrEqual(23.9);
  });

  test("draws a date that is not one certain day as a span, and every other one as a point", () => {
    for (const { ids, type, body } of picture.marks) {
      if (ids.length > 1) continue;
      const isInexact = dateOf.get(ids[0] ?? "") !== undefined;
      expect(body.includes('class="span'), ids[0]).toBe(isInexact);
      expect(body.includes('class="dot"'), ids[0]).toBe(type === "event" && !isInexact);
    }
  });

  test("has everything between its head and its foot", () => {
    for (const { key, top, bottom, left, right } of [...entries.map(hitBox), ...strikes.map(hitBox), ...entries.flatMap(lineBoxes)]) {
      expect(top, key).toBeGreaterThanOrEqual(-0.5);
      expect(bottom, key).toBeLessThanOrEqual(picture.height);
      expect(left, key).toBeGreaterThanOrEqual(0);
      expect(right, key).toBeLessThanOrEqual(width + 0.1);
    }
  });
});

test("on the narrowest phones every entry of the record has a row of its own or shares one with neighbours in time", () => {
  const { marks } = layoutTall(sceneOf(real, 288));
  const order = new Map(real.events.map(({ id }, i) => [id, i]));
  for (const { ids } of marks.filter(({ ids }) => ids.length > 1)) {
    const places = ids.map((id) => order.get(id) ?? NaN);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  expect(tagsOf(marks.map(({ body }) => body).join(""), 'text class="snd"').length).toBeGreaterThan(30);
});

test("labels stand in the order of their marks, so that no leader crosses another", () => {
  for (const width of WIDTHS) {
    const marks = layoutTall(sceneOf(real, width)).marks.filter(({ lane, type }) => lane === 0 && type === "event");
    const labels = marks.map((mark) => ({ mark: mark.y, label: lineBoxes(mark)[0]?.top ?? NaN }));
    for (const [i, { mark, label }] of labels.entries()) {
      if (i === 0) continue;
      expect(mark).toBeGreaterThanOrEqual(labels[i - 1]?.mark ?? 0);
      expect(label).toBeGreaterThan(labels[i - 1]?.label ?? 0);
    }
  }
});
