import { describe, expect, test } from "vitest";
import { findDates, findTypedDates } from "../../src/search/date-terms.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { addToFull, createEngine, createEngineInSteps, hasAllTyped, needsTexts, type Hit } from "../../src/search/engine.ts";
import { countFacets, hasChoice, idsOf, isUnder, NOTHING_CHOSEN, type Chosen, type MonthBounds } from "../../src/search/facets.ts";
import { groupHits } from "../../src/search/group-hits.ts";
import { formatEntries, formatTexts, pathOf, readDocuments, SEARCH_KINDS, type SearchDocument } from "../../src/search/index-file.ts";
import { markText, reasonsOf, type Piece } from "../../src/search/marked-text.ts";
import { hasMarks, withoutMarks } from "../../src/search/phrases.ts";
import { formatSearch, parseSearch } from "../../src/search/query.ts";
import { monthsOf } from "../../src/search/record-months.ts";
import { missingWords, readAs, statusLine } from "../../src/search/status-line.ts";
import { fold, indexTerms, soughtIn, splitWords, tokensOf } from "../../src/search/terms.ts";
import { KINDS } from "../../src/model/kinds.ts";
import { allNodes } from "../../src/graph/nodes.ts";
import { actor, article, claim, correction, dossierOf, event, lead, place, series, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const chosen = (fields: Partial<Chosen> = {}): Chosen => ({ ...NOTHING_CHOSEN, ...fields });
const written = (pieces: readonly Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
const BOUNDS: MonthBounds = ["2031-03", "2031-06"];

const document = (fields: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: "claim",
  id: "oil",
  title: "Quill: The barge carried oil",
  names: [],
  quote: "",
  facts: [],
  dates: "",
  months: [],
  actors: [],
  status: "",
  region: "",
  grade: "",
  lang: "",
  summary: "",
  text: "",
  ...fields,
});

describe("words of a text", () => {
  test.each([
    ["Guzmán’s U.S. strikes", ["guzman", "us", "strikes"]],
    ["253,000 hectares, 4.5 million", ["253000", "hectares", "4.5", "million"]],
    ["$50m or 2bn", ["50", "million", "or", "2", "billion"]],
    ["44 per cent or 44%", ["44", "percent", "or", "44", "percent"]],
    ["M-19 and al-Qaeda", ["m", "19", "and", "al", "qaeda"]],
    ["thirty-two killed", ["32", "killed"]],
  ])("%j", (text, words) => expect(splitWords(text)).toEqual(words));

  test.each([
    ["two hundred and eleven boats", "211 boats"],
    ["twenty five thousand", "25000"],
    ["nineteen", "19"],
    ["one two", "1 2"],
    ["two hundred and boats", "200 and boats"],
    ["a hundred", "a hundred"],
    ["fourteen billion", "14 billion"],
  ])("numbers as digits: %s", (text, digits) => expect(splitWords(text).join(" ")).toBe(digits));

  test.each([
    ["treinta y dos muertos", "32 muertos"],
    ["veintidós, y ciento veinte mil", "22 y 120000"],
    ["253.000 or 253 000 hectares", "253000 or 253000 hectares"],
    ["1.234.567 and 4.5", "1234567 and 4.5"],
    ["once y dos", "once y 2"],
    ["in 2025 100 boats", "in 2025 100 boats"],
  ])("as others write them: %s", (text, digits) => expect(splitWords(text).join(" ")).toBe(digits));

  test("stand where they stand in the text", () => {
    const text = "Guzmán’s U.S. strikes: thirty-two dead, $4.5m";
    const standing = tokensOf(fold(text)).map(({ word, start, end }) => `${word}=${text.slice(start, end)}`);
    expect(standing).toEqual(["guzman=Guzmán’s", "us=U.S.", "strikes=strikes", "32=thirty-two", "dead=dead", "4.5=4.5", "million=m"]);
  });
});

describe("dates in what is typed", () => {
  test.each([
    ["15 September", ["09-15"]],
    ["Sept 15, 2025", ["2025-09-15"]],
    ["september 15th", ["09-15"]],
    ["2025-09-15", ["2025-09-15"]],
    ["15 de septiembre de 2025", ["2025-09-15"]],
    ["14/10/2025", ["2025-10-14"]],
    ["3/4/2025", ["2025-03-04", "2025-04-03"]],
    ["23 or 24 October", ["10-23", "10-24"]],
    ["June 2026", ["2026-06"]],
    ["New Year’s Eve", ["12-31"]],
    ["10/2025", ["2025-10"]],
    ["2025/10", ["2025-10"]],
  ])("%s", (text, terms) => expect(findDates(fold(text)).flatMap((found) => found.terms)).toEqual(terms));

  test.each(["may have", "marching", "31 boats", "2025", "45 September"])("none in %j", (text) =>
    expect(findDates(fold(text)).filter(({ terms }) => terms.length > 0)).toEqual([]),
  );

  test.each([
    ["octubre", ["--10"]],
    ["strikes in October", ["--10"]],
    ["2/9", ["02-09", "09-02"]],
    ["20250915", ["2025-09-15"]],
    ["15-09-2025", ["2025-09-15"]],
    ["2025/9/15", ["2025-09-15"]],
    ["15 se", ["09-15"]],
    ["3 ma", ["03-03", "05-03"]],
    ["may march on", []],
  ])("typed, and in no text: %s", (text, terms) => {
    expect(findTypedDates(fold(text)).flatMap((found) => found.terms)).toEqual(terms);
    expect(findDates(fold(text))).toEqual([]);
  });

  test.each(["September fifteenth", "quince de septiembre", "fifteen September", "Monday 15 September", "15º de septiembre"])(
    "typed in words: %s",
    (text) => expect(soughtIn(text).map(({ terms }) => terms)).toEqual([["09-15"]]),
  );

  test("typed up to the day's first digit are a month so far", () => {
    expect(soughtIn("2025-09-1").map(({ terms }) => terms)).toEqual([["2025-09"]]);
  });

  test("answer their month in any year", () => {
    for (const text of ["15 September 2025", "15 September", "September 2025"]) expect(indexTerms(text)).toContain("--09");
  });

  test.each(["claim 40", "#40", "Claim no. 40", "C40"])("%s is the number of a claim", (text) =>
    expect(soughtIn(text).map(({ terms }) => terms)).toEqual([["c40"]]),
  );

  test("are no numbers: a text that is dated to a day has not that number", () => {
    const terms = indexTerms("Strike of 11 April 2026, 2 killed");
    expect(terms).toEqual(expect.arrayContaining(["2026-04-11", "04-11", "april", "2026", "2", "killed"]));
    expect(terms).not.toContain("11");
  });

  test("stand apart from the words, and joints of sentences are not looked for", () => {
    expect(soughtIn("who was hit on 15 September").map(({ terms, isDate }) => [terms[0], isDate])).toEqual([
      ["hit", false],
      ["09-15", true],
    ]);
    expect(soughtIn("the who").map(({ terms }) => terms[0])).toEqual(["the", "who"]);
  });
});

describe("the files of the search", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill", aliases: ["The ferryman"], summary: "Speaks for the lake." }),
    article(),
    claim({
      number: 4,
      status: "contested",
      quote: "full of oil",
      statusNote: "Said twice.",
      body: "It [is](../timeline/drill.md) disputed.",
    }),
    strike({ id: "drill", region: "North Shore", casualties: [{ source: "wire", killed: 2, survived: 1 }] }),
    event({ id: "talks", date: "2031-03/2031-04" }),
    place({ aliases: ["Lago"] }),
    series(),
    total(),
    lead({ region: "Not stated" }),
    correction({ entry: "drill" }),
    source({ id: "copy", language: "es", published: undefined, grade: "aggregator" }),
  );
  const documents = searchDocuments(dossier);
  const the = (kind: string, id: string) => documents.find((one) => one.kind === kind && one.id === id) ?? expect.unreachable(id);

  test("have every kind of entry, each with the address of its page", () => {
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(SEARCH_KINDS));
    const paths = allNodes(dossier).map(({ kind, id }) => `${KINDS[kind].path}/${id}/`);
    expect(documents.map(pathOf).sort()).toEqual(paths.sort());
  });

  test("have what a claim, a strike, an actor and a source are known by", () => {
    const [said] = documents.filter(({ kind }) => kind === "claim");
    expect(said).toMatchObject({ names: ["C4"], quote: "full of oil", status: "contested" });
    expect(said?.text).toContain("Said twice.");
    expect(said?.text).toContain("It is disputed.");
    expect(the("strike", "drill")).toMatchObject({ region: "North Shore", facts: ["4 March 2031", "2 killed", "1 survived"] });
    expect(the("actor", "quill")).toMatchObject({ names: ["The ferryman"], actors: ["quill"] });
    expect(the("source", "copy")).toMatchObject({ grade: "aggregator", months: [] });
    expect(the("event", "talks").months).toEqual(["2031-03", "2031-04"]);
    expect(the("lead", "lead").region).toBe("");
  });

  test("are read as they were written, with and without the full texts", () => {
    const entries: unknown = JSON.parse(formatEntries(documents));
    expect(readDocuments(entries, JSON.parse(formatTexts(documents)))).toEqual(documents);
    expect(readDocuments(entries)).toEqual(documents.map((one) => ({ ...one, text: "" })));
  });
});

