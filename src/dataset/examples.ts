/** Worked examples for those who take the data away; each is run by a test on the files that we publish. What they print: example-results.ts. */

export interface Example {
  id: "sql" | "search" | "pandas" | "d3";
  title: string;
  /** The question that it answers, and what it needs; a word in backticks is code. */
  asks: string;
  /** @param folder address of the dataset with a slash at the end, or "./" for files that lie beside the example */
  code(folder: string): string;
}

/** People reported killed by month and region: the range over all records, without adding records of one strike. */
export const SQL_EXAMPLE = `SELECT CASE substr(events.date_earliest, 1, 7)
         WHEN substr(events.date_latest, 1, 7)
         THEN substr(events.date_latest, 1, 7)
         ELSE 'not certain'
       END AS month,
       strikes.region,
       sum(strikes.strikes) AS strikes,
       sum(strikes.killed_min) AS killed_min,
       sum(strikes.killed_max) AS killed_max
FROM strikes
JOIN events USING (id)
GROUP BY month, region
ORDER BY month, region;`;

/** A phrase or the beginning of a word, the nearest first. */
export const SEARCH_EXAMPLE = `SELECT kind, id, title
FROM search
WHERE search MATCH '"search and rescue" OR survivor*'
ORDER BY rank, id
LIMIT 5;`;

/** What the table `search` of the SQLite file is; the README says it too. */
export const SEARCH_TABLE =
  '`search` has one row for each entry that stands: `kind`, `id`, `title`, `names` (other names, the number of a claim) and `text` (the rest of what it says). `MATCH` takes words that must all be there, in any order, without regard to case and accents; `"…"` for words in their order, `*` after the beginning of a word, `OR`, `NOT`, and `title:` before a word that must be in the title. `rank` sorts the nearest first.';

export const EXAMPLES: readonly Example[] = [
  {
    id: "sql",
    title: "SQL: killed by month and region",
    asks: "Download `dataset.sqlite` and open it with any SQLite client. How many people were reported killed in each month and region, at least and at most? A strike whose date may lie in more than one month stands under “not certain”.",
    code: () => SQL_EXAMPLE,
  },
  {
    id: "search",
    title: "SQL: search the full text",
    asks: `Which entries speak of survivors or of search and rescue? The same file has a full-text index (SQLite’s FTS5). ${SEARCH_TABLE}`,
    code: () => SEARCH_EXAMPLE,
  },
  {
    id: "pandas",
    title: "pandas: where sources differ on a strike",
    asks: "Of which strikes do the records on file give different numbers of dead, and who gives which? `Int64` keeps whole numbers whole where a cell is empty.",
    code: (folder) => `import pandas as pd

folder = "${folder}"
ranges = ["killed_min", "killed_max"]
records = pd.read_csv(folder + "casualty_records.csv", dtype={end: "Int64" for end in ranges})
records = records.dropna(subset=["killed_min"])
sources = pd.read_csv(folder + "sources.csv")[["id", "publisher"]]
differ = records.groupby("strike").filter(lambda one: len(one[ranges].drop_duplicates()) > 1)
table = differ.merge(sources, left_on="source", right_on="id")[["strike", "publisher", "grade", *ranges]]
table = table.sort_values(["strike", *ranges, "publisher"])
print(table.to_string(index=False))`,
  },
  {
    id: "d3",
    title: "d3: claims by status over time",
    asks: "How many claims of each status were made in each month? Inexact dates are left out, and said to be. `d3` is the npm package of that name: `npm install d3`, and a bundler such as Vite puts it into your page as a module. A page on another origin may read the files only if the host of this site sends `Access-Control-Allow-Origin` for `/data/`; if it does not, download `claims.csv` to a place beside your page and write `./claims.csv`.",
    code: (folder) => `import { csv, rollup } from "d3";

const claims = await csv("${folder}claims.csv");
const exact = claims.filter((claim) => claim.date_precision === "day");
const counts = rollup(exact, (list) => list.length, (claim) => claim.date.slice(0, 7), (claim) => claim.status);
const statuses = [...new Set(exact.map((claim) => claim.status))].sort();
console.log("month", ...statuses);
for (const month of [...counts.keys()].sort()) console.log(month, ...statuses.map((status) => counts.get(month).get(status) ?? 0));
console.log(\`left out: \${claims.length - exact.length}\`);`,
  },
];
