import { describe, expect, test } from "vitest";
import { createRenderer } from "../../src/site/render-body.ts";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { STATUSES } from "../../src/model/claim.ts";
import { formatDate } from "../../src/model/dates.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { articlePassages } from "../../src/site/article-passages.ts";
import {
  claimDescription,
  claimsStandfirst,
  claimTitle,
  countsPeople,
  evidenceWords,
  formatFigure,
  isLongClaim,
  kindWords,
  sourcesByGrade,
} from "../../src/site/claim-facts.ts";
import { contactHref, errorReportHref } from "../../src/site/contact.ts";
import { dateExamples } from "../../src/site/date-examples.ts";
import { foldByDate } from "../../src/site/date-folds.ts";
import { eventDescription } from "../../src/site/event-words.ts";
import { STATUS_SHAPES } from "../../src/site/status-shapes.ts";
import { createUrls } from "../../src/site/urls.ts";
import { capitalize, countOf, countWord, killedWords, listWords, plural, typographic, uncapitalize } from "../../src/site/words.ts";
import { actor, claim, dossierOf, event, find, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

describe("small words", () => {
  test("count in words up to nine and in figures from ten", () => {
    expect([0, 1, 9, 10, 129].map(countWord)).toEqual(["no", "one", "nine", "10", "129"]);
    expect([countOf(1, "claim"), countOf(0, "claim"), countOf(12, "entry", "entries")]).toEqual(["one claim", "no claims", "12 entries"]);
    expect([plural(1, "strike"), plural(7, "strike"), plural(0, "entry", "entries")]).toEqual(["1 strike", "7 strikes", "0 entries"]);
  });

  test("set straight quotation marks as a printer does", () => {
    const titles = ["Trump's 'war at sea'", "natives' lives, gov't says: 'No'", 'Strike on "drug" boat', "('Poor young people')", ""];
    expect(titles.map(typographic)).toEqual([
      "Trump’s ‘war at sea’",
      "natives’ lives, gov’t says: ‘No’",
      "Strike on “drug” boat",
      "(‘Poor young people’)",
      "",
    ]);
  });

  test("list with one “and”", () => {
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listWords)).toEqual(["", "A", "A and B", "A, B and C"]);
  });

  test("say a range as a range, and what is not stated as not stated", () => {
    expect([killedWords({ min: 3, max: 3 }), killedWords({ min: 2, max: 3 }), killedWords({ min: 0, max: 0 }), killedWords(null)]).toEqual([
      "3 killed",
      "2 to 3 killed",
      "0 killed",
      "number killed not given",
    ]);
  });

  test("leave an empty text empty", () => {
    expect([capitalize("ábaco"), capitalize("")]).toEqual(["Ábaco", ""]);
    expect(["The series", "CNN’s series", "U.S. strikes", ""].map(uncapitalize)).toEqual([
      "the series",
      "CNN’s series",
      "U.S. strikes",
      "",
    ]);
  });

  test.each([
    ["desk@example.org", "mailto:desk@example.org"],
    ["https://example.org/contact", "https://example.org/contact"],
    ["javascript:alert(1)", null],
    ["By post", null],
  ])("link %s to %s", (contact, href) => {
    expect(contactHref(contact)).toBe(href);
  });
});

describe("the report of an error", () => {
  const none = { name: null, contact: null, repository: null, security: null };
  const report = (publisher: object) =>
    errorReportHref({ ...none, ...publisher }, "claim red-boat", "https://news.example/claims/red-boat/");
  const filled = (href: string | null, title: string, text: string) => {
    const { searchParams } = new URL(href ?? "");
    expect(searchParams.get(title)).toBe("Error in claim red-boat");
    expect(searchParams.get(text)).toContain("Page: https://news.example/claims/red-boat/");
  };

  test("is a mail, else an issue, with the entry and its page filled in", () => {
    const repository = "https://github.com/lake/orrin/";
    expect(report({ contact: "desk@lake.example", repository })).toMatch(/^mailto:desk@lake\.example\?/);
    filled(report({ contact: "desk@lake.example" }), "subject", "body");
    expect(report({ repository })).toMatch(/^https:\/\/github\.com\/lake\/orrin\/issues\/new\?/);
    filled(report({ repository }), "title", "body");
    filled(report({ repository: "https://gitlab.com/lake/orrin" }), "issue[title]", "issue[description]");
  });

  test("is the publisher’s own page where nothing can be filled in, and nothing where no means is stated", () => {
    expect(report({ contact: "https://lake.example/desk" })).toBe("https://lake.example/desk");
    expect(report({ contact: "By post", repository: "https://git.lake.example/orrin" })).toBeNull();
    expect(report({})).toBeNull();
  });
});