describe("ranking", () => {
  const documents = [
    document({ id: "report", kind: "source", title: "The Wire: Quill says the barge carried oil" }),
    document({ id: "oil", title: "Quill said the barge carried oil", names: ["C4"], quote: "full of oil" }),
    document({ id: "reeds", title: "Bren Tarrow: The barge carried reeds", summary: "Answers Quill." }),
    document({ id: "quill", kind: "actor", title: "Ada Quill", names: ["The ferryman", "AQ"], facts: ["Person", "Senator for the lake"] }),
    document({ id: "guzman", kind: "actor", title: "Sergio Guzmán" }),
    document({
      id: "drill",
      kind: "strike",
      title: "Strike of 4 March 2031",
      dates: "2031-03-04",
      facts: ["32 killed"],
      text: "Left to drown, he said. Repatriated later.",
    }),
  ];
  const engine = createEngine(documents);
  const ids = (text: string) => engine.search(text).map((hit) => hit.document.id);

  test.each([
    ["Quill", "quill"],
    ["guzman", "guzman"],
    ["Guzmam", "guzman"],
    ["qiull", "quill"],
    ["senaotr", "quill"],
    ["“carried reeds”", "reeds"],
    ["«carried reeds»", "reeds"],
    ["the ferryman", "quill"],
    ["Senator Quill", "quill"],
    ["aq", "quill"],
    ["C4", "oil"],
    ["barge carried oil", "oil"],
    ["carry reed", "reeds"],
    ["4 March", "drill"],
    ["2031-03-04", "drill"],
    ["thirty-two", "drill"],
    ["repatriat", "drill"],
    ["repatriation", "drill"],
    ["“left to drown”", "drill"],
  ])("%s finds first %s", (text, id) => expect(ids(text)[0]).toBe(id));

  test("leaves out what has not the phrase in quotation marks", () => {
    expect(ids('"carried oil"')).toEqual(["oil", "report"]);
    expect(ids('"oil carried"')).toEqual([]);
  });

  test("takes no word for one that begins with another letter, and a day for what happened on it", () => {
    expect(ids("large")).toEqual([]); // not “barge”
    const day = [
      document({ id: "page", kind: "source", title: "Wire: page of 4 March 2031", dates: "2031-03-04" }),
      document({ id: "said", dates: "2031-03-04", facts: ["4 March 2031"] }),
    ];
    expect(
      createEngine(day)
        .search("4 March 2031")
        .map((hit) => hit.document.id),
    ).toEqual(["said", "page"]);
  });

  test("leaves out what has less than half of what the best has, and finds nothing for nothing", () => {
    expect(ids("barge reeds")).toEqual(["reeds", "oil", "report"]);
    expect(ids("answers barge reeds")).toEqual(["reeds"]);
    expect(ids("zzyzx")).toEqual([]);
  });

  test("reads two words written as one, and one written as two, where that is a word of an entry", () => {
    const written = createEngine([
      document({ id: "house", title: "The white house" }),
      document({ id: "sub", title: "A semisubmersible" }),
      document({ id: "other", title: "A white barge by a house" }),
    ]);
    const found = (text: string) => written.search(text).map((hit) => hit.document.id);
    expect(found("whitehouse")).toEqual(["house", "other"]);
    expect(found("semi submersible")).toEqual(["sub"]);
    expect(readAs(written.search("whitehouse"))).toBeNull();
  });

  test("finds nothing for a name of which little is on file, and names alone for joints of sentences", () => {
    expect(ids("Guzmen Zzyzx Xyzzy Plugh")).toEqual([]);
    expect(ids("the")).toEqual(["quill"]); // The ferryman
  });

  test("takes a short word for the beginning of one only where the typing stands", () => {
    const wars = createEngine([document({ id: "warned", title: "Warned twice" }), document({ id: "war", title: "At war" })]);
    const found = (text: string) => wars.search(text).map((hit) => hit.document.id);
    expect(found("war")).toEqual(["war", "warned"]);
    expect(wars.search("war twice").find((hit) => hit.document.id === "warned")?.words).toEqual(["", "twice"]);
  });

  test("forgives more in names than in other words, and nothing in a number or a long word", () => {
    expect(ids("Guzmzan")).toEqual(["guzman"]);
    expect(ids("Kuzman")).toEqual(["guzman"]);
    expect(ids("Guzzzan")).toEqual(["guzman"]);
    expect(ids("33")).toEqual([]);
    expect(ids(`${"guzman".repeat(500)} ${"x ".repeat(500)}`)).toEqual([]);
  });

  test("keeps who is called by a word that was typed, though another has more of the words", () => {
    expect(ids("Guzmán barge oil")).toContain("guzman");
  });

  test("adds to what the full texts gave what was found before them", () => {
    const before = engine.search("Quill");
    expect(addToFull(engine.search("Guzman"), before).map((hit) => hit.document.id)).toEqual(["guzman", ...ids("Quill")]);
    expect(addToFull(before, before)).toEqual(before);
  });

  test("prefers the word itself to one that resembles it", () => {
    const near = createEngine([document({ title: "Oiled and oiling", quote: "boiled oil" })]);
    expect(near.search("oil")[0]?.words).toEqual(["oil"]);
  });

  test("gives everything for an empty text, in order", () => {
    expect(ids(" ")).toEqual(documents.map(({ id }) => id));
  });

  test("is the same when made in steps", async () => {
    const stepwise = await createEngineInSteps(documents);
    for (const text of ["Quill", "barge oil", "qiull"]) expect(stepwise.search(text)).toEqual(engine.search(text));
  });

  test.each([
    ["Quill", true],
    ["barge carried oil", true],
    ["carry reed", true], // by their stems
    ["4 March", true],
    ["qiull", false],
    ["Quil", true], // by its beginning: the reader may still be typing
    ["barge zzyzx", false],
    ["zzyzx", false],
  ])("has %s as it was typed: %s", (text, isFound) => expect(hasAllTyped(engine.search(text))).toBe(isFound));

  test.each([
    ["zzyzx", true],
    ["barge zzyzx", true],
    ["barge zz", false], // still being typed
    ["zz", false],
    ["Quill", false],
  ])("reads the full texts for %s: %s", (text, needs) => expect(needsTexts(text, engine.search(text))).toBe(needs));

  test("says how a word was read that no entry has", () => {
    expect(readAs(engine.search("qiull"))).toBe("quill");
    expect(readAs(engine.search("Quill"))).toBeNull();
    expect(readAs(engine.search("carry"))).toBeNull();
    expect(readAs([])).toBeNull();
    expect(missingWords(engine.search("Quill zzyzx barge"))).toEqual(["zzyzx"]);
    expect(missingWords(engine.search("Quill on 4 March"))).toEqual([]);
  });

  test("says why an entry was found where its title does not", () => {
    const reason = (text: string) => {
      const [hit] = engine.search(text);
      const [found] = hit ? reasonsOf(hit) : [];
      return found ? [found.label, written(found.pieces)] : null;
    };
    expect(reason("AQ")).toEqual(["Also named", "[AQ]"]);
    expect(reason("full of oil")).toEqual(["Quoted", "“[full] of [oil]”"]);
    expect(reason("drown")).toEqual(["Full text", "Left to [drown], he said. Repatriated later."]);
    expect(reason("Ada Quill")).toBeNull();
  });
});

