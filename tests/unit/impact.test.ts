/** The report on a change to the minimal dossier, section by section, as it stands in a pull request. */
import { describe, expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { assessImpact } from "../../src/impact/assess-impact.ts";
import { formatImpact } from "../../src/impact/format-impact.ts";
import { isSameContent, type Side } from "../../src/impact/pair-entries.ts";
import { createUrls } from "../../src/site/urls.ts";
import { contentOf } from "./builders.ts";
import { changed, MINIMAL, type Change } from "./minimal-dossier.ts";

const urls = createUrls({ base: "/", site: "https://example.org" });

function sideOf(change: Change): Side {
  const content = contentOf(changed(change));
  return { content, check: checkContent(content) };
}

/** The whole report on a change; `before` is what the other side has changed of the minimal dossier. */
function report(change: Change, before: Change = {}): string {
  return formatImpact(assessImpact(sideOf(before), sideOf(change), urls), { base: "HEAD", commit: "1234567", folder: "content" });
}

function summary(change: Change, before: Change = {}): string {
  return report(change, before).split("\n")[0]?.replace("Compared with `HEAD` (`1234567`): ", "") ?? "";
}

/** A section without its heading; null when the report has none. */
function sectionOf(text: string, heading: string): string | null {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  return section ? section.slice(heading.length).trim() : null;
}

const wider: Change = { "timeline/patrol.md": ["  - source: gazette\n    killed: 2", "  - source: gazette\n    killed: 3"] };
const SECOND = `---
title: Patrol of 7 March 2031
kind: strike
date: 2031-03-07
place: lake-orrin
region: North Shore
vessels: 2
casualties:
  - source: wire
    killed: 4
    survived: 1
sources: [wire]
---

[Ada Quill](../actors/ada-quill.md) announced it.
`;
const NEW_CLAIM = `---
number: 3
text: Bren Tarrow says that nobody was aboard.
assertedBy: bren-tarrow
about: [ada-quill]
on: [patrol]
date: 2031-03-05
kind: statement-of-fact
status: asserted
statusNote: One party says so.
sources: [tidings, wire]
---
`;

describe("the first paragraph", () => {
  test.each<[string, Change, string]>([
    [
      "a record of more dead",
      wider,
      "1 entry changed; over the whole record and as of 10 March 2031 killed 2 → 2–3; 1 count in prose is now wrong; 4 other pages show what changed; 1 new error.",
    ],
    [
      "a second strike",
      { "timeline/second.md": SECOND },
      "1 entry added; over the whole record and as of 10 March 2031 killed 2 → 6, strikes 1 → 2; 1 published total now differs from the ledger; 1 count in prose is now wrong; 3 other pages show what changed; 2 new errors.",
    ],
    [
      "another status",
      { "claims/tarrow-denial.md": ["status: asserted", "status: documented"] },
      "1 entry changed; 1 claim has another status; 5 other pages show what changed; 0 new errors.",
    ],
    ["a comment", { "sources/wire.md": ["grade: original", "grade: original # read twice"] }, "1 entry other in form only; 0 new errors."],
    [
      "an address that leads nowhere",
      { "totals/tidings-march.md": null },
      "1 entry removed; 1 address gone without a redirect; 2 other pages show what changed; 0 new errors.",
    ],
    ["settings", { "site.yaml": ["2031-06-30", "2031-07-31"] }, "site.yaml changed; 0 new errors."],
    [
      "a comment in the settings",
      { "site.yaml": ["lead: two-patrols", "lead: two-patrols # for now"] },
      "site.yaml other in form only; 0 new errors.",
    ],
    [
      "a field that is wrong",
      { "claims/quill-oil.md": ["status: contested", "status: doubted"] },
      "1 entry other, with faults; 7 other pages show what changed; 1 new error.",
    ],
  ])("tells of %s", (_, change, expected) => {
    expect(summary(change)).toBe(expected);
  });
});

describe("entries", () => {
  test("are added, changed, removed, renamed, merged and withdrawn, each with its file", () => {
    const text = report({
      "claims/third.md": NEW_CLAIM,
      "claims/tarrow-denial.md": [
        "statusNote: No other source says so.",
        "statusNote: No other source says so.\nvenue: A letter | <b>sent</b>",
      ],
      "sources/tidings.md": ["kind: news-report", "kind: news-report\nwithdrawn: {date: 2031-04-01, reason: The page was a copy.}"],
      "places/lake-orrin.md": null,
      "places/orrin.md": "---\nname: Lake Orrin\nkind: lake\nlat: 12.5\nlon: 46\nprecision: region\nformerIds: [lake-orrin]\n---\n",
      "sources/wire.md": null,
      "sources/gazette.md": ["grade: original", "grade: original\nformerIds: [wire]"],
      "totals/tidings-march.md": null,
    });
    expect(sectionOf(text, "Entries")).toMatchInlineSnapshot(`
      "| Change | Kind | File | Entry |
      | --- | --- | --- | --- |
      | changed | claim | \`content/claims/tarrow-denial.md\` | Bren Tarrow says that the barge carried reeds |
      | added | claim | \`content/claims/third.md\` | Bren Tarrow says that nobody was aboard |
      | changed | source | \`content/sources/gazette.md\` | Northmark Gazette, 2031-03-04 |
      | withdrawn | source | \`content/sources/tidings.md\` | The Tidings, 2031-03-05 (1 April 2031: The page was a copy.) |
      | merged | source | \`content/sources/wire.md\` | The Wire, 2031-03-06 (its id leads to \`content/sources/gazette.md\`) |
      | renamed | place | \`content/places/orrin.md\` | Lake Orrin (was \`content/places/lake-orrin.md\`) |
      | removed | published total | \`content/totals/tidings-march.md\` | Bren Tarrow, as of 2031-03-31 (no entry has its id in \`formerIds\`) |

      | File | Field | Before | After |
      | --- | --- | --- | --- |
      | \`content/claims/tarrow-denial.md\` | \`venue\` | *not set* | A letter \\| &lt;b&gt;sent&lt;/b&gt; |
      | \`content/sources/gazette.md\` | \`formerIds\` | *not set* | \\[wire\\] |
      | \`content/sources/tidings.md\` | \`withdrawn\` | *not set* | {date: 2031-04-01, reason: The page was a copy.} |
      | \`content/places/orrin.md\` | \`lon\` | 45 | 46 |
      |  | \`formerIds\` | *not set* | \\[lake-orrin\\] |"
    `);
  });

  test("that only lie in another order, or carry a comment, are told from changed ones", () => {
    const text = report({
      "claims/quill-oil.md": ["sources: [gazette, tidings]", "sources: [tidings, gazette]"],
      "sources/wire.md": ["kind: news-report\nlanguage: en", "language: en\nkind: news-report"],
    });
    expect(sectionOf(text, "Entries")).toMatchInlineSnapshot(`
      "| Change | Kind | File | Entry |
      | --- | --- | --- | --- |
      | changed | claim | \`content/claims/quill-oil.md\` | Ada Quill says that the barge carried smuggled oil |
      | form only | source | \`content/sources/wire.md\` | The Wire, 2031-03-06 |

      | File | Field | Before | After |
      | --- | --- | --- | --- |
      | \`content/claims/quill-oil.md\` | \`sources\` | gazette, tidings | tidings, gazette |"
    `);
    expect(text).not.toContain("/sources/wire/");
  });

  test("show their text by its length", () => {
    const text = report({ "claims/quill-oil.md": ["The words stand in", "The very words stand in"] });
    expect(sectionOf(text, "Entries")).toContain("| `content/claims/quill-oil.md` | `text` | 6 words | 7 words, changed |");
  });

  test("that cannot be read are named, and what cannot be told is not made up", () => {
    const text = report({ "actors/ada-quill.md": "---\nname: [\n---\n", "site.yaml": "baseDate: 2031-03-01\n" });
    expect(sectionOf(text, "Entries")).toMatchInlineSnapshot(`
      "| Change | Kind | File | Entry |
      | --- | --- | --- | --- |
      | with faults | settings | \`content/site.yaml\` | the site’s own words and settings |
      | with faults | actor | \`content/actors/ada-quill.md\` | Ada Quill (cannot be read now; see the problems below) |"
    `);
    expect(text.split("\n")[2]).toMatch(/^\*\*The check finds \d+ errors in the working tree\.\*\* /);
    expect(summary({}, { "actors/ada-quill.md": "---\nname: [\n---\n" })).toBe(
      "1 entry other, with faults; 4 other pages show what changed; 0 new errors.",
    );
  });

  test("do not keep a dossier with every reference broken from a report", () => {
    const alone = Object.fromEntries(
      Object.keys(MINIMAL).map((file) => [file, file.startsWith("sources/") || file.startsWith("actors/") ? null : (MINIMAL[file] ?? "")]),
    );
    expect(report(alone)).toContain("| removed | source | `content/sources/wire.md` |");
    expect(report({}, alone)).toContain("| added | source | `content/sources/wire.md` |");
  });
});

describe("the ledger", () => {
  test("is told in all and as of each article’s day, and strike by strike", () => {
    const text = report({
      ...wider,
      "timeline/second.md": SECOND.replace("2031-03-07", "2031-05-09"),
      "sources/wire.md": ["2031-03-06", "2031-03-12"],
    });
    expect(sectionOf(text, "Ledger")).toMatchInlineSnapshot(`
      "|  | Killed | Survivors | Strikes | Operations | Vessels | Without a number of dead |
      | --- | --- | --- | --- | --- | --- | --- |
      | The whole record | **2 → 6–7** | **0 → 1** | **1 → 2** | **1 → 2** | **1 → 3** | 0 |
      | As of 10 March 2031 (\`two-patrols\`) | **2 → 3** | 0 | 1 | 1 | 1 | 0 |

      | Strike | In | Killed | Survivors | Strikes | Vessels |
      | --- | --- | --- | --- | --- | --- |
      | \`content/timeline/patrol.md\` | the whole record | 2 → 2–3 | number not given | 1 | 1 |
      | \`content/timeline/patrol.md\` | as of 10 March 2031 (\`two-patrols\`) | 2 → 3 | number not given | 1 | 1 |
      | \`content/timeline/second.md\` | the whole record | not counted → 4 | not counted → 1 | not counted → 1 | not counted → 2 |"
    `);
  });

  test("says where it is the same", () => {
    const text = report({ "timeline/second.md": SECOND.replace("2031-03-07", "2031-05-09") });
    expect(sectionOf(text, "Ledger")).toContain("The same as before: as of 10 March 2031 (`two-patrols`).");
  });

  test("shows a withdrawn strike as no longer counted", () => {
    const text = report({
      "timeline/patrol.md": ["region: North Shore", "region: North Shore\nwithdrawn: {date: 2031-04-01, reason: It was a drill.}"],
    });
    expect(sectionOf(text, "Ledger")).toContain(
      "| `content/timeline/patrol.md` | the whole record and as of 10 March 2031 (`two-patrols`) | 2 → not counted | number not given → not counted | 1 → not counted | 1 → not counted |",
    );
  });
});

test("published totals that agree no longer, or agree now, stand with both gaps", () => {
  const more: Change = { "timeline/second.md": SECOND };
  expect(sectionOf(report(more), "Published totals")).toMatchInlineSnapshot(`
    "Beside the ledger of the strikes up to their day; a gap is the published number minus ours.

    | Total | File | Before | After |
    | --- | --- | --- | --- |
    | Bren Tarrow, as of 2031-03-31 | \`content/totals/tidings-march.md\` | agrees | differs: killed −4, strikes −1 |"
  `);
  expect(sectionOf(report({}, more), "Published totals")).toContain("| differs: killed −4, strikes −1 | agrees |");
  expect(summary({}, more)).toContain("1 published total no longer differs from the ledger");
  const bound: Change = { "totals/tidings-march.md": ["killed: 2", "killed: 1\nqualifier: at least"] };
  expect(sectionOf(report(bound), "Published totals")).toContain("| agrees | a lower bound that ours reaches |");
  expect(summary(bound, {})).not.toContain("from the ledger");
  expect(sectionOf(report({ "totals/tidings-march.md": null }), "Published totals")).toContain("| agrees | not on file |");
});

test("claims show their status, where they stood on an article’s day, their origins and since when they were known", () => {
  const text = report({
    "claims/tarrow-denial.md": ["status: asserted", "status: corroborated"],
    "claims/quill-oil.md": ["sources: [gazette, tidings]", "sources: [tidings]"],
    "sources/tidings.md": ["2031-03-05", "2031-03-20"],
  });
  expect(sectionOf(text, "Claims")).toMatchInlineSnapshot(`
    "| Claim | Status | Stands, on an article’s day | Independent origins | Known since |
    | --- | --- | --- | --- | --- |
    | \`content/claims/quill-oil.md\` |  |  | 2 → 1 | 4 March 2031 → 20 March 2031 |
    | \`content/claims/tarrow-denial.md\` | asserted → corroborated |  |  | 5 March 2031 → 6 March 2031 |"
  `);
});

test("a claim whose support came later than the article’s day stands elsewhere on it, though its field is the same", () => {
  const later: Change = {
    "claims/tarrow-denial.md": ["sources:\n  - tidings\n  - wire", "sources: [evening]\nknownSince: 2031-03-12\nknownBasis: Its page."],
    "sources/evening.md": (MINIMAL["sources/wire.md"] ?? "").replace("2031-03-06", "2031-03-12"),
  };
  const text = report(later);
  expect(sectionOf(text, "Claims")).toMatchInlineSnapshot(`
    "| Claim | Status | Stands, on an article’s day | Independent origins | Known since |
    | --- | --- | --- | --- | --- |
    | \`content/claims/quill-oil.md\` |  | 10 March 2031: contested → asserted |  |  |
    | \`content/claims/tarrow-denial.md\` |  |  | 2 → 1 | 5 March 2031 → 12 March 2031 |"
  `);
  expect(sectionOf(text, "Pages")).toContain("| `/analysis/two-patrols/` | has a note on `tarrow-denial`, `quill-oil` |");
});

test("counts in prose stand with their place, their value and whether they are right", () => {
  const text = report(
    {
      "timeline/second.md": SECOND,
      "articles/two-patrols.md": [
        "killed [two](count:killed) people.",
        "killed [6](count:killed) people, on [one](count:strikes) day, [two](count:killed) of them there.",
      ],
      "actors/ada-quill.md": [
        "sources: [gazette]\n---\n",
        "sources: [gazette]\n---\n\nShe counts [two to three](count:killed?region=north-shore) and [one](count:strikes).\n",
      ],
    },
    {
      "articles/two-patrols.md": [
        "killed [two](count:killed) people.",
        "killed [two](count:killed) people, on [one](count:strikes) day, [two](count:killed) of them there.",
      ],
      "actors/ada-quill.md": [
        "sources: [gazette]\n---\n",
        "sources: [gazette]\n---\n\nShe counts [two](count:killed?region=north-shore).\n",
      ],
    },
  );
  expect(sectionOf(text, "Counts in prose")).toMatchInlineSnapshot(`
    "| Place | Count | The text says | The entries give |  |
    | --- | --- | --- | --- | --- |
    | \`content/articles/two-patrols.md:13\` | \`killed\` | 6 | 2 → 6 | right |
    | \`content/articles/two-patrols.md:13\` | \`strikes\` | one | 1 → 2 | **wrong**: write \`[2](count:strikes)\` |
    | \`content/articles/two-patrols.md:13\` | \`killed\` | two | 2 → 6 | **wrong**: write \`[6](count:killed)\` |
    | \`content/actors/ada-quill.md:14\` | \`killed?region=north-shore\` | two to three | 2 → 6 | **wrong**: write \`[6](count:killed?region=north-shore)\` |"
  `);
  expect(text.split("\n")[0]).toContain("1 count in prose moved and is right; 3 counts in prose are now wrong");
});

test("a count that can no longer be made says so", () => {
  const by = (region: string): Change => ({
    "timeline/patrol.md": ["region: North Shore", `region: ${region}`],
    "actors/ada-quill.md": ["sources: [gazette]\n---\n", "sources: [gazette]\n---\n\nShe counts [two](count:killed?region=north-shore).\n"],
  });
  expect(sectionOf(report(by("South Shore"), by("North Shore")), "Counts in prose")).toContain(
    "| `content/actors/ada-quill.md:14` | `killed?region=north-shore` | two | 2 → no count | **cannot be counted** |",
  );
});

test("known days that moved stand with both days", () => {
  const text = report({ "sources/tidings.md": ["published: 2031-03-05\n", ""], "sources/tally.md": ["published: 2031-04-01\n", ""] });
  expect(sectionOf(text, "Known days")).toMatchInlineSnapshot(`
    "The days from which entries were publicly known; those of claims stand with the claims.

    | Entry | Before | After |
    | --- | --- | --- |
    | \`content/actors/bren-tarrow.md\` | 5 March 2031 | not known |
    | \`content/sources/tally.md\` | 1 April 2031 | not known |
    | \`content/sources/tidings.md\` | 5 March 2031 | not known |
    | \`content/totals/tidings-march.md\` | 1 April 2031 | not known |"
  `);
});

describe("what readers may have cited", () => {
  test("and is other now asks for a correction", () => {
    expect(sectionOf(report(wider), "No correction yet")).toMatchInlineSnapshot(`
      "If what stood here was wrong, say so with \`npm run new -- correction\`: then its page, its feeds and the list of corrections do. If a source reported something new, add it beside what was there.

      | File | What readers may have cited |
      | --- | --- |
      | \`content/timeline/patrol.md\` | \`casualties[gazette].killed\` 2 → 3 |"
    `);
  });

  test("asks for none where one is added with it, where a record is new, or where words around it are mended", () => {
    const correction = `---\nentry: timeline/patrol\ndate: 2031-06-30\nwas: Two killed, said the gazette.\nnow: Three killed, says the gazette.\n---\n`;
    const told = report({ ...wider, "corrections/patrol-killed.md": correction });
    const added = report({
      "timeline/patrol.md": [
        "  - source: gazette\n    killed: 2",
        "  - source: gazette\n    killed: 2\n  - source: tidings\n    killed: 3",
      ],
    });
    const worded = report({ "claims/quill-oil.md": ["statusNote: ", "statusNote: Now "] });
    for (const text of [told, added, worded]) expect(sectionOf(text, "No correction yet")).toBeNull();
    expect(sectionOf(told, "Entries")).not.toBeNull();
    expect(sectionOf(worded, "Entries")).not.toBeNull();
  });
});

describe("pages", () => {
  test("are added, gone, redirected and changed, and others show what changed", () => {
    const text = report({
      "claims/third.md": NEW_CLAIM,
      "claims/tarrow-denial.md": ["statusNote: No other", "statusNote: None other"],
      "places/lake-orrin.md": null,
      "places/orrin.md": (MINIMAL["places/lake-orrin.md"] ?? "").replace("kind: lake", "kind: lake\nformerIds: [lake-orrin]"),
      "timeline/patrol.md": ["place: lake-orrin", "place: orrin"],
      "site.yaml": ["lake-orrin", "orrin"],
      "totals/tidings-march.md": null,
    });
    expect(sectionOf(text, "Pages")).toMatchInlineSnapshot(`
      "- 2 addresses added: \`/claims/third/\`, \`/places/orrin/\`
      - 1 redirect added: \`/places/lake-orrin/\` to \`/places/orrin/\`
      - **1 address gone, and nothing leads on from there:** \`/counts/tidings-march/\`
      - 2 pages changed by the entry itself: \`/claims/tarrow-denial/\`, \`/timeline/patrol/\`

      | Page that shows one of them | Why |
      | --- | --- |
      | \`/analysis/two-patrols/\` | has a note on \`tarrow-denial\` |
      | \`/actors/ada-quill/\` | is the subject of \`third\` |
      | \`/actors/bren-tarrow/\` | makes \`tarrow-denial\`, \`third\`; published \`tidings-march\` |
      | \`/claims/quill-oil/\` | is related to \`tarrow-denial\`; bears on \`patrol\` |
      | \`/sources/gazette/\` | carries \`patrol\` |
      | \`/sources/tally/\` | carries \`tidings-march\` |
      | \`/sources/tidings/\` | carries \`tarrow-denial\`, \`third\` |
      | \`/sources/wire/\` | carries \`tarrow-denial\`, \`third\`, \`patrol\` |

      | List or count | What is other |
      | --- | --- |
      | \`/…\` | site.yaml: every page may be another |
      | \`/\` | what became known last; how the claims stand; how much is on file |
      | \`/claims/\` | 1 claim added; 1 claim changed |
      | \`/timeline/\` | 1 timeline entry changed |
      | \`/places/\` | 1 place changed |
      | \`/counts/\` | 1 published total removed; the strikes on file |
      | \`/contested/\` | 1 claim added; 1 claim changed |
      | \`/context/\` | 1 place changed |
      | \`/strikes/\` | the strikes on file |
      | \`/unknowns/\` | the strikes on file |
      | \`/about/\` | claims of each status; the number of published totals |
      | \`/search/\` | the number of entries |
      | \`/feeds/…\` | the feed of the timeline |
      | \`/timeline/timeline.ics\` | 1 timeline entry changed |
      | \`/actors/…/atom.xml\` | claims and timeline entries |
      | \`/embed/…\` | 1 claim added; 1 claim changed; the strikes on file |
      | \`/cards/…\` | the pictures by which links to the pages above are shared |
      | \`/data/v1/events.csv\`, \`/data/v1/claims.csv\`, \`/data/v1/claim_about.csv\`, \`/data/v1/claim_events.csv\`, \`/data/v1/claim_sources.csv\`, \`/data/v1/citations.csv\` and 24 more | the same entries as data |"
    `);
  });

  test("of a strike change with the ledger, and what stands beside it", () => {
    expect(sectionOf(report({ "timeline/second.md": SECOND }), "Pages")).toMatchInlineSnapshot(`
      "- 1 address added: \`/timeline/second/\`

      | Page that shows one of them | Why |
      | --- | --- |
      | \`/actors/ada-quill/\` | is linked from the text of \`second\` |
      | \`/sources/wire/\` | carries \`second\` |
      | \`/places/lake-orrin/\` | lists \`second\` |

      | List or count | What is other |
      | --- | --- |
      | \`/\` | the strikes and their count; a number in the lead article; what became known last; how much is on file |
      | \`/timeline/\` | 1 timeline entry added; the ledger; the ledger as of an article’s day |
      | \`/strikes/\` | the strikes on file; the ledger; the ledger as of an article’s day |
      | \`/counts/\` | the strikes on file; the ledger; the ledger as of an article’s day |
      | \`/unknowns/\` | the strikes on file |
      | \`/about/\` | the ledger |
      | \`/search/\` | the number of entries |
      | \`/feeds/…\` | the feed of the timeline |
      | \`/timeline/timeline.ics\` | 1 timeline entry added |
      | \`/actors/…/atom.xml\` | claims and timeline entries |
      | \`/embed/…\` | the strikes on file |
      | \`/cards/…\` | the pictures by which links to the pages above are shared |
      | \`/timeline/…/\` | each page of a strike gives its number among 2 strikes, before among 1 |
      | \`/counts/…/\` | 1 published total stands beside another count of ours |
      | \`/data/v1/events.csv\`, \`/data/v1/event_sources.csv\`, \`/data/v1/strikes.csv\`, \`/data/v1/casualty_records.csv\`, \`/data/v1/citations.csv\`, \`/data/v1/totals.csv\` and 25 more | the same entries as data |"
    `);
  });

  test("of the dataset are named whose bytes are other, those with what was withdrawn among them", () => {
    const filesIn = (text: string) => /\| (`\/data\/.*) \| the same/.exec(sectionOf(text, "Pages") ?? "")?.[1];
    expect(filesIn(report({ "places/lake-orrin.md": ["kind: lake", "kind: inland sea"] }))).toMatchInlineSnapshot(
      `"\`/data/v1/places.csv\`, \`/data/v1/places.json\`, \`/data/v1/charts/places.csv\`, \`/data/v1/entries/places.json\`, \`/data/v1/dossier.json\`, \`/data/v1/places.geojson\`, \`/data/v1/charts/places.svg\`"`,
    );
    expect(
      filesIn(report({ "claims/tarrow-denial.md": ["number: 2\n", "number: 2\nwithdrawn: {date: 2031-05-01, reason: Twice on file.}\n"] })),
    ).toMatchInlineSnapshot(
      `"\`/data/v1/claims.csv\`, \`/data/v1/claim_relations.csv\`, \`/data/v1/claim_sources.csv\`, \`/data/v1/citations.csv\`, \`/data/v1/claims.json\`, \`/data/v1/claim_relations.json\` and 10 more"`,
    );
    expect(report({ "sources/tally.md": null })).toContain(
      "| `/data/v1/…` | not compared: an entry names one that is missing or invalid |",
    );
    expect(filesIn(report({ "claims/tarrow-denial.md": ["number: 2", "number: 2 # a comment"] }))).toBeUndefined();
  });

  test("that a former id led on from are gone when the id is taken out", () => {
    const former: Change = { "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [quill-barge]"] };
    expect(sectionOf(report({}, former), "Pages")).toContain(
      "- **1 address gone, and nothing leads on from there:** `/claims/quill-barge/`",
    );
    expect(sectionOf(report(former), "Pages")).toContain("- 1 redirect added: `/claims/quill-barge/` to `/claims/quill-oil/`");
  });

  test("that a faulty entry redirects are not called gone", () => {
    const former: Change = { "claims/quill-oil.md": ["number: 1", "number: 1\nformerIds: [quill-barge]"] };
    const faulty: Change = { "claims/quill-oil.md": ["number: 1", "number: one\nformerIds: [quill-barge]"] };
    expect(sectionOf(report(faulty, former), "Pages")).not.toContain("gone");
  });

  test("are counted where they are many", () => {
    const texts = Array.from({ length: 30 }, (_, i) => [
      `actors/witness-${String(i + 1).padStart(2, "0")}.md`,
      `---\nname: Witness ${i + 1}\nkind: person\nsources: [gazette]\n---\n\n[The wire](../sources/wire.md) names them.\n`,
    ]);
    const witnesses = Object.fromEntries(texts) as Change;
    expect(sectionOf(report(witnesses), "Pages")).toContain("`/actors/witness-12/` and 18 more");
    const cited = Object.fromEntries(texts.map(([file = "", text = ""]) => [file, text.replace("[gazette]", "[wire]")])) as Change;
    const text = report({ ...cited, "sources/wire.md": ["The Wire", "The Evening Wire"] }, cited);
    expect(sectionOf(text, "Pages")).toMatch(/\n\n… and \d+ more\.\n/);
    expect(sectionOf(text, "Pages")?.match(/^\| `\/actors\/witness/gm)).toHaveLength(20);
  });
});