describe("the notes of an article", () => {
  const dossier = dossierOf(claim({ id: "a" }), claim({ id: "b" }), claim({ id: "c" }));
  const render = createRenderer(dossier, createUrls({ base: "/", site: "https://example.org" }));
  const of = (text: string) => articlePassages(render.blocks(parseBody(text), "2032-01-01"));
  const { passages, contents } = of(`First [a](../claims/a.md) and [b](../claims/b.md).

## What followed

Again [a](../claims/a.md), then [c](../claims/c.md).

### In detail

Nothing new, see [b](../claims/b.md).
`);

  test("stand after the paragraph that first links the claim, once", () => {
    expect(passages.map(({ heading, notes }) => (heading ? "heading" : notes.map(({ id }) => id).join(" ")))).toEqual([
      "note-a note-b",
      "heading",
      "note-c",
      "heading",
      "",
    ]);
  });

  test("are chained, so that each knows the one before it", () => {
    expect(passages.flatMap(({ notes }) => notes.map(({ after }) => after?.id ?? null))).toEqual([null, "a", "b"]);
  });

  test("leave the contents to the headings of the second level", () => {
    expect(contents).toEqual([{ id: "what-followed", text: "What followed" }]);
  });

  test("of every article that we publish are one for each claim in it", () => {
    const real = createRenderer(published, createUrls({ base: "/", site: "https://example.org" }));
    for (const { id, body, data } of published.articles) {
      const blocks = real.blocks(body, data.asOf);
      const notes = articlePassages(blocks).passages.flatMap((passage) => passage.notes.map((note) => note.claim.id));
      expect(notes.toSorted(), id).toEqual([...new Set(blocks.flatMap(({ claims }) => claims.map((one) => one.id)))].sort());
    }
  });
});

describe("a claim in words", () => {
  const dossier = dossierOf(
    source({ id: "copy", publisher: "Mirror", derivesFrom: ["wire"], grade: "republished" }),
    source({ id: "gazette", publisher: "Gazette", grade: "aggregator" }),
    actor({ id: "tarrow", name: "Bren Tarrow" }),
    claim({ id: "here", number: 4, kind: "accusation", about: ["tarrow"], status: "contested", sources: ["gazette", "copy", "wire"] }),
    claim({ id: "against", assertedBy: "tarrow", relations: [{ to: "here", type: "disputes" }], sources: ["wire"], date: "2031" }),
    claim({ id: "copied", sources: ["wire", "copy"] }),
  );
  const here = find(dossier, "claim", "here");
  const against = find(dossier, "claim", "against");

  test("has its speaker and its status in every title and description", () => {
    expect(claimTitle(here)).toBe("Ada Quill: The barge carried lamp oil (C4, contested)");
    expect(claimTitle(against)).toBe("Bren Tarrow: The barge carried lamp oil (asserted)");
    expect(claimDescription(here)).toBe(
      "Accusation by Ada Quill about Bren Tarrow. Status: contested. On the other side: Bren Tarrow. Positions, evidence and sources on file.",
    );
    for (const one of published.claims) {
      expect(claimTitle(one)).toContain(one.data.status);
      expect(claimDescription(one)).toContain(one.assertedBy.data.name);
    }
  });

  test("counts copies of one text as one origin", () => {
    expect(evidenceWords(here)).toBe("Three sources, with one origin on file: The Wire; whose text Gazette carries is not on file.");
    expect(evidenceWords(find(dossier, "claim", "copied"))).toBe("Two sources, all with a single origin: The Wire.");
    expect(evidenceWords(against)).toBe("One source, and so a single origin: The Wire.");
  });

  test("counts a digest that does not say whose text it is as no origin", () => {
    const pages = [source({ id: "one", publisher: "Tidings" }), source({ id: "two", publisher: "Herald" })];
    const digests = ["Gazette", "Lake Digest"].map((publisher) =>
      source({ id: publisher.replace(" ", "-").toLowerCase(), publisher, grade: "aggregator" }),
    );
    const some = dossierOf(
      ...pages,
      ...digests,
      claim({ id: "all", sources: ["one", "two", "gazette", "lake-digest"] }),
      claim({ id: "digest", sources: ["gazette"] }),
    );
    expect(evidenceWords(find(some, "claim", "all"))).toBe(
      "Four sources, from two independent origins: Tidings and Herald; whose text Gazette and Lake Digest carry is not on file.",
    );
    expect(evidenceWords(find(some, "claim", "digest"))).toBe("One source; whose text Gazette carries is not on file.");
  });

  test("has the publisher's own pages first, digests last", () => {
    expect(sourcesByGrade(here.sources).map(({ id }) => id)).toEqual(["wire", "copy", "gazette"]);
    for (const one of published.claims) expect(sourcesByGrade(one.sources)).toHaveLength(one.sources.length);
  });

  test("is counted with those that are contested or denied", () => {
    expect(claimsStandfirst(dossier.claims)).toBe(
      "Three statements, put in neutral words, each with the name of whoever makes it. One is contested.",
    );
    expect(claimsStandfirst(dossierOf(claim({ id: "a", status: "denied" }), claim({ id: "b", status: "denied" })).claims)).toBe(
      "Two statements, put in neutral words, each with the name of whoever makes it. Two are denied.",
    );
    expect(claimsStandfirst(dossierOf(claim()).claims)).toBe(
      "One statement, put in neutral words, each with the name of whoever makes it.",
    );
  });

  test("has a smaller heading where it is long", () => {
    expect(isLongClaim(here)).toBe(false);
    expect(isLongClaim(find(dossierOf(claim({ text: "It went on and on. ".repeat(8) })), "claim", "claim"))).toBe(true);
  });

  test("has its kind in words", () => {
    expect(kindWords("statement-of-fact")).toBe("Statement of fact");
  });

  test.each([
    [{ value: 14_000_000_000 }, "14 billion"],
    [{ value: 2_500_000 }, "2.5 million"],
    [{ value: 453.1 }, "453.1"],
    [{ value: 0 }, "0"],
    [{ min: 8, max: 10 }, "8–10"],
    [{ min: 1200 }, "1,200 or more"],
    [{ max: 300 }, "up to 300"],
  ])("writes the figure %j as %s", (figure, text) => {
    expect(formatFigure(figure)).toBe(text);
  });

  test("sets figures apart that count people, and no others", () => {
    expect(["people", "Deaths", "tonnes", "people per boat"].map(countsPeople)).toEqual([true, true, false, false]);
  });

  test("has a shape for every status, no two alike", () => {
    expect(new Set(STATUSES.map((status) => JSON.stringify(STATUS_SHAPES[status]))).size).toBe(STATUSES.length);
  });
});

