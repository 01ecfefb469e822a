/** The words that are somebody's: what is found, exactly as an editor reads it, and what is left alone. */
import { describe, expect, test } from "vitest";
import { formatProblems } from "../../src/check/format.ts";
import { PROSE } from "../../src/check/own-voice.ts";
import { findQuotations } from "../../src/check/quotations.ts";
import { fieldInfo } from "../../src/check/schema-fields.ts";
import { STATUSES, type Status } from "../../src/model/claim.ts";
import { KIND_NAMES } from "../../src/model/kinds.ts";
import { check, report } from "./builders.ts";
import { fault, faultOnDisk } from "./fault.ts";
import { changed, codesOf, expectNoProblems, type Change } from "./minimal-dossier.ts";

const TERMS = `terms:
  - term: oil-runner
    forms: [oil-runners, oil boat]
    except: [Oil-Runner Act]
    why: Ada Quill’s word for those aboard; Bren Tarrow disputes it.
    instead: people aboard
  - term: regime
    why: A verdict on a government.
    instead: government
`;

const WIRE = "grade: original\n---\n";

/** The minimal dossier with its list of terms and a body for the last source. */
const withText = (body: string): Change => ({ "terms.yaml": TERMS, "sources/wire.md": [WIRE, `${WIRE}\n${body}\n`] });

