/** `npm run new`: entries from flags, over the minimal dossier of the tests. All values are invented. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEntryFile } from "../../src/load/entry-file.ts";
import { writeNew } from "../../scripts/write-new.ts";
import { readContent } from "../../src/load/read-content.ts";
import { deriveId, ownerOfDerived } from "../../src/scaffold/derive-id.ts";
import { helpText, missingText, usageText } from "../../src/scaffold/describe.ts";
import { draftEntry, faultOfAnswer, faultsOfFlags, fieldAt } from "../../src/scaffold/draft.ts";
import { entryText } from "../../src/scaffold/entry-text.ts";
import { existingOf } from "../../src/scaffold/existing.ts";
import { fieldsOf } from "../../src/scaffold/fields.ts";
import { readFlags } from "../../src/scaffold/flags.ts";
import { missingFields, questionsFor } from "../../src/scaffold/questions.ts";
import { scaffoldOf, WORDS, type Word } from "../../src/scaffold/words.ts";
import { check, contentOf } from "./builders.ts";
import { changed, MINIMAL, type Change } from "./minimal-dossier.ts";

/** argsOf({ title: "A", sources: "a,b" }) → ["--title", "A", "--sources", "a,b"] */
const argsOf = (fields: Readonly<Record<string, string>>) => Object.entries(fields).flatMap(([name, value]) => [`--${name}`, value]);

/** The draft over a dossier; a test that is about faults uses faultsOf() below. */
function draftOf(word: Word, fields: Readonly<Record<string, string>>, texts: Record<string, string> = MINIMAL) {
  const content = contentOf(texts);
  const flags = readFlags(word, argsOf(fields));
  expect(faultsOfFlags(word, flags, content, "content")).toEqual([]);
  const draft = draftEntry(word, flags, content, "content");
  if ("fault" in draft) throw new Error(draft.fault);
  return draft;
}

function faultsOf(word: Word, args: readonly string[], change: Change = {}): string[] {
  const content = contentOf(changed(change));
  const flags = readFlags(word, args);
  const faults = faultsOfFlags(word, flags, content, "content");
  if (faults.length > 0) return faults;
  const draft = draftEntry(word, flags, content, "content");
  return "fault" in draft ? [draft.fault] : [];
}

const codesOf = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

const SOURCE = {
  publisher: "Lake Post",
  url: "https://post.example/barge?a=1#b",
  published: "2031-03-07",
  kind: "news-report",
  language: "en",
  grade: "original",
};
const STRIKE = { title: "Patrol of 6 March 2031", date: "2031-03-06", vessels: "1", killed: "2-4", survived: "1", sources: "tidings,wire" };
const LATER = { ...STRIKE, sources: "later,wire" };
const WITH_LATER = changed({
  "sources/later.md": "---\npublisher: The Later\npublished: 2031-07-02\nkind: news-report\nlanguage: en\ngrade: original\n---\n",
});
const CLAIM = {
  text: "Ada Quill says that the barge came from the north.",
  assertedBy: "ada-quill",
  date: "2031-03-05",
  kind: "statement-of-fact",
  status: "asserted",
  statusNote: "No other source says so.",
  sources: "tidings,wire",
};

