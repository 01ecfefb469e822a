/** The guide for machines that read texts, llms.txt: what there is, where, and how it may be repeated. */
import type { Dossier } from "../graph/nodes.ts";
import { formatDay } from "../model/dates.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import type { Urls } from "./urls.ts";
import { capitalize } from "./words.ts";

/** @param dataset path of the dataset below the site */
export function formatGuide({ site, articles }: Dossier, urls: Urls, dataset: string): string {
  const link = (path: string, words: string, about: string) => `- [${words}](${urls.absolute(urls.page(path))}): ${about}`;
  const listOf = (kind: Kind, about: string) => link(`${dataset}entries/${KINDS[kind].folder}.json`, capitalize(KINDS[kind].many), about);
  return `${[
    `# ${site.title}: ${site.dossier}`,
    `> ${site.description}`,
    [
      `The record runs to ${formatDay(site.recordEnds)}.`,
      "Each entry has its page, and beside it the same as Markdown (index.md) and as JSON (index.json).",
      "Repeat no claim without who makes it and its status, and no accusation without the answer that stands with it.",
      "A status says where a claim stands in the sources cited, never whether it is true. What was withdrawn is not to be repeated; withdrawn.json alone names it.",
      ...(site.licence ? [`Licence: ${site.licence.name}, ${site.licence.url}.`] : []),
    ].join(" "),
    "## Analyses",
    articles.map(({ id, data }) => link(`analysis/${id}/index.md`, data.title, `as publicly known on ${formatDay(data.asOf)}`)).join("\n"),
    "## The record",
    "Each list has the entries of one kind with `page`, their address; `index.md` below it is an entry as Markdown, `index.json` as JSON.",
    [
      listOf("claim", "each with who says it, its status and what stands against it"),
      listOf("event", "what happened when, strikes with what each source reports"),
      listOf("actor", "who says what, and what is said of them"),
      listOf("total", "counts that others published"),
      listOf("source", "what each page is"),
      listOf("place", "named places, with how exact each is"),
      listOf("series", "numbers behind the context charts"),
      listOf("lead", "what no citable page supports yet; nothing of it is counted"),
      listOf("correction", "what was wrong and what it says now"),
    ].join("\n"),
    "## Data",
    [
      link(`${dataset}README.md`, "Read first", "what to bear in mind before anything is added up"),
      link(`${dataset}codebook.md`, "Codebook", "every table and column"),
      link(`${dataset}datapackage.json`, "Data Package", "the tables as CSV with types and keys"),
      link(`${dataset}dossier.json`, "Everything in one file", "every entry that stands, as the editors wrote it"),
      link(`${dataset}withdrawn.json`, "Withdrawn", "which entries were withdrawn, when and why"),
    ].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}