describe("a word that belongs to one side", () => {
  fault(
    "loaded-term",
    "in a paragraph, at its place",
    withText("Two barges left.\n\nOn the second were three oil-runners\nfrom Velm."),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "sources/wire.md:11:26 warning loaded-term
          “oil-runners” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
          Write “people aboard”, or say whose word it is. Ada Quill’s word for those aboard; Bren Tarrow disputes it. (A waiver names it \`about: oil-runner\`.)"
      `),
  );
  fault(
    "loaded-term",
    "behind a link, in a list",
    withText("- The [first barge](../timeline/patrol.md).\n- The [barge](../timeline/patrol.md) of a *regime*, which Bren Tarrow left."),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:10:44 warning loaded-term
        “regime” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “government”, or say whose word it is. A verdict on a government."
    `),
  );
  fault("loaded-term", "in a heading", withText("## The *oil-runners* of Velm\n\nThey left."), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:9:9 warning loaded-term
        “oil-runners” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “people aboard”, or say whose word it is. Ada Quill’s word for those aboard; Bren Tarrow disputes it. (A waiver names it \`about: oil-runner\`.)"
    `),
  );
  fault("loaded-term", "in a cell of a table", withText("| Who | What |\n| --- | --- |\n| oil-runners | oil |"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:11:3 warning loaded-term
        “oil-runners” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “people aboard”, or say whose word it is. Ada Quill’s word for those aboard; Bren Tarrow disputes it. (A waiver names it \`about: oil-runner\`.)"
    `),
  );
  fault(
    "loaded-term",
    "in the front matter, once for each field however often it is there",
    {
      "terms.yaml": TERMS,
      "actors/ada-quill.md": [
        "kind: person",
        "kind: person\nsummary: Of the regime. Against oil-runners, and the regime.\ncountry: Regime",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "actors/ada-quill.md:5:10 warning loaded-term
          “regime” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
          Write “government”, or say whose word it is. A verdict on a government.
        actors/ada-quill.md:5:10 warning loaded-term
          “oil-runners” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
          Write “people aboard”, or say whose word it is. Ada Quill’s word for those aboard; Bren Tarrow disputes it. (A waiver names it \`about: oil-runner\`.)"
      `),
  );
  fault(
    "loaded-term",
    "deep in the front matter",
    {
      "terms.yaml": TERMS,
      "timeline/patrol.md": [
        "sources: [gazette, wire]",
        "unknown:\n  - what: names\n  - what: the regime’s part\nsources: [gazette, wire]",
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "timeline/patrol.md:15:11 warning loaded-term
        “regime” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “government”, or say whose word it is. A verdict on a government."
    `),
  );
  fault("loaded-term", "behind a sentence that attributes", withText("Ada Quill says so. The oil-runners came back."), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:9:24 warning loaded-term
        “oil-runners” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “people aboard”, or say whose word it is. Ada Quill’s word for those aboard; Bren Tarrow disputes it. (A waiver names it \`about: oil-runner\`.)"
    `),
  );

  test.each([
    ["another case", "OIL-RUNNERS came."],
    ["a space for the hyphen", "Oil runners came."],
    ["another hyphen", "Oil‑runners came."],
    ["one word", "Oilrunners came."],
    ["a line break", "An oil\nboat came."],
    ["a hyphen for the space", "An oil-boat came."],
    ["a possessive", "The regime’s barge came."],
    ["a part of a compound", "The pro-regime barge came."],
    ["behind an apostrophe that closes nothing", "The barges’ crew and the ‘regime of Velm came."],
    ["between two quotations", "“No”, the regime and “yes”."],
    ["a word with an accent", "The régime left."],
    ["a word with an accent of its own", "Velm’s re\u0301gime left."],
    ["what is a threat", "The regime is a threat to its neighbours."],
    ["what remains one", "An oil boat remains a threat."],
    ["who asked for something", "Three oil-runners were shot while they asked for mercy."],
    ["who spoke for an hour", "The regime spoke for an hour."],
    ["who speaks", "The oil-runners said that they were lost."],
    ["who has spoken before", "The regime has also denied it."],
    ["who is accused", "The oil-runners were accused of theft."],
    ["a speaker behind a pronoun", "The oil-runners, who denied it, left."],
    ["who charged somebody", "The regime charged him with treason."],
    ["who threatened somebody", "The oil-runners threatened the crew."],
    ["what was listed", "They listed the goods of the oil-runners."],
    ["beside a call for help", "The crew called for help when the oil-runners came."],
    ["what was supposed to be", "The oil boat was supposed to leave."],
    ["a name that only begins like an excepted one", "The Oil-Runner Acting came."],
  ])("is found as %s", (_, text) => {
    expect(codesOf(withText(text)).map((code) => code.split(" ")[1])).toEqual(["loaded-term"]);
  });

  test.each([
    ["double quotation marks", "It was a “regime”."],
    ["straight quotation marks", 'It was a "regime of Velm".'],
    ["single quotation marks", "It was a ‘regime’."],
    ["straight single marks", "It was a 'regime'."],
    ["angle quotation marks", "It was a «regime»."],
    ["German quotation marks", "It was a „regime“."],
    ["a quotation with an apostrophe", "It was ‘Velm’s regime’."],
    ["a quotation inside a quotation", "It was “a ‘new’ regime”."],
    ["a reporting verb", "Ada Quill called it a regime."],
    ["a reporting verb behind it", "It was a regime, Ada Quill wrote."],
    ["an adverb of hearsay", "It was reportedly a regime."],
    ["according to", "It was a regime, according to Ada Quill."],
    ["somebody's account", "By Ada Quill’s account it was a regime."],
    ["so-called", "It was a so-called regime."],
    ["alleged", "Three alleged oil-runners came."],
    ["suspected", "Three suspected oil-runners came."],
    ["speaking of", "Ada Quill spoke in Velm of oil-runners."],
    ["a question", "Ada Quill asked whether the regime fell."],
    ["a charge", "Velm charged Bren Tarrow and others with running oil boats."],
    ["listing as", "Velm lists the crew of the barge as oil-runners."],
    ["presenting as", "Velm presents the patrol as an act against oil-runners."],
    ["a verb behind it that is another's", "A regime denounced by Ada Quill fell."],
    ["a speaker who is one of them", "The crew told the oil-runners what Ada Quill had said."],
    ["an abbreviation inside the sentence", "Ada Quill told St. Velm of a regime."],
    ["a longer word", "The regiment kept a regimen."],
    ["a longer word with a letter beyond ASCII", "The regimeñ and the ñregime."],
    ["an excepted name", "The Oil-Runner Act passed."],
    ["code", "The field `regime` is empty."],
    ["a block of code", "```\nregime\n```"],
    ["the address of a link", "See [there](https://regime.example/regime)."],
  ])("is left alone with %s", (_, text) => {
    expectNoProblems(withText(text));
  });

  test.each<[string, Change]>([
    ["the title of a source", { "sources/wire.md": ["publisher: The Wire", "publisher: The Wire\ntitle: A regime falls"] }],
    ["a name", { "actors/bren-tarrow.md": ["kind: person", "kind: person\naliases: [the regime]"] }],
    ["the text of a claim, which has its speaker", { "claims/quill-oil.md": ["carried smuggled oil", "served a regime"] }],
    ["a quotation of a claim", { "claims/quill-oil.md": ["a smuggler’s barge", "a regime’s barge"] }],
    [
      "a version of a dispute, which has its party",
      {
        "timeline/patrol.md": [
          "sources: [gazette, wire]",
          "disputes: [{about: Who, versions: [{by: ada-quill, says: A regime, source: wire}]}]\nsources: [gazette, wire]",
        ],
      },
    ],
  ])("is left alone in %s", (_, change) => {
    expectNoProblems({ "terms.yaml": TERMS, ...change });
  });

  test("is not looked for where no list is on file", () => {
    expectNoProblems({ "sources/wire.md": [WIRE, `${WIRE}\nThe regime fell.\n`] });
  });

  test("is waived by the term as it is listed, and no other with it", () => {
    const front = `grade: original\nwaive: [{code: loaded-term, about: Oil-runner, reason: The title of a play.}]\n---\n`;
    const texts = changed({ "terms.yaml": TERMS, "sources/wire.md": [WIRE, `${front}\nOil-runners. The oil boat. The regime.\n`] });
    const result = check(texts);
    expect(result.waived).toBe(2);
    expect(formatProblems([], "content", { waived: result.waived })).toMatch(/^0 errors, 0 warnings, 2 warnings waived\./);
    expect(report(result)).toMatchInlineSnapshot(`
      "sources/wire.md:10:32 warning loaded-term
        “regime” stands here as our own word, with neither quotation marks nor a speaker in its sentence.
        Write “government”, or say whose word it is. A verdict on a government."
    `);
  });
});

describe("the list of terms", () => {
  fault("bad-value", "a term that is there twice", { "terms.yaml": TERMS.replace("[Oil-Runner Act]", "[Lake, OIL RUNNER]") }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "terms.yaml:4:20 error bad-value
        \`terms[0].except[1]\` is "OIL RUNNER".
        It is there already, under “oil-runner”. Delete it here."
    `),
  );
  fault("missing-field", "a term without what to write instead", { "terms.yaml": TERMS.replace("    instead: government\n", "") }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "terms.yaml:7:5 error missing-field
        \`terms[1].instead\` is missing.
        Add the field. Neutral words to write instead."
    `),
  );
  fault("unknown-field", "a field that a term does not have", { "terms.yaml": TERMS.replace("forms:", "form:") }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "terms.yaml:3:5 error unknown-field
        \`form\` is not a field of \`terms[0]\`.
        Did you mean \`forms\` or \`term\`? Fields: term, forms, except, why, instead."
    `),
  );
  fault("unknown-field", "a field that the list does not have", { "terms.yaml": `${TERMS}words: []\n` }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "terms.yaml:10:1 error unknown-field
        \`words\` is not a field of terms.yaml.
        Fields: terms."
    `),
  );
  fault("bad-value", "a form without letters", { "terms.yaml": TERMS.replace("oil boat]", "'-']") }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "terms.yaml:3:26 error bad-value
        \`terms[0].forms[1]\` is "-".
        Write words, with letters in them."
    `),
  );
  fault("bad-value", "no term at all", { "terms.yaml": "terms: []\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "terms.yaml:1:8 error bad-value
      \`terms\` is [].
      List at least one term, or delete the file."
  `),
  );
  fault("bad-front-matter", "terms without their field", { "terms.yaml": "- term: regime\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "terms.yaml:1:1 error bad-front-matter
      The front matter is not a list of fields.
      Write one field per line, as \`name: value\`."
  `),
  );
  faultOnDisk(
    "unreadable-file",
    "an empty list",
    { "terms.yaml": "" },
    async () => {},
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "terms.yaml:1:1 error unreadable-file
        The file is empty.
        Write its fields, or delete the file."
    `),
  );

  test("that is wrong makes no waiver superfluous", () => {
    const waive = "grade: original\nwaive: [{code: loaded-term, reason: A title.}]\n---\n";
    const change = (terms: string): Change => ({ "terms.yaml": terms, "sources/wire.md": [WIRE, `${waive}\nThe regime.\n`] });
    expectNoProblems(change(TERMS));
    expect(codesOf(change("terms: []\n"))).toEqual(["terms.yaml:1:8 bad-value"]);
  });
});

const CITED = " Bren Tarrow [denies it](../claims/tarrow-denial.md).";
/** The minimal dossier where the article does not give the answer, and one more change to the accusation. */
const bare = (change: [from: string, to: string]): Change => ({
  "claims/quill-oil.md": change,
  "articles/two-patrols.md": [CITED, ""],
});
const UNCHANGED: [string, string] = ["number: 1", "number: 1"];
const UNANSWERED: Change = { "claims/tarrow-denial.md": ["\nrelations:\n  - to: quill-oil\n    type: disputes", ""] };
/** Somebody else is accused, so that the answer is not of the accused. */
const OTHER: Change = {
  ...bare(["about: [bren-tarrow]", "about: [cor-reed]"]),
  "actors/cor-reed.md": "---\nname: Cor Reed\nkind: person\nsources: [wire]\n---\n",
};
/** By status, a change that gives the accusation that status without a claim that answers it. */
const STANDING: Record<Status, Change> = {
  documented: bare(["status: contested", "status: documented"]),
  corroborated: bare(["status: contested", "status: corroborated"]),
  asserted: bare(["status: contested", "status: asserted"]),
  contested: bare([
    "figures:",
    "developments: [{date: 2031-03-06, summary: A council objected., effect: disputes, sources: [wire]}]\nfigures:",
  ]),
  denied: bare([
    "status: contested\nstatusNote: Bren Tarrow denies it.",
    "status: denied\nstatusNote: No.\ndevelopments: [{date: 2031-03-06, summary: He said no., effect: denies, sources: [wire]}]",
  ]),
  superseded: bare([
    "status: contested\nstatusNote: Bren Tarrow denies it.",
    "status: superseded\nstatusNote: No.\ndevelopments: [{date: 2031-03-06, summary: She took it back., effect: supersedes, sources: [wire]}]",
  ]),
};

test("texts of thousands of terms and of marks that are never closed are judged in one pass", () => {
  const place = (body: string): Change => ({
    "terms.yaml": TERMS,
    "places/lake-orrin.md": `---\nname: Lake Orrin\nkind: lake\nprecision: region\n---\n\n${body}\n`,
  });
  const start = performance.now();
  expectNoProblems(place("a“ b ".repeat(900).concat("\n").repeat(40)));
  expect(check(changed(place("The regime fell.\n".repeat(4000)))).problems).toHaveLength(100); // no more are counted
  expect(performance.now() - start).toBeLessThan(20_000); // against a hang: it takes well under a second
});

describe("an accusation against a person", () => {
  fault("bare-accusation", "without the denial that is on file", bare(UNCHANGED), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "articles/two-patrols.md:11:21 warning bare-accusation
      The paragraph gives \`quill-oil\`, an accusation that names Bren Tarrow, and does not say that it is contested.
      Say in the same paragraph how it stands, e.g. “, which is [denied](../claims/tarrow-denial.md) by Bren Tarrow”."
  `),
  );
  fault("bare-accusation", "without the answer of somebody else", OTHER, (text) =>
    expect(text).toMatchInlineSnapshot(`
    "articles/two-patrols.md:11:21 warning bare-accusation
      The paragraph gives \`quill-oil\`, an accusation that names Cor Reed, and does not say that it is contested.
      Say in the same paragraph how it stands, e.g. “, which is [disputed](../claims/tarrow-denial.md) by Bren Tarrow”."
  `),
  );
  fault("bare-accusation", "that no source confirms", { ...STANDING.asserted, ...UNANSWERED }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:11:21 warning bare-accusation
        The paragraph gives \`quill-oil\`, an accusation that names Bren Tarrow, and does not say that it is asserted.
        Say in the same paragraph how it stands, e.g. “, which no source on file confirms”."
    `),
  );
  fault(
    "bare-accusation",
    "in any text, once for each paragraph, at its first link there",
    {
      "sources/wire.md": [
        WIRE,
        `${WIRE}\nQuill [said it](../claims/quill-oil.md) and [said it again](../claims/quill-oil.md).\n\nAnd [again](../claims/quill-oil.md).\n`,
      ],
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:9:7 warning bare-accusation
        The paragraph gives \`quill-oil\`, an accusation that names Bren Tarrow, and does not say that it is contested.
        Say in the same paragraph how it stands, e.g. “, which is [denied](../claims/tarrow-denial.md) by Bren Tarrow”.
      sources/wire.md:11:5 warning bare-accusation
        The paragraph gives \`quill-oil\`, an accusation that names Bren Tarrow, and does not say that it is contested.
        Say in the same paragraph how it stands, e.g. “, which is [denied](../claims/tarrow-denial.md) by Bren Tarrow”."
    `),
  );

  test.each(STATUSES)("that is %s is said to be so by the words that the check proposes", (status) => {
    const change = { ...STANDING[status], ...UNANSWERED };
    const found = check(changed(change)).problems.filter(({ code }) => code === "bare-accusation");
    const clause = /e\.g\. “(.*)”\.$/.exec(found[0]?.advice ?? "")?.[1] ?? "";
    expect(clause).not.toBe("");
    const mended: Change = { ...change, "articles/two-patrols.md": [`.${CITED}`, `${clause}.`] };
    expect(codesOf(mended).filter((code) => code.includes("bare-accusation"))).toEqual([]);
  });

  test("is proposed the answer of the day of the article only", () => {
    const later: Change = {
      ...bare(UNCHANGED),
      "sources/tidings.md": ["published: 2031-03-05", "published: 2031-03-11"],
      "sources/wire.md": ["published: 2031-03-06", "published: 2031-03-11"],
    };
    const text = report(check(changed(later)));
    expect(text).not.toContain("tarrow-denial");
    expect(text).toContain(
      "does not say that it is asserted.\n  Say in the same paragraph how it stands, e.g. “, which no source on file confirms”.",
    );
  });

  test("is bare beside an answer that nobody knew on the day of the article", () => {
    const later: Change = {
      "sources/tidings.md": ["published: 2031-03-05", "published: 2031-03-11"],
      "sources/wire.md": ["published: 2031-03-06", "published: 2031-03-11"],
      "articles/two-patrols.md": ["[denies it]", "[answered]"],
    };
    expect(codesOf(later)).toContain("articles/two-patrols.md:11:21 bare-accusation");
  });

  test.each([
    "which Bren Tarrow denies",
    "and he disputes it",
    "a charge that is contested",
    "who rejected the charge",
    "and pleaded not guilty",
    "and no evidence is on file",
    "which nobody else has confirmed",
    "which is not established",
  ])("is not bare where the paragraph says: %s", (words) => {
    expectNoProblems({ "articles/two-patrols.md": [`.${CITED}`, `, ${words}.`] });
  });

  test.each<[string, Change]>([
    ["on its own page", { "claims/quill-oil.md": ["The words stand", "[This claim](../claims/quill-oil.md) stands"] }],
    [
      "on the page of the answer",
      { "claims/tarrow-denial.md": ["  - wire\n---\n", "  - wire\n---\n\nTo [her claim](../claims/quill-oil.md).\n"] },
    ],
    ["beside a link to the answer", { "articles/two-patrols.md": ["[denies it]", "[answered]"] }],
    ["in a cell of a table", { "sources/wire.md": [WIRE, `${WIRE}\n| What |\n| --- |\n| [Oil](../claims/quill-oil.md) |\n`] }],
    ["when it is no accusation", { ...bare(["kind: accusation", "kind: assessment"]) }],
    [
      "when it is against no person",
      { ...bare(["about: [bren-tarrow]", "on: [patrol]"]), "claims/quill-oil.md": ["about: [bren-tarrow]\n", ""] },
    ],
  ])("is not bare %s", (_, change) => {
    expectNoProblems(change);
  });

  test("is not judged while an answer may be among the claims that are invalid", () => {
    expect(codesOf({ ...bare(UNCHANGED), "claims/tarrow-denial.md": ["kind: denial", "kind: no"] })).toEqual([
      "claims/tarrow-denial.md:6:7 bad-value",
    ]);
  });

  test("is waived by the id of the claim", () => {
    const waive = "waive: [{code: bare-accusation, about: quill-oil, reason: The next paragraph gives the answer.}]\nasOf: 2031-03-10";
    const texts = changed({ "articles/two-patrols.md": [`.${CITED}`, "."] });
    const article = texts["articles/two-patrols.md"]?.replace("asOf: 2031-03-10", waive) ?? "";
    expect(check({ ...texts, "articles/two-patrols.md": article })).toMatchObject({ problems: [], waived: 1 });
  });
});

