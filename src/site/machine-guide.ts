/** The guide for machines that read texts, llms.txt: what there is, where, and how it may be repeated. */
import type { Dossier } from "../graph/nodes.ts";
import { formatDay } from "../model/dates.ts";
import type { Urls } from "./urls.ts";

/** @param dataset path of the dataset below the site */
export function formatGuide({ site, articles }: Dossier, urls: Urls, dataset: string): string {
  const link = (path: string, words: string, about: string) => `- [${words}](${urls.absolute(urls.page(path))}): ${about}`;
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
    [
      link("claims/", "Claims", "by status, each with who says it and what is against it"),
      link("timeline/", "Timeline", "what happened when"),
      link("strikes/", "Strikes", "with the range of each over its records"),
      link("counts/", "Counts", "published totals beside our own"),
      link("actors/", "Actors", "who says what, and what is said of them"),
      link("sources/", "Sources", "what each page is and what rests on it"),
      link("unknowns/", "What is not known", "nothing of it is counted"),
      link("browse/", "Index", "every entry by name, month and region"),
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
