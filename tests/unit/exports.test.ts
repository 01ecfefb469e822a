import type { AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { csvParse, csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { computeLedger } from "../../src/graph/ledger.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import {
  DISCLOSURE_COLUMNS,
  disclosureCsv,
  PLACE_COLUMNS,
  placesCsv,
  SERIES_COLUMNS,
  seriesCsv,
  TIMELINE_COLUMNS,
  timelineCsv,
  TOTAL_COLUMNS,
  totalsCsv,
} from "../../src/site/chart-exports.ts";
import { safeCell, toCsv } from "../../src/site/csv.ts";
import { ACTOR_ENTRIES_COLUMNS, actorEntriesCsv } from "../../src/site/actor-exports.ts";
import {
  CLAIM_RELATIONS_COLUMNS,
  CLAIMS_ABOUT_COLUMNS,
  claimRelationsCsv,
  claimsAboutCsv,
  claimTiesCsv,
} from "../../src/site/claim-exports.ts";
import { COUNTS_BY_RULE_COLUMNS, countsByRuleCsv, SENSITIVITY_COLUMNS, sensitivityCsv } from "../../src/site/count-exports.ts";
import { entriesOf, exportDossier, exportKind, exportSchema } from "../../src/dataset/entry-files.ts";
import { KNOWN_COLUMNS, knownCsv } from "../../src/site/known-export.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, claim, dossierOf, event, place, series, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const small = dossierOf(
  source({ id: "later", published: "2031-05-01" }),
  strike({
    id: "b",
    date: "2031-03-13/2031-03-18",
    title: 'A "boat", sunk',
    casualties: [
      { source: "wire", killed: 14, survived: 0, note: "Two lines\nand a, comma" },
      { source: "later", killed: 14, presumedDead: 1 },
    ],
    announced: { byName: "A spokesman", date: "2031-03-19" },
  }),
  strike({ id: "a", place: "place", casualties: [{ source: "wire", note: "No number." }] }),
  total({ id: "low", killed: 10, strikes: 2, qualifier: "at least" }),
  total({ id: "dead-not-counted", asOf: "2031-04-01", strikes: 3, explanation: "Not shown.", unexplained: { strikes: 1 } }),
  series({
    id: "reeds",
    points: [
      { x: "2029", y: 4.5, source: "wire" },
      { x: "2030~", y: -2, newBasis: true, qualifier: "=a guess, no more", source: "later" },
    ],
  }),
  place({ lat: -10.5, lon: -70 }),
  place({ id: "nowhere", name: "Nowhere", kind: "hamlet" }),
);
/** The same content, its lists in another order, as another machine may read them. */
const turned: Dossier = {
  ...small,
  claims: small.claims.toReversed(),
  sources: small.sources.toReversed(),
  actors: small.actors.toReversed(),
};

const talked = dossierOf(
  actor({ id: "rower", name: "Bo, a rower" }),
  claim({ id: "said", about: ["rower", "speaker"], status: "contested", relations: [{ to: "also", type: "supports" }] }),
  claim({
    id: "also",
    assertedBy: "rower",
    date: "2031-03",
    developments: [
      { date: "2031-04-01~", summary: "It was denied.", effect: "denies", sources: ["wire"] },
      { date: "2031-04-02", summary: "It was said again.", sources: ["wire"] },
    ],
  }),
  event({ id: "talks", date: "2031-03-09", actors: [{ actor: "rower", part: "guest" }] }),
  strike({ id: "hit", date: "2031-03-10", named: [{ name: "Bo", actor: "rower", by: "speaker", claim: "said", source: "wire" }] }),
);