describe("a file from flags", () => {
  test("has its fields in the order of the dossier's files, ids in one line, dates and addresses without quotation marks", () => {
    const { file, problems } = draftOf("source", {
      ...SOURCE,
      note: "Says: two killed",
      derivesFrom: "gazette, wire",
      accessed: "2031-03-08",
    });
    expect(file.file).toBe("sources/lake-post-2031-03-07.md");
    expect(codesOf(problems)).toEqual(["uncited-source"]);
    expect(file.text).toMatchInlineSnapshot(`
      "---
      publisher: Lake Post
      url: https://post.example/barge?a=1#b
      published: 2031-03-07
      accessed: 2031-03-08
      kind: news-report
      language: en
      grade: original
      derivesFrom: [gazette, wire]
      note: "Says: two killed"
      ---
      "
    `);
  });

  test("makes one casualty record of the numbers, by the first source", () => {
    const { file, problems } = draftOf("strike", {
      ...STRIKE,
      actors: "{actor: ada-quill, part: watched it}",
      body: "It was [said](../sources/gazette.md).",
    });
    expect(problems).toEqual([]);
    expect(file.file).toBe("timeline/strike-2031-03-06.md");
    expect(file.text).toMatchInlineSnapshot(`
      "---
      title: Patrol of 6 March 2031
      kind: strike
      date: 2031-03-06
      vessels: 1
      casualties:
        - source: tidings
          killed:
            min: 2
            max: 4
          survived: 1
      actors:
        - actor: ada-quill
          part: watched it
      sources: [tidings, wire]
      ---

      It was [said](../sources/gazette.md).
      "
    `);
  });

  test("folds no text and keeps what YAML would take for something else", () => {
    const title = "1984";
    const note = `${"Long words about the barge, ".repeat(20)}and # no comment`;
    const { file } = draftOf("source", { ...SOURCE, title, note, published: "2031" });
    expect(parseEntryFile(file.text).data).toMatchObject({ title, note, published: 2031 });
    expect(file.text).toContain(`note: "${note}"\n`);
    expect(file.text).toContain("published: 2031\n");
  });

  test.each(["2031-03-07~", "2031-03-07?", "2031-03", "203X", "2031-03-07/2031-03-09", "../2031-03-07"])(
    "keeps the date %s",
    (published) => {
      expect(parseEntryFile(draftOf("source", { ...SOURCE, published }).file.text).data).toMatchObject({ published });
    },
  );

  test("takes lists by repeating a flag, and text with commas as one text", () => {
    const args = ["--aliases", "Quill, the elder", "--aliases", "A. Quill", "--sources", "gazette", "--sources", "wire,tidings"];
    expect(readFlags("actor", args).values).toEqual({ aliases: ["Quill, the elder", "A. Quill"], sources: ["gazette", "wire", "tidings"] });
  });

  test("takes values behind an equals sign, below zero, and names with hyphens", () => {
    expect(readFlags("place", ["--name=Velm", "--lon", "-80.5"]).values).toEqual({ name: "Velm", lon: -80.5 });
    expect(readFlags("claim", ["--asserted-by", "ada-quill"]).values).toEqual({ assertedBy: "ada-quill" });
  });
});

describe("an article without its text", () => {
  const ARTICLE = { title: "A third patrol", standfirst: "What is known.", published: "2031-03-12", asOf: "2031-03-12", sources: "wire" };

  test("may be written, and the check asks for the text", () => {
    const { file, problems } = draftOf("article", ARTICLE);
    expect(problems).toEqual([]);
    expect(check({ ...MINIMAL, [file.file]: file.text }).problems.map(({ code }) => code)).toEqual(["unlinked-paragraph"]);
  });

  test("is told from one whose text has no link", () => {
    expect(codesOf(draftOf("article", { ...ARTICLE, body: "Nobody came." }).problems)).toEqual(["unlinked-paragraph"]);
  });
});

describe("the examples that the command prints", () => {
  const order: Word[] = ["source", "actor", "place", "strike", "event", "claim", "total", "series", "article", "correction", "lead"];
  const drafts: Record<string, string[]> = {};
  // The strike changes the count of the article and what the total differs from.
  const texts = changed({
    "articles/two-patrols.md": ["[two](count:killed)", "two"],
    "totals/tidings-march.md": ["strikes: 1\nkilled: 2", "strikes: 2\nkilled: 4"],
  });
  for (const word of order) {
    const draft = draftEntry(word, readFlags(word, argsOf(scaffoldOf(word).example)), contentOf(texts), "content");
    if ("fault" in draft) throw new Error(draft.fault);
    drafts[word] = draft.problems.flatMap(({ severity, message }) => (severity === "error" ? [message] : []));
    texts[draft.file.file] = draft.file.text;
  }

  test.each(WORDS)("make %s without an error", (word) => {
    expect(drafts[word]).toEqual([]);
  });

  test("fit together as one dossier", () => {
    expect(check(texts).errors).toBe(0);
    expect(Object.keys(texts)).toHaveLength(Object.keys(MINIMAL).length + WORDS.length);
  });
});

