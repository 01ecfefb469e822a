import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Ajv, type AnySchema } from "ajv";
import addFormats from "ajv-formats";
import { rollup } from "d3-array";
import { csvParse, csvParseRows } from "d3-dsv";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CHART_FILES, metadataName } from "../../src/dataset/chart-files.ts";
import { field } from "../../src/dataset/columns.ts";
import { formatCsv } from "../../src/dataset/csv-file.ts";
import { packageName } from "../../src/dataset/datapackage.ts";
import { printedBy } from "../../src/dataset/example-results.ts";
import { EXAMPLES, SEARCH_TABLE, SQL_EXAMPLE, type Example } from "../../src/dataset/examples.ts";
import { formatCitation } from "../../src/dataset/citation.ts";
import { datasetFiles } from "../../src/dataset/files.ts";
import { releaseOf } from "../../src/dataset/release.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { formatSqlite } from "../../src/dataset/sqlite-file.ts";
import { defineTable, type Cell, type Column } from "../../src/dataset/table.ts";
import { datasetTables } from "../../src/dataset/tables.ts";
import { computeLedger } from "../../src/graph/ledger.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, article, claim, correction, dossierOf, event, lead, place, series, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const small = dossierOf(
  actor({ id: "quill", name: "Ada Quill", aliases: ["The ferryman"], roles: [{ title: "Captain", from: "2030", sources: ["wire"] }] }),
  article(),
  claim({ id: "a", number: 1, kind: "accusation", about: ["quill"], figures: [{ value: 2, unit: "tons", what: "Oil." }] }),
  claim({ id: "b", relations: [{ to: "a", type: "supports" }] }),
  correction({ entry: "drill" }),
  event({ id: "talks", date: "2031-03-01~", place: "place", actors: [{ actor: "quill", part: "host" }] }),
  lead(),
  place({ aliases: ["Lago"] }),
  series(),
  source({ id: "copy", derivesFrom: ["wire"] }),
  strike({
    id: "drill",
    title: '=A "drill", with oil',
    casualties: [
      { source: "wire", killed: { min: 2, max: 3 }, note: "Two lines\nand a, comma" },
      { source: "copy", note: "No number." },
    ],
  }),
  total({ killed: 2, strikes: 1 }),
);

const gone = { withdrawn: { date: "2031-06-01", reason: "Misread." } };
const withoutWithdrawn = setAsideWithdrawn(
  dossierOf(
    actor({ id: "ben", name: "Ben Rook", ...gone }),
    source({ id: "lost", ...gone }),
    claim({ id: "said", assertedBy: "ben", about: ["ben"], sources: ["wire", "lost"] }),
    strike({ id: "drill", casualties: [{ source: "lost", killed: 2 }], sources: ["wire", "lost"] }),
    total({ killed: 2, source: "lost", gap: [{ strike: "drill", killed: 2, why: "Counted." }] }),
  ),
);

/** Whether a cell is what its column promises. */
function isOf({ type, values, isRequired }: Column, cell: Cell): boolean {
  if (cell === null) return !isRequired;
  if (values && !values.includes(String(cell))) return false;
  switch (type) {
    case "string":
      return typeof cell === "string" && cell !== "";
    case "date":
      return typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell);
    case "boolean":
      return typeof cell === "boolean";
    case "integer":
      return Number.isInteger(cell);
    case "number":
      return typeof cell === "number" && Number.isFinite(cell);
  }
}