describe.each([
  ["claims-about.csv", claimsAboutCsv(published), claimsAboutCsv(talked), CLAIMS_ABOUT_COLUMNS],
  ["claim-relations.csv", claimRelationsCsv(published), claimRelationsCsv(talked), CLAIM_RELATIONS_COLUMNS],
  ["actor-entries.csv", actorEntriesCsv(published), actorEntriesCsv(talked), ACTOR_ENTRIES_COLUMNS],
  ["timeline.csv", timelineCsv(published, urls), timelineCsv(small, urls), TIMELINE_COLUMNS],
  ["totals.csv", totalsCsv(published, urls), totalsCsv(small, urls), TOTAL_COLUMNS],
  ["counts-by-rule.csv", countsByRuleCsv(published), countsByRuleCsv(small), COUNTS_BY_RULE_COLUMNS],
  ["sensitivity.csv", sensitivityCsv(published), sensitivityCsv(small), SENSITIVITY_COLUMNS],
  ["known.csv", knownCsv(published), knownCsv(small), KNOWN_COLUMNS],
  ["disclosure.csv", disclosureCsv(published), disclosureCsv(small), DISCLOSURE_COLUMNS],
  ["series.csv", seriesCsv(published), seriesCsv(small), SERIES_COLUMNS],
  ["places.csv", placesCsv(published), placesCsv(small), PLACE_COLUMNS],
])("%s", (_, real, invented, columns) => {
  test("has as many cells in every row as in its header, which has the columns that the page explains", () => {
    for (const text of [real, invented]) {
      const [header = [], ...rows] = csvParseRows(text);
      expect(header).toEqual(Object.keys(columns));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row, row[0]).toHaveLength(header.length);
    }
  });

  test("ends with a line break and holds no word of a program", () => {
    for (const text of [real, invented]) {
      expect(text.endsWith("\r\n")).toBe(true);
      expect(
        csvParseRows(text)
          .flat()
          .filter((cell) => /^(?:undefined|null|NaN|\[object)/.test(cell)),
      ).toEqual([]);
    }
  });

  test("has no cell that a spreadsheet would run", () => {
    for (const text of [real, invented])
      expect(
        csvParseRows(text)
          .flat()
          .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)),
      ).toEqual([]);
  });
});

test("totals.csv sets each total beside our ledger, by the publisher's rule and as the drawing has it", () => {
  const rows = csvParse(totalsCsv(small, urls));
  expect(rows.map(({ id }) => id)).toEqual(["low", "dead-not-counted"]);
  expect(rows[0]).toMatchObject({
    as_of: "2031-03-31",
    published_by_name: "The Wire",
    qualifier: "at least",
    killed: "10",
    band_killed_min: "14",
    band_killed_max: "15",
    band_difference: "",
    killed_difference: "",
    standing: "within",
    page: "https://example.org/news/counts/low/",
  });
  expect(rows[1]).toMatchObject({
    killed: "",
    killed_difference: "",
    band_difference: "",
    strikes_difference: "1",
    unexplained_strikes: "1",
    unexplained_killed: "",
    standing: "unexplained",
  });
  const all = csvParse(totalsCsv(published, urls));
  expect(all).toHaveLength(published.totals.length);
  const excepting = published.totals.filter(({ counting }) => counting.except.length > 0);
  expect(excepting.length).toBeGreaterThan(0);
  expect(all.filter(({ counting_except: except }) => except !== "").map((row) => [row.id, row.counting_except])).toEqual(
    excepting.map(({ id, counting }) => [id, counting.except.map((strike) => strike.id).join(" ")]),
  );
});

test("counts-by-rule.csv has each rule over each grade, in all regions first, and no number where no such record gives one", () => {
  const rows = csvParse(countsByRuleCsv(small)).map((row) => Object.values(row).join(" "));
  expect(rows).toEqual([
    "all-records all All regions all 14 15 1 2 2 2",
    "all-records all No region on file none 14 15 1 2 2 2",
    "presumed-dead-counted all All regions all 15 15 1 2 2 2",
    "presumed-dead-counted all No region on file none 15 15 1 2 2 2",
    "presumed-dead-not-counted all All regions all 14 14 1 2 2 2",
    "presumed-dead-not-counted all No region on file none 14 14 1 2 2 2",
    "all-records original All regions all 14 15 1 2 2 2",
    "all-records original No region on file none 14 15 1 2 2 2",
    "presumed-dead-counted original All regions all 15 15 1 2 2 2",
    "presumed-dead-counted original No region on file none 15 15 1 2 2 2",
    "presumed-dead-not-counted original All regions all 14 14 1 2 2 2",
    "presumed-dead-not-counted original No region on file none 14 14 1 2 2 2",
  ]);
});