describe("problems of the check", () => {
  test("are new or gone; one that moved to another line is the same", () => {
    const before: Change = { "claims/tarrow-denial.md": ["sources:\n  - tidings\n  - wire", "sources: [tidings]"] };
    const text = report(
      {
        "claims/tarrow-denial.md": ["kind: denial\nstatus: asserted", "kind: denial\nvenue: A letter\nstatus: asserted"],
        "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: ada-quil"],
        "actors/bren-tarrow.md": ["    until: 2031-06\n", "    until: 2031-02\n"],
      },
      before,
    );
    expect(sectionOf(text, "Problems of the check")).toMatchInlineSnapshot(`
      "| New | Code | Place | What is there |
      | --- | --- | --- | --- |
      | **error** | \`ends-before-start\` | \`content/actors/bren-tarrow.md:8\` | The relation starts 2031-03-05 and ends 2031-02. |
      | **error** | \`unknown-entry\` | \`content/claims/quill-oil.md:4\` | \`ada-quil\` is named here, but content/actors/ has no such file. |

      | Gone | Code | Place | What was there |
      | --- | --- | --- | --- |
      | warning | \`single-source\` | \`content/claims/tarrow-denial.md:12\` | The claim rests on one source. |"
    `);
    const moved = report(
      {
        "claims/tarrow-denial.md": (changed(before)["claims/tarrow-denial.md"] ?? "").replace(
          "number: 2\n",
          "number: 2\nvenue: A letter\n",
        ),
      },
      before,
    );
    expect(sectionOf(moved, "Problems of the check")).toBeNull();
  });

  test("stay the same under a new file name", () => {
    const single = (MINIMAL["claims/tarrow-denial.md"] ?? "").replace("  - wire\n", "");
    const text = report(
      {
        "claims/tarrow-denial.md": null,
        "claims/tarrow-reeds.md": single.replace("number: 2", "number: 2\nformerIds: [tarrow-denial]"),
        "articles/two-patrols.md": ["tarrow-denial", "tarrow-reeds"],
      },
      { "claims/tarrow-denial.md": single },
    );
    expect(sectionOf(text, "Problems of the check")).toBeNull();
  });

  test("that are waived are counted", () => {
    const waived = "sources: [tidings]\nwaive:\n  - code: single-source\n    reason: Only one paper was there.";
    const text = report(
      { "claims/tarrow-denial.md": ["sources:\n  - tidings\n  - wire", waived] },
      { "claims/tarrow-denial.md": ["sources:\n  - tidings\n  - wire", "sources: [tidings]"] },
    );
    expect(sectionOf(text, "Problems of the check")).toMatchInlineSnapshot(`
      "| Gone | Code | Place | What was there |
      | --- | --- | --- | --- |
      | warning | \`single-source\` | \`content/claims/tarrow-denial.md:12\` | The claim rests on one source. |

      Warnings waived with a reason: 0 → 1."
    `);
  });
});