describe("what is wrong with flags is said before anything is asked", () => {
  test("a field that does not exist, with the one that was meant", () => {
    expect(faultsOf("source", ["--publishr", "Lake Post"])).toEqual([
      "`--publishr` is not a field of a source. Did you mean `--publisher` or `--published`? `npm run new -- source --help` lists the fields.",
    ]);
  });

  test("a field of strikes in another event", () => {
    expect(faultsOf("event", ["--vessels", "1"])).toEqual([
      "`--vessels` is a field of strikes only. Start a strike with `npm run new -- strike`.",
    ]);
    expect(faultsOf("event", ["--kind", "strike"])).toEqual(["Start a strike with `npm run new -- strike`: it has fields of its own."]);
    expect(faultsOf("strike", ["--kind", "strike"])[0]).toContain("`--kind` is not a field of a strike.");
  });

  test("values that the schema refuses, all of them, in the words of the check", () => {
    const args = ["--url", "post.example", "--published", "7.3.2031", "--kind", "news", "--derivesFrom", "The Wire"];
    expect(faultsOf("source", args)).toEqual([
      '`url` is "post.example". Write a full web address that starts with https:// or http://.',
      '`published` is "7.3.2031", which is no date. Did you mean `2031-03-07`? Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18.',
      '`kind` is "news". Did you mean `news-report`? Use one of: news-report, tracker, government-statement, social-post, interview, legislation, court-record, un-report, dataset, analysis, encyclopedia.',
      '`derivesFrom[0]` is "The Wire", which is not kebab-case ASCII. Write `the-wire`: lower-case letters, digits and single hyphens.',
    ]);
  });

  test("numbers that are none, and ranges the wrong way round", () => {
    expect(faultsOf("strike", ["--vessels", "two", "--killed", "4-2"])).toEqual([
      '`vessels` is "two". Write a number.',
      '`casualties[0].killed` is {"min":4,"max":2}. `min` is above `max`. Swap them, or correct one.',
    ]);
  });

  test("a part of a record beside whole records", () => {
    expect(faultsOf("strike", ["--killed", "2", "--casualties", "{source: wire, killed: 3}"])).toEqual([
      "`--killed` makes an item of `casualties`, and `--casualties` is there too. Put all of it in one of the two.",
    ]);
  });

  test("an event is judged before its kind is known", () => {
    expect(faultsOf("event", ["--date", "soon"])[0]).toContain('`date` is "soon", which is no date.');
  });

  test("records that are none, and fields that a record does not have", () => {
    expect(faultsOf("strike", ["--announced", "on X"])).toEqual(['`announced` is "on X". Write fields, indented by two spaces.']);
    expect(faultsOf("strike", ["--announced", "{venu: X}"])).toEqual([
      "`venu` is not a field of `announced`. Did you mean `venue`? Fields: date, by, byName, venue.",
    ]);
    expect(faultsOf("event", ["--actors", "{actor: ada-quill}"])[0]).toContain("`actors[0].part` is missing.");
  });

  test("a flag without value, one that is there twice, and words that belong to none", () => {
    expect(faultsOf("place", ["--name", "--kind", "lake", "--note"])).toEqual([
      "`--name` has no value. Write it behind the flag, or leave the flag out.",
      expect.stringContaining("`lake` belongs to no flag."),
      "`--note` has no value. Write it behind the flag, or leave the flag out.",
    ]);
    expect(faultsOf("place", ["--name", "Velm", "--name", "Orrin"])).toEqual(["`--name` is there 2 times. Keep one of them."]);
    expect(faultsOf("place", ["--name", "Lake", "Orrin"])).toEqual([
      '`Orrin` belongs to no flag. Put a text of several words between quotation marks: --name "… Orrin …".',
    ]);
  });

  test("HTML in the text", () => {
    expect(faultsOf("place", ["--body", "<b>Velm</b>"])[0]).toContain("The text holds raw HTML");
  });
});