describe("an event in words", () => {
  test("is described by its summary, else by its date and title, a strike by its dead", () => {
    const dossier = dossierOf(
      event({ id: "a", summary: "They met." }),
      event({ id: "b", date: "2031-03" }),
      strike({ id: "c", casualties: [{ source: "wire", note: "None." }] }),
    );
    const words = (id: string) => eventDescription(find(dossier, "event", id));
    expect([words("a"), words("b")]).toEqual(["They met.", "Diplomatic, March 2031: Talks in Velm."]);
    expect(words("c")).toBe(
      "Strike of 4 March 2031: number killed not given, by the records on file. Survivors: none reported. 1 record of the dead, from 1 source.",
    );
  });
});

describe("a long list by date", () => {
  const fold = (dates: string[], limit?: number) => foldByDate(dates, getDate, limit);
  const month = (year: number, i: number) => `${year}-${String((i % 12) + 1).padStart(2, "0")}-01`;

  test("stays open where little is left to fold", () => {
    const list = Array.from({ length: 17 }, (_, i) => month(2031, i));
    expect(fold(list)).toEqual({ shown: list, folded: [], more: 0 });
  });

  test("is folded by month after the first entries, and loses none", () => {
    const list = ["2031-01-01", "2031-01-02", "2031-02-01", "2031-02", "2031-03-01~", "2031"];
    const { shown, folded, more } = fold(list, 2);
    expect(shown).toEqual(list.slice(0, 2));
    expect(folded).toEqual([
      { label: "February 2031", items: ["2031-02-01", "2031-02"] },
      { label: "March 2031", items: ["2031-03-01~"] },
      { label: "2031", items: ["2031"] },
    ]);
    expect(more).toBe(4);
  });

  test("is folded by year where there are too many months", () => {
    const list = Array.from({ length: 30 }, (_, i) => month(2028 + Math.floor(i / 12), i));
    expect(fold(list, 1).folded.map(({ label, items }) => [label, items.length])).toEqual([
      ["2028", 11],
      ["2029", 12],
      ["2030", 6],
    ]);
  });

  test("puts a date without beginning at its end, and one of a decade under it", () => {
    expect(fold(["2031-01-01", "../2031-02-03", "202X", "2031-05-01"], 1).folded.map(({ label }) => label)).toEqual([
      "February 2031",
      "2020s",
      "May 2031",
    ]);
  });
});

test("the examples of dates are dates of the record, each in another form", () => {
  const examples = dateExamples("2025-09-01");
  expect(examples.map(({ date }) => date.edtf)).toEqual([
    "2025-09-15",
    "2025-09-15~",
    "2025-09-15?",
    "2025-09-13/2025-09-18",
    "2025-09",
    "2025",
    "../2025-09-15",
  ]);
  expect(new Set(examples.map(({ date }) => formatDate(date))).size).toBe(examples.length);
});
