/** How a series is put into words: what its chart shows, and the groups in which series can be compared. */
import type { SeriesNode, SourceNode } from "../graph/nodes.ts";
import { formatDate, isInexact } from "../model/dates.ts";
import { countOf, formatNumber } from "../model/numbers.ts";
import { capitalize } from "./words.ts";
import { domainOf, isYearly, type SeriesDomain } from "../timeline/series-chart.ts";

export interface SeriesGroup {
  id: string;
  /** "In hectares, by year" */
  heading: string;
  series: SeriesNode[];
  /** The scales that all charts of the group share. */
  domain: SeriesDomain;
}

/** Series of one unit and one rhythm, which share their scales and can be compared by eye. */
export function groupSeries(series: readonly SeriesNode[]): SeriesGroup[] {
  const groups = Map.groupBy(series, (node) => `${node.data.unit}, ${isYearly(node.points) ? "by year" : "by date"}`);
  return [...groups].map(([name, members]) => ({
    id: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    heading: `In ${name}`,
    series: members,
    domain: domainOf(members.map(({ points }) => points)),
  }));
}

/** All series in a sentence: "11 series with 120 values from 78 sources; no line joins the values of two." */
export function seriesSentence(list: readonly SeriesNode[]): string {
  if (list.length === 0) return "No series is on file.";
  const points = list.flatMap((series) => series.points);
  const sources = new Set(points.map(({ source }) => source)).size;
  const apart = list.length > 1 ? "; no line joins the values of two" : "";
  return `${capitalize(countOf(list.length, "series", "series"))} with ${countOf(points.length, "value", "values")} from ${countOf(sources, "source", "sources")}${apart}.`;
}

/** What the chart shows in words: its ends, its highest and lowest value, and the years without one. */
export function describeSeries({ points, data }: SeriesNode): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return "No value is on file.";
  if (points.length === 1) return `One value is on file: ${formatNumber(first.y)} ${data.unit} ${when(first)}.`;
  const values = points.map(({ y }) => y);
  const ends = `${countOf(points.length, "value", "values")}. First: ${formatNumber(first.y)} ${data.unit} ${when(first)}; last: ${valueAt(last)}.`;
  const peak = extreme("highest", points, Math.max(...values));
  const trough = extreme("lowest", points, Math.min(...values));
  const between = [peak, trough].filter((text) => text !== null).join("; ");
  return [ends, between && `${capitalize(between)}.`, describeGaps(points)].filter(Boolean).join(" ");
}

/** describeGaps(points) → "No value is on file for 2006 and 2019 to 2022."; "" where every year has one or the values are not yearly. */
export function describeGaps(points: SeriesNode["points"]): string {
  if (!isYearly(points)) return "";
  const years = points.map(({ x }) => Number(x.edtf.slice(0, 4)));
  const gaps = years.flatMap((year, i) => {
    const before = years[i - 1];
    if (before === undefined || year - before < 2) return [];
    return [year - before === 2 ? String(before + 1) : `${before + 1} to ${year - 1}`];
  });
  if (gaps.length === 0) return "";
  const listed = gaps.length === 1 ? gaps[0] : `${gaps.slice(0, -1).join(", ")} and ${gaps.at(-1)}`;
  return `No value is on file for ${listed}.`;
}

/** How the chart of a series is read, in sentences. */
export function seriesReading({ points }: SeriesNode): string[] {
  const yearly = isYearly(points);
  return [
    "Each dot is one published value.",
    yearly
      ? "A line joins neighbouring years on one basis. Where a year is missing or the basis changes, the line is broken."
      : "The dots are not joined: the values stand for single days or months, and their sources need not count in the same way.",
    ...(!yearly && points.some(({ x }) => isInexact(x))
      ? ["A bar is a value whose day is not known exactly: it runs over the days that are meant."]
      : []),
    "The scale starts at zero.",
  ];
}

/** Italic figures count people; whether a series does so, its unit says. */
export function isCountOfPeople(unit: string): boolean {
  return /\b(people|persons|personnel|dead|killed|survivors|troops)\b/i.test(unit);
}

/** The sources of a series: those of its values first, in their order, then those it names besides. */
export function sourcesOfSeries(series: SeriesNode): SourceNode[] {
  return [...new Set([...series.points.map(({ source }) => source), ...series.sources])];
}

/** extreme("lowest", points, 48000) → "lowest 48,000 in 2012 and in 2013"; null where the first or the last value is the one meant. */
function extreme(word: string, points: SeriesNode["points"], value: number): string | null {
  const there = points.filter(({ y }) => y === value);
  if (there.length > 3 || (there.length === 1 && (there[0] === points[0] || there[0] === points.at(-1)))) return null;
  return `${word} ${formatNumber(value)} ${there.map(when).join(" and ")}`;
}

function valueAt(point: SeriesNode["points"][number]): string {
  return `${formatNumber(point.y)} ${when(point)}`;
}

function when({ x }: SeriesNode["points"][number]): string {
  const day = x.precision === "day" && !x.approximate && !x.uncertain;
  return `${day ? "on" : x.precision === "interval" ? "" : "in"} ${formatDate(x)}`.trim();
}