describe("marked text", () => {
  test.each([
    ["Sergio Guzmán said", ["guzman"], "Sergio [Guzmán] said"],
    ["Strikes of 15 September 2025", ["~~~strike", "09-15"], "[Strikes] of [15 September 2025]"],
    ["253,000 hectares", ["253000"], "[253,000] hectares"],
    ["4.5 million in the U.S.", ["4.5", "us"], "[4.5] million in the [U.S.]"],
    ["Thirty-two dead", ["32"], "[Thirty-two] dead"],
    ["11 killed on 11 April", ["11"], "[11] killed on 11 April"],
    ["nothing here", ["oil"], "nothing here"],
  ])("%s", (text, found, marked) => expect(written(markText(text, found))).toBe(marked));

  test("has a second passage for words that the first has not", () => {
    const texts = { title: "Barge", summary: "Quill carried oil.", text: "Nothing. ¶ Tarrow said reeds." };
    const hit = { document: document(texts), score: 1, found: 1 };
    const reasons = reasonsOf({ ...hit, sought: ["oil", "reeds"], words: ["oil", "reeds"] });
    expect(reasons.map(({ label, pieces }) => [label, written(pieces)])).toEqual([
      [null, "Quill carried [oil]."],
      ["Full text", "Tarrow said [reeds]."],
    ]);
  });

  test("is cut to the passage around the words found", () => {
    const text = `${"so ".repeat(40)}the oil was found ${"later ".repeat(40)}`.trim();
    const [found] = reasonsOf({ document: document({ title: "Barge", text }), sought: ["oil"], words: ["oil"], score: 1, found: 1 });
    const words = found && written(found.pieces);
    expect(words).toMatch(/^… (?:so )+the \[oil\] was found (?:later )+…$/);
    expect(words?.split(" ").length).toBeLessThanOrEqual(32);
  });
});