const NINE = "these nine words, one more than are ever allowed";

describe("a quotation", () => {
  fault("long-quotation", "of nine words in a paragraph", withText(`Ada Quill wrote.\n\nShe wrote:\n“${NINE}”.`), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:12:1 warning long-quotation
        The quotation “these nine words one …” has 9 words.
        Quote at most 8 words, and say the rest in our own. The title of a work may be waived, with \`about: these nine words one\`."
    `),
  );
  fault(
    "long-quotation",
    "over several sentences, with a quotation and a link inside",
    withText("She wrote “no. I was ‘never there’. The [barge](../timeline/patrol.md) was Bren Tarrow’s”."),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:9:11 warning long-quotation
        The quotation “no I was never …” has 10 words.
        Quote at most 8 words, and say the rest in our own. The title of a work may be waived, with \`about: no I was never\`."
    `),
  );
  fault(
    "long-quotation",
    "in the front matter",
    { "claims/tarrow-denial.md": ["statusNote: No other source says so.", `statusNote: He wrote that “${NINE}”.`] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:8:13 warning long-quotation
        The quotation “these nine words one …” has 9 words.
        Quote at most 8 words, and say the rest in our own. The title of a work may be waived, with \`about: these nine words one\`."
    `),
  );
  fault("long-quotation", "in the text of a claim", { "claims/tarrow-denial.md": ["carried reeds", `carried “${NINE}”`] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/tarrow-denial.md:3:7 warning long-quotation
        The quotation “these nine words one …” has 9 words.
        Quote at most 8 words, and say the rest in our own. The title of a work may be waived, with \`about: these nine words one\`."
    `),
  );

  fault(
    "long-quotation",
    "in a block",
    withText("She wrote:\n\n> No. I was *never* there.\n>\n> > And neither was he.\n\n> No more than eight words are allowed here."),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/wire.md:11:1 warning long-quotation
        The quotation “No I was never …” has 9 words.
        Quote at most 8 words, and say the rest in our own. The title of a work may be waived, with \`about: No I was never\`."
    `),
  );

  test.each([
    ["of eight words", "She wrote “no more than eight words are allowed here”."],
    ["that is two", "She wrote “no more than”, and then “eight words are allowed here”."],
    ["that is never closed", `She wrote “${NINE}.`],
    ["with apostrophes", "The barges’ crew and the patrols’ crew of ‘Velm’ and the lake’s many other towns’ crews left."],
    ["between inches", '12" and a great many words more than eight of them, and no mark'],
    ["of code", `\`“${NINE}”\``],
    ["between apostrophes", "In the '90s the barges' crews and all of the others' crews left in '99."],
  ])("%s is not too long", (_, text) => {
    expectNoProblems(withText(text));
  });

  test("in the title of a source is not ours", () => {
    expectNoProblems({ "sources/wire.md": ["publisher: The Wire", `publisher: The Wire\ntitle: Quill “${NINE}”`] });
  });

  test("that is the title of a work is waived by its first words", () => {
    const front = "grade: original\nwaive: [{code: long-quotation, about: these nine words one, reason: The title of a play.}]\n---\n";
    const texts = changed({ "sources/wire.md": [WIRE, `${front}\nThe play “${NINE}”.\n`] });
    expect(check(texts)).toMatchObject({ problems: [], waived: 1 });
  });

  test.each([
    ["“a” and “b”", ["a", "b"]],
    ["“a “b” c” d", ["a “b” c"]],
    ["‘a’s b’ c’s", ["a’s b"]],
    ["«a» „b“ „c”", ["a", "b", "c"]],
    ["\"a\" 'b' don't", ["a", "b"]],
    ["“a ‘b’ c”", ["a ‘b’ c"]],
    ["“a «b» “c", ["b"]],
    ["no marks", []],
  ])("is found in: %s", (text, quotations) => {
    const found = findQuotations(text);
    expect(found.map((quotation) => quotation.text)).toEqual(quotations);
    for (const { text: words, start, end } of found) expect(text.slice(start + 1, end - 1)).toBe(words);
  });
});

describe("our own voice", () => {
  test.each(KIND_NAMES)("is heard in fields that the kind %s has", (kind) => {
    for (const name of PROSE[kind]) {
      const steps = name.split(".").flatMap((step) => (step.endsWith("[]") ? [step.slice(0, -2), 0] : [step]));
      const inside = steps.slice(0, -1);
      const last = steps.at(-1) ?? "";
      const { fields } = fieldInfo(kind, typeof last === "number" ? inside.slice(0, -1) : inside, { kind: "strike" });
      expect(fields, name).toContain(typeof last === "number" ? inside.at(-1) : last);
    }
  });
});