test("sensitivity.csv has the sums with all, without each and without all of a kind", () => {
  expect(csvParse(sensitivityCsv(small)).map((row) => Object.values(row).join("|"))).toEqual([
    "|0||||2|14|15",
    "a|1|no|yes|one origin: The Wire; no number from an original page|1|14|15",
    "b|1|no|yes|one origin: The Wire|1||",
    "all contested|0||||2|14|15",
    "all weak|2||||0||",
    "all either|2||||0||",
  ]);
});

test("timeline.csv has every entry in order of time, and its last running total is the ledger's sum", () => {
  const rows = csvParse(timelineCsv(published, urls));
  expect(rows.map(({ id }) => id)).toEqual(published.events.map(({ id }) => id));
  const { killed } = computeLedger(published.strikes, { asOf: null });
  expect(rows.findLast(({ kind }) => kind === "strike")).toMatchObject({ in_all_min: `${killed.min}`, in_all_max: `${killed.max}` });
  expect(rows.filter(({ kind, in_all_min: sum }) => kind !== "strike" && sum !== "")).toEqual([]);
});

test("known.csv has every dated entry on its day, and the fifteenth dead of 27 October on the day of its source", () => {
  const rows = csvParse(knownCsv(published));
  const first = new Map(rows.filter(({ what }) => what === "entry").map(({ kind, id, day }) => [`${kind}/${id}`, day]));
  for (const node of [...published.claims, ...published.events, ...published.totals])
    if (node.known && node.known <= published.site.recordEnds) expect(first.get(`${node.kind}/${node.id}`), node.id).toBe(node.known);
  expect(rows.find(({ id, what }) => id === "strike-2025-10-27" && what === "toll")).toMatchObject({ before: "", after: "14" });
  expect(rows.find(({ id, what, before }) => id === "strike-2025-10-27" && what === "toll" && before)).toMatchObject({
    day: "2025-11-30",
    before: "14",
    after: "14–15",
  });
  expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).toSorted());
});

test("disclosure.csv has the announcement of every strike, then what came later", () => {
  const rows = csvParse(disclosureCsv(small));
  expect(rows.map(({ strike: id, what, date, days_min: least, days_max: most }) => [id, what, date, least, most])).toEqual([
    ["a", "announced", "", "", ""],
    ["b", "announced", "2031-03-19", "1", "6"],
    ["b", "number-changed", "2031-05-01", "44", "49"],
  ]);
  expect(rows[2]).toMatchObject({ killed_before_min: "14", killed_before_max: "14", killed_after_min: "14", killed_after_max: "15" });
  const announced = csvParse(disclosureCsv(published)).filter(({ what }) => what === "announced");
  expect(announced.map(({ strike: id }) => id)).toEqual(published.strikes.map(({ id }) => id));
});

test("series.csv has a row for each value, with its basis, its qualifier and its source", () => {
  expect(csvParse(seriesCsv(small)).map((row) => ({ ...row }))).toEqual([
    { series: "reeds", title: "Reeds cut", unit: "bundles", date: "2029", value: "4.5", qualifier: "", new_basis: "false", source: "wire" },
    {
      series: "reeds",
      title: "Reeds cut",
      unit: "bundles",
      date: "2030~",
      value: "-2",
      qualifier: "'=a guess, no more",
      new_basis: "true",
      source: "later",
    },
  ]);
});