describe("results by kind", () => {
  const hit = (kind: SearchDocument["kind"], i: number): Hit => ({
    document: document({ kind, id: `${kind}-${i}` }),
    score: 1,
    found: 1,
    sought: ["oil"],
    words: ["oil"],
  });
  const hits = Array.from({ length: 12 }, (_, i) => hit(i % 3 === 0 ? "strike" : "claim", i));
  const shape = (list: Hit[], isRanked = true) => {
    const { nearest, groups } = groupHits(list, isRanked);
    return [nearest.length, ...groups.map(({ kind, hits: own }) => `${kind} ${own.length}`)];
  };

  test("begin with the nearest of every kind; then the kind comes first that ranks first", () => {
    expect(shape(hits)).toEqual([5, "claim 5", "strike 2"]);
    const { nearest, groups } = groupHits(hits, true);
    expect([...nearest, ...groups.flatMap((group) => group.hits)].length).toBe(hits.length);
    expect(nearest).toEqual(hits.slice(0, 5));
  });

  test("are one list where they are few, or of one kind", () => {
    expect(shape(hits.slice(0, 10))).toEqual([10]);
    expect(shape(hits.filter(({ document: { kind } }) => kind === "claim"))).toEqual([8]);
    expect(shape([])).toEqual([0]);
  });

  test("of no words have no nearest, and stand in the order of the boxes", () => {
    expect(shape(hits, false)).toEqual([0, "claim 8", "strike 4"]);
  });
});

