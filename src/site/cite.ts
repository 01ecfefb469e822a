/** How pages are cited: each entry as a line of text, an analysis as BibTeX and as CSL-JSON too. The day of reading is the reader's to add. */
import { correctionDays, revisedOn } from "../graph/correction-days.ts";
import type { ArticleNode, Dossier, DossierNode } from "../graph/nodes.ts";
import { formatDay, type Day } from "../model/dates.ts";

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

/** What a citation has besides the page: the site, and on which days what stands on it was corrected. */
type CitedRecord = Pick<Dossier, "site" | "corrections">;

/**
 * citeLine("Quill said “oil”", "https://example.org/claims/a/", claim, dossier) → "“Quill said ‘oil’”, Soundings, record to 30 June 2026,
 * https://example.org/claims/a/". An entry describes the whole record and has no date of its own: its version is the record's last day, and
 * the day of its last correction beside it. An analysis has the day of its last change, and the day whose knowledge it describes.
 * @param node the entry that the page is about; null for a page that has several.
 */
export function citeLine(title: string, url: string, node: DossierNode | null, record: CitedRecord): string {
  const { title: name, publisher } = record.site;
  const by = node?.kind === "article" && node.data.byline ? `${node.data.byline}, ` : "";
  const house = publisher.name && publisher.name !== name ? `${name}, ${publisher.name}` : name;
  return `${by}“${title.replaceAll("“", "‘").replaceAll("”", "’")}”, ${house}, ${versionOf(node, record)}, ${url}`;
}

function versionOf(node: DossierNode | null, record: CitedRecord): string {
  if (node?.kind === "article") return `${formatDay(changedOn(node, record))}, as publicly known on ${formatDay(node.data.asOf)}`;
  const last = node && correctionDays(node, record).toSorted().at(-1);
  return `record to ${formatDay(record.site.recordEnds)}${last ? `, corrected on ${formatDay(last)}` : ""}`;
}

/** The day of an analysis: of its last update or correction, else that of its publication. */
function changedOn(article: ArticleNode, record: CitedRecord): Day {
  return revisedOn(article, record) ?? article.data.published;
}

/** @param url absolute address of the article's page. */
export function cslOf(article: ArticleNode, record: CitedRecord, url: string): CslItem {
  const { id, data } = article;
  const { site } = record;
  return {
    id,
    type: "webpage",
    title: data.title,
    "container-title": site.title,
    ...(site.publisher.name && { publisher: site.publisher.name }),
    ...(data.byline && { author: [{ literal: data.byline }] }),
    issued: { "date-parts": [partsOf(changedOn(article, record))] },
    URL: url,
    language: site.language,
    note: `As publicly known on ${formatDay(data.asOf)}`,
  };
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