describe("what only the whole dossier shows", () => {
  test("is an error of the draft: an entry that does not exist", () => {
    const { problems } = draftOf("claim", { ...CLAIM, assertedBy: "ada-quil" });
    expect(problems.map(({ message, advice }) => `${message} ${advice}`)).toEqual([
      "`ada-quil` is named here, but content/actors/ has no such file. Did you mean `ada-quill`? Otherwise add content/actors/ada-quil.md.",
    ]);
  });

  test("is an error of the draft: a status that nothing supports, at its field", () => {
    const { file, problems } = draftOf("claim", { ...CLAIM, status: "contested" });
    expect(codesOf(problems)).toEqual(["status-unsupported"]);
    expect(fieldAt(file.text, problems[0]?.line ?? 0)).toBe("status");
  });

  test("is an error of the draft: a link to nothing, at no field", () => {
    const { file, problems } = draftOf("place", { name: "Velm", kind: "town", precision: "exact", body: "See: [it](../claims/none.md)." });
    expect(codesOf(problems)).toEqual(["unknown-entry"]);
    expect(fieldAt(file.text, problems[0]?.line ?? 0)).toBeUndefined();
  });

  test("is an error of the draft: a name that another actor has, whichever of the two it is reported of", () => {
    expect(codesOf(draftOf("actor", { name: "Ada Quill", kind: "person", sources: "wire", id: "a-quill" }).problems)).toContain(
      "duplicate-name",
    );
    expect(codesOf(draftOf("actor", { name: "Ada Quill", kind: "person", sources: "wire", id: "z-quill" }).problems)).toContain(
      "duplicate-name",
    );
  });

  test("is a warning: a strike after the end of the record", () => {
    expect(codesOf(draftOf("strike", { ...LATER, date: "2031-07-02" }, WITH_LATER).problems)).toEqual(["after-record-end"]);
  });

  test("may be wrong in other files because of the new one, and is counted: an article and a total say how many were killed", () => {
    expect(draftOf("strike", STRIKE)).toMatchObject({ problems: [], errorsElsewhere: 2 });
    expect(draftOf("strike", { ...LATER, date: "2031-03-20" }, WITH_LATER)).toMatchObject({ problems: [], errorsElsewhere: 1 });
    expect(draftOf("strike", { ...LATER, date: "2031-04-20" }, WITH_LATER)).toMatchObject({ problems: [], errorsElsewhere: 0 });
  });

  test("is not asked of other entries: their errors are theirs", () => {
    const { problems, errorsElsewhere } = draftOf(
      "claim",
      CLAIM,
      changed({ "claims/quill-oil.md": ["assertedBy: ada-quill", "assertedBy: ada"] }),
    );
    expect(codesOf(problems)).toEqual([]);
    expect(errorsElsewhere).toBe(1);
  });
});