test("places.csv has a place without a position as well, and counts what is on file there", () => {
  expect(csvParse(placesCsv(small)).map((row) => Object.values(row))).toEqual([
    ["nowhere", "Nowhere", "hamlet", "", "", "region", "0", "0"],
    ["place", "Lake Orrin", "lake", "-10.5", "-70", "region", "1", "0"],
  ]);
});

describe("a cell of a CSV file", () => {
  test.each(["=1+1", "+1 killed", "-@x", "@sum", "\t=1"])("that begins like a formula is made plain text: %j", (cell) => {
    expect(safeCell(cell)).toBe(`'${cell}`);
  });

  test.each(["2031-03-04", "a=b", "", -4, 0])("is left as it is otherwise: %j", (cell) => {
    expect(safeCell(cell)).toBe(cell);
  });

  test("keeps a number below zero a number", () => {
    expect(toCsv([{ lon: -70.5, name: "+x" }], { name: "", lon: "" })).toBe("name,lon\r\n'+x,-70.5\r\n");
  });
});

describe("claims-about.csv", () => {
  test("has a row for each pair, a claim about several in each, one about nobody in a row of its own", () => {
    const rows = csvParse(claimsAboutCsv(talked));
    expect(rows.map((row) => [row.asserted_by, row.about, row.claims, row.contested, row.claim_ids])).toEqual([
      ["speaker", "speaker", "1", "1", "said"],
      ["speaker", "rower", "1", "1", "said"],
      ["rower", "", "1", "0", "also"],
    ]);
  });

  test("has every claim that we publish, as often as it names somebody", () => {
    const ids = csvParse(claimsAboutCsv(published)).flatMap((row) => row.claim_ids?.split(" ") ?? []);
    for (const { id, about } of published.claims) expect(ids.filter((one) => one === id)).toHaveLength(Math.max(1, about.length));
  });

  test("is the head alone where no claim is on file", () => {
    expect(claimsAboutCsv(dossierOf())).toBe(`${Object.keys(CLAIMS_ABOUT_COLUMNS).join(",")}\r\n`);
  });
});

test("claim-relations.csv has each tie once, from the claim that states it, and the developments that take a side", () => {
  expect(csvParse(claimRelationsCsv(talked)).map((row) => Object.values(row))).toEqual([
    ["", "", "2031-04-01~", "", "denies", "also", "rower", "2031-03", "It was denied."],
    ["said", "speaker", "2031-03-04", "supports", "", "also", "rower", "2031-03", ""],
  ]);
});

test("the data beside a claim are the rows of that file in which it is, from either end and once", () => {
  const rows = (id: string) =>
    talked.claims
      .filter((one) => one.id === id)
      .flatMap((one) => csvParse(claimTiesCsv(one)))
      .map(({ claim: first, other }) => [first, other]);
  expect(rows("said")).toEqual([["said", "also"]]);
  expect(rows("also")).toEqual([["", "also"], ["said", "also"]]); // prettier-ignore
});

test("the data beside each claim add up to the whole file", () => {
  const whole = csvParse(claimRelationsCsv(published)).map((row) => Object.values(row).join());
  const beside = published.claims.flatMap((one) => csvParse(claimTiesCsv(one)).map((row) => Object.values(row).join()));
  expect(new Set(beside)).toEqual(new Set(whole));
});

test("actor-entries.csv has what is on file of each actor, by date, a claim with its speaker", () => {
  expect(csvParse(actorEntriesCsv(talked)).map((row) => [row.actor, row.date, row.what, row.entry, row.title, row.part])).toEqual([
    ["speaker", "2031-03-04", "claim about", "said", "Ada Quill: The barge carried lamp oil", ""],
    ["speaker", "2031-03-04", "claim made", "said", "Ada Quill: The barge carried lamp oil", ""],
    ["rower", "2031-03", "claim made", "also", "Bo, a rower: The barge carried lamp oil", ""],
    ["rower", "2031-03-04", "claim about", "said", "Ada Quill: The barge carried lamp oil", ""],
    ["rower", "2031-03-09", "timeline entry", "talks", "Talks in Velm", "guest"],
    ["rower", "2031-03-10", "named in", "hit", "Strike of 4 March 2031", "Ada Quill"],
  ]);
});