describe.each([
  ["of what we publish", published],
  ["of a small dossier", small],
  ["of none", dossierOf()],
  ["without a speaker and a source that were withdrawn", withoutWithdrawn],
] as [string, Dossier][])("the tables %s", (_, dossier) => {
  const tables = datasetTables(dossier, urls);

  test("have in every cell what its column promises", () => {
    const wrong = tables.flatMap(({ name, columns, rows }) =>
      rows.flatMap((row) =>
        Object.entries(columns).flatMap(([column, definition]) =>
          isOf(definition, row[column] ?? null) ? [] : `${name}.${column}: ${row[column]}`,
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("name each row once", () => {
    for (const { name, key, rows } of tables) {
      const keys = rows.map((row) => key.map((column) => row[column]).join("\t"));
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  test("refer to rows that are there", () => {
    const ids = new Map(tables.map(({ name, rows }) => [name, new Set(rows.map((row) => row["id"]))]));
    const dangling = tables.flatMap(({ name, columns, rows }) =>
      Object.entries(columns).flatMap(([column, { of }]) => {
        if (of === undefined) return [];
        return rows.flatMap((row) =>
          row[column] === null || ids.get(of)?.has(row[column] ?? null) ? [] : `${name}.${column}: ${row[column]}`,
        );
      }),
    );
    expect(dangling).toEqual([]);
  });
});

describe("the tables", () => {
  const tableOf = (name: string) => datasetTables(small, urls).find((table) => table.name === name) ?? expect.unreachable(name);

  test("have a strike with its date, its range and what each source gives", () => {
    expect(tableOf("events").rows.find(({ id }) => id === "drill")).toMatchObject({
      date: "2031-03-04",
      date_precision: "day",
      kind: "strike",
    });
    expect(tableOf("strikes").rows).toMatchObject([{ id: "drill", killed_min: 2, killed_max: 3, strikes: 1 }]);
    expect(tableOf("casualty_records").rows).toMatchObject([
      { source: "wire", grade: "original", killed_min: 2, killed_max: 3 },
      { source: "copy", killed_min: null, killed_max: null },
    ]);
  });

  test("add up to the ledger", () => {
    const rows = datasetTables(published, urls).find(({ name }) => name === "strikes")?.rows ?? [];
    expect(rows.map(({ id }) => id)).toEqual(published.strikes.map(({ id }) => id));
    const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
    const { killed, strikes, vessels } = computeLedger(published.strikes, { asOf: null });
    expect({ min: sum("killed_min"), max: sum("killed_max") }).toEqual(killed);
    expect({ strikes: sum("strikes"), vessels: sum("vessels") }).toEqual({ strikes, vessels });
  });

  test("name nothing that was withdrawn", () => {
    const tables = datasetTables(withoutWithdrawn, urls);
    const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows;
    expect(rowsOf("claims")).toMatchObject([{ id: "said", asserted_by: null }]);
    expect(rowsOf("claim_about")).toEqual([]);
    expect(rowsOf("claim_sources")).toEqual([{ claim: "said", source: "wire" }]);
    expect(rowsOf("casualty_records")).toEqual([]);
    expect(rowsOf("strikes")).toMatchObject([{ id: "drill", killed_min: null, killed_max: null }]);
    expect(computeLedger(withoutWithdrawn.strikes, { asOf: null })).toMatchObject({ killed: { min: 0, max: 0 }, strikes: 1 });
    expect(rowsOf("totals")).toEqual([]);
    expect(rowsOf("total_gaps")).toEqual([]);
  });

  test("have no role, tie or later development without a source that stands", () => {
    const parts = (sources: string[]) => ({
      roles: [{ title: "Captain", from: "2030", sources }],
      relations: [{ to: "speaker", type: "accuses", from: "2031-03-04", note: "Of hiding a barge.", sources }],
    });
    const dossier = setAsideWithdrawn(
      dossierOf(
        actor({ id: "ben", name: "Ben Rook", ...parts(["wire", "lost"]) }),
        actor({ id: "cy", name: "Cy Moss", ...parts(["lost"]) }),
        claim({ developments: [{ date: "2031-03-06", summary: "It was said again.", sources: ["lost"] }] }),
        source({ id: "lost", ...gone }),
      ),
    );
    const rowsOf = (name: string) => datasetTables(dossier, urls).find((table) => table.name === name)?.rows;
    expect(rowsOf("actor_roles")).toMatchObject([{ actor: "ben", title: "Captain", sources: "wire", known: "2031-03-05" }]);
    expect(rowsOf("actor_relations")).toMatchObject([
      { actor: "ben", relation: "accuses", other: "speaker", note: "Of hiding a barge.", sources: "wire", known: "2031-03-05" },
    ]);
    expect(rowsOf("claim_developments")).toEqual([]);
  });

  test("have what is not known, what differs and what is only said", () => {
    const dossier = dossierOf(
      actor({ id: "crew", name: "The Reed Crew", kind: "armed-group" }),
      claim({ dateBasis: "The page gives no day.", knownSince: "2031-03-07", knownBasis: "Its copy is dated." }),
      event({ id: "talks", related: ["drill"], alsoNamed: ["A pilot"] }),
      lead({ on: ["talks"], sources: ["wire"], byName: "A relative", nationality: "Velmish" }),
      series({ caveats: ["One lake only."], sources: ["wire"] }),
      strike({
        id: "drill",
        allegedAffiliation: { group: "crew", by: "speaker", statement: "Called them smugglers." },
        departedFrom: "Velm",
        nationalities: [{ nationality: "Velmish", basis: "A relative says so.", source: "wire" }],
        disputes: [
          {
            about: "Cargo",
            versions: [
              { by: "speaker", says: "Oil.", source: "wire" },
              { byName: "A relative", says: "Reeds.", source: "wire" },
            ],
          },
        ],
        unknown: [{ what: "names of the dead", note: "Not disclosed.", lastChecked: "2031-06-01" }],
        components: [{ strike: "The first", vessels: 1, aboard: 2 }],
      }),
      total({
        killed: 5,
        explanation: "One is not explained.",
        gap: [
          { strike: "drill", killed: 1, why: "Counted twice." },
          { lead: "lead", killed: 1, why: "Counted." },
        ],
        unexplained: { killed: 1 },
        counting: { rule: "presumed-dead-not-counted", except: ["drill"] },
      }),
    );
    const rowsOf = (name: string) => datasetTables(dossier, urls).find((table) => table.name === name)?.rows;
    expect(rowsOf("claims")).toMatchObject([{ date_basis: "The page gives no day.", known_basis: "Its copy is dated." }]);
    expect(rowsOf("event_related")).toEqual([{ event: "drill", other: "talks" }, { event: "talks", other: "drill" }]); // prettier-ignore
    expect(rowsOf("event_names")).toEqual([{ event: "talks", position: 1, name: "A pilot" }]);
    expect(rowsOf("leads")).toMatchObject([{ by_name: "A relative", nationality: "Velmish" }]);
    expect(rowsOf("lead_events")).toEqual([{ lead: "lead", event: "talks" }]);
    expect(rowsOf("lead_sources")).toEqual([{ lead: "lead", source: "wire" }]);
    expect(rowsOf("series_caveats")).toEqual([{ series: "series", position: 1, caveat: "One lake only." }]);
    expect(rowsOf("series_sources")).toEqual([{ series: "series", source: "wire" }]);
    expect(rowsOf("strikes")).toMatchObject([
      { alleged_group: "crew", alleged_by: "speaker", alleged_statement: "Called them smugglers.", departed_from: "Velm" },
    ]);
    expect(rowsOf("strike_nationalities")).toMatchObject([{ nationality: "Velmish", basis: "A relative says so.", source: "wire" }]);
    expect(rowsOf("strike_disputes")).toMatchObject([
      { position: 1, about: "Cargo", version_by: "speaker", says: "Oil.", source: "wire" },
      { position: 2, about: "Cargo", version_by: null, version_by_name: "A relative", says: "Reeds." },
    ]);
    expect(rowsOf("strike_unknowns")).toMatchObject([{ what: "names of the dead", note: "Not disclosed.", last_checked: "2031-06-01" }]);
    expect(rowsOf("strike_components")).toMatchObject([{ which: "The first", vessels: 1, aboard: 2 }]);
    expect(rowsOf("totals")).toMatchObject([{ unexplained_killed: 1, unexplained_strikes: null }]);
    expect(rowsOf("total_gaps")).toMatchObject([
      { strike: "drill", lead: null, killed: 1, why: "Counted twice." },
      { strike: null, lead: "lead", killed: 1 },
    ]);
    expect(rowsOf("total_exceptions")).toEqual([{ total: "total", strike: "drill" }]);
  });

  test("say how inexact a date is", () => {
    expect(tableOf("events").rows.find(({ id }) => id === "talks")).toMatchObject({ date: "2031-03-01~", date_precision: "approximate" });
  });

  test("have an accusation with its speaker, its status and whether it is answered", () => {
    expect(tableOf("claims").rows.find(({ id }) => id === "a")).toMatchObject({
      line: "Ada Quill: The barge carried lamp oil",
      status: "asserted",
      reply: "no answer on file",
    });
  });

  test("say of a column what it means, not what an editor has to do", () => {
    const instructs = /\b(?:leave (?:it )?out|has to|must|should|delete|unique|at most \d+ words|sentences)\b/i;
    const columns = datasetTables(small, urls).flatMap(({ name, columns: all }) => Object.entries(all).map(([column, { means }]) => `${name}.${column}: ${means}`)); // prettier-ignore
    expect(columns.filter((line) => instructs.test(line))).toEqual([]);
    const schema = datasetFiles(small, small, [], urls).find(({ name }) => name === "schema/sources.json");
    expect(strFromU8(schema?.bytes() ?? new Uint8Array())).not.toMatch(/advice|leave it out/i);
  });

  test("say what “Not stated” means wherever a cell has it", () => {
    const silent = datasetTables(published, urls).flatMap(({ name, columns, rows }) =>
      Object.entries(columns)
        .filter(([column, { means }]) => rows.some((row) => row[column] === "Not stated") && !means.includes("“Not stated”"))
        .map(([column]) => `${name}.${column}`),
    );
    expect(silent).toEqual([]);
  });

  test("take the words and values of their columns from the schemas of the entries", () => {
    expect(field("claim", "statusNote").means).toBe("why it has this status; describes the whole record");
    expect(field("claim", "kind", "its kind").values).toContain("accusation");
    expect(field("claim", "number").type).toBe("integer");
    expect(() => field("claim", "kind")).toThrow("no words for claim.kind");
    expect(() => field("claim", "nothing")).toThrow("claim.nothing");
  });
});

describe("the files", () => {
  const drawings = [{ name: "disclosure-later.svg", title: "What came after", svg: "<svg/>" }];
  const files = datasetFiles(small, small, drawings, urls);
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes() ?? expect.unreachable(name);
  const textOf = (name: string) => strFromU8(bytesOf(name));
  const release = releaseOf(small, bytesOf("dossier.json"));

  test("have a table as CSV with CRLF, quoted where that is needed, and formulas made harmless", () => {
    const csv = textOf("events.csv");
    expect(csv.split("\r\n")[0]).toMatch(/^id,page,known,kind,title,/);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csvParse(csv).find(({ id }) => id === "drill")?.["title"]).toBe(`'=A "drill", with oil`);
    expect(csvParse(textOf("casualty_records.csv"))[0]?.["note"]).toBe("Two lines\nand a, comma");
  });

  test("have the same rows as JSON, with numbers as numbers and nothing as null", () => {
    const rows = JSON.parse(textOf("casualty_records.json")) as Record<string, Cell>[];
    expect(rows).toEqual(datasetTables(small, urls).find(({ name }) => name === "casualty_records")?.rows);
    expect(JSON.parse(textOf("events.json"))).toHaveLength(2);
  });

  test("have a descriptor with the types, keys and sums of each table", () => {
    const descriptor = JSON.parse(textOf("datapackage.json")) as {
      name: string;
      resources: { name: string; bytes: number; schema: object }[];
    };
    expect(descriptor.name).toBe(packageName(small.site));
    const records = descriptor.resources.find(({ name }) => name === "casualty_records");
    expect(records?.bytes).toBe(bytesOf("casualty_records.csv").length);
    expect(records?.schema).toMatchObject({
      primaryKey: ["strike", "position"],
      foreignKeys: [
        { fields: ["strike"], reference: { resource: "strikes", fields: ["id"] } },
        { fields: ["source"], reference: { resource: "sources", fields: ["id"] } },
      ],
    });
  });

  test("have a descriptor that the profile of Data Package 2 takes, and not without its resources", () => {
    const profile = JSON.parse(readFileSync(new URL("../fixtures/standards/datapackage-2.0.json", import.meta.url), "utf8")) as AnySchema; // a JSON Schema
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
    addFormats.default(ajv);
    const isValid = ajv.compile(profile);
    for (const dossier of [small, published]) {
      const made = datasetFiles(dossier, dossier, [], urls).find(({ name }) => name === "datapackage.json");
      const descriptor: unknown = JSON.parse(strFromU8(made?.bytes() ?? new Uint8Array()));
      expect(isValid(descriptor), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    }
    expect(isValid({ name: "nothing" })).toBe(false);
    expect(isValid({ resources: [{ name: "a", path: "a.csv", schema: { fields: [{ type: "no-type" }] } }] })).toBe(false);
  });

  test("have a codebook with every column of every table", () => {
    const codebook = textOf("codebook.md");
    for (const { name, columns } of datasetTables(small, urls)) {
      expect(codebook).toContain(`## ${name}\n`);
      for (const column of Object.keys(columns)) expect(codebook).toContain(`| \`${column}\` | `);
    }
  });

  test("have sums that are right, and an archive with all the others in one folder", () => {
    const archive = files.at(-1) ?? expect.unreachable();
    expect(archive.name).toBe(`${packageName(small.site)}.zip`);
    const inside = unzipSync(archive.bytes());
    const folder = `${packageName(small.site)}-${release.version}/`;
    expect(Object.keys(inside).sort()).toEqual(files.slice(0, -1).map(({ name }) => folder + name).sort()); // prettier-ignore
    for (const [path, bytes] of Object.entries(inside)) expect(sha256(bytes), path).toBe(sha256(bytesOf(path.slice(folder.length))));
    const sums = textOf("SHA256SUMS").trimEnd().split("\n");
    expect(sums).toEqual(files.slice(0, -2).map(({ name }) => `${sha256(bytesOf(name))}  ${name}`));
  });

  test("have places as points with the longitude first", () => {
    const { features } = JSON.parse(textOf("places.geojson")) as { features: { geometry: object; properties: object }[] };
    expect(features).toMatchObject([{ properties: { names: ["Lago"], entries: ["talks"] } }]);
  });

  test("have the data of each chart, with what every column means", () => {
    for (const { name, columns } of CHART_FILES) {
      const [head = []] = csvParseRows(textOf(`charts/${name}`));
      const metadata = JSON.parse(textOf(`charts/${metadataName(name)}`)) as { columns: { name: string }[]; page: string };
      expect(head).toEqual(Object.keys(columns));
      expect(metadata.columns.map((column) => column.name)).toEqual(head);
      expect(metadata.page).toMatch(/^https:\/\/example\.org\/news\//);
    }
  });

  test("have the drawings that were made, and each is named beside the data that it shows", () => {
    expect(textOf("charts/disclosure-later.svg")).toBe("<svg/>");
    const named = (name: string) => (JSON.parse(textOf(`charts/${metadataName(name)}`)) as { drawings: object[] }).drawings;
    expect(named("disclosure.csv")).toEqual([{ file: "disclosure-later.svg", title: "What came after" }]);
    expect(named("totals.csv")).toEqual([]);
  });

  test("give the sums by rule twice, in a table and beside the page, with the same numbers", () => {
    const rows = csvParse(textOf("counts_by_rule.csv"));
    expect(rows.length).toBeGreaterThan(6);
    expect(csvParse(textOf("charts/counts-by-rule.csv")).map(({ region_slug: _, ...row }) => row)).toEqual(rows.map((row) => ({ ...row })));
  });

  test.each([
    ["totals.csv", ["totals"]],
    ["timeline.csv", ["strikes", "events"]],
    ["counts-by-rule.csv", ["counts_by_rule"]],
    ["series.csv", ["series", "series_points"]],
    ["places.csv", ["places"]],
    ["claim-relations.csv", ["claim_relations"]],
  ])("mean by a column of charts/%s what the tables %j mean by the name", (name, tables) => {
    const known = new Map(
      datasetTables(published, urls)
        .filter((table) => tables.includes(table.name))
        .sort((a, b) => tables.indexOf(a.name) - tables.indexOf(b.name)) // of a column that several have, the last table's
        .flatMap(({ columns }) => Object.entries(columns).map(([column, { means }]) => [column, means] as const)),
    );
    const chart = CHART_FILES.find((one) => one.name === name) ?? expect.unreachable(name);
    const shared = Object.entries(chart.columns).filter(([column]) => known.has(column));
    expect(shared.length).toBeGreaterThan(2);
    const others = shared.filter(([column, means]) => means !== known.get(column) && !means.startsWith(`${known.get(column)}; `));
    expect(others.map(([column, means]) => `${column}: ${means} – ${known.get(column)}`)).toEqual([]);
  });

  test.each([
    ["totals.csv", ["totals"]],
    ["timeline.csv", ["events", "strikes"]],
    ["places.csv", ["places"]],
  ])("give in charts/%s the same cells as the tables %j under the same names", (name, names) => {
    const chart = CHART_FILES.find((one) => one.name === name) ?? expect.unreachable(name);
    const rows = csvParse(chart.format(published, urls));
    const tables = datasetTables(published, urls).filter((table) => names.includes(table.name));
    const cells = new Map(tables.flatMap((table) => table.rows.map((row) => [`${table.name} ${String(row["id"])}`, row])));
    const others = rows.flatMap((row) =>
      tables.flatMap((table) => {
        const same = cells.get(`${table.name} ${row["id"]}`);
        return Object.entries(same ?? {}).flatMap(([column, cell]) =>
          row[column] === undefined || row[column].replace(/^'/, "") === String(cell ?? "")
            ? []
            : `${row["id"]}, ${column}: ${row[column]} – ${cell}`,
        );
      }),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(others.slice(0, 5)).toEqual([]);
  });

  test("have every name once", () => {
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("have what was withdrawn in withdrawn.json, with the day and the reason, and no word of it anywhere else", () => {
    const withdrawn = { date: "2031-06-01", reason: "Misread." };
    const all = dossierOf(
      actor({ id: "gone-1", name: "Wordgone One", withdrawn }),
      article({ id: "gone-2", title: "Wordgone two", withdrawn }),
      claim({ id: "gone-3", text: "Quill hid the wordgone.", withdrawn, relations: [{ to: "kept", type: "disputes" }] }),
      claim({ id: "kept" }),
      correction({ id: "gone-4", entry: "kept", was: "A wordgone.", withdrawn }),
      event({ id: "gone-5", title: "Wordgone talks", withdrawn }),
      lead({ id: "gone-6", title: "A wordgone patrol", withdrawn }),
      place({ id: "gone-7", name: "Wordgone", withdrawn }),
      series({ id: "gone-8", title: "Wordgone cut", withdrawn }),
      source({ id: "gone-9", publisher: "The Wordgone", withdrawn }),
      strike({ id: "gone-10", title: "Wordgone strike", related: ["gone-5"], withdrawn }),
      total({ id: "gone-11", killed: 2, byName: "The wordgone count", withdrawn }),
    );
    const made = datasetFiles(setAsideWithdrawn(all), all, [], createUrls({ base: "/", site: "https://example.org" }));
    const listed = made.find(({ name }) => name === "withdrawn.json") ?? expect.unreachable();
    const rows = JSON.parse(strFromU8(listed.bytes())) as { kind: string; id: string }[];
    expect(rows).toHaveLength(11);
    expect(rows.find(({ id }) => id === "gone-3")).toEqual({
      kind: "claim",
      id: "gone-3",
      page: "https://example.org/claims/gone-3/",
      ...withdrawn,
    });
    const archive = made.at(-1) ?? expect.unreachable();
    const texts = [...made.slice(0, -1).map(({ name, bytes }) => [name, bytes()] as const), ...Object.entries(unzipSync(archive.bytes()))];
    const saying = texts.filter(([, bytes]) => /wordgone/i.test(strFromU8(bytes, true))).map(([name]) => name);
    const naming = texts.filter(([, bytes]) => strFromU8(bytes, true).includes("gone-")).map(([name]) => name);
    expect(saying).toEqual([]);
    expect(naming.map((path) => path.replace(/^.*\//, ""))).toEqual(["withdrawn.json", "withdrawn.json"]); // one of them in the archive
  });

  test("say which state of the record they have", () => {
    const hash = sha256(bytesOf("dossier.json"));
    expect(release).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+\+2031-06-30\.[0-9a-f]{12}$/) as string,
      day: "2031-06-30",
      sha256: hash,
    });
    expect(release.version.endsWith(hash.slice(0, 12))).toBe(true);
    expect(JSON.parse(textOf("datapackage.json"))).toMatchObject({ version: release.version, created: "2031-06-30T00:00:00Z" });
    expect(textOf("README.md")).toContain(release.version);
  });

  test("are of another state when an entry changes, and of the day of a later correction", () => {
    const stateOf = (...entries: Parameters<typeof dossierOf>) => {
      const dossier = dossierOf(...entries);
      const made = datasetFiles(dossier, dossier, [], urls).find(({ name }) => name === "dossier.json");
      return releaseOf(dossier, made?.bytes() ?? expect.unreachable());
    };
    const two = stateOf(strike({ id: "drill", casualties: [{ source: "wire", killed: 2 }] }));
    const three = stateOf(strike({ id: "drill", casualties: [{ source: "wire", killed: 3 }] }));
    expect(three.version).not.toBe(two.version);
    expect(stateOf(strike({ id: "drill" }), correction({ entry: "drill", date: "2031-08-02" })).day).toBe("2031-08-02");
  });

  test("have a citation that is YAML", () => {
    expect(parse(textOf("CITATION.cff"))).toMatchObject({
      "cff-version": "1.2.0",
      type: "dataset",
      url: "https://example.org/news/data/",
      version: release.version,
      "date-released": release.day,
    });
    const licensed = (name: string) =>
      parse(formatCitation({ ...small.site, licence: { name, url: "https://example.org/terms" } }, release, "")) as object;
    expect(licensed("CC BY 4.0")).toMatchObject({ license: "CC-BY-4.0" });
    expect(licensed("House terms")).toMatchObject({ "license-url": "https://example.org/terms" });
  });

  test("are the same bytes when they are made again", () => {
    expect(sha256(formatSqlite(datasetTables(small, urls), searchDocuments(small)))).toBe(sha256(bytesOf("dataset.sqlite")));
  });
});

describe("the SQLite file", () => {
  const database = open(published);

  test("has every row, and its keys hold", () => {
    for (const { name, rows } of datasetTables(published, urls)) {
      expect(database.prepare(`SELECT count(*) AS n FROM ${name}`).get(), name).toEqual({ n: rows.length });
    }
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  });

  test("answers the worked example as the ledger does", () => {
    const rows = database.prepare(SQL_EXAMPLE).all() as { month: string; region: string; killed_min: number; killed_max: number }[];
    const { killed } = computeLedger(published.strikes, { asOf: null });
    expect(rows.reduce((sum, row) => sum + row.killed_min, 0)).toBe(killed.min);
    expect(rows.reduce((sum, row) => sum + row.killed_max, 0)).toBe(killed.max);
    expect(rows[0]).toMatchObject({ month: "2025-09", region: "Caribbean" });
  });

  test("files no strike under a month in which it may not have been", () => {
    const on = (id: string, date: string) => strike({ id, date, region: "North Shore" });
    const dates = ["2031-03-04", "2031-03", "2031-03-20~", "2031-03-10/2031-03-12", "2031-03-31~", "2031-03-30/2031-04-02", "2031"];
    const rows = open(dossierOf(...dates.map((date, i) => on(`s-${i}`, date))))
      .prepare(SQL_EXAMPLE)
      .all();
    expect(rows).toMatchObject([
      { month: "2031-03", strikes: 4, killed_min: 8, killed_max: 8 },
      { month: "not certain", strikes: 3, killed_min: 6, killed_max: 6 },
    ]);
  });

  test("finds words in full texts, accents and case aside", () => {
    const found = database.prepare("SELECT id FROM search WHERE search MATCH 'guzman' ORDER BY rank").all();
    expect(found.map(({ id }) => id)).toContain("sergio-guzman");
  });
});

function open(dossier: Dossier): DatabaseSync {
  const folder = mkdtempSync(join(tmpdir(), "dataset-test-"));
  const file = join(folder, "dataset.sqlite");
  writeFileSync(file, formatSqlite(datasetTables(dossier, urls), searchDocuments(dossier)));
  const database = new DatabaseSync(file, { readOnly: true });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return database;
}

describe("the worked examples", () => {
  const exampleOf = (id: Example["id"]) => EXAMPLES.find((example) => example.id === id) ?? expect.unreachable(id);
  const python = ["/usr/bin/python3", "python3"].find((command) => spawnSync(command, ["-c", "import pandas"]).status === 0);
  const twice = (id: string, ...records: object[]) =>
    strike({ id, casualties: records.map((record, i) => ({ source: i === 0 ? "wire" : "later", ...record })) });
  const invented = dossierOf(
    claim({ id: "a", date: "2031-02-04" }),
    claim({ id: "b", date: "2031-02~" }),
    source({ id: "later" }),
    twice("one-range", { killed: { min: 2, max: 3 } }),
    twice("one-number", { killed: 2 }, { note: "No number." }),
    twice("the-same", { killed: 2 }, { killed: 2 }),
    twice("the-same-range", { killed: { min: 2, max: 3 } }, { killed: { min: 2, max: 3 } }),
    twice("other-number", { killed: 10 }, { killed: 9 }),
    twice("other-range", { killed: 2 }, { killed: { min: 2, max: 3 } }),
    twice("one-presumed-dead", { killed: 2 }, { killed: 2, presumedDead: 1 }),
  );

  /** Lines as they are printed, without what aligns them. */
  const linesOf = (printed: string) =>
    printed
      .trim()
      .split("\n")
      .map((line) => line.trim().replace(/\s+/g, " "));

  /** What a page says that an example prints, as such lines. */
  function promised(id: Example["id"], dossier: Dossier): string[] {
    const sqlite = datasetFiles(dossier, dossier, [], urls)
      .find(({ name }) => name === "dataset.sqlite")
      ?.bytes();
    const { columns, rows, after } = printedBy(id, datasetTables(dossier, urls), sqlite ?? expect.unreachable());
    return linesOf([columns.join(" "), ...rows.map((row) => row.join(" ")), after ?? ""].join("\n"));
  }

  describe.each([
    ["of what we publish", published],
    ["of invented strikes", invented],
  ])("%s", (_, dossier) => {
    const files = datasetFiles(dossier, dossier, [], urls);
    const fileOf = (name: string) => files.find((one) => one.name === name)?.bytes() ?? expect.unreachable(name);

    test("in SQL print what the page says that they do", () => {
      const database = open(dossier);
      for (const id of ["sql", "search"] as const) {
        const rows = database.prepare(exampleOf(id).code("")).all();
        expect(promised(id, dossier).slice(1), id).toEqual(rows.flatMap((row) => linesOf(Object.values(row).join(" "))));
      }
    });

    test("with d3 print what the page says that they do", async () => {
      const code = exampleOf("d3").code("https://example.org/data/v1/");
      expect(code).toMatch(/^import \{ csv, rollup \} from "d3";\n/);
      const csv = (address: string) => csvParse(strFromU8(fileOf(address.replace("https://example.org/data/v1/", ""))));
      const said: string[] = [];
      const console = { log: (...words: unknown[]) => said.push(words.join(" ")) };
      const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<void>; // of async functions
      await new AsyncFunction("csv", "rollup", "console", code.replace(/^import .*\n/, ""))(csv, rollup, console);
      expect(promised("d3", dossier)).toEqual(said);
    });

    test.skipIf(!python)("with pandas print what the page says that they do", () => {
      const folder = mkdtempSync(join(tmpdir(), "pandas-"));
      for (const name of ["casualty_records.csv", "sources.csv"]) writeFileSync(join(folder, name), fileOf(name));
      const { stdout, stderr } = spawnSync(python ?? "", ["-c", exampleOf("pandas").code("./")], { encoding: "utf8", cwd: folder });
      rmSync(folder, { recursive: true });
      expect(stderr).toBe("");
      expect(promised("pandas", dossier)).toEqual(linesOf(stdout));
    });
  });

  test.runIf(process.env["CI_PANDAS"])("have pandas to run with", () => {
    expect(python).toBeDefined();
  });

  test("name the strikes on which sources differ, and no other", () => {
    const named = promised("pandas", invented)
      .slice(1)
      .map((line) => line.split(" ")[0]);
    expect([...new Set(named)]).toEqual(["one-presumed-dead", "other-number", "other-range"]);
  });

  test("count every claim of an exact day, and say how many are left out", () => {
    const [, ...lines] = promised("d3", published);
    const exact = published.claims.filter(({ date }) => date.precision === "day" && !date.approximate && !date.uncertain).length;
    const cells = lines.slice(0, -1).flatMap((line) => line.split(" ").slice(1).map(Number));
    expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(exact);
    expect(lines.at(-1)).toBe(`left out: ${published.claims.length - exact}`);
  });

  test("search the full text for what they ask, and find it in each entry that they name", () => {
    const [, ...lines] = promised("search", published);
    expect(lines).toHaveLength(5);
    const documents = searchDocuments(published).map((one) => [`${one.kind} ${one.id}`, JSON.stringify(one)] as const);
    const having = documents.filter(([, text]) => /search and rescue|survivor/i.test(text)).map(([name]) => name);
    expect(lines.filter((line) => !having.some((name) => line.startsWith(`${name} `)))).toEqual([]);
  });

  test("are told of with the columns that the table has", () => {
    const columns = open(published).prepare("SELECT name FROM pragma_table_info('search')").all().map(({ name }) => String(name)); // prettier-ignore
    expect(columns.length).toBeGreaterThan(3);
    for (const column of columns) expect(SEARCH_TABLE).toContain(`\`${column}\``);
  });
});

test("a table is written with its columns in their order", () => {
  const table = defineTable(
    {
      name: "boats",
      holds: "one row for each boat",
      key: ["id"],
      columns: { id: { type: "string", means: "id" }, deck: { type: "boolean", means: "deck" } },
    },
    [
      { id: "b", deck: true },
      { id: "a,c", deck: null },
    ],
  );
  expect(formatCsv(table)).toBe('id,deck\r\nb,true\r\n"a,c",\r\n');
});