describe("ids", () => {
  test.each<[Word, Record<string, unknown>, string]>([
    ["strike", { date: "2031-03-06~" }, "strike-2031-03-06"],
    ["strike", { date: "2031-03" }, "strike-2031-03"],
    ["source", { publisher: "The Wire", published: "2031-03-06" }, "the-wire-2031-03-06"],
    ["source", { publisher: "A.B.C. News", published: 2031 }, "abc-news-2031"],
    ["source", { publisher: "The Wire", title: "A barge is on the lake again" }, "the-wire-barge-lake-again"],
    ["total", { asOf: "2031-03-31", source: "tidings-2031-04-01" }, "total-2031-03-31-tidings"],
    ["actor", { name: "Añá O’Quill (Velm)" }, "ana-oquill"],
    ["place", { name: "Velm, North Shore" }, "velm"],
    [
      "claim",
      { text: "Ada Quill says that the barge was on the northern shore of the lake at night." },
      "ada-quill-barge-northern-shore-lake",
    ],
    ["event", { title: "A talk about the barge", label: "Talk in Velm" }, "talk-velm"],
    ["article", { title: "Two patrols" }, "two-patrols"],
    ["series", { title: "Reeds cut" }, "reeds-cut"],
    ["correction", { entry: "timeline/patrol", date: "2031-04-02" }, "patrol-2031-04-02"],
    ["lead", { kind: "unsourced-strike", title: "A third patrol", date: "2031-04-02~" }, "lead-2031-04-02"],
    ["lead", { kind: "known-unknown", title: "What it carried" }, "unknown-what-carried"],
    ["actor", { name: "李" }, ""],
  ])("of %s from %j: %s", (word, values, id) => {
    expect(deriveId(word, values)).toBe(id);
  });

  test("are those that the strikes and published totals on file have, but for what tells two of one day apart", () => {
    const { files } = readContent("content", ["event", "total"]);
    const ids = files.flatMap(({ kind, id, text }) => {
      const data = parseEntryFile(text).data ?? {};
      if (kind === "event" && data["kind"] !== "strike") return [];
      return [{ id, derived: deriveId(kind === "event" ? "strike" : "total", data) }];
    });
    const others = ids.filter(({ id, derived }) => !id.startsWith(derived) && !derived.startsWith(id));
    expect(ids.length).toBeGreaterThan(100);
    expect(others).toEqual([]);
  });

  test("that are taken are refused, with the file and a free one", () => {
    expect(faultsOf("actor", argsOf({ name: "Ada Quill", kind: "person", sources: "wire" }))).toEqual([
      "There is content/actors/ada-quill.md already, and an id belongs to one entry for ever. If this is another one, add `--id ada-quill-2`.",
    ]);
    const second = { "actors/ada-quill-2.md": "---\nname: Another\nkind: person\nsources: [wire]\n---\n" };
    expect(faultsOf("actor", ["--id", "ada-quill"], second)[0]).toContain("add `--id ada-quill-3`");
  });

  test("of strikes of one day end in letters", () => {
    const patrol = MINIMAL["timeline/patrol.md"] ?? "";
    expect(faultsOf("strike", argsOf(STRIKE), { "timeline/strike-2031-03-06.md": patrol })[0]).toContain("add `--id strike-2031-03-06-b`");
    const two = { "timeline/strike-2031-03-06-a.md": patrol, "timeline/strike-2031-03-06-b.md": patrol };
    expect(faultsOf("strike", argsOf(STRIKE), two)[0]).toMatch(/strike-2031-03-06-a\.md already.*add `--id strike-2031-03-06-c`/);
    expect(faultsOf("strike", ["--id", "strike-2031-03-06"], two)).toEqual([]);
    expect(ownerOfDerived("event", "strike-2031-03-06", existingOf(contentOf(two)))).toBeNull();
  });

  test("under which an entry was published before are not free", () => {
    const renamed: Change = { "actors/ada-quill.md": ["kind: person", "kind: person\nformerIds: [harbour-master]"] };
    expect(faultsOf("actor", ["--id", "harbour-master"], renamed)[0]).toContain(
      "content/actors/ada-quill.md was published under the id `harbour-master` before",
    );
  });

  test("that are no ids are refused, with the one that was meant", () => {
    expect(faultsOf("actor", ["--id", "Ada Quill!"])[0]).toContain("Write `--id ada-quill`");
    expect(faultsOf("actor", argsOf({ name: "李", kind: "person", sources: "wire" }))[0]).toContain("Add one with `--id some-id`");
    expect(faultsOf("actor", ["--id", "../../x"])[0]).toContain("is not kebab-case ASCII");
  });
});

describe("numbers of claims", () => {
  test("are the next free ones", () => {
    expect(draftOf("claim", CLAIM).file.text).toMatch(/^---\nnumber: 3\ntext: /);
    expect(draftOf("claim", CLAIM, changed({ "claims/tarrow-denial.md": ["number: 2", "number: 8"] })).file.text).toContain("number: 9\n");
  });

  test("may be given, and are refused when another claim has them", () => {
    expect(draftOf("claim", { ...CLAIM, number: "7" }).file.text).toContain("number: 7\n");
    expect(faultsOf("claim", ["--number", "2"])).toEqual(["Number 2 belongs to the claim `tarrow-denial`. The next free number is 3."]);
  });
});

