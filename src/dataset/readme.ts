/** What goes with the files wherever they go: what they are, and what to bear in mind before anything is added up. */
import type { Site } from "../model/site.ts";
import { SEARCH_TABLE } from "./examples.ts";
import type { Release } from "./release.ts";

/** The rule by which the dataset changes. */
export const COMPATIBILITY =
  "Within version 1, tables and columns keep their names, types and meanings, and an id means the same entry for ever. New tables, new columns at the end and new values of a list may come. What cannot keep to that comes as version 2, in a folder of its own.";

/** How to read a release's version. */
export const VERSION_MEANS =
  "Before the + stands the version of the tables; after it the last day that the record names and the first twelve digits of the SHA-256 of `dossier.json`, which change with the record: cite the whole.";

/** What the page about the data says too. */
export function caveats({ countsRestOn }: Pick<Site, "countsRestOn">): string[] {
  return [
    "A record is what one source reports. Records of one strike overlap and must not be added up; `killed_min` and `killed_max` of `strikes` are their range.",
    ...(countsRestOn ? [`The counts rest on ${countsRestOn}.`] : []),
    "A status says where a claim stands in the sources cited, not whether it is true. Do not print a claim without its speaker, nor an accusation without its answer: `line` and `reply` of `claims` have both, in the tables and in `entries/claims.json`.",
    "What was withdrawn is named in `withdrawn.json` alone, with the day and the reason, and no other file repeats it; in `entries/`, an id that names no entry is that of one withdrawn.",
    "Dates are in EDTF: 2025-09-15~ is about that day, 2025-10-13/2025-10-18 some day between. The columns that end in `_earliest` and `_latest` give the span, for about a day with a day either side; one of them alone claims a precision that is not there.",
    "An empty cell means that no source says, or, of an id, that its entry was withdrawn; it never means zero.",
    "`known` is the day from which the cited sources made something public; it is derived from their dates.",
    "No position of any strike is on file. A position in `places` carries a name on a map and is not that of an event.",
    "In CSV, text that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet computes it; JSON and SQLite have it as it is.",
  ];
}

/** @param home absolute address of the page about the dataset */
export function formatReadme(site: Site, release: Release, home: string): string {
  const licence = site.licence
    ? `Licence: ${site.licence.name}, ${site.licence.url}. Name the record and say what you changed; the sources that it cites keep their own rights.`
    : "No licence is stated. Ask the publisher before you reuse more than a quotation.";
  return `${[
    `# ${site.title}: ${site.dossier}`,
    site.description,
    `Version ${release.version}, of ${release.day}; the record runs from ${site.baseDate} to ${site.recordEnds}. ${VERSION_MEANS} From ${home}`,
    licence,
    "`codebook.md` explains every table and column, `datapackage.json` says the same to machines, `SHA256SUMS` has the sums of the files, `CITATION.cff` how to cite. The archive unpacks into one folder that bears the version; in it, `sha256sum -c SHA256SUMS` checks every file.",
    "`charts/` has the data of the charts and, as SVG, the drawings of the pages; `NAME.metadata.json` says which drawings show `NAME.csv`. A file without one is shown in a table or list, or drawn entry by entry beside the page of each claim, actor or series.",
    `\`dataset.sqlite\` has the tables with their keys. ${SEARCH_TABLE} Worked examples, with what they print: ${home}#examples`,
    "## What to bear in mind",
    caveats(site)
      .map((line) => `- ${line}`)
      .join("\n"),
    "## What stays the same",
    COMPATIBILITY,
  ].join("\n\n")}\n`;
}
