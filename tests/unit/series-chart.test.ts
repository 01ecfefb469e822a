import { describe, expect, test } from "vitest";
import { getDate } from "../../src/model/parse-date.ts";
import { describeGaps, describeSeries, groupSeries, seriesSentence, sourcesOfSeries } from "../../src/site/series-words.ts";
import { domainOf, isYearly, layoutSeries, type SeriesPoint } from "../../src/timeline/series-chart.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { dossierOf, series, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

const point = (x: string, y: number, newBasis = false): SeriesPoint => ({ x: getDate(x), y, newBasis });
const middleOf = ({ x, span }: { x: number; span: [number, number] | null }) => (span ? (span[0] + span[1]) / 2 : x);
const size = { width: 480, height: 220 };
const pieces = (points: SeriesPoint[]) => layoutSeries(points, size).path.split("M").length - 1;

describe("the line of a series", () => {
  test.each([
    ["joins neighbouring years", [point("2029", 1), point("2030", 2), point("2031", 3)], 1],
    ["has a gap where a year has no value", [point("2027", 1), point("2028", 2), point("2030", 3), point("2031", 4)], 2],
    ["has a gap where the basis changes", [point("2028", 1), point("2029", 2), point("2030", 3, true), point("2031", 4)], 2],
    ["is not drawn to a single year", [point("2028", 1), point("2031", 4)], 0],
    ["is not drawn between dates, of which nobody knows what lies between", [point("2031-03-04", 1), point("2031-03-05", 2)], 0],
    ["is not drawn through one point", [point("2031", 1)], 0],
  ])("%s", (_, points, count) => {
    expect(pieces(points)).toBe(count);
  });
});

describe("a value whose day is not certain", () => {
  test("is a bar over the days it may mean, and a certain one is a point", () => {
    const [month, day] = layoutSeries([point("2031-01", 3), point("2031-03-04", 4)], size).points;
    expect(day?.span).toBeNull();
    expect(month?.span && month.span[1] - month.span[0]).toBeGreaterThan(100);
  });

  test("is wide enough to be seen as a bar, and inside the plot", () => {
    const { points, plot } = layoutSeries([point("2020-03", 3), point("2031-03-04~", 4)], size);
    for (const { span } of points) {
      expect(span && span[1] - span[0]).toBeGreaterThanOrEqual(5);
      expect(span && span[0] >= plot.left && span[1] <= plot.right).toBe(true);
    }
  });

  test("of a year among years is a point: the value is that of the year", () => {
    expect(layoutSeries([point("2030", 1), point("2031", 2)], size).points.map(({ span }) => span)).toEqual([null, null]);
  });
});

describe("the scale of a series", () => {
  const chart = layoutSeries([point("2029", 400), point("2030", 0), point("2031", 800)], size);

  test("starts at zero, at the foot", () => {
    expect(chart.yTicks[0]).toEqual({ y: chart.plot.base, label: "0" });
    expect(chart.points[1]?.y).toBe(chart.plot.base);
  });

  test("puts half of a value at half of its height", () => {
    const [half = { y: 0 }, , whole = { y: 0 }] = chart.points;
    expect(chart.plot.base - half.y).toBeCloseTo((chart.plot.base - whole.y) / 2);
  });

  test("of several charts is one, so that they can be compared", () => {
    const small = [point("2030", 10)];
    const large = [point("2028", 1000), point("2031", 500)];
    const domain = domainOf([small, large]);
    const [a, b] = [layoutSeries(small, { ...size, domain }), layoutSeries(large, { ...size, domain })];
    expect(a.yTicks).toEqual(b.yTicks);
    expect(a.xTicks).toEqual(b.xTicks);
  });

  test("has room for one point alone, and for one of nothing", () => {
    for (const points of [[point("2031", 4)], [point("2031-03-04", 0)]]) {
      const one = layoutSeries(points, size);
      expect(one.points[0]?.x).toBeGreaterThan(one.plot.left);
      expect(one.points[0]?.x).toBeLessThan(one.plot.right);
    }
  });

  test("is yearly where every value is of a whole year", () => {
    expect(isYearly([point("2030", 1), point("2031~", 2)])).toBe(true);
    expect(isYearly([point("2030", 1), point("2031-03", 2)])).toBe(false);
  });
});

