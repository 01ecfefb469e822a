/**
 * How pages are cited: an analysis as a line of text, as BibTeX and as CSL-JSON, any other entry as a line of text. The day of reading is
 * the reader's to add.
 */
import type { ArticleNode } from "../graph/nodes.ts";
import { formatDay, type Day } from "../model/dates.ts";
import type { Site } from "../model/site.ts";

/** The fields of CSL-JSON that are used here; see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables. */
export interface CslItem {
  id: string;
  type: "webpage";
  title: string;
  "container-title": string;
  publisher?: string;
  author?: { literal: string }[];
  issued: { "date-parts": [[number, number, number]] };
  URL: string;
  language: string;
  note: string;
}

/** @param url absolute address of the article's page. */
export function cslOf({ id, data }: ArticleNode, site: Site, url: string): CslItem {
  return {
    id,
    type: "webpage",
    title: data.title,
    "container-title": site.title,
    ...(site.publisher.name && { publisher: site.publisher.name }),
    ...(data.byline && { author: [{ literal: data.byline }] }),
    issued: { "date-parts": [partsOf(data.updated ?? data.published)] },
    URL: url,
    language: site.language,
    note: `As publicly known on ${formatDay(data.asOf)}`,
  };
}

/** citeLine(item) → "“A title”, Soundings, 22 November 2026, as publicly known on 19 October 2025, https://example.org/analysis/a/" */
export function citeLine(item: CslItem): string {
  const { author, title, publisher, issued, note, URL } = item;
  const [[year, month, day]] = issued["date-parts"];
  const date = formatDay(`${year}-${pad(month)}-${pad(day)}`);
  const by = author?.map(({ literal }) => `${literal}, `).join("") ?? "";
  return `${by}“${title}”, ${houseOf(item["container-title"], publisher)}, ${date}, ${note.replace(/^A/, "a")}, ${URL}`;
}

/**
 * citeEntry("Quill said “oil”", …) → "“Quill said ‘oil’”, Soundings, record to 30 June 2026, https://example.org/claims/a/". An entry
 * describes the whole record and has no date of its own: its version is the record's last day, or the day of its last correction beside it.
 * @param corrected the days on which the entry was corrected.
 */
export function citeEntry(title: string, site: Site, url: string, corrected: readonly Day[] = []): string {
  const last = corrected.toSorted().at(-1);
  const version = `record to ${formatDay(site.recordEnds)}${last ? `, corrected on ${formatDay(last)}` : ""}`;
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”, ${houseOf(site.title, site.publisher.name)}, ${version}, ${url}`;
}

function houseOf(title: string, publisher: string | null | undefined): string {
  return publisher && publisher !== title ? `${title}, ${publisher}` : title;
}

/** An entry for BibTeX, biblatex's kind “online”. */
export function bibtexOf(item: CslItem): string {
  const [[year, month, day]] = item.issued["date-parts"];
  const fields: [name: string, value: string | undefined][] = [
    ["title", item.title],
    ["author", item.author?.map(({ literal }) => `{${literal}}`).join(" and ")],
    ["organization", item.publisher ?? item["container-title"]],
    ["date", `${year}-${pad(month)}-${pad(day)}`],
    ["note", item.note],
    ["langid", item.language === "en" ? "english" : undefined],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = {${name === "title" ? `{${escape(value)}}` : escape(value)}},`] : [],
  );
  return `@online{${item.id},\n${lines.join("\n")}\n  url = {${item.URL}},\n}\n`;
}

const SPECIAL: Record<string, string> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/** Signs with a meaning in TeX, written so that they are printed; braces stay, since they group. */
function escape(text: string): string {
  return text.replace(/[\\~^]/g, (sign) => SPECIAL[sign] ?? sign).replace(/[#$%&_]/g, "\\$&");
}

function partsOf(day: Day): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
