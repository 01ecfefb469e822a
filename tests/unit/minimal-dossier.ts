/** A dossier as small as one without errors and warnings can be, and ways to break it. All of it is invented. */
import { expect } from "vitest";
import { check } from "./builders.ts";

export const MINIMAL: Record<string, string> = {
  "site.yaml": `title: Soundings
description: A dossier invented for the tests.
dossier: The buoys of Lake Orrin
baseDate: 2031-03-01
recordEnds: 2031-06-30
lead: two-patrols
lanes:
  - label: On the lake
    places: [lake-orrin]
`,
  "articles/two-patrols.md": `---
title: Two patrols on the lake
standfirst: What was said, by whom, and against whose denial.
published: 2031-03-10
asOf: 2031-03-10
sources: [gazette, tidings]
---

## What was said

Ada Quill says that [the barge carried oil](../claims/quill-oil.md). Bren Tarrow [denies it](../claims/tarrow-denial.md).

The [patrol of 4 March](../timeline/patrol.md) killed [two](count:killed) people.
`,
  "actors/ada-quill.md": `---
name: Ada Quill
sortName: Quill, Ada
kind: person
aliases: [the harbour master]
roles:
  - title: Harbour master
    from: 2030
    to: 2031-06
    sources: [gazette]
sources: [gazette]
---
`,
  "actors/bren-tarrow.md": `---
name: Bren Tarrow
kind: person
relations:
  - to: ada-quill
    type: accuses
    from: 2031-03-05
    until: 2031-06
    sources: [tidings]
sources: [tidings, tally]
---
`,
  "claims/quill-oil.md": `---
number: 1
text: Ada Quill says that the barge carried smuggled oil.
assertedBy: ada-quill
about: [bren-tarrow]
on: [patrol]
date: 2031-03-04
kind: accusation
status: contested
statusNote: Bren Tarrow denies it.
quote: a smuggler’s barge
figures:
  - min: 30
    max: 40
    unit: barrels
    what: oil aboard
sources: [gazette, tidings]
---

The words stand in [the Gazette](../sources/gazette.md).
`,
  "claims/tarrow-denial.md": `---
number: 2
text: Bren Tarrow says that the barge carried reeds.
assertedBy: bren-tarrow
date: 2031-03-05
kind: denial
status: asserted
statusNote: No other source says so.
relations:
  - to: quill-oil
    type: disputes
sources:
  - tidings
  - wire
---
`,
  "timeline/patrol.md": `---
title: Patrol of 4 March 2031
kind: strike
date: 2031-03-04
place: lake-orrin
region: North Shore
vessels: 1
casualties:
  - source: gazette
    killed: 2
  - source: wire
    killed: {min: 2, max: 2}
sources: [gazette, wire]
---
`,
  "sources/gazette.md": `---
publisher: Northmark Gazette
url: https://gazette.example/notice
published: 2031-03-04
kind: government-statement
language: en
grade: original
---
`,
  "sources/tidings.md": `---
publisher: The Tidings
url: https://tidings.example/barge
published: 2031-03-05
kind: news-report
language: en
grade: original
---
`,
  "sources/wire.md": `---
publisher: The Wire
published: 2031-03-06
kind: news-report
language: en
grade: original
---
`,
  "sources/tally.md": `---
publisher: The Tidings
published: 2031-04-01
kind: news-report
language: en
grade: original
---
`,
  "places/lake-orrin.md": `---
name: Lake Orrin
kind: lake
lat: 12.5
lon: 45
precision: region
---
`,
  "totals/tidings-march.md": `---
asOf: 2031-03-31
by: bren-tarrow
strikes: 1
killed: 2
source: tally
---
`,
};

/** A change to the minimal dossier: the new text of a file (null: it is gone), or words in it and what stands in their place. */
export type Change = Record<string, string | null | [from: string, to: string]>;

export function changed(change: Change): Record<string, string> {
  const texts = { ...MINIMAL };
  for (const [file, what] of Object.entries(change)) {
    if (what === null) delete texts[file];
    else if (typeof what === "string") texts[file] = what;
    else {
      const parts = (texts[file] ?? "").split(what[0]);
      if (parts.length !== 2) throw new Error(`changed() was called with "${what[0]}", which ${file} has ${parts.length - 1} times`);
      texts[file] = parts.join(what[1]);
    }
  }
  return texts;
}

/** Where and what kind each problem of the changed dossier is: ["claims/a.md:4:7 bad-date", …]. */
export function codesOf(change: Change): string[] {
  return check(changed(change)).problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

export function expectNoProblems(change: Change): void {
  expect(check(changed(change)).problems).toEqual([]);
}