describe.each(published.series.map((node) => [node.id, node] as const))("the chart of %s", (_, { points }) => {
  const charts = [320, 480, 640].map((width) => layoutSeries(points, { width, height: 220 }));
  const boxes = charts.map(({ labels }) =>
    labels.map(({ text, x, y, anchor }) => {
      const width = textWidth(text, 13);
      const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
      return { text, left, right: left + width, top: y - 10, bottom: y };
    }),
  );

  test("puts no value on another, and none on a point", () => {
    for (const [k, list] of boxes.entries()) {
      for (const [i, a] of list.entries()) {
        const on = list.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
        expect(on.map((b) => [a.text, b.text])).toEqual([]);
        for (const { x, y } of charts[k]?.points ?? []) expect(x > a.left && x < a.right && y > a.top && y < a.bottom, a.text).toBe(false);
      }
    }
  });

  test("stays inside its frame, and has a point for every value", () => {
    for (const [k, chart] of charts.entries()) {
      expect(chart.points).toHaveLength(points.length);
      for (const { x, y } of chart.points) {
        expect(x >= chart.plot.left && x <= chart.plot.right).toBe(true);
        expect(y >= 0 && y <= chart.plot.base).toBe(true);
      }
      for (const { left, right, top } of boxes[k] ?? []) expect(left >= 0 && right <= chart.width && top >= 0).toBe(true);
    }
  });

  test("joins only neighbouring years of this series, and none across a new basis", () => {
    const neighbours = points.filter(({ x, newBasis }, i) => {
      const before = points[i - 1];
      return isYearly(points) && before && !newBasis && Number(x.edtf.slice(0, 4)) - Number(before.x.edtf.slice(0, 4)) === 1;
    });
    for (const { path, points: placed } of charts) {
      expect(path.match(/L/g)?.length ?? 0).toBe(neighbours.length);
      const drawn = placed.map(({ x, y }) => `${x},${y}`);
      for (const [, pair = ""] of path.matchAll(/[ML]([\d.]+,[\d.]+)/g)) expect(drawn).toContain(pair);
      for (const [i, { newBasis }] of points.entries()) if (newBasis) expect(path).not.toContain(`L${drawn[i]}`);
    }
  });

  test("prints the latest value", () => {
    for (const { labels, points: placed } of charts) {
      const last = placed.at(-1);
      expect(labels.some(({ x, y }) => last && Math.hypot(x - middleOf(last), y - last.y) < 20)).toBe(true);
    }
  });
});

describe("estimates of two publishers", () => {
  const estimates = published.series.filter(({ data }) => /estimates/i.test(data.title));
  const isOfUn = (text: string) => /\bUN(ODC)?\b/.test(text);
  const isOfUs = (text: string) => /\bU\.S\./.test(text);

  test("are series apart, each named after its publisher", () => {
    expect(estimates.map(({ data: { title } }) => title).filter((title) => isOfUn(title) === isOfUs(title))).toEqual([]);
    for (const unit of ["hectares", "tonnes"]) {
      const of = estimates.filter(({ data }) => data.unit === unit);
      expect(of.some(({ data }) => isOfUn(data.title)) && of.some(({ data }) => isOfUs(data.title)), unit).toBe(true);
    }
  });

  test("have no value in common that would have come from the other side", () => {
    const values = (test: (text: string) => boolean) =>
      new Set(
        estimates
          .filter(({ data }) => test(data.title))
          .flatMap(({ data, points }) => points.map(({ x, y }) => `${data.unit} ${x.edtf} ${y}`)),
      );
    const un = values(isOfUn);
    expect([...values(isOfUs)].filter((value) => un.has(value))).toEqual([]);
  });
});

describe("a series in words", () => {
  const { series: list } = dossierOf(
    source({ id: "gazette", publisher: "Gazette" }),
    series({
      id: "reeds",
      points: [
        { x: "2026", y: 40, source: "wire" },
        { x: "2028", y: 1200, source: "wire" },
        { x: "2031", y: 80, source: "gazette" },
      ],
      sources: ["wire", "gazette"],
    }),
    series({ id: "one", points: [{ x: "2031-03-04", y: 4, source: "wire" }] }),
    series({ id: "level", points: [2028, 2029, 2030, 2031].map((year) => ({ x: String(year), y: 5, source: "wire" })) }),
  );
  const words = (id: string) => {
    const node = list.find((one) => one.id === id);
    if (!node) throw new Error(id);
    return node;
  };

  test("says its ends, its highest value, and the years without one", () => {
    expect(describeSeries(words("reeds"))).toBe(
      "3 values. First: 40 bundles in 2026; last: 80 in 2031. Highest 1,200 in 2028. No value is on file for 2027 and 2029 to 2030.",
    );
    expect(describeSeries(words("one"))).toBe("One value is on file: 4 bundles on 4 March 2031.");
    expect(describeGaps(words("level").points)).toBe("");
  });

  test("is counted with all others in a sentence, for many, one and none", () => {
    expect(seriesSentence(list)).toBe("3 series with 8 values from 2 sources; no line joins the values of two.");
    expect(seriesSentence([words("one")])).toBe("1 series with 1 value from 1 source.");
    expect(seriesSentence([])).toBe("No series is on file.");
  });

  test("stands with those of its unit and rhythm, on one scale", () => {
    expect(
      groupSeries(list).map(({ heading, series: members, domain }) => [
        heading,
        members
          .map(({ id }) => id)
          .sort()
          .join(" "),
        domain.highest,
      ]),
    ).toEqual([
      ["In bundles, by year", "level reeds", 1200],
      ["In bundles, by date", "one", 4],
    ]);
  });

  test("names each of its sources once, those of the values first", () => {
    expect(sourcesOfSeries(words("reeds")).map(({ id }) => id)).toEqual(["wire", "gazette"]);
  });
});