test("what an error keeps from being judged is not told as gone", () => {
  const waived = "number: 2\nwaive: [{code: single-source, reason: Only one paper was there.}]";
  const text = report(
    { "claims/tarrow-denial.md": ["number: 2", waived], "places/lake-orrin.md": ["precision: region", "precision: regional"] },
    { "claims/tarrow-denial.md": ["number: 2", waived] },
  );
  expect(sectionOf(text, "Problems of the check")).toMatch(
    /Not judged before the errors are mended: entries that nothing names, words of the faulty entries\. What is unseen is not gone\.$/,
  );
});

test("two sides with the same texts are the same, however their lines end", () => {
  const { content } = sideOf({});
  const files = content.files.map((file) => ({ ...file, text: file.text.replaceAll("\n", "\r\n") }));
  expect(isSameContent(content, { ...content, files })).toBe(true);
  expect(isSameContent(content, { ...content, files: files.slice(1) })).toBe(false);
  expect(isSameContent(content, { ...content, site: null })).toBe(false);
  expect(isSameContent(content, { ...content, stray: [{ file: "notes.txt", message: "-", advice: "-" }] })).toBe(false);
  expect(isSameContent(content, { ...content, files: content.files.map((file) => ({ ...file, text: `${file.text} ` })) })).toBe(false);
});