describe("questions", () => {
  const namesOf = (word: Word, values: Record<string, unknown>) => questionsFor(word, values).map(({ name }) => name);

  test("are about what is missing and what a good entry has, in the order of the file", () => {
    expect(namesOf("source", {})).toEqual([
      "publisher",
      "title",
      "titleBasis",
      "url",
      "published",
      "accessed",
      "kind",
      "language",
      "grade",
    ]);
    expect(namesOf("source", { publisher: "Lake Post", url: "https://post.example/", kind: "news-report" })).not.toContain("publisher");
  });

  test("ask for the parts of a casualty record or a point, never for a record as a whole", () => {
    expect(namesOf("strike", {})).toEqual(
      expect.arrayContaining(["title", "date", "vessels", "killed", "presumedDead", "missing", "survived", "sources"]),
    );
    expect(namesOf("series", {})).toEqual(["title", "unit", "what", "x", "y", "sources"]);
    expect(namesOf("strike", { killed: 2 })).not.toContain("survived");
    for (const word of WORDS) expect(questionsFor(word, {}).filter(({ type }) => type === "records" || type === "record")).toEqual([]);
  });

  test("cover every required field", () => {
    for (const word of WORDS) {
      const asked = questionsFor(word, {});
      const covered = new Set(asked.flatMap(({ name, partOf }) => [name, partOf]));
      expect(missingFields(word, {}).filter(({ name }) => !covered.has(name))).toEqual([]);
    }
  });

  test("accept an answer or say what is wrong with it, as the check would", () => {
    const field = (word: Word, name: string) => {
      const found = fieldsOf(word).find((candidate) => candidate.name === name);
      if (!found) throw new Error(`${word} has no field ${name}`);
      return found;
    };
    expect(faultOfAnswer("source", field("source", "url"), "https://post.example")).toBeNull();
    expect(faultOfAnswer("source", field("source", "url"), "post.example")).toContain("Write a full web address");
    expect(faultOfAnswer("strike", field("strike", "killed"), { min: 2, max: 4 })).toBeNull();
    expect(faultOfAnswer("strike", field("strike", "killed"), -1)).toContain("A count cannot be below zero.");
    expect(faultOfAnswer("claim", field("claim", "quote"), "one two three four five six seven eight nine")).toContain("at most 8 words");
  });

  test("may leave every number of a casualty record empty: the source gives none", () => {
    expect(parseEntryFile(entryText("strike", { sources: ["wire"] })).data).toMatchObject({ casualties: [{ source: "wire" }] });
  });
});

describe("what the command says of itself", () => {
  test.each(WORDS)("%s: every field, required ones first, and the example", (word) => {
    const text = helpText(word);
    for (const { name } of fieldsOf(word)) expect(text).toContain(`\n  --${name} `);
    for (const { name } of missingFields(word, {})) expect(text.indexOf(`\n  --${name} `)).toBeLessThan(text.indexOf("Optional:"));
    expect(text).toContain(`npm run new -- ${word} --`);
    expect(usageText()).toContain(word);
  });

  test("describes fields in the words of the schema", () => {
    expect(helpText("source")).toMatch(/--publisher TEXT +Who published the page\./);
    expect(missingText("claim", { text: "A" })).not.toContain("--text TEXT");
    expect(missingText("claim", { text: "A" })).toMatch(/--statusNote TEXT +Why it has this status/);
  });
});

