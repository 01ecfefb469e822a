/** The parts of the report about entries: which, what fields, and the days from which they were known. */
import { formatDay, type Day } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import type { Impact } from "./assess-impact.ts";
import type { FieldChange } from "./compare-fields.ts";
import { nameIn, type EntryChange, type EntryWay } from "./entry-changes.ts";
import { code, escapeText, section, table } from "./markdown.ts";
import { fileOf } from "./pair-entries.ts";

/** filePath("claims/a.md") → "`content/claims/a.md`" */
export type FilePath = (file: string) => string;

const WORDS: Record<EntryWay, string> = {
  added: "added",
  removed: "removed",
  renamed: "renamed",
  merged: "merged",
  withdrawn: "withdrawn",
  restored: "no longer withdrawn",
  changed: "changed",
  form: "form only",
  unread: "with faults",
};

export function formatEntries({ entries, site }: Impact, path: FilePath): string | null {
  const ofSite = site.way === "same" ? [] : [[WORDS[site.way], "settings", path("site.yaml"), "the site’s own words and settings"]];
  const ofEntries = entries.map((entry) => [
    WORDS[entry.way],
    KINDS[entry.pair.kind].one,
    path(fileOf(entry.pair)),
    aboutEntry(entry, path),
  ]);
  const fields = [
    ...site.fields.map((change) => ({ file: "site.yaml", change })),
    ...entries.flatMap(({ pair, fields: changes }) => changes.map((change) => ({ file: fileOf(pair), change }))),
  ];
  return section(
    "Entries",
    ofSite.length + ofEntries.length > 0 ? table(["Change", "Kind", "File", "Entry"], [...ofSite, ...ofEntries], 40) : null,
    fields.length > 0
      ? table(
          ["File", "Field", "Before", "After"],
          fields.map(({ file, change }, i) => [fields[i - 1]?.file === file ? "" : path(file), ...fieldCells(change)]),
          60,
        )
      : null,
  );
}

function aboutEntry({ pair, way }: EntryChange, path: FilePath): string {
  const node = pair.after?.node ?? pair.before?.node;
  const name = node ? escapeText(nameIn(node)) : "cannot be read; see the problems below";
  if (way === "unread" && node) return `${name} (cannot be read ${pair.after?.node ? "before" : "now; see the problems below"})`;
  if (way === "renamed") return `${name} (was ${path(pair.before?.file.file ?? "")})`;
  if (way === "merged") return `${name} (its id leads to ${path(pair.heir?.file.file ?? "")})`;
  if (way === "removed") return `${name} (no entry has its id in \`formerIds\`)`;
  const withdrawn = pair.after?.node?.data.withdrawn;
  if (way === "withdrawn" && withdrawn) return `${name} (${formatDay(withdrawn.date)}: ${escapeText(withdrawn.reason)})`;
  return name;
}

function fieldCells({ field, before, after }: FieldChange): string[] {
  const value = (text: string | null) => (text === null ? "*not set*" : escapeText(text));
  return [code(field), value(before), value(after)];
}

export function formatKnownDays({ known }: Impact, path: FilePath): string | null {
  if (known.length === 0) return null;
  return section(
    "Known days",
    "The days from which entries were publicly known; those of claims stand with the claims.",
    table(
      ["Entry", "Before", "After"],
      known.map(({ node, before, after }) => [path(node.file), dayWords(before), dayWords(after)]),
    ),
  );
}

export function dayWords(day: Day | null): string {
  return day === null ? "not known" : formatDay(day);
}