describe("the boxes of the search", () => {
  const strikeDoc = document({ kind: "strike", months: ["2031-03"], region: "North Shore", actors: ["quill"] });
  const early = document({ kind: "source", months: ["2029-12", "2030-01"], grade: "original" });
  const undated = document({ kind: "source", grade: "aggregator" });
  const all = [strikeDoc, early, undated];

  test("file an entry under what it is; months outside the record together, and nothing undated vanishes", () => {
    expect(idsOf(strikeDoc, "region", BOUNDS)).toEqual(["north-shore"]);
    expect(idsOf(early, "month", BOUNDS)).toEqual(["before"]);
    expect(idsOf(document({ months: ["2031-07"] }), "month", BOUNDS)).toEqual(["after"]);
    expect(idsOf(undated, "month", BOUNDS)).toEqual(["undated"]);
    for (const one of searchDocuments(published)) expect(idsOf(one, "month", BOUNDS)).not.toEqual([]);
  });

  test("find any of those ticked within a facet, and all of the facets", () => {
    const under = (ticks: Partial<Chosen>) => all.filter((one) => isUnder(one, chosen(ticks), BOUNDS));
    expect(under({})).toEqual(all);
    expect(under({ month: ["before", "undated"] })).toEqual([early, undated]);
    expect(under({ month: ["before", "undated"], grade: ["original"] })).toEqual([early]);
    expect(under({ actor: ["quill"], kind: ["claim"] })).toEqual([]);
  });

  test("count a facet as if nothing in it were ticked", () => {
    const counts = countFacets(all, chosen({ kind: ["strike"] }), BOUNDS);
    expect(Object.fromEntries(counts.kind)).toEqual({ strike: 1, source: 2 });
    expect(Object.fromEntries(counts.grade)).toEqual({});
    expect(hasChoice(chosen({ kind: ["strike"] }))).toBe(true);
    expect(hasChoice(chosen())).toBe(false);
  });
});

