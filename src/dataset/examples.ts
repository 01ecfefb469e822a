/** Worked examples for those who take the data away; each is run by a test on the files that we publish. */

export interface Example {
  id: string;
  title: string;
  /** The question that it answers. */
  asks: string;
  /** @param folder absolute address of the dataset, which may also be a folder on disk */
  code(folder: string): string;
}

/** People reported killed by month and region: the range over all records, without adding records of one strike. */
export const SQL_EXAMPLE = `SELECT CASE substr(events.date_earliest, 1, 7)
         WHEN substr(events.date_latest, 1, 7) THEN substr(events.date_latest, 1, 7)
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

export const EXAMPLES: readonly Example[] = [
  {
    id: "sql",
    title: "SQL: killed by month and region",
    asks: "Download dataset.sqlite and open it with any SQLite client. How many people were reported killed in each month and region, at least and at most? A strike whose date may lie in more than one month stands under “not certain”.",
    code: () => SQL_EXAMPLE,
  },
  {
    id: "pandas",
    title: "pandas: where sources differ on a strike",
    asks: "Of which strikes do the records on file give different numbers of dead, and who gives which?",
    code: (folder) => `import pandas as pd

folder = "${folder}"
records = pd.read_csv(folder + "casualty_records.csv").dropna(subset=["killed_min"])
sources = pd.read_csv(folder + "sources.csv")[["id", "publisher"]]
ranges = ["killed_min", "killed_max"]
differ = records.groupby("strike").filter(lambda one: len(one[ranges].drop_duplicates()) > 1)
table = differ.merge(sources, left_on="source", right_on="id")[["strike", "publisher", "grade", *ranges]]
print(table.to_string(index=False))`,
  },
  {
    id: "d3",
    title: "d3: claims by status over time",
    asks: "How many claims of each status were made in each month? Inexact dates are left out, and said to be.",
    code: (folder) => `import { csv, rollup } from "d3";

const claims = await csv("${folder}claims.csv");
const exact = claims.filter((claim) => claim.date_precision === "day");
const counts = rollup(exact, (list) => list.length, (claim) => claim.date.slice(0, 7), (claim) => claim.status);
console.log(counts, \`left out: \${claims.length - exact.length}\`);`,
  },
];