describe("npm run new", { timeout: 60_000 }, () => {
  const run = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, ["scripts/new-entry.ts", ...args], { env: { ...process.env, CONTENT_DIR: folder }, encoding: "utf8" });

  test("writes the file, names it, and says what is left to do", async () => {
    await inFolder(async (folder) => {
      const { status, stdout, stderr } = run(folder, "source", ...argsOf(SOURCE));
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain(`Written: ${folder}/sources/lake-post-2031-03-07.md\n`);
      expect(stdout).toContain("Nothing cites this source.");
      expect(await readFile(join(folder, "sources/lake-post-2031-03-07.md"), "utf8")).toContain("publisher: Lake Post\n");
    });
  });

  test.each<[string, string[], RegExp]>([
    [
      "without required fields, and no terminal to ask in",
      ["claim", "--text", "A"],
      /A claim has to have these too:.*--assertedBy ID +Id of/s,
    ],
    ["with an id that is taken", ["source", ...argsOf({ ...SOURCE, id: "wire" })], /There is .*sources\/wire\.md already/],
    ["about an entry that does not exist", ["claim", ...argsOf({ ...CLAIM, on: "patrl" })], /Did you mean `patrol`\?/],
  ])("%s, writes nothing and exits with 1", async (_, args, says) => {
    await inFolder(async (folder) => {
      const before = await readdir(folder, { recursive: true });
      const { status, stdout, stderr } = run(folder, ...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/\nNothing is written\.\n$/);
      expect(await readdir(folder, { recursive: true })).toEqual(before);
      expect(await readFile(join(folder, "sources/wire.md"), "utf8")).toBe(MINIMAL["sources/wire.md"]);
    });
  });

  test("says which kinds there are when it is called without one, or with a wrong one", () => {
    expect(run("no-such-folder")).toMatchObject({ status: 1, stderr: `${usageText()}\n\nNothing is written.\n` });
    expect(run("no-such-folder", "sorce").stderr).toContain("`sorce` starts no entry. Did you mean `source`?");
  });

  test("prints the help of a kind without looking for content", () => {
    expect(run("no-such-folder", "claim", "--help")).toMatchObject({ status: 0, stdout: `${helpText("claim")}\n` });
  });

  test("overwrites nothing that came into being after it had looked, and makes a folder that is missing", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "leads/unknown-cargo.md");
      expect(await Promise.all([writeNew(path, "one"), writeNew(path, "one")])).toEqual(expect.arrayContaining([true, false]));
      expect(await writeNew(path, "another")).toBe(false);
      expect(await readFile(path, "utf8")).toBe("one");
    });
  });
});

/** `script` of util-linux gives a command a terminal; that of other systems takes other arguments. */
const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

describe.skipIf(!hasTerminal)("npm run new in a terminal", { timeout: 120_000 }, () => {
  /** Answers each question when it is on the screen, and gives the exit status and all that was shown. */
  function talk(folder: string, args: string, answers: readonly [question: string, keys: string][]) {
    const child = spawn("script", ["-qec", `stty cols 120 rows 40; "${process.execPath}" scripts/new-entry.ts ${args}`, "/dev/null"], {
      env: { ...process.env, CONTENT_DIR: folder, TERM: "xterm" },
      timeout: 110_000,
    });
    let shown = "";
    let from = 0;
    const left = [...answers];
    child.stdout.on("data", (data: Buffer) => {
      shown += data.toString();
      const next = left[0];
      const at = next ? shown.indexOf(next[0], from) : -1;
      if (!next || at < 0) return;
      from = at + next[0].length;
      left.shift();
      child.stdin.write(next[1]);
    });
    return new Promise<{ status: number | null; shown: string; left: number }>((resolve) => {
      child.on("close", (status) => resolve({ status, shown, left: left.length }));
    });
  }
  const ENTER = "\r";
  const DOWN = "\u001B[B";
  const CTRL_C = "\u0003";

  test("asks for what the flags leave out and writes what was answered", async () => {
    await inFolder(async (folder) => {
      const { status, shown, left } = await talk(folder, 'place --name "Velm" --note "A town."', [
        ["kind (required)", `town${ENTER}`],
        ["lat", `95${ENTER}`],
        ["The highest value is 90.", `\u007F\u007F12.5${ENTER}`],
        ["lon", `45${ENTER}`],
        ["precision (required)", DOWN + ENTER],
        ["id (required)", ENTER],
      ]);
      expect({ status, left }, shown).toEqual({ status: 0, left: 0 });
      expect(await readFile(join(folder, "places/velm.md"), "utf8")).toBe(
        "---\nname: Velm\nkind: town\nlat: 12.5\nlon: 45\nprecision: approximate\nnote: A town.\n---\n",
      );
    });
  });

  test("broken off, writes nothing and exits with 130", async () => {
    await inFolder(async (folder) => {
      const { status, shown } = await talk(folder, "place", [
        ["name (required)", `Velm${ENTER}`],
        ["kind (required)", CTRL_C],
      ]);
      expect(status, shown).toBe(130);
      expect(shown).toContain("Broken off. Nothing is written.");
      expect(existsSync(join(folder, "places/velm.md"))).toBe(false);
    });
  });
});

/** Runs with the minimal dossier on disk, gone afterwards. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-"));
  try {
    for (const [path, text] of Object.entries(MINIMAL)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