describe("a search can be sent as an address", () => {
  test.each([
    ["", "", chosen(), false],
    ["?q=lamp+oil", "lamp oil", chosen(), false],
    [
      "?q=oil&kind=claim&kind=actor&actor=quill&month=2025-10",
      "oil",
      chosen({ kind: ["claim", "actor"], actor: ["quill"], month: ["2025-10"] }),
      false,
    ],
    ["?q=niece+%26+boat&full=1", "niece & boat", chosen(), true],
    [
      "?status=denied&region=caribbean&grade=original",
      "",
      chosen({ status: ["denied"], region: ["caribbean"], grade: ["original"] }),
      false,
    ],
  ])("%j and back", (search, words, ticks, isFull) => {
    expect(parseSearch(search)).toEqual({ words, chosen: ticks, isFull });
    expect(formatSearch({ words, chosen: ticks, isFull })).toBe(search);
  });

  test("without what it does not know, and nothing twice", () => {
    expect(parseSearch("?q=%20oil%20&kind=claim&kind=claim&utm=mail")).toEqual({
      words: "oil",
      chosen: chosen({ kind: ["claim"] }),
      isFull: false,
    });
  });
});

test("quotation marks are seen, and can be taken away", () => {
  expect(["“left to drown”", '"oil" barge', "the «oil»"].map(hasMarks)).toEqual([true, true, true]);
  expect(["oil", 'a 5" gun'].map(hasMarks)).toEqual([false, false]);
  expect(withoutMarks("boats “left to drwn” ")).toBe("boats left to drwn");
});

test("months of the record are listed from the first to the last, across years", () => {
  expect(monthsOf("2025-11-15", "2026-01-02")).toEqual(["2025-11", "2025-12", "2026-01"]);
});

test("the line above the results", () => {
  const hit = (...words: string[]) => ({
    document: document(),
    score: 1,
    found: 1,
    sought: ["oil", "barge"].slice(0, words.length),
    words,
  });
  const line = (count: number, hits: Hit[], isNarrowed = false) => statusLine("oil", hits, { count, isNarrowed });
  expect(line(1, [hit("oil")])).toBe("1 result for “oil”");
  expect(line(8, [hit("coil")])).toBe("8 results for “oil”, read as “coil”");
  expect(line(8, [hit("oil", ""), hit("oil", "")])).toBe("8 results for “oil”, none with “barge”");
  expect(statusLine("", [], { count: 8, isNarrowed: true })).toBe("8 results, narrowed by the boxes ticked");
});
