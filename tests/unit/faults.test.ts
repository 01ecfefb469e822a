/**
 * The fault suite: for every code, input that has the fault and no other, and exactly what an editor reads about it.
 * The dossier is that of minimal-dossier.ts with one change.
 */
import { describe, expect, test } from "vitest";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { checkContent } from "../../src/check/check-content.ts";
import { formatProblems } from "../../src/check/format.ts";
import { readContent } from "../../src/load/read-content.ts";
import { type Problem } from "../../src/model/problem.ts";
import { check, contentOf, report } from "./builders.ts";
import { fault, faultOnDisk, inFolder } from "./fault.ts";
import { changed, codesOf, expectNoProblems, MINIMAL, type Change } from "./minimal-dossier.ts";

/** A source more, at an address of its own. */
const POST = (MINIMAL["sources/gazette.md"] ?? "").replace("gazette.example/notice", "gazette.example/post");

test("without a change the dossier has no problem", () => {
  expectNoProblems({});
});

describe("front matter", () => {
  fault("bad-front-matter", "that is missing", { "places/lake-orrin.md": "Lake Orrin is a lake.\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:1:1 error bad-front-matter
        The file does not start with front matter.
        Put the fields between two lines of three hyphens at the top of the file."
    `),
  );
  fault("bad-front-matter", "that is never closed", { "places/lake-orrin.md": "---\nname: Lake Orrin\n\nA lake.\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:1:1 error bad-front-matter
        The front matter is opened with --- and never closed.
        Put the fields between two lines of three hyphens at the top of the file."
    `),
  );
  fault(
    "bad-front-matter",
    "with a colon in a text",
    { "claims/quill-oil.md": ["statusNote: Bren Tarrow denies it.", "statusNote: Bren Tarrow: no."] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:10:13 error bad-front-matter
        A colon in this text makes YAML take it for a field of its own.
        Put the text between double quotation marks."
    `),
  );
  fault(
    "bad-front-matter",
    "with a field twice",
    { "claims/quill-oil.md": ["kind: accusation\n", "kind: accusation\nkind: denial\n"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:1 error bad-front-matter
        \`kind\` is there twice.
        Keep one of the two fields."
    `),
  );
  fault("bad-front-matter", "with a tab", { "claims/quill-oil.md": ["  - min: 30", "\t- min: 30"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:1 error bad-front-matter
        The line is indented with a tab.
        Indent with spaces, two for each level."
    `),
  );
  fault("bad-front-matter", "with an alias", { "claims/quill-oil.md": ["quote: a smuggler’s barge", "quote: *barge"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:8 error bad-front-matter
        The YAML uses an alias (*name).
        Write the value out; put text that starts with an asterisk between quotation marks."
    `),
  );
  fault("bad-front-matter", "of the site that is empty", { "site.yaml": "\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "site.yaml:1:1 error bad-front-matter
      The front matter is not a list of fields.
      Write one field per line, as \`name: value\`."
  `),
  );
});

describe("fields that are missing", () => {
  fault(
    "missing-field",
    "with what it is for",
    { "claims/quill-oil.md": ["text: Ada Quill says that the barge carried smuggled oil.\n", ""] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:2:1 error missing-field
        \`text\` is missing.
        Add the field. What is claimed, in one neutral sentence of ours. It has to stand by itself."
    `),
  );
  fault("missing-field", "of a fixed list", { "claims/quill-oil.md": ["kind: accusation\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:2:1 error missing-field
        \`kind\` is missing.
        Add the field. Use one of: statement-of-fact, accusation, denial, legal-position, threat, prediction, policy, assessment, figure."
    `),
  );
  fault("missing-field", "a date", { "claims/quill-oil.md": ["date: 2031-03-04\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:2:1 error missing-field
      \`date\` is missing.
      Add the field. EDTF date: 2025-10-19, 2025-10, 2025, 2025-10-19~ (about), 2025-10-13/2025-10-18 (some day between)."
  `),
  );
  fault("missing-field", "sources", { "claims/quill-oil.md": ["sources: [gazette, tidings]\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:2:1 error missing-field
        \`sources\` is missing.
        Add the field. Ids of the sources that carry this, at least one."
    `),
  );
  fault(
    "missing-field",
    "the kind of a timeline entry, on which the others depend",
    { "timeline/patrol.md": ["kind: strike\n", ""] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:2:1 error missing-field
        \`kind\` is missing.
        Add the field. Use one of: strike, statement, diplomatic, legal, legislative, military, intelligence, law-enforcement, economic, protest, context."
    `),
  );
  fault("missing-field", "a field of an item, at the item", { "claims/quill-oil.md": ["    what: oil aboard\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:5 error missing-field
        \`figures[0].what\` is missing.
        Add the field. Write text."
    `),
  );
  fault(
    "missing-field",
    "a field without a value",
    { "claims/quill-oil.md": ["statusNote: Bren Tarrow denies it.", "statusNote:"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "claims/quill-oil.md:10:1 error missing-field
          \`statusNote\` has no value.
          Write it after the colon. Why it has this status; describes the whole record."
      `),
  );
  fault("missing-field", "of the site", { "site.yaml": ["dossier: The buoys of Lake Orrin\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:1:1 error missing-field
        \`dossier\` is missing.
        Add the field. Name of the story this dossier covers."
    `),
  );
});

describe("fields that a kind does not have", () => {
  fault("unknown-field", "with the one that was likely meant", { "claims/quill-oil.md": ["quote: a", "qoute: a"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:1 error unknown-field
        \`qoute\` is not a field of a claim.
        Did you mean \`quote\`? Fields: number, text, assertedBy, about, on, date, dateBasis, venue, kind, status, statusNote, quote, figures, relations, developments, inFoundingArticle, seedParagraph, sources, knownSince, knownBasis, formerIds, withdrawn, waive."
    `),
  );
  fault(
    "unknown-field",
    "inside a list",
    { "claims/quill-oil.md": ["    unit: barrels\n    what: oil aboard", "    unit: barrels\n    what: oil aboard\n    where: aboard"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:17:5 error unknown-field
        \`where\` is not a field of \`figures[0]\`.
        Fields: value, min, max, unit, qualifier, what, source."
    `),
  );
  fault(
    "unknown-field",
    "two in one entry",
    { "places/lake-orrin.md": ["precision: region", "precision: region\ndepth: 40\nlatitude: 12"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "places/lake-orrin.md:7:1 error unknown-field
          \`depth\` is not a field of a place.
          Fields: name, aliases, kind, lat, lon, precision, note, formerIds, withdrawn, waive.
        places/lake-orrin.md:8:1 error unknown-field
          \`latitude\` is not a field of a place.
          Fields: name, aliases, kind, lat, lon, precision, note, formerIds, withdrawn, waive."
      `),
  );
  fault(
    "unknown-field",
    "that strikes alone have",
    { "timeline/talks.md": "---\ntitle: Talks in Velm\nkind: diplomatic\ndate: 2031-03-09\nregion: North Shore\nsources: [wire]\n---\n" },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "timeline/talks.md:5:1 error unknown-field
          \`region\` is not a field of a timeline entry.
          Only an entry with \`kind: strike\` has it. Fields: kind, title, label, date, dateLabel, dateNote, summary, place, actors, alsoNamed, claims, related, seedParagraph, sources, knownSince, knownBasis, formerIds, withdrawn, waive."
      `),
  );
  fault("unknown-field", "of the site", { "site.yaml": ["lead: two-patrols", "lede: two-patrols"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:6:1 error unknown-field
        \`lede\` is not a field of site.yaml.
        Did you mean \`lead\`? Fields: title, description, dossier, baseDate, recordEnds, language, lead, countsAreOf, countsRestOn, licence, publisher, strikeLane, lanes."
    `),
  );
});

describe("values that a field does not take", () => {
  fault(
    "bad-value",
    "a word outside its list, with the one that was likely meant",
    { "claims/quill-oil.md": ["kind: accusation", "kind: acusation"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:8:7 error bad-value
        \`kind\` is "acusation".
        Did you mean \`accusation\`? Use one of: statement-of-fact, accusation, denial, legal-position, threat, prediction, policy, assessment, figure."
    `),
  );
  fault(
    "bad-value",
    "a word outside its list, with all of them",
    { "claims/quill-oil.md": ["status: contested", "status: maybe"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error bad-value
        \`status\` is "maybe".
        Use one of: documented, corroborated, asserted, contested, denied, superseded."
    `),
  );
  fault("bad-value", "a kind of event that there is not", { "timeline/patrol.md": ["kind: strike", "kind: strikes"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:3:7 error bad-value
        \`kind\` is "strikes".
        Did you mean \`strike\`? Use one of: strike, statement, diplomatic, legal, legislative, military, intelligence, law-enforcement, economic, protest, context."
    `),
  );
  fault(
    "bad-value",
    "a number where text belongs",
    { "claims/quill-oil.md": ["statusNote: Bren Tarrow denies it.", "statusNote: 2031"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:10:13 error bad-value
        \`statusNote\` is 2031.
        Put it between quotation marks: "2031"."
    `),
  );
  fault("bad-value", "text where a list belongs", { "claims/quill-oil.md": ["sources: [gazette, tidings]", "sources: gazette"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:17:10 error bad-value
        \`sources\` is "gazette".
        Write a list, even of one: [gazette]."
    `),
  );
  fault("bad-value", "an empty list of sources", { "claims/quill-oil.md": ["sources: [gazette, tidings]", "sources: []"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:17:10 error bad-value
        \`sources\` is [].
        List at least one source id."
    `),
  );
  fault("bad-value", "an empty text", { "claims/quill-oil.md": ["quote: a smuggler’s barge", 'quote: " "'] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:8 error bad-value
        \`quote\` is " ".
        Write the text, or delete the field."
    `),
  );
  fault("bad-value", "text where a number belongs", { "places/lake-orrin.md": ["lat: 12.5", "lat: north"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:4:6 error bad-value
        \`lat\` is "north".
        Write a number."
    `),
  );
  fault("bad-value", "a number out of bounds", { "places/lake-orrin.md": ["lat: 12.5", "lat: 95"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:4:6 error bad-value
        \`lat\` is 95.
        The highest value is 90."
    `),
  );
  fault("bad-value", "half a person", { "timeline/patrol.md": ["    killed: 2\n", "    killed: 2.5\n"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:10:13 error bad-value
        \`casualties[0].killed\` is 2.5.
        Write a whole number, or \`{min: 2, max: 3}\`."
    `),
  );
  fault("bad-value", "fewer than nobody", { "timeline/patrol.md": ["    killed: 2\n", "    killed: -2\n"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:10:13 error bad-value
        \`casualties[0].killed\` is -2.
        A count cannot be below zero."
    `),
  );
  fault("bad-value", "a number of dead in words", { "timeline/patrol.md": ["    killed: 2\n", "    killed: two\n"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:10:13 error bad-value
        \`casualties[0].killed\` is "two".
        Write a whole number, or \`{min: 2, max: 3}\`."
    `),
  );
  fault(
    "bad-value",
    "a range of dead upside down",
    { "timeline/patrol.md": ["killed: {min: 2, max: 2}", "killed: {min: 3, max: 2}"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:12:13 error bad-value
        \`casualties[1].killed\` is {"min":3,"max":2}.
        \`min\` is above \`max\`. Swap them, or correct one."
    `),
  );
  fault("bad-value", "a figure upside down", { "claims/quill-oil.md": ["min: 30", "min: 50"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:5 error bad-value
        \`figures[0]\` is {"min":50,"max":40,"unit":"barrels","what":"oil aboard"}.
        \`min\` is above \`max\`. Swap them, or correct one."
    `),
  );
  fault("bad-value", "a figure without a number", { "claims/quill-oil.md": ["  - min: 30\n    max: 40\n    unit", "  - unit"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:5 error bad-value
        \`figures[0]\` is {"unit":"barrels","what":"oil aboard"}.
        Give \`value\`, or \`min\` and \`max\`, or one of them: at least, at most."
    `),
  );
  fault(
    "bad-value",
    "a strike without casualty records",
    {
      "timeline/patrol.md": [
        "casualties:\n  - source: gazette\n    killed: 2\n  - source: wire\n    killed: {min: 2, max: 2}",
        "casualties: []",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:8:13 error bad-value
        \`casualties\` is [].
        List at least one casualty record, with its source."
    `),
  );
  fault(
    "bad-value",
    "a title that is too long",
    {
      "timeline/patrol.md": [
        "title: Patrol of 4 March 2031",
        "title: Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol of 4 March",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:2:8 error bad-value
        \`title\` is "Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol Patrol….
        A title has at most 90 characters."
    `),
  );
  fault("bad-value", "a language in words", { "sources/wire.md": ["language: en", "language: English"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:5:11 error bad-value
        \`language\` is "English".
        Write a language tag such as en, es or pt-BR."
    `),
  );
  fault("bad-value", "a number in quotation marks", { "timeline/patrol.md": ["vessels: 1", 'vessels: "1"'] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:7:10 error bad-value
        \`vessels\` is "1".
        Write the number without quotation marks: 1."
    `),
  );
});

describe("values that are there twice", () => {
  fault(
    "bad-value",
    "a source, in a list in one line and in one of several",
    {
      "claims/quill-oil.md": ["sources: [gazette, tidings]", "sources: [gazette, tidings, gazette]"],
      "claims/tarrow-denial.md": ["  - wire\n", "  - wire\n  - wire\n"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:17:29 error bad-value
        \`sources[2]\` is "gazette".
        It is there twice. Keep one of the two.
      claims/tarrow-denial.md:15:5 error bad-value
        \`sources[2]\` is "wire".
        It is there twice. Keep one of the two."
    `),
  );
  fault(
    "bad-value",
    "an actor and an event that a claim is about",
    {
      "claims/quill-oil.md": ["about: [bren-tarrow]\non: [patrol]", "about: [bren-tarrow, bren-tarrow]\non: [patrol, patrol]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:5:22 error bad-value
        \`about[1]\` is "bren-tarrow".
        It is there twice. Keep one of the two.
      claims/quill-oil.md:6:14 error bad-value
        \`on[1]\` is "patrol".
        It is there twice. Keep one of the two."
    `),
  );
  fault(
    "bad-value",
    "an actor in an event, with the same part",
    {
      "timeline/patrol.md": [
        "region: North Shore\n",
        "region: North Shore\nactors:\n  - {actor: ada-quill, part: host}\n  - {actor: ada-quill, part: host}\n",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:9:5 error bad-value
        \`actors[1]\` is {"actor":"ada-quill","part":"host"}.
        It is there twice. Keep one of the two."
    `),
  );
  fault(
    "bad-value",
    "a relation between two claims",
    { "claims/tarrow-denial.md": ["    type: disputes\n", "    type: disputes\n  - {to: quill-oil, type: disputes}\n"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:12:5 error bad-value
        \`relations[1]\` is {"to":"quill-oil","type":"disputes"}.
        It is there twice. Keep one of the two."
    `),
  );
  fault(
    "bad-value",
    "a source of a source, and a place of a lane",
    {
      "sources/wire.md": ["language: en", "language: en\nderivesFrom: [tidings, tidings]"],
      "site.yaml": ["[lake-orrin]", "[lake-orrin, lake-orrin]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "site.yaml:9:26 error bad-value
        \`lanes[0].places[1]\` is "lake-orrin".
        It is there twice. Keep one of the two.
      sources/wire.md:6:24 error bad-value
        \`derivesFrom[1]\` is "tidings".
        It is there twice. Keep one of the two."
    `),
  );
});

describe("values without the field that they belong to", () => {
  fault(
    "bad-value",
    "a known day without its reason",
    { "claims/quill-oil.md": ["quote: a", "knownSince: 2031-03-07\nquote: a"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:13 error bad-value
        \`knownSince\` is "2031-03-07".
        Say in \`knownBasis\` why it is that day."
    `),
  );
  fault(
    "bad-value",
    "reasons for no known day: of a casualty record, a development and a strike",
    {
      "timeline/patrol.md": [
        "    killed: 2\n  - source: wire\n    killed: {min: 2, max: 2}\n",
        "    killed: 2\n    knownBasis: No date.\ndevelopments:\n  - {date: 2031-04, summary: A find., knownBasis: No date., sources: [wire]}\nknownBasis: No date.\n",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:11:17 error bad-value
        \`casualties[0].knownBasis\` is "No date.".
        Give the day in \`knownSince\`, or delete \`knownBasis\`.
      timeline/patrol.md:13:51 error bad-value
        \`developments[0].knownBasis\` is "No date.".
        Give the day in \`knownSince\`, or delete \`knownBasis\`.
      timeline/patrol.md:14:13 error bad-value
        \`knownBasis\` is "No date.".
        Give the day in \`knownSince\`, or delete \`knownBasis\`."
    `),
  );
  fault("bad-value", "a latitude without a longitude", { "places/lake-orrin.md": ["lon: 45\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:4:6 error bad-value
        \`lat\` is 12.5.
        Add \`lon\`, or delete \`lat\`: one alone is no place."
    `),
  );
  fault("bad-value", "a longitude without a latitude", { "places/lake-orrin.md": ["lat: 12.5\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:4:6 error bad-value
        \`lon\` is 45.
        Add \`lat\`, or delete \`lon\`: one alone is no place."
    `),
  );
  fault(
    "bad-value",
    "the basis of a title that is not there",
    { "sources/wire.md": ["language: en", "language: en\ntitleBasis: page"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:6:13 error bad-value
        \`titleBasis\` is "page".
        There is no \`title\` that it could be the basis of. Add the title, or delete \`titleBasis\`."
    `),
  );
});

describe("values that cannot both be right", () => {
  fault("bad-value", "a figure outside its own range", { "claims/quill-oil.md": ["  - min: 30", "  - value: 45\n    min: 30"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:12 error bad-value
        \`figures[0].value\` is 45.
        It lies outside \`min\` and \`max\`. Correct one of the three."
    `),
  );
  fault(
    "bad-value",
    "more survivors killed later than killed in all",
    { "timeline/patrol.md": ["    killed: 2\n", "    killed: 2\n    initialSurvivors: 3\n"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:11:23 error bad-value
        \`casualties[0].initialSurvivors\` is 3.
        They are inside \`killed\`, which has fewer. Correct one of the two."
    `),
  );
  fault(
    "bad-value",
    "a sequence that ends before it starts",
    { "timeline/patrol.md": ["region: North Shore", "region: North Shore\nsequence: 4\nsequenceEnd: 3"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:8:14 error bad-value
        \`sequenceEnd\` is 3.
        It is below \`sequence\`. Swap the two, or correct one."
    `),
  );
  fault("bad-value", "more presumed dead than killed", { "totals/tidings-march.md": ["killed: 2", "killed: 2\npresumedDead: 3"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:15 error bad-value
        \`presumedDead\` is 3.
        They are a part of \`killed\`, which has fewer. Correct one of the two."
    `),
  );
  fault("bad-value", "a total without a number", { "totals/tidings-march.md": ["strikes: 1\nkilled: 2\n", ""] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:2:7 error bad-value
        \`asOf\` is "2031-03-31".
        The total gives no number up to that day. Give at least one of \`strikes\`, \`operations\`, \`vessels\`, \`killed\`, \`presumedDead\`, \`survivors\`."
    `),
  );
  fault(
    "bad-value",
    "an article updated before it was published",
    { "articles/two-patrols.md": ["asOf: 2031-03-10", "updated: 2031-03-09\nasOf: 2031-03-10"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:5:10 error bad-value
        \`updated\` is "2031-03-09".
        It is before \`published\`. Correct one of the two days."
    `),
  );
  fault("bad-value", "a record that ends before it starts", { "site.yaml": ["recordEnds: 2031-06-30", "recordEnds: 2031-02-28"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:5:13 error bad-value
        \`recordEnds\` is "2031-02-28".
        It is before \`baseDate\`. Correct one of the two days."
    `),
  );
  test("where a part is the whole, a value an end and a day the same, nothing is wrong", () => {
    expectNoProblems({
      "claims/quill-oil.md": ["  - min: 30", "  - value: 40\n    min: 30"],
      "timeline/patrol.md": ["    killed: 2\n", "    killed: 2\n    initialSurvivors: 2\n"],
      "articles/two-patrols.md": ["asOf: 2031-03-10", "updated: 2031-03-10\nasOf: 2031-03-10"],
    });
  });
});

describe("dates that are none", () => {
  fault(
    "bad-date",
    "in another notation, with the one that was likely meant",
    { "claims/quill-oil.md": ["date: 2031-03-04", "date: 4.3.2031"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "claims/quill-oil.md:7:7 error bad-date
          \`date\` is "4.3.2031", which is no date.
          Did you mean \`2031-03-04\`? Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."
      `),
  );
  fault("bad-date", "in words", { "claims/quill-oil.md": ["date: 2031-03-04", "date: March 4, 2031"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:7:7 error bad-date
        \`date\` is "March 4, 2031", which is no date.
        Did you mean \`2031-03-04\`? Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."
    `),
  );
  fault("bad-date", "in words that no calendar knows", { "claims/quill-oil.md": ["date: 2031-03-04", "date: early March"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:7:7 error bad-date
        \`date\` is "early March", which is no date.
        Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."
    `),
  );
  fault("bad-date", "a day that does not exist", { "claims/quill-oil.md": ["date: 2031-03-04", "date: 2031-02-29"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:7:7 error bad-date
        \`date\` is "2031-02-29", which is in no calendar.
        Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."
    `),
  );
  fault("bad-date", "a day without its hyphens", { "claims/quill-oil.md": ["date: 2031-03-04", "date: 20310304"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:7:7 error bad-date
        \`date\` is 20310304, which is no date.
        Did you mean \`2031-03-04\`? Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."
    `),
  );
  fault("bad-date", "a month where a day belongs", { "articles/two-patrols.md": ["asOf: 2031-03-10", "asOf: 2031-03"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:5:7 error bad-date
        \`asOf\` is "2031-03", which is not one whole day.
        Write one whole day, such as 2025-10-19."
    `),
  );
  fault("bad-date", "of the site", { "site.yaml": ["baseDate: 2031-03-01", "baseDate: March 2031"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:4:11 error bad-date
        \`baseDate\` is "March 2031", which is no date.
        Write one whole day, such as 2025-10-19."
    `),
  );
  fault("bad-date", "a truth value", { "claims/quill-oil.md": ["date: 2031-03-04", "date: true"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:7:7 error bad-date
        \`date\` is true, which is no date.
        Write it as 2025-10-19."
    `),
  );
});

describe("intervals that end before they start", () => {
  fault("ends-before-start", "a date", { "timeline/patrol.md": ["date: 2031-03-04", "date: 2031-03-04/2031-03-02"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:4:7 error ends-before-start
        \`date\` is "2031-03-04/2031-03-02", which ends before it starts.
        Did you mean \`2031-03-02/2031-03-04\`?"
    `),
  );
  fault("ends-before-start", "a role", { "actors/ada-quill.md": ["    to: 2031-06", "    to: 2029-06"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "actors/ada-quill.md:9:9 error ends-before-start
        The role starts 2030 and ends 2029-06.
        Swap the two dates, or correct one of them."
    `),
  );
  fault("ends-before-start", "a relation", { "actors/bren-tarrow.md": ["    until: 2031-06", "    until: 2031-03-01"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "actors/bren-tarrow.md:8:12 error ends-before-start
        The relation starts 2031-03-05 and ends 2031-03-01.
        Swap the two dates, or correct one of them."
    `),
  );
});

describe("links to parts of a text", () => {
  const text = "## The toll\n\nOne.\n\n### The toll\n\nOf *Velm’s* élan: ";
  const withText = (words: string): Change => ({
    "sources/wire.md": ["grade: original\n---\n", `grade: original\n---\n\n${text}${words}\n`],
  });

  fault("unknown-part", "that this one does not have", withText("[see\nabove](#tol)."), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "sources/wire.md:15:19 error unknown-part
      The text links to \`#tol\`, and no heading of this text has the address \`#tol\`.
      Write the words of the heading in small letters with hyphens, or leave the part out."
  `),
  );
  fault("unknown-part", "that another one does not have", withText("as [said](../articles/two-patrols.md#nowhere)."), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:15:22 error unknown-part
        The text links to \`../articles/two-patrols.md#nowhere\`, and no heading of articles/two-patrols.md has the address \`#nowhere\`.
        Write the words of the heading in small letters with hyphens, or leave the part out."
    `),
  );
  fault("unknown-part", "of a text without headings", withText("as [he denied](../claims/tarrow-denial.md#nowhere)."), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:15:22 error unknown-part
        The text links to \`../claims/tarrow-denial.md#nowhere\`, and no heading of claims/tarrow-denial.md has the address \`#nowhere\`.
        Leave the part out: claims/tarrow-denial.md has no heading."
    `),
  );

  test("lead to its headings, as their addresses are on the page", () => {
    expectNoProblems(withText("[a](#the-toll), [b](#the-toll-1) and [c](../articles/two-patrols.md#what-was-said)."));
    expectNoProblems(withText("[a](../sources/wire.md#the-toll).\n\n## Velm’s *élan*\n\n[b](#velms-élan) and [c](#velms-%C3%A9lan)."));
  });
});

describe("addresses of no web page", () => {
  fault("bad-url", "a script", { "sources/tidings.md": ["url: https://tidings.example/barge", "url: javascript:alert(1)"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:6 error bad-url
        \`url\` is "javascript:alert(1)", and the scheme \`javascript:\` is not allowed.
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault("bad-url", "no scheme", { "sources/tidings.md": ["url: https://tidings.example/barge", "url: tidings.example/barge"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:6 error bad-url
        \`url\` is "tidings.example/barge".
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault("bad-url", "a file", { "sources/tidings.md": ["url: https://tidings.example/barge", "archiveUrl: file:///barge.html"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:13 error bad-url
        \`archiveUrl\` is "file:///barge.html", and the scheme \`file:\` is not allowed.
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault(
    "bad-url",
    "a host behind a user name",
    {
      "sources/tidings.md": [
        "url: https://tidings.example/barge",
        "url: https://www.nytimes.com@evil.example/x\narchiveUrl: https://ada:secret@evil.example/",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:6 error bad-url
        \`url\` is "https://www.nytimes.com@evil.example/x", which hides the host behind a user name.
        Write a full web address that starts with https:// or http://.
      sources/tidings.md:4:13 error bad-url
        \`archiveUrl\` is "https://ada:secret@evil.example/", which hides the host behind a user name.
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault("bad-url", "a third slash", { "sources/tidings.md": ["https://tidings.example/barge", "https:///evil.example/x"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:6 error bad-url
        \`url\` is "https:///evil.example/x", which has no host right behind \`https://\`.
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault(
    "bad-url",
    "of the licence, with a user name",
    { "site.yaml": ["lead: two-patrols", "lead: two-patrols\nlicence: {name: CC BY, url: https://cc.example@evil.example/}"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "site.yaml:7:29 error bad-url
        \`licence.url\` is "https://cc.example@evil.example/", which hides the host behind a user name.
        Write a full web address that starts with https:// or http://."
    `),
  );
  fault(
    "bad-value",
    "a contact that is a script",
    { "site.yaml": ["lead: two-patrols", "lead: two-patrols\npublisher: {contact: 'javascript:alert(1)'}"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "site.yaml:7:22 error bad-value
        \`publisher.contact\` is "javascript:alert(1)".
        Write a mail address, a full https address, or words that start with no scheme."
    `),
  );
  fault("bad-value", "a language of the site in words", { "site.yaml": ["lead: two", "language: English\nlead: two"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:6:11 error bad-value
        \`language\` is "English".
        Write a language tag such as en, es or pt-BR."
    `),
  );

  test.each(["en", "en-GB", "pt-BR", "es-419", "zh-Hant-TW"])("are not meant by the language %s", (language) => {
    expectNoProblems({ "site.yaml": ["lead: two", `language: ${language}\nlead: two`] });
  });
  test.each(["", "e", "en_GB", "english", "en-", "EN"])("are not meant by the language “%s”, which is refused", (language) => {
    expect(codesOf({ "site.yaml": ["lead: two", `language: "${language}"\nlead: two`] })).toEqual(["site.yaml:6:11 bad-value"]);
  });
  test.each(["desk@lake.example", "https://lake.example/desk", "By post", "null"])("are not meant by the contact %s", (contact) => {
    expectNoProblems({ "site.yaml": ["lead: two", `publisher: {contact: ${contact}}\nlead: two`] });
  });

  fault(
    "bad-url",
    "of the publisher's repository",
    { "site.yaml": ["lead: two-patrols", "lead: two-patrols\npublisher: {repository: git@host.example}"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "site.yaml:7:25 error bad-url
          \`publisher.repository\` is "git@host.example".
          Write a full web address that starts with https:// or http://."
      `),
  );
});

describe("quotations", () => {
  fault(
    "long-quote",
    "of nine words",
    { "claims/quill-oil.md": ["quote: a smuggler’s barge", "quote: a smuggler’s barge that carried nothing but lamp oil"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:8 error long-quote
        \`quote\` has 9 words: "a smuggler’s barge that carried nothing but lamp oil".
        A quoted fragment has at most 8 words. Shorten it, or say it in our own words."
    `),
  );
});

describe("ids that are not kebab-case ASCII", () => {
  fault("bad-id", "of a file", { "places/São Tarro.md": "---\nname: São Tarro\nkind: town\nprecision: region\n---\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/São Tarro.md:1:1 error bad-id
        The file name gives the id \`São Tarro\`, which is not kebab-case ASCII.
        Rename the file to sao-tarro.md: lower-case letters, digits and single hyphens."
    `),
  );
  fault(
    "bad-id",
    "of a file, in capitals, is one error and not a second one where it is named",
    { "sources/wire.md": null, "sources/Wire.md": MINIMAL["sources/wire.md"] ?? "" },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/Wire.md:1:1 error bad-id
        The file name gives the id \`Wire\`, which is not kebab-case ASCII.
        Rename the file to wire.md: lower-case letters, digits and single hyphens."
    `),
  );
  fault("bad-id", "in a field", { "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: Ada Quill"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:4:13 error bad-id
        \`assertedBy\` is "Ada Quill", which is not kebab-case ASCII.
        Write \`ada-quill\`: lower-case letters, digits and single hyphens."
    `),
  );
  fault("bad-id", "in a list", { "claims/tarrow-denial.md": ["  - wire", "  - The_Wire"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/tarrow-denial.md:14:5 error bad-id
      \`sources[1]\` is "The_Wire", which is not kebab-case ASCII.
      Write \`the-wire\`: lower-case letters, digits and single hyphens."
  `),
  );
});

describe("ids that two files share", () => {
  fault(
    "duplicate-id",
    "a former id that is another entry's",
    { "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [tarrow-denial]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:3:13 error duplicate-id
        \`tarrow-denial\` belongs to claims/tarrow-denial.md.
        Take it out of \`formerIds\`; an id belongs to one entry for ever."
    `),
  );
  fault(
    "duplicate-id",
    "a former id that two entries have had",
    {
      "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [old]"],
      "claims/tarrow-denial.md": ["number: 2", "number: 2\nformerIds: [older, old]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:3:20 error duplicate-id
        \`old\` belongs to claims/quill-oil.md.
        Take it out of \`formerIds\`; an id belongs to one entry for ever."
    `),
  );
  fault(
    "duplicate-id",
    "a former id that is the entry's own",
    { "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [quill-oil]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:3:13 error duplicate-id
        \`quill-oil\` belongs to this entry already.
        Take it out of \`formerIds\`; an id belongs to one entry for ever."
    `),
  );
});

describe("names and numbers that two entries share", () => {
  fault(
    "duplicate-name",
    "an alias that is another actor's name",
    { "actors/ada-quill.md": ["aliases: [the harbour master]", "aliases: [the harbour master, bren tarrow]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "actors/ada-quill.md:5:31 error duplicate-name
        “bren tarrow” is also a name of the actor \`bren-tarrow\`.
        Give each name to one actor only, or merge the two entries."
    `),
  );
  fault(
    "duplicate-name",
    "an alias that two actors have",
    { "actors/bren-tarrow.md": ["kind: person", "kind: person\naliases: [Bren, The Harbour Master]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "actors/ada-quill.md:5:11 error duplicate-name
        “the harbour master” is also a name of the actor \`bren-tarrow\`.
        Give each name to one actor only, or merge the two entries."
    `),
  );
  fault(
    "duplicate-name",
    "a name, letters with marks composed or not",
    {
      "actors/ada-quill.md": ["aliases: [the harbour master]", "aliases: [José]"],
      "actors/bren-tarrow.md": ["kind: person", "kind: person\naliases: [José]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "actors/ada-quill.md:5:11 error duplicate-name
        “José” is also a name of the actor \`bren-tarrow\`.
        Give each name to one actor only, or merge the two entries."
    `),
  );
  fault("duplicate-number", "the number of a claim", { "claims/tarrow-denial.md": ["number: 2", "number: 1"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:2:9 error duplicate-number
        Number 1 belongs to the claim \`quill-oil\`.
        The next free number is 2; the claim that was published first keeps its own."
    `),
  );
  fault(
    "duplicate-url",
    "a page filed twice",
    { "sources/tidings.md": ["url: https://tidings.example/barge", "url: http://www.gazette.example/notice/#top"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:3:6 error duplicate-url
        The page is on file already, as the source \`gazette\`.
        Name \`gazette\` where this one is named, and keep one file: one page is one source."
    `),
  );
});

describe("references to nothing", () => {
  fault(
    "unknown-entry",
    "with the id that was likely meant",
    { "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: ada-quil"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:4:13 error unknown-entry
        \`ada-quil\` is named here, but content/actors/ has no such file.
        Did you mean \`ada-quill\`? Otherwise add content/actors/ada-quil.md."
    `),
  );
  fault(
    "unknown-entry",
    "with where to add the entry, when nothing is near",
    {
      "timeline/patrol.md": [
        "    killed: {min: 2, max: 2}\nsources: [gazette, wire]",
        "    killed: {min: 2, max: 2}\nsources: [gazette, wire, herald-2031]",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:13:26 error unknown-entry
        \`herald-2031\` is named here, but content/sources/ has no such file.
        Add content/sources/herald-2031.md."
    `),
  );
  fault(
    "unknown-entry",
    "to an entry of another kind",
    { "claims/quill-oil.md": ["about: [bren-tarrow]", "about: [bren-tarrow, lake-orrin]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:5:22 error unknown-entry
        \`lake-orrin\` is named here, but content/actors/ has no such file.
        \`lake-orrin\` is a place, and an actor is wanted here. Otherwise add content/actors/lake-orrin.md."
    `),
  );
  fault(
    "unknown-entry",
    "to an entry that was renamed",
    {
      "places/lake-orrin.md": ["name: Lake Orrin", "name: Lake Orrin\nformerIds: [orrin]"],
      "timeline/patrol.md": ["place: lake-orrin", "place: orrin"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:5:8 error unknown-entry
        \`orrin\` is named here, but content/places/ has no such file.
        It was renamed: write \`lake-orrin\`."
    `),
  );
  fault(
    "unknown-entry",
    "in a link of a text",
    { "articles/two-patrols.md": ["../claims/quill-oil.md", "../claims/quil-oil.md"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:11:21 error unknown-entry
        \`quil-oil\` is named here, but content/claims/ has no such file.
        Did you mean \`quill-oil\`? Otherwise add content/claims/quil-oil.md."
    `),
  );
  fault(
    "unknown-entry",
    "in a link to a folder of no kind",
    { "claims/quill-oil.md": ["../sources/gazette.md", "../source/gazette.md"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "claims/quill-oil.md:20:20 error unknown-entry
          The text links to \`../source/gazette.md\`, which is no entry and no web address.
          Did you mean \`../sources/gazette.md\`? Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
      `),
  );
  fault(
    "unknown-entry",
    "in a correction",
    { "corrections/barge.md": "---\ndate: 2031-04-01\nentry: claims/quil-oil\nwas: A ferry.\nnow: A barge.\n---\n" },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "corrections/barge.md:3:8 error unknown-entry
          \`claims/quil-oil\` is named here, but no entry is called that.
          Did you mean \`claims/quill-oil\`? Write the id of the corrected entry, or its folder and id."
      `),
  );
  fault(
    "unknown-entry",
    "in a correction, by an id that two kinds share",
    {
      "places/patrol.md": "---\nname: Patrol\nkind: town\nprecision: region\n---\n",
      "corrections/barge.md": "---\ndate: 2031-04-01\nentry: patrol\nwas: A ferry.\nnow: A barge.\n---\n",
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "corrections/barge.md:3:8 error unknown-entry
        \`patrol\` is the id of more than one entry.
        Write the folder too: \`timeline/patrol\` or \`places/patrol\`."
    `),
  );
  fault("unknown-entry", "of the site to its lead article", { "site.yaml": ["lead: two-patrols", "lead: two-patrol"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:6:7 error unknown-entry
        \`two-patrol\` is named here, but content/articles/ has no such file.
        Did you mean \`two-patrols\`? Name an article, or leave \`lead\` out."
    `),
  );
  fault(
    "unknown-entry",
    "of the site to a place of a lane",
    { "site.yaml": ["places: [lake-orrin]", "places: [lake-orrin, velm]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "site.yaml:9:26 error unknown-entry
        \`velm\` is named here, but content/places/ has no such file.
        Name a place, or take it out of the lane."
    `),
  );
});

describe("claims against their sources", () => {
  fault(
    "claim-after-sources",
    "dated after every source was published",
    { "claims/tarrow-denial.md": ["date: 2031-03-05", "date: 2031-03-07"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:5:7 error claim-after-sources
        The claim is dated 2031-03-07, but its newest source was published on 6 March 2031.
        Correct the date, or add the source that carries it (published 7 March 2031 or later)."
    `),
  );
  fault("single-source", "resting on one source", { "claims/tarrow-denial.md": ["  - tidings\n  - wire", "  - tidings"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:13:3 warning single-source
        The claim rests on one source.
        Add a second, independent source where there is one."
    `),
  );
});

describe("statuses without what they demand", () => {
  fault(
    "status-unsupported",
    "documented, by reports of one publisher",
    {
      "claims/tarrow-denial.md": ["status: asserted", "status: documented"],
      "sources/wire.md": ["publisher: The Wire", "publisher: The Wire\noriginalPublisher: The Tidings"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-unsupported
        The status is documented, with neither a primary source nor two independent ones.
        Add a primary source (government statement, legislation, court record, UN report, dataset, post or interview) or one from a second publisher that does not derive from the first; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "documented, by two reports of which one repeats the other",
    {
      "claims/tarrow-denial.md": ["status: asserted", "status: documented"],
      "sources/wire.md": ["published: 2031-03-06", "published: 2031-03-06\nderivesFrom: [tidings]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-unsupported
        The status is documented, with neither a primary source nor two independent ones.
        Add a primary source (government statement, legislation, court record, UN report, dataset, post or interview) or one from a second publisher that does not derive from the first; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "corroborated, by one origin",
    {
      "claims/tarrow-denial.md": ["status: asserted", "status: corroborated"],
      "sources/wire.md": ["published: 2031-03-06", "published: 2031-03-06\nderivesFrom: [tidings]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-unsupported
        The status is corroborated, and all sources go back to one origin (The Tidings).
        Add a source from another publisher that does not derive from it; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "contested, and nobody disputes it",
    { "claims/tarrow-denial.md": ["    type: disputes", "    type: responds-to"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is contested, and nothing disputes the claim.
        Add a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or a development with \`effect: disputes\`; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "contested, and the only development confirms it",
    {
      "claims/tarrow-denial.md": ["    type: disputes", "    type: qualifies"],
      "claims/quill-oil.md": [
        "sources: [gazette, tidings]",
        "developments:\n  - {date: 2031-04, summary: A find., effect: confirms, sources: [wire]}\nsources: [gazette, tidings]",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is contested, and nothing disputes the claim.
        Add a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or a development with \`effect: disputes\`; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "denied, and no denial is on file",
    {
      "claims/quill-oil.md": ["status: contested", "status: denied"],
      "claims/tarrow-denial.md": ["    type: disputes", "    type: supports"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is denied, and no denial is on file.
        Add the denial as a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or as a development with \`effect: denies\`."
    `),
  );
  fault(
    "status-unsupported",
    "denied, by an answer of somebody whom it is not about",
    {
      "claims/quill-oil.md": [
        "about: [bren-tarrow]\non: [patrol]\ndate: 2031-03-04\nkind: accusation\nstatus: contested",
        "on: [patrol]\ndate: 2031-03-04\nkind: accusation\nstatus: denied",
      ],
      "claims/tarrow-denial.md": ["    type: disputes", "    type: responds-to"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:8:9 error status-unsupported
        The status is denied, and no denial is on file.
        Add the denial as a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or as a development with \`effect: denies\`."
    `),
  );
  fault(
    "status-unsupported",
    "superseded, and nothing supersedes it",
    { "claims/quill-oil.md": ["status: contested", "status: superseded"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is superseded, and nothing supersedes the claim.
        Add the claim that replaced it, with \`relations: [{to: quill-oil, type: supersedes}]\`, or a development with \`effect: supersedes\`."
    `),
  );
  fault(
    "status-unsupported",
    "superseded, by the older claim",
    { "claims/quill-oil.md": ["status: contested", "status: superseded\nrelations:\n  - {to: tarrow-denial, type: supersedes}"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is superseded, and nothing supersedes the claim.
        Add the claim that replaced it, with \`relations: [{to: quill-oil, type: supersedes}]\`, or a development with \`effect: supersedes\`."
    `),
  );
  fault(
    "status-unsupported",
    "denied, and the only development disputes it",
    {
      "claims/quill-oil.md": [
        "status: contested",
        "status: denied\ndevelopments:\n  - {date: 2031-04, summary: A find., effect: disputes, sources: [wire]}",
      ],
      "claims/tarrow-denial.md": ["    type: disputes", "    type: supports"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is denied, and no denial is on file.
        Add the denial as a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or as a development with \`effect: denies\`."
    `),
  );
  const WITHDRAWN = "withdrawn: {date: 2031-05-01, reason: Twice on file.}";
  fault(
    "status-unsupported",
    "contested, by a claim that is withdrawn",
    { "claims/tarrow-denial.md": ["kind: denial", `kind: denial\n${WITHDRAWN}`] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is contested, and nothing disputes the claim.
        Add a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or a development with \`effect: disputes\`; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "denied, by a development of which the source is withdrawn",
    {
      "claims/quill-oil.md": [
        "status: contested",
        "status: denied\ndevelopments:\n  - {date: 2031-04, summary: A find., effect: denies, sources: [wire]}",
      ],
      "claims/tarrow-denial.md": ["    type: disputes", "    type: supports"],
      "sources/wire.md": ["language: en", `language: en\n${WITHDRAWN}`],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is denied, and no denial is on file.
        Add the denial as a claim with \`relations: [{to: quill-oil, type: disputes}]\`, or as a development with \`effect: denies\`."
    `),
  );
  fault(
    "status-unsupported",
    "documented, by a primary source that is withdrawn",
    {
      "claims/quill-oil.md": ["status: contested", "status: documented"],
      "sources/gazette.md": ["language: en", `language: en\n${WITHDRAWN}`],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 error status-unsupported
        The status is documented, with neither a primary source nor two independent ones.
        Add a primary source (government statement, legislation, court record, UN report, dataset, post or interview) or one from a second publisher that does not derive from the first; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "corroborated, by two sources of which one is withdrawn",
    {
      "claims/tarrow-denial.md": ["status: asserted", "status: corroborated"],
      "sources/tidings.md": ["language: en", `language: en\n${WITHDRAWN}`],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-unsupported
        The status is corroborated, and all sources go back to one origin (The Wire).
        Add a source from another publisher that does not derive from it; else the status is \`asserted\`."
    `),
  );
  fault(
    "status-unsupported",
    "asserted, by sources that are withdrawn",
    {
      "sources/tidings.md": ["language: en", `language: en\n${WITHDRAWN}`],
      "sources/wire.md": ["language: en", `language: en\n${WITHDRAWN}`],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-unsupported
        The status is asserted, and every source of the claim is withdrawn.
        Cite a source that stands, or withdraw the claim."
    `),
  );
  test("of a claim that is withdrawn are no fault", () => {
    expectNoProblems({
      "claims/quill-oil.md": ["quote: a", `${WITHDRAWN}\nquote: a`],
      "claims/tarrow-denial.md": ["kind: denial", `kind: denial\n${WITHDRAWN}`],
    });
  });
  fault(
    "status-development-unmarked",
    "resting on a development that does not say so",
    {
      "claims/quill-oil.md": [
        "status: contested",
        "status: superseded\ndevelopments:\n  - {date: 2031-04, summary: A find., sources: [wire]}",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:11:3 error status-development-unmarked
        The status is superseded, no claim on file supersedes this one, and no development is marked as doing so.
        Add \`effect: supersedes\` to the development that changed the status; where none did, correct the status."
    `),
  );
  fault(
    "one-sided-contest",
    "contested by a development alone",
    {
      "claims/tarrow-denial.md": ["    type: disputes", "    type: qualifies"],
      "claims/quill-oil.md": [
        "sources: [gazette, tidings]",
        "developments:\n  - {date: 2031-04, summary: A protest., effect: disputes, sources: [wire]}\nsources: [gazette, tidings]",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:9:9 warning one-sided-contest
        The claim is contested, and no claim of the other side is linked to it.
        Add the other side's claim, with \`relations: [{to: quill-oil, type: disputes}]\`."
    `),
  );
});

describe("circles", () => {
  fault(
    "cycle",
    "of claims that supersede each other",
    {
      "claims/quill-oil.md": [
        "quote: a",
        "relations:\n  - {to: tarrow-denial, type: qualifies}\n  - {to: tarrow-denial, type: supersedes}\nquote: a",
      ],
      "claims/tarrow-denial.md": ["    type: disputes", "    type: disputes\n  - to: quill-oil\n    type: supersedes"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:5 error cycle
        Following \`supersedes\` from here comes back here.
        The later claim supersedes the earlier one; remove the link that points the other way.
      claims/tarrow-denial.md:12:5 error cycle
        Following \`supersedes\` from here comes back here.
        The later claim supersedes the earlier one; remove the link that points the other way."
    `),
  );
  fault(
    "cycle",
    "of a claim that supersedes itself",
    { "claims/tarrow-denial.md": ["    type: disputes", "    type: disputes\n  - to: tarrow-denial\n    type: supersedes"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:12:5 error cycle
        Following \`supersedes\` from here comes back here.
        The later claim supersedes the earlier one; remove the link that points the other way."
    `),
  );
  fault(
    "cycle",
    "of sources that derive from each other",
    {
      "sources/wire.md": ["published: 2031-03-06", "published: 2031-03-06\nderivesFrom: [tidings]"],
      "sources/tidings.md": ["published: 2031-03-05", "published: 2031-03-05\nderivesFrom: [wire]"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/tidings.md:5:14 error cycle
        Following \`derivesFrom\` from here comes back here.
        A source derives from an earlier one; remove the link that points the other way.
      sources/wire.md:4:14 error cycle
        Following \`derivesFrom\` from here comes back here.
        A source derives from an earlier one; remove the link that points the other way."
    `),
  );
});

describe("counts in texts", () => {
  fault(
    "count-mismatch",
    "another number than the entries give",
    { "articles/two-patrols.md": ["[two](count:killed)", "[three](count:killed)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:13:55 error count-mismatch
        The text says “three”; the entries give 2 (as of 10 March 2031, rule all-records).
        Write [2](count:killed), or correct the entries."
    `),
  );
  fault(
    "count-mismatch",
    "in a text that is no article, over the whole record",
    { "claims/quill-oil.md": ["The words", "[Four](count:strikes) words"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:1 error count-mismatch
        The text says “Four”; the entries give 1 (over the whole record, rule all-records).
        Write [1](count:strikes), or correct the entries."
    `),
  );
  fault(
    "bad-count",
    "of something that cannot be counted",
    { "articles/two-patrols.md": ["[two](count:killed)", "[two](count:kills)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:13:55 error bad-count
        \`count:kills\` is nothing that can be counted.
        Did you mean \`killed\`? Use one of: killed, killed-min, killed-max, survivors, strikes, operations, vessels."
    `),
  );
  fault(
    "bad-count",
    "with a parameter that there is not",
    { "articles/two-patrols.md": ["[two](count:killed)", "[two](count:killed?since=2031-03-04)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:13:55 error bad-count
        \`since\` is no parameter of a count link.
        Use from, to, region, asof, rule."
    `),
  );
  fault(
    "bad-count",
    "of a region without strikes",
    { "articles/two-patrols.md": ["[two](count:killed)", "[two](count:killed?region=north)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:13:55 error bad-count
        No strike is in the region \`north\`.
        Use one of: north-shore."
    `),
  );
  fault(
    "bad-count",
    "from a day that is none",
    { "articles/two-patrols.md": ["[two](count:killed)", "[two](count:killed?from=March)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:13:55 error bad-count
        \`from=March\` is no day.
        Write it as 2025-10-19."
    `),
  );
});

describe("raw HTML in a body", () => {
  fault("raw-html", "a script", { "claims/quill-oil.md": ["The words", "<script>alert(1)</script>\n\nThe words"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:1 error raw-html
        The text holds raw HTML: \`<script>alert(1)</script>\`.
        Write it in Markdown, or leave it out."
    `),
  );
  fault("raw-html", "a tag in a sentence", { "claims/quill-oil.md": ["The words", "The <b>words</b>"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:5 error raw-html
        The text holds raw HTML: \`<b>\`.
        Write it in Markdown, or leave it out.
      claims/quill-oil.md:20:13 error raw-html
        The text holds raw HTML: \`</b>\`.
        Write it in Markdown, or leave it out."
    `),
  );
  fault("raw-html", "a tag in a heading", { "articles/two-patrols.md": ["## What was said", "## What <br> was said"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:9:9 error raw-html
        The text holds raw HTML: \`<br>\`.
        Write it in Markdown, or leave it out."
    `),
  );
  fault("raw-html", "a comment", { "claims/quill-oil.md": ["The words", "<!-- to do -->\n\nThe words"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:1 error raw-html
        The text holds raw HTML: \`<!-- to do -->\`.
        Write it in Markdown, or leave it out."
    `),
  );
});

describe("the end of the record", () => {
  fault("after-record-end", "an event after it", { "site.yaml": ["recordEnds: 2031-06-30", "recordEnds: 2031-03-01"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:4:7 warning after-record-end
        The event is dated 2031-03-04, and site.yaml ends the record on 2031-03-01.
        Set \`recordEnds\` in site.yaml to the last day that the record covers, or correct the date."
    `),
  );
});

describe("images in a body", () => {
  fault(
    "image-in-text",
    "one of our own and one of another host",
    { "claims/quill-oil.md": ["The words", "![a](x.png) ![b](https://example.com/y.png) The words"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:1 error image-in-text
        The text shows an image: \`x.png\`.
        Entries are text. Say what it shows, and link to the page or source that carries it.
      claims/quill-oil.md:20:13 error image-in-text
        The text shows an image: \`https://example.com/y.png\`.
        Entries are text. Say what it shows, and link to the page or source that carries it."
    `),
  );
});

/** The article with another text. */
const withoutText = (body: string): string => `${(MINIMAL["articles/two-patrols.md"] ?? "").split("\n---\n")[0] ?? ""}\n---\n\n${body}`;

describe("a heading of a text", () => {
  fault("page-heading", "of the first level", { "articles/two-patrols.md": ["## What", "# What"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:9:1 error page-heading
        The heading “What was said” is of the first level.
        Write \`## What was said\`: the page has its own first heading."
    `),
  );
  test("of the first level is one by a line of equals signs too", () => {
    expect(codesOf({ "claims/quill-oil.md": ["The words", "Words\n===\n\nThe words"] })).toEqual(["claims/quill-oil.md:20:1 page-heading"]);
  });
});

describe("articles without links", () => {
  fault(
    "unlinked-paragraph",
    "a whole paragraph",
    {
      "articles/two-patrols.md": [
        "## What was said\n",
        "## What was said\n\nIt was a quiet week on the lake, and nobody on either shore expected a patrol.\n",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:11:1 error unlinked-paragraph
        The paragraph “It was a quiet week on the lake, and nobody on either shore …” links to no claim, event or source.
        Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)."
    `),
  );
  fault(
    "unlinked-paragraph",
    "a short one, linked to an actor only",
    { "articles/two-patrols.md": ["## What was said\n", "## What was said\n\n[Quill](../actors/ada-quill.md) spoke.\n"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:11:1 error unlinked-paragraph
        The paragraph “Quill spoke.” links to no claim, event or source.
        Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)."
    `),
  );
  fault(
    "unlinked-paragraph",
    "an item of a list",
    { "articles/two-patrols.md": ["## What was said\n", "## What was said\n\n- [Oil](../timeline/patrol.md).\n- Reeds.\n"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:12:3 error unlinked-paragraph
        The paragraph “Reeds.” links to no claim, event or source.
        Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)."
    `),
  );
  fault(
    "unlinked-paragraph",
    "a row of a table, and code",
    {
      "articles/two-patrols.md": [
        "## What was said\n",
        "## What was said\n\n| Who | What |\n| --- | --- |\n| Quill | [oil](../timeline/patrol.md) |\n| [Tarrow](../actors/bren-tarrow.md) | reeds |\n\n```\nReeds.\n```\n",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:14:1 error unlinked-paragraph
        The row “Tarrow reeds” of a table links to no claim, event or source.
        Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md).
      articles/two-patrols.md:16:1 error unlinked-paragraph
        A block of code links to no claim, event or source.
        Write it as a paragraph, whose statements can be linked."
    `),
  );
  fault("unlinked-paragraph", "no paragraph at all", { "articles/two-patrols.md": withoutText("## What was said\n") }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:1:1 error unlinked-paragraph
        The article has no paragraph, so it links to no claim, event or source.
        Write its text. Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)."
    `),
  );
  test("one that is withdrawn may have no text", () => {
    const text = withoutText("").replace("asOf:", "withdrawn: {date: 2031-03-11, reason: A slip.}\nasOf:");
    expectNoProblems({ "articles/two-patrols.md": text });
  });
  fault(
    "unlinked-sentence",
    "two sentences of a paragraph",
    {
      "articles/two-patrols.md": [
        "Bren Tarrow [denies it]",
        "It was her first visit in a year. Nobody had expected her to come so soon after the winter. Bren Tarrow [denies it]",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:11:1 warning unlinked-sentence
        The sentence “It was her first visit in a year.” has no link.
        Link it to the entry that carries it, e.g. [words](../claims/some-id.md).
      articles/two-patrols.md:11:1 warning unlinked-sentence
        The sentence “Nobody had expected her to come so soon after the winter.” has no link.
        Link it to the entry that carries it, e.g. [words](../claims/some-id.md)."
    `),
  );
});

describe("entries that stand alone", () => {
  fault(
    "uncited-source",
    "a source",
    { "sources/herald.md": MINIMAL["sources/wire.md"]?.replace("The Wire", "The Herald") ?? "" },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/herald.md:1:1 warning uncited-source
        Nothing cites this source.
        Cite it where it carries something, or withdraw it; one that was never published may be deleted."
    `),
  );
  fault("unnamed-actor", "an actor", { "actors/corin-reed.md": "---\nname: Corin Reed\nkind: person\nsources: [wire]\n---\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "actors/corin-reed.md:1:1 warning unnamed-actor
        No entry names Corin Reed.
        Name the actor in a claim or event, or withdraw content/actors/corin-reed.md; one that was never published may be deleted."
    `),
  );
});

describe("a file with several faults", () => {
  test("has all of them told, the names of nobody in its fields and its text too", () => {
    expect(
      codesOf({
        "claims/quill-oil.md": `---
number: one
text: Ada Quill says that the barge carried smuggled oil.
assertedBy: ada-quil
about: [bren-tarrow, bren]
date: 2031-03-04
kind: accusation
status: contested
statusNote: Bren Tarrow denies it.
relations:
  - {to: nothing, type: disputes}
sources: [gazette, tiding]
---

The words stand in [the Gazette](../sources/gazete.md).
`,
        "timeline/patrol.md": ["vessels: 1", "vessels: one"],
      }),
    ).toEqual([
      "claims/quill-oil.md:2:9 bad-value",
      "claims/quill-oil.md:4:13 unknown-entry",
      "claims/quill-oil.md:5:22 unknown-entry",
      "claims/quill-oil.md:11:10 unknown-entry",
      "claims/quill-oil.md:12:20 unknown-entry",
      "claims/quill-oil.md:15:20 unknown-entry",
      "timeline/patrol.md:7:10 bad-value",
    ]);
  });
});

describe("waivers", () => {
  fault(
    "unused-waiver",
    "of a warning that is not there",
    { "claims/quill-oil.md": ["number: 1", "number: 1\nwaive: [{code: single-source, reason: Only one.}]"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:3:16 warning unused-waiver
        The entry has no warning \`single-source\`.
        Delete the waiver; what it was for is mended."
    `),
  );

  test("take a warning away, and the check counts it", () => {
    const one: Change = {
      "claims/tarrow-denial.md": ["  - tidings\n  - wire", "  - tidings\nwaive: [{code: single-source, reason: Nobody else asked him.}]"],
    };
    expect(check(changed(one))).toMatchObject({ problems: [], waived: 1 });
  });

  test("of an error are no waivers", () => {
    expect(codesOf({ "claims/quill-oil.md": ["number: 1", "number: 1\nwaive: [{code: unknown-entry, reason: Later.}]"] })).toEqual([
      "claims/quill-oil.md:3:16 bad-value",
    ]);
  });
});

describe("files that cannot be read", () => {
  const asItIs = () => Promise.resolve();

  faultOnDisk("unreadable-file", "an empty file", { "claims/empty.md": "" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/empty.md:1:1 error unreadable-file
      The file is empty.
      Write its fields, or delete the file."
  `),
  );
  faultOnDisk("unreadable-file", "a file of more than 256 KB", { "claims/long.md": "x".repeat(256 * 1024 + 1) }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/long.md:1:1 error unreadable-file
        The file has 257 KB.
        A file has at most 256 KB; split it."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "a file that is not UTF-8",
    { "places/velm.md": Buffer.from("---\nname: Vélm\n---\n", "latin1") },
    asItIs,
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "places/velm.md:1:1 error unreadable-file
        The file is not UTF-8 text.
        Save it again with the encoding UTF-8."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "a symbolic link, whatever it leads to",
    {},
    (folder) => symlink("wire.md", join(folder, "sources/copy.md")),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/copy.md:1:1 error unreadable-file
        This is not a plain file.
        Replace the link or folder by the file itself."
    `),
  );
  // A name that is no UTF-8, as an old archive leaves it; Linux alone keeps one.
  test.skipIf(process.platform !== "linux")("unreadable-file: a name that cannot be read", async () => {
    await inFolder({}, (folder) => {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/claims/`), Buffer.from([0xff]), Buffer.from(".md")]), "x");
      expect(report(checkContent(readContent(folder)))).toContain(
        "error unreadable-file\n  The file cannot be read: ENOENT: no such file or directory.\n  Correct its name or its rights, or delete it.",
      );
    });
  });
  faultOnDisk("unreadable-file", "a folder named like an entry", { "claims/old.md/a.txt": "" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/old.md:1:1 error unreadable-file
      This is not a plain file.
      Replace the link or folder by the file itself."
  `),
  );
  faultOnDisk("unreadable-file", "a folder inside a folder", { "claims/old/a.md": "---\nname: A\n---\n" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/old:1:1 error unreadable-file
        An entry lies directly in the folder of its kind.
        Move its files up, and delete the folder."
    `),
  );
  faultOnDisk("unreadable-file", "a file of another type", { "claims/notes.txt": "Later." }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/notes.txt:1:1 error unreadable-file
      This is no entry: its name does not end in .md.
      Name it some-id.md, or move it out of content/."
  `),
  );
  faultOnDisk("unreadable-file", "a folder of no kind", { "people/ada.md": "---\nname: Ada\n---\n" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "people:1:1 error unreadable-file
      content/people/ is the folder of no kind of entry.
      The folders are articles, actors, claims, timeline, sources, places, totals, series, corrections, leads."
  `),
  );
  faultOnDisk("unreadable-file", "an entry outside the folder of its kind", { "ada.md": "---\nname: Ada\n---\n" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ada.md:1:1 error unreadable-file
        No entry can lie here, outside the folder of its kind.
        Move it into its folder, or out of content/. The folders are articles, actors, claims, timeline, sources, places, totals, series, corrections, leads."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "a link in the place of a folder",
    {},
    (folder) => symlink("sources", join(folder, "series")),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "series:1:1 error unreadable-file
        content/series is not a plain folder, so nothing in it is read.
        Replace the link or file by the folder itself."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "a site.yaml that is not UTF-8",
    { "site.yaml": Buffer.from("title: Orrín\n", "latin1") },
    asItIs,
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "site.yaml:1:1 error unreadable-file
        The file is not UTF-8 text.
        Save it again with the encoding UTF-8."
    `),
  );
  faultOnDisk("unreadable-file", "an empty site.yaml", { "site.yaml": "" }, asItIs, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "site.yaml:1:1 error unreadable-file
      The file is empty.
      Write its fields, or delete the file."
  `),
  );
  fault("unreadable-file", "no site.yaml", { "site.yaml": null }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "site.yaml:1:1 error unreadable-file
      There is no site.yaml.
      Add it with at least description, dossier, baseDate and recordEnds."
  `),
  );

  test.each([
    [
      "a file of just 256 KB",
      { "claims/quill-oil.md": (MINIMAL["claims/quill-oil.md"] ?? "").padEnd(256 * 1024 - 4, `\n${"barge ".repeat(400)}barge`) },
    ], // ’ takes three bytes, twice
    ["a file with a byte order mark", { "claims/quill-oil.md": `\uFEFF${MINIMAL["claims/quill-oil.md"]}` }],
    ["a file with the line ends of Windows", { "claims/quill-oil.md": MINIMAL["claims/quill-oil.md"]?.replaceAll("\n", "\r\n") ?? "" }],
    ["a site.yaml with a byte order mark", { "site.yaml": `\uFEFF${MINIMAL["site.yaml"]}` }],
    ["hidden files", { ".DS_Store": "x", "claims/.quill.md.swp": "x" }],
    ["a README beside the folders", { "README.md": "How we edit.\n" }],
  ])("%s is read as it should be", async (_, files) => {
    await inFolder(files, async (folder) => {
      expect(report(checkContent(readContent(folder)))).toBe("");
    });
  });
});

describe("one run reports everything", () => {
  test("several faults in several files, sorted by file, line and column", () => {
    expect(
      codesOf({
        "claims/quill-oil.md": ["assertedBy: ada-quill\nabout: [bren-tarrow]", "assertedBy: ada\nabout: [bren, corin]"],
        "claims/tarrow-denial.md": ["date: 2031-03-05\nkind: denial", "date: 5.3.2031\nkind: no"],
        "actors/ada-quill.md": ["kind: person", "kind: persona\nhome: Velm"],
        "articles/two-patrols.md": ["[two](count:killed)", "[three](count:killed) <b>"],
        "places/lake-orrin.md": "Lake Orrin.\n",
        "site.yaml": ["lead: two-patrols", "lead: three-patrols"],
      }),
    ).toEqual([
      "actors/ada-quill.md:4:7 bad-value",
      "actors/ada-quill.md:5:1 unknown-field",
      "articles/two-patrols.md:13:55 count-mismatch",
      "articles/two-patrols.md:13:77 raw-html",
      "claims/quill-oil.md:4:13 unknown-entry",
      "claims/quill-oil.md:5:9 unknown-entry",
      "claims/quill-oil.md:5:15 unknown-entry",
      "claims/tarrow-denial.md:5:7 bad-date",
      "claims/tarrow-denial.md:6:7 bad-value",
      "places/lake-orrin.md:1:1 bad-front-matter",
      "site.yaml:6:7 unknown-entry",
    ]);
  });

  test("the front matter and the text of one file", () => {
    expect(
      codesOf({ "claims/quill-oil.md": `---\nnumber: 1\n---\n\nA <b>word</b>.\n` }).filter((code) =>
        code.startsWith("claims/quill-oil.md"),
      ),
    ).toEqual([
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:2:1 missing-field",
      "claims/quill-oil.md:5:3 raw-html",
      "claims/quill-oil.md:5:10 raw-html",
    ]);
  });

  test("a file name in another case, at the file that has to change", () => {
    expect(report(check(changed({ "sources/Wire.md": MINIMAL["sources/wire.md"] ?? "" })))).toMatchInlineSnapshot(`
      "sources/Wire.md:1:1 error bad-id
        The file name gives the id \`Wire\`, which is not kebab-case ASCII.
        Rename the file to wire.md: lower-case letters, digits and single hyphens.
      sources/Wire.md:1:1 error duplicate-id
        \`Wire\` would be published at the address of sources/wire.md.
        Rename one of the two files, or merge them; an id belongs to one entry for ever."
    `);
  });

  test("the order of the files changes nothing", () => {
    const texts = changed({
      "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: ada"],
      "sources/wire.md": ["kind: news-report", "kind: news"],
    });
    const content = contentOf(texts);
    expect(checkContent({ ...content, files: content.files.toReversed() }).problems).toEqual(checkContent(content).problems);
  });

  test("an empty folder is an error of site.yaml alone", () => {
    expect(check({}).problems).toMatchObject([{ file: "site.yaml", code: "unreadable-file", message: "There is no site.yaml." }]);
  });
});

describe("an entry that rests on an invalid one is no second problem", () => {
  test.each<[string, Change, string[]]>([
    [
      "an invalid actor, whom claims and events name",
      { "actors/ada-quill.md": ["kind: person", "kind: persona"] },
      ["actors/ada-quill.md:4:7 bad-value"],
    ],
    [
      "an invalid source, on which a status and a count rest",
      { "sources/gazette.md": ["language: en", "language: English"] },
      ["sources/gazette.md:6:11 bad-value"],
    ],
    [
      "an invalid claim, which another one needs for its status",
      { "claims/tarrow-denial.md": ["kind: denial", "kind: no"] },
      ["claims/tarrow-denial.md:6:7 bad-value"],
    ],
    [
      "an invalid strike, which counts and totals need",
      { "timeline/patrol.md": ["vessels: 1", "vessels: one"] },
      ["timeline/patrol.md:7:10 bad-value"],
    ],
    [
      "an invalid article, which alone cites a source",
      { "articles/two-patrols.md": ["published: 2031-03-10", "published: soon"] },
      ["articles/two-patrols.md:4:12 bad-date"],
    ],
    [
      "an invalid place, in which the site has a lane",
      { "places/lake-orrin.md": ["precision: region", "precision: rough"] },
      ["places/lake-orrin.md:6:12 bad-value"],
    ],
    ["a file that cannot be read as fields", { "claims/quill-oil.md": "Gone.\n" }, ["claims/quill-oil.md:1:1 bad-front-matter"]],
    [
      "a source that is not there, on which a status rests",
      { "sources/gazette.md": null, "claims/quill-oil.md": ["status: contested", "status: documented"] },
      [
        "actors/ada-quill.md:10:15 unknown-entry",
        "actors/ada-quill.md:11:11 unknown-entry",
        "articles/two-patrols.md:6:11 unknown-entry",
        "claims/quill-oil.md:17:11 unknown-entry",
        "claims/quill-oil.md:20:20 unknown-entry",
        "timeline/patrol.md:9:13 unknown-entry",
        "timeline/patrol.md:13:11 unknown-entry",
      ],
    ],
  ])("%s", (_, change, expected) => {
    expect(codesOf(change)).toEqual(expected);
  });
});

describe("claims that somebody else disputes", () => {
  const counterclaim = (number: number) =>
    `---\nnumber: ${number}\ntext: Ada Quill says that no barge carried reeds.\nassertedBy: ada-quill\ndate: 2031-03-06\nkind: denial\nstatus: documented\nstatusNote: She said so.\nrelations:\n  - {to: tarrow-denial, type: disputes}\nsources: [tidings, wire]\n---\n`;
  fault("status-disputed", "asserted", { "claims/quill-no-reeds.md": counterclaim(3) }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/tarrow-denial.md:7:9 error status-disputed
      The status is asserted, and \`quill-no-reeds\` disputes the claim.
      Write \`contested\` and say in \`statusNote\` who disputes it. Where the other claim only answers it, write \`responds-to\` or \`qualifies\` there."
  `),
  );
  fault(
    "status-disputed",
    "corroborated, by two claims",
    {
      "claims/tarrow-denial.md": ["status: asserted", "status: corroborated"],
      "claims/quill-no-reeds.md": counterclaim(3),
      "claims/quill-no-reeds-again.md": counterclaim(4),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:7:9 error status-disputed
        The status is corroborated, and \`quill-no-reeds-again\` and \`quill-no-reeds\` dispute the claim.
        Write \`contested\` and say in \`statusNote\` who disputes it. Where the other claim only answers it, write \`responds-to\` or \`qualifies\` there."
    `),
  );

  test.each<[string, Change]>([
    ["contested", { "claims/quill-no-reeds.md": counterclaim(3), "claims/tarrow-denial.md": ["status: asserted", "status: contested"] }],
    [
      "documented: it was said",
      { "claims/quill-no-reeds.md": counterclaim(3), "claims/tarrow-denial.md": ["status: asserted", "status: documented"] },
    ],
    [
      "by its own speaker, who corrects it",
      { "claims/quill-no-reeds.md": counterclaim(3).replace("assertedBy: ada-quill", "assertedBy: bren-tarrow") },
    ],
    [
      "by a claim that is withdrawn",
      { "claims/quill-no-reeds.md": counterclaim(3).replace("---\n", "---\nwithdrawn: {date: 2031-04-01, reason: A slip.}\n") },
    ],
    [
      "by an answer that does not dispute it",
      { "claims/quill-no-reeds.md": counterclaim(3).replace("type: disputes", "type: responds-to") },
    ],
  ])("%s", (_, change) => {
    expectNoProblems(change);
  });
});

describe("regions", () => {
  const patrol = (day: number, region: string) =>
    `---\ntitle: Patrol of ${day} March 2031\nkind: strike\ndate: 2031-03-0${day}\nregion: ${region}\nvessels: 0\ncasualties:\n  - {source: tally, killed: 0}\nsources: [tally]\n---\n`;
  const withPatrols = (...regions: string[]): Change => ({
    ...Object.fromEntries(regions.map((region, i) => [`timeline/patrol-${i + 5}.md`, patrol(i + 5, region)])),
    "totals/tidings-march.md": ["strikes: 1\n", ""],
  });
  fault("lone-region", "one that is spelled like that of the others", withPatrols("North Shore", "Nroth Shore"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol-6.md:5:9 warning lone-region
        No other strike has the region “Nroth Shore”, and 2 have “North Shore”.
        Did you mean \`North Shore\`? If it is another region, waive the warning with that reason."
    `),
  );
  fault("lone-region", "one that is longer than that of an earlier strike", withPatrols("North Shore Bay"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol-5.md:5:9 warning lone-region
        No other strike has the region “North Shore Bay”, and 1 has “North Shore”.
        Did you mean \`North Shore\`? If it is another region, waive the warning with that reason."
    `),
  );
  fault(
    "lone-region",
    "one in another case, and one beside a single strike",
    withPatrols("North shore", "Deep South", "Deep Sout"),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol-5.md:5:9 warning lone-region
        No other strike has the region “North shore”, and 1 has “North Shore”.
        Did you mean \`North Shore\`? If it is another region, waive the warning with that reason.
      timeline/patrol-7.md:5:9 warning lone-region
        No other strike has the region “Deep Sout”, and 1 has “Deep South”.
        Did you mean \`Deep South\`? If it is another region, waive the warning with that reason."
    `),
  );

  test.each<[string, Change]>([
    ["of a name unlike the others", withPatrols("North Shore", "Lake Head")],
    ["of a name that starts with another letter", withPatrols("North Shore", "South Shore")],
    ["each of two strikes", withPatrols("North Shore", "North Shore II", "North Shore II")],
    ["that are not given", { "timeline/patrol.md": ["region: North Shore\n", ""] }],
    [
      "weighed by an editor",
      {
        ...withPatrols("North Shore"),
        "timeline/patrol-6.md": patrol(6, "North Shore II").replace(
          "sources: [tally]",
          "sources: [tally]\nwaive: [{code: lone-region, about: North Shore II, reason: It is the second one.}]",
        ),
      },
    ],
  ])("are no slip: %s", (_, change) => {
    expectNoProblems(change);
  });
});

describe("people named in a strike", () => {
  const PATROL = "timeline/patrol.md";
  const REED = "actors/corin-reed.md";
  const named = (records: string): [from: string, to: string] => [
    "    killed: {min: 2, max: 2}\n",
    `    killed: {min: 2, max: 2}\n${records}named:\n  - {name: Corin Reed, actor: corin-reed, claim: A reed cutter., source: wire}\n`,
  ];
  const reed = (relations = "") => `---\nname: Corin Reed\nkind: person\n${relations}sources: [wire]\n---\n`;
  fault("unmarked-dead", "one that leaves nobody, and no relation", { [PATROL]: named(""), [REED]: reed() }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:14:31 warning unmarked-dead
        The strike has no survivor on file, it names Corin Reed, and \`corin-reed\` is not reported killed by anybody.
        Add to the relations of \`corin-reed\` who is said to have done it, \`{to: ACTOR, type: reported-killed-by, sources: [wire]}\`, with a note on whose account that is; or waive the warning with a reason."
    `),
  );

  test.each<[string, Change]>([
    [
      "reported killed",
      { [PATROL]: named(""), [REED]: reed("relations:\n  - {to: ada-quill, type: reported-killed-by, sources: [wire]}\n") },
    ],
    ["with a survivor", { [PATROL]: named("    survived: 1\n"), [REED]: reed() }],
    ["with somebody missing", { [PATROL]: named("    missing: 1\n"), [REED]: reed() }],
    [
      "weighed by an editor",
      {
        [PATROL]: [named("")[0], `${named("")[1]}waive: [{code: unmarked-dead, about: corin-reed, reason: Said to be alive.}]\n`],
        [REED]: reed(),
      },
    ],
  ])("need no relation: %s", (_, change) => {
    expectNoProblems(change);
  });
});

describe("days that cannot be", () => {
  const PATROL = "timeline/patrol.md";
  fault(
    "event-after-sources",
    "a strike of a day after all of its sources",
    { [PATROL]: ["date: 2031-03-04", "date: 2031-03-08"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:4:7 error event-after-sources
        The event is dated 2031-03-08, but its newest source was published on 6 March 2031.
        Correct the date, or add a source that reports it (published 8 March 2031 or later)."
    `),
  );
  fault(
    "event-after-sources",
    "a statement of a month after its source",
    { "timeline/talks.md": "---\ntitle: Talks in Velm\nkind: statement\ndate: 2031-04\nsources: [wire]\n---\n" },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/talks.md:4:7 error event-after-sources
        The event is dated 2031-04, but its newest source was published on 6 March 2031.
        Correct the date, or add a source that reports it (published 1 April 2031 or later)."
    `),
  );
  fault(
    "event-after-sources",
    "records, nationalities and names of a strike, beside a source of its day",
    {
      [PATROL]: [
        "date: 2031-03-04",
        "date: 2031-03-06\nnationalities:\n  - {nationality: Southmarker, basis: The Gazette, source: gazette}\nnamed:\n  - {name: Corin Reed, claim: A reed cutter., source: tidings}\n  - {name: Dov Reed, claim: A reed cutter., source: gazette}",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:6:60 error event-after-sources
        The strike is dated 2031-03-06, but \`gazette\` was published on 4 March 2031.
        Correct the date of the strike or of the source, or name the source that says it.
      timeline/patrol.md:9:53 error event-after-sources
        The strike is dated 2031-03-06, but \`gazette\` was published on 4 March 2031.
        Correct the date of the strike or of the source, or name the source that says it.
      timeline/patrol.md:14:13 error event-after-sources
        The strike is dated 2031-03-06, but \`gazette\` was published on 4 March 2031.
        Correct the date of the strike or of the source, or name the source that says it."
    `),
  );
  fault(
    "total-after-source",
    "a total up to a day that its source could not know, compared with nothing",
    { "totals/tidings-march.md": ["asOf: 2031-03-31\nby: bren-tarrow\nstrikes: 1", "asOf: 2031-04-03\nby: bren-tarrow\nstrikes: 9"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:2:7 error total-after-source
        The total counts up to 3 April 2031, but its source was published on 1 April 2031.
        Write the day up to which \`tally\` counts, or name the source that gives the total."
    `),
  );
  fault(
    "out-of-order",
    "a strike that was announced and has developed before its day",
    {
      [PATROL]: [
        "vessels: 1",
        "vessels: 1\nannounced: {date: 2031-03-03}\ndevelopments:\n  - {date: 2031-03-05, summary: A letter., sources: [wire]}\n  - {date: 2031-02, summary: A letter., sources: [wire]}",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:8:19 error out-of-order
        The strike is dated 2031-03-04, but its announcement 2031-03-03.
        A strike is announced on its day or later. Correct one of the two dates.
      timeline/patrol.md:11:12 error out-of-order
        The strike is dated 2031-03-04, but \`developments[1]\` is dated 2031-02.
        A development is of the same day or later. Correct one of the two dates, or say it elsewhere."
    `),
  );
  fault(
    "out-of-order",
    "a claim that has developed before it was made",
    {
      "claims/tarrow-denial.md": ["relations:", "developments:\n  - {date: 2031-03-04, summary: A letter., sources: [wire]}\nrelations:"],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:10:12 error out-of-order
        The claim is dated 2031-03-05, but \`developments[0]\` is dated 2031-03-04.
        A development is of the same day or later. Correct one of the two dates, or say it elsewhere."
    `),
  );

  test.each<[string, Change]>([
    ["a strike reported on the day before, as time zones may have it", { [PATROL]: ["date: 2031-03-04", "date: 2031-03-05"] }],
    ["a strike within a span that begins before its sources", { [PATROL]: ["date: 2031-03-04", "date: 2031-03-05/2031-03-20"] }],
    [
      "an event of any day with an undated source",
      {
        "timeline/talks.md": "---\ntitle: Talks in Velm\nkind: diplomatic\ndate: 2031-05\nsources: [wire, letter]\n---\n",
        "sources/letter.md": "---\npublisher: The Letter\nkind: interview\nlanguage: en\ngrade: original\n---\n",
      },
    ],
    [
      "an event that is withdrawn",
      {
        "timeline/talks.md":
          "---\ntitle: Talks in Velm\nkind: diplomatic\ndate: 2031-05\nsources: [wire]\nwithdrawn: {date: 2031-06-01, reason: They did not take place.}\n---\n",
      },
    ],
    ["a total up to the day after its source was published", { "totals/tidings-march.md": ["asOf: 2031-03-31", "asOf: 2031-04-02"] }],
    [
      "a total whose source is dated by the month",
      {
        "totals/tidings-march.md": ["asOf: 2031-03-31", "asOf: 2031-04-30"],
        "sources/tally.md": ["published: 2031-04-01", "published: 2031-04"],
      },
    ],
    [
      "an announcement and a development of the month of the strike",
      {
        [PATROL]: [
          "vessels: 1",
          "vessels: 1\nannounced: {date: 2031-03}\ndevelopments:\n  - {date: 2031-03-04, summary: A letter., sources: [wire]}",
        ],
      },
    ],
  ])("%s", (_, change) => {
    expectNoProblems(change);
  });
});

describe("what is right is no fault", () => {
  test.each<[string, Change]>([
    [
      "a contested claim that another disputes, and the other asserted",
      {
        "claims/tarrow-denial.md": [
          "status: asserted\nstatusNote: No other source says so.\nrelations:\n  - to: quill-oil\n    type: disputes\n",
          "status: contested\nstatusNote: Ada Quill says otherwise.\n",
        ],
        "claims/quill-oil.md": [
          "status: contested\nstatusNote: Bren Tarrow denies it.\n",
          "status: asserted\nstatusNote: Nobody else says so.\nrelations:\n  - {to: tarrow-denial, type: disputes}\n",
        ],
      },
    ],
    [
      "a denial by the one whom the claim is about",
      {
        "claims/quill-oil.md": ["status: contested", "status: denied"],
        "claims/tarrow-denial.md": ["    type: disputes", "    type: responds-to"],
      },
    ],
    [
      "a denial by a development",
      {
        "claims/quill-oil.md": [
          "status: contested",
          "status: denied\ndevelopments:\n  - {date: 2031-04, summary: A letter., effect: denies, sources: [wire]}",
        ],
        "claims/tarrow-denial.md": ["    type: disputes", "    type: qualifies"],
      },
    ],
    [
      "a claim that a later one supersedes",
      {
        "claims/quill-oil.md": ["status: contested", "status: superseded"],
        "claims/tarrow-denial.md": ["    type: disputes", "    type: supersedes"],
      },
    ],
    ["a documented claim with a primary source alone among two", { "claims/quill-oil.md": ["status: contested", "status: documented"] }],
    ["a corroborated claim with two publishers", { "claims/tarrow-denial.md": ["status: asserted", "status: corroborated"] }],
    [
      "a claim of the day on which its newest source was published",
      { "claims/tarrow-denial.md": ["date: 2031-03-05", "date: 2031-03-06"] },
    ],
    [
      "a claim with a source that has no date",
      { "claims/tarrow-denial.md": ["date: 2031-03-05", "date: 2031-03-20"], "sources/wire.md": ["published: 2031-03-06\n", ""] },
    ],
    [
      "a claim dated by the month in which its sources were published",
      { "claims/tarrow-denial.md": ["date: 2031-03-05", "date: 2031-03"] },
    ],
    [
      "a quotation of eight words",
      { "claims/quill-oil.md": ["quote: a smuggler’s barge", "quote: a smuggler’s barge that carried only lamp oil"] },
    ],
    [
      "a role that begins and ends in one month",
      { "actors/ada-quill.md": ["    from: 2030\n    to: 2031-06", "    from: 2031-06-15\n    to: 2031-06"] },
    ],
    ["a role with an open end", { "actors/ada-quill.md": ["    to: 2031-06", "    to: 2031-06/.."] }],
    ["an alias that is the actor's own name", { "actors/ada-quill.md": ["aliases: [the harbour master]", "aliases: [ada quill]"] }],
    [
      "an actor whom only a strike names",
      {
        "actors/corin-reed.md": "---\nname: Corin Reed\nkind: person\nsources: [wire]\n---\n",
        "timeline/patrol.md": ["vessels: 1", "vessels: 1\nannounced: {by: corin-reed}"],
      },
    ],
    [
      "a source that only another one derives from",
      {
        "sources/post.md": POST,
        "sources/tidings.md": ["published: 2031-03-05", "published: 2031-03-05\nderivesFrom: [post]"],
      },
    ],
    [
      "a source that only a text cites",
      { "sources/post.md": POST, "claims/quill-oil.md": ["The words", "The [words](../sources/post.md)"] },
    ],
    [
      "a total with an explained gap",
      { "totals/tidings-march.md": ["killed: 2", "killed: 5\nexplanation: It counts the crew of a ferry.\nunexplained: {killed: 3}"] },
    ],
    [
      "a table in an article, one cell of whose row is linked",
      {
        "articles/two-patrols.md": [
          "## What was said\n",
          "## What was said\n\n| Day | Dead |\n| --- | --- |\n| [4 March](../timeline/patrol.md) | [2](count:killed) |\n",
        ],
      },
    ],
    [
      "a count in another text, over the whole record",
      { "actors/ada-quill.md": ["sources: [gazette]\n---\n", "sources: [gazette]\n---\n\nShe announced [one](count:strikes) strike.\n"] },
    ],
    ["a text wrapped by hand", { "articles/two-patrols.md": ["Ada Quill says that", "Ada Quill\nsays\nthat"] }],
    ["a former id that nobody else has", { "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [quill-barge]"] }],
    [
      "a correction of an entry",
      { "corrections/barge.md": "---\ndate: 2031-04-01\nentry: quill-oil\nwas: A ferry.\nnow: A barge.\n---\n" },
    ],
    [
      "a withdrawn entry",
      { "places/lake-orrin.md": ["precision: region", "precision: region\nwithdrawn: {date: 2031-04-01, reason: It was a pond.}"] },
    ],
  ])("%s", (_, change) => {
    expectNoProblems(change);
  });
});

const STATUSES_OF_CLAIMS = "claims’ statuses against their answers";

describe("npm run check", () => {
  const run = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, ["scripts/check-content.js", ...args], { env: { ...process.env, CONTENT_DIR: folder }, encoding: "utf8" });
  const broken = changed({
    "claims/tarrow-denial.md": ["  - tidings\n  - wire", "  - tidings"],
    "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: ada-quil"],
  });

  test("prints the problems as JSON and exits with 1 when there is an error", async () => {
    await inFolder(broken, (folder) => {
      const { status, stdout, stderr } = run(folder, "--format", "json");
      const problems = JSON.parse(stdout) as Problem[];
      expect(problems).toEqual([
        {
          file: "claims/quill-oil.md",
          line: 4,
          column: 13,
          code: "unknown-entry",
          severity: "error",
          message: "`ada-quil` is named here, but content/actors/ has no such file.",
          advice: "Did you mean `ada-quill`? Otherwise add content/actors/ada-quil.md.",
        },
        {
          file: "claims/tarrow-denial.md",
          line: 13,
          column: 3,
          code: "single-source",
          severity: "warning",
          message: "The claim rests on one source.",
          advice: "Add a second, independent source where there is one.",
        },
      ]);
      expect(stderr).toBe("");
      expect(status).toBe(1);
    });
  });

  test.each<[string, Change, string[]]>([
    ["an invalid claim", { "claims/quill-oil.md": ["kind: accusation", "kind: acusation"] }, [STATUSES_OF_CLAIMS, "accusations in texts"]],
    ["an invalid event", { "timeline/patrol.md": ["kind: strike", "kind: stroke"] }, ["counts and totals"]],
    ["an invalid place", { "places/lake-orrin.md": ["precision: region", "precision: regional"] }, []],
  ])("says what it does not judge while there is %s", async (_, change, parts) => {
    await inFolder(changed(change), (folder) => {
      const list = [...parts, "entries that nothing names", "words of the faulty entries"].join(", ");
      expect(run(folder).stdout).toContain(`\n\nNot judged before these errors are mended: ${list}.\n\n1 error`);
    });
  });

  test("shows colours where a program asks for them, and none where it asks for none", async () => {
    await inFolder({}, (folder) => {
      const print = (env: NodeJS.ProcessEnv) => {
        const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
        const all = { ...rest, CONTENT_DIR: folder, ...env };
        return spawnSync(process.execPath, ["scripts/check-content.js"], { env: all, encoding: "utf8" }).stdout;
      };
      rmSync(join(folder, "claims/tarrow-denial.md"));
      expect(print({ FORCE_COLOR: "1" })).toContain("\u001b[31m");
      for (const env of [{}, { FORCE_COLOR: "0" }, { FORCE_COLOR: "1", NO_COLOR: "1" }]) expect(print(env)).not.toContain("\u001b");
    });
  });

  test("prints nothing for annotations where there is no problem", async () => {
    await inFolder({}, (folder) => expect(run(folder, "--format", "github").stdout).toBe(""));
  });

  test("exits with 0 when there are warnings only", async () => {
    await inFolder(changed({ "claims/tarrow-denial.md": ["  - tidings\n  - wire", "  - tidings"] }), (folder) => {
      const { status, stdout } = run(folder, "--format", "json");
      expect((JSON.parse(stdout) as Problem[]).map(({ code }) => code)).toEqual(["single-source"]);
      expect(status).toBe(0);
    });
  });

  test("prints text by default: warnings apart, errors last, a sum at the end", () => {
    expect(formatProblems(check(broken).problems, "content")).toMatchInlineSnapshot(`
      "Warnings (they do not stop the build):

      content/claims/tarrow-denial.md
        13:3    single-source        The claim rests on one source.
                                     Add a second, independent source where there is one.

      Errors:

      content/claims/quill-oil.md
        4:13    unknown-entry        \`ada-quil\` is named here, but content/actors/ has no such file.
                                     Did you mean \`ada-quill\`? Otherwise add content/actors/ada-quil.md.

      1 error, 1 warning in 2 files. Every code is explained in docs/errors.md."
    `);
    expect(formatProblems([], "content")).toBe("0 errors, 0 warnings. Every code is explained in docs/errors.md.");
  });
});