describe("the JSON files", () => {
  test.each(KIND_NAMES)("of the kind %s have every entry once, by id, with its address and the day it was known", (kind) => {
    const list = JSON.parse(exportKind(published, kind, urls)) as { id: string; page: string; known: string | null }[];
    const ids = list.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(entriesOf(published, kind).length);
    for (const { id, page, known } of list) {
      expect(page).toBe(`https://example.org/news/${KINDS[kind].path}/${id}/`);
      expect(known === null || /^\d{4}-\d\d-\d\d$/.test(known), id).toBe(true);
    }
  });

  test("keep the address of a source's page beside that of our page about it", () => {
    const dossier = dossierOf(source({ id: "page", url: "https://wire.example/barge" }));
    expect((JSON.parse(exportKind(dossier, "source", urls)) as unknown[])[0]).toMatchObject({
      id: "page",
      page: "https://example.org/news/sources/page/",
      url: "https://wire.example/barge",
    });
  });

  test("in one file are the same entries by folder", () => {
    const whole = JSON.parse(exportDossier(published, urls)) as Record<string, unknown>;
    for (const kind of KIND_NAMES) expect(whole[KINDS[kind].folder]).toEqual(JSON.parse(exportKind(published, kind, urls)));
    expect(whole).toMatchObject({ title: published.site.title, url: "https://example.org/news/", recordEnds: published.site.recordEnds });
  });

  test("are the same bytes whatever order the entries were read in", () => {
    expect(exportDossier(turned, urls)).toBe(exportDossier(small, urls));
    expect(exportDossier(published, urls)).toBe(exportDossier(published, urls));
  });

  test("have with a claim its speaker, what stands against it and who says so", () => {
    const dossier = dossierOf(
      actor({ id: "rower", name: "Bo Reed" }),
      claim({ id: "charge", kind: "accusation", about: ["rower"] }),
      claim({ id: "answer", assertedBy: "rower", text: "Bo Reed denied it.", relations: [{ to: "charge", type: "disputes" }] }),
      claim({ id: "other", kind: "accusation", about: ["rower"] }),
    );
    expect(JSON.parse(exportKind(dossier, "claim", urls))).toMatchObject([
      { id: "answer", line: "Bo Reed denied it", reply: "at odds with Ada Quill", incoming: [] },
      {
        id: "charge",
        line: "Ada Quill: The barge carried lamp oil",
        reply: "answered by Bo Reed",
        incoming: [{ from: "answer", type: "disputes", line: "Bo Reed denied it", status: "asserted" }],
      },
      { id: "other", reply: "no answer on file", incoming: [] },
    ]);
  });

  test.each(KIND_NAMES)("are valid by the schema that is published with them, and not without what it demands: %s", (kind) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(JSON.parse(exportSchema(kind, urls)) as AnySchema); // a JSON Schema
    for (const dossier of [published, small, talked]) {
      expect(isValid(JSON.parse(exportKind(dossier, kind, urls))), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    }
    const [first = {}] = JSON.parse(exportKind(published, kind, urls)) as object[];
    expect(isValid([{ ...first, page: "no address" }])).toBe(false);
    expect(isValid([{ ...first, mood: "grim" }])).toBe(false);
    expect(isValid([{ ...first, withdrawn: { date: "2031-06-01", reason: "Misread." } }])).toBe(false);
  });

  test.each(KIND_NAMES)("have a schema with an address of its own: %s", (kind) => {
    const schema = JSON.parse(exportSchema(kind, urls)) as Record<string, unknown>;
    expect(schema).toMatchObject({ $id: `https://example.org/news/data/v1/schema/${KINDS[kind].folder}.json` });
    expect(schema["$schema"]).toMatch(/^https:\/\/json-schema\.org\//);
  });
});
