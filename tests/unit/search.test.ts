import { describe, expect, test } from "vitest";
import { countChoice, KIND_CHOICES, monthKey, monthsBeyond, toFilters, toId, type Choice, type Chosen } from "../../src/search/facets.ts";
import { excerptOf, markTitle, type Piece } from "../../src/search/marked-text.ts";
import { pageFields } from "../../src/search/page-fields.ts";
import { formatSearch, hasChoice, parseSearch } from "../../src/search/query.ts";
import { monthsOf } from "../../src/search/record-months.ts";
import { statusLine } from "../../src/search/status-line.ts";
import { addDays, formatMonth } from "../../src/model/dates.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { actor, claim, dossierOf, place, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

const chosen = (fields: Partial<Chosen> = {}): Chosen => ({ kind: [], status: [], month: [], ...fields });
const written = (pieces: Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

describe("a search can be sent as an address", () => {
  test.each([
    ["", "", chosen()],
    ["?q=lamp+oil", "lamp oil", chosen()],
    ["?q=oil&kind=claim&kind=actor&month=2025-10", "oil", chosen({ kind: ["claim", "actor"], month: ["2025-10"] })],
    ["?status=denied", "", chosen({ status: ["denied"] })],
    ["?q=niece+%26+boat", "niece & boat", chosen()],
  ])("%j and back", (search, words, ticks) => {
    expect(parseSearch(search)).toEqual({ words, chosen: ticks });
    expect(formatSearch({ words, chosen: ticks })).toBe(search);
  });

  test("without what it does not know, and nothing twice", () => {
    expect(parseSearch("?q=%20oil%20&kind=claim&kind=claim&utm=mail")).toEqual({ words: "oil", chosen: chosen({ kind: ["claim"] }) });
  });

  test("and knows whether a box is ticked", () => {
    expect(hasChoice({ words: "oil", chosen: chosen() })).toBe(false);
    expect(hasChoice({ words: "", chosen: chosen({ month: ["before"] }) })).toBe(true);
  });
});

describe("the boxes of the search", () => {
  const choices: Choice[] = [
    { facet: "kind", id: "claim", values: ["Claim"] },
    { facet: "kind", id: "event", values: ["Event"] },
    { facet: "month", id: "before", values: ["June 2018", "May 2019"] },
    { facet: "month", id: "after", values: [] },
  ];

  test("find any of those ticked within a facet, and all of the facets", () => {
    expect(toFilters(choices, chosen({ kind: ["claim", "event"], month: ["before"] }))).toEqual({
      kind: { any: ["Claim", "Event"] },
      month: { any: ["June 2018", "May 2019"] },
    });
    expect(toFilters(choices, chosen())).toEqual({});
  });

  test("count a facet as if nothing in it were ticked", () => {
    expect(toFilters(choices, chosen({ kind: ["claim"], month: ["before"] }), "kind")).toEqual({
      month: { any: ["June 2018", "May 2019"] },
    });
  });

  test.each([["after"], ["no-such-month"]])("find nothing, not everything, where a box stands for nothing: %s", (id) => {
    const { month } = toFilters(choices, chosen({ month: [id] }));
    expect(month?.any).toHaveLength(1);
    expect(choices.flatMap(({ values }) => values)).not.toContain(month?.any[0]);
  });

  test("have the results of all the words they stand for", () => {
    const counts = { kind: { Claim: 3 }, month: { "June 2018": 2, "May 2019": 5 } };
    expect(choices.map((choice) => countChoice(choice, counts))).toEqual([3, 0, 7, 0]);
    expect(choices.map((choice) => countChoice(choice, {}))).toEqual([0, 0, 0, 0]);
  });

  test("stand in the address under names that differ", () => {
    const ids = KIND_CHOICES.map(([value]) => toId(value));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });
});

describe("months", () => {
  test("of the record are listed from the first to the last, across years", () => {
    expect(monthsOf("2025-11-15", "2026-01-02")).toEqual(["2025-11", "2025-12", "2026-01"]);
    expect(monthsOf("2031-03-01", "2031-03-01")).toEqual(["2031-03"]);
    const { baseDate, recordEnds } = published.site;
    const months = monthsOf(baseDate, recordEnds);
    for (let day = baseDate; day <= recordEnds; day = addDays(day, 1)) expect(months).toContain(day.slice(0, 7));
  });

  test("are read back from the words that pages file themselves under", () => {
    for (const month of monthsOf("2025-01-01", "2026-12-31")) expect(monthKey(formatMonth(month))).toBe(month);
    for (const label of ["2018", "Spring 2018", "June", "June 18", ""]) expect(monthKey(label)).toBeNull();
  });

  test("before and after those listed are gathered, and what is no month is left out", () => {
    const labels = ["June 2018", "September 2025", "July 2026", "2012"];
    expect(monthsBeyond(labels, "before", "2025-09")).toEqual(["June 2018"]);
    expect(monthsBeyond(labels, "after", "2026-06")).toEqual(["July 2026"]);
  });
});

describe("a hit shows where the words were found", () => {
  const text = "The lamp oil. Ada Quill spoke at the harbour. She said that the barge carried oil and nothing else at all.";
  const at = (word: string, content = text) => content.split(" ").findIndex((one) => one.startsWith(word));

  test("from the beginning of the sentence, the word marked without its stop", () => {
    expect(written(excerptOf(text, [at("harbour")], "The lamp oil"))).toMatch(
      /^… Ada Quill spoke at the \[harbour\]\. She said|^Ada Quill spoke at the \[harbour\]\. She said/,
    );
  });

  test("without the title, which stands above it", () => {
    expect(written(excerptOf(text, [0, 1, 2], "The lamp oil"))).toBe("");
    expect(written(excerptOf(text, [2, at("barge")], "The lamp oil"))).not.toContain("lamp");
  });

  test("no more than thirty words, with signs that there are others", () => {
    const long = Array.from({ length: 100 }, (_, i) => `word${i}`).join(" ");
    const shown = written(excerptOf(long, [50], "Another title"));
    expect(shown).toMatch(/^… .*\[word50\].* …$/);
    expect(shown.replace(/^… | …$/g, "").split(" ")).toHaveLength(30);
  });

  test("where most of them stand together", () => {
    const words = Array.from({ length: 200 }, (_, i) => (i === 5 || i === 120 || i === 124 ? "oil" : `w${i}`)).join(" ");
    expect(written(excerptOf(words, [5, 120, 124], "T")).match(/\[oil\]/g)).toHaveLength(2);
  });

  test("whatever places the index gives: none, or beyond the text", () => {
    expect(excerptOf(text, [], "The lamp oil")).toEqual([]);
    expect(excerptOf(text, [999], "The lamp oil")).toEqual([]);
    expect(excerptOf("", [0], "")).toEqual([]);
  });

  test("and loses no character of the passage", () => {
    const plain = "He said: “no, never” (twice). Then—silence.";
    expect(
      excerptOf(plain, [2], "Another")
        .map((piece) => piece.text)
        .join(""),
    ).toBe(plain);
  });
});

describe("a hit's title", () => {
  test.each([
    ["Lamp oil on the lake", "oil", "Lamp [oil] on the lake"],
    ["Oilers and boilers", "oil", "[Oilers] and boilers"],
    ["Lizbeth Pérez speaks", "perez", "Lizbeth [Pérez] speaks"],
    ["Lizbeth Perez speaks", "PÉREZ", "Lizbeth [Perez] speaks"],
    ["A barge", "a", "A barge"],
    ["A barge", "", "A barge"],
    ["1,200 bundles (2031)", "2031", "1,200 bundles ([2031])"],
  ])("%s, sought by %j, is %s", (title, query, marked) => {
    expect(written(markTitle(title, query))).toBe(marked);
  });
});

test("the status line says how many, of what, and whether boxes narrow it", () => {
  expect(statusLine(1, "oil", false)).toBe("1 result for “oil”");
  expect(statusLine(0, "", true)).toBe("0 results, narrowed by the boxes ticked");
});

describe("the index keeps of a page", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill", aliases: ["harbour master"] }),
    place({ id: "velm", name: "Velm" }),
    claim({ id: "numbered", number: 4 }),
    claim({ id: "plain" }),
    source({ id: "diario", title: "Las lámparas", titleBasis: "page", language: "es" }),
    source({ id: "untitled", language: "es" }),
  );
  const fields = (kind: string, id: string) => pageFields(dossier, { entry: { kind, id } });

  test("all names of an actor, the name of a place, the number of a claim", () => {
    expect(fields("actor", "quill").meta).toEqual({ name: "Ada Quill; harbour master" });
    expect(fields("place", "velm").meta).toEqual({ name: "Velm" });
    expect(fields("claim", "numbered").filters).toEqual({ number: "C4" });
  });

  test("the language of a title that is not in the site’s", () => {
    expect(fields("source", "diario").meta).toEqual({ lang: "es" });
    expect(fields("source", "untitled").meta).toEqual({});
  });

  test("its date in words", () => {
    expect(pageFields(dossier, { date: getDate("2031-03-04~") }).meta).toEqual({ date: "about 4 March 2031" });
  });

  test("nothing where there is nothing to keep", () => {
    for (const page of [{}, { entry: { kind: "claim", id: "plain" } }, { entry: { kind: "actor", id: "nobody" } }])
      expect(pageFields(dossier, page)).toEqual({ meta: {}, filters: {} });
  });
});
