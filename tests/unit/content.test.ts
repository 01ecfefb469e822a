/** What has to hold of the dossier that we publish, read from disk as the check reads it. */
import { disputersOf, standingOn } from "../../src/graph/claim-standing.ts";
import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { formatProblems } from "../../src/check/format.ts";
import { evaluateCount } from "../../src/graph/count-query.ts";
import { computeLedger, ledgerRows, tollOf } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import type { DossierNode } from "../../src/graph/nodes.ts";
import { reconcileTotal } from "../../src/graph/reconcile.ts";
import { readContent } from "../../src/load/read-content.ts";
import { parseLink } from "../../src/markdown/links.ts";
import { QUOTE_MAX_WORDS, wordCount } from "../../src/model/fields.ts";
import { KIND_NAMES, KINDS, type Kind } from "../../src/model/kinds.ts";

const { problems, dossier } = checkContent(readContent("content"));
const lists: Record<Kind, readonly DossierNode[]> = {
  article: dossier.articles,
  actor: dossier.actors,
  claim: dossier.claims,
  event: dossier.events,
  source: dossier.sources,
  place: dossier.places,
  total: dossier.totals,
  series: dossier.series,
  correction: dossier.corrections,
  lead: dossier.leads,
};
const ARTICLE_DAY = "2025-10-19";

test("there are no errors", () => {
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors, formatProblems(errors, "content")).toEqual([]);
});

test("our own voice takes no side, quotes little, and gives no accusation bare", () => {
  const language = problems.filter(({ code }) => ["loaded-term", "bare-accusation", "long-quotation"].includes(code));
  expect(language, formatProblems(language, "content")).toEqual([]);
});

test.each(KIND_NAMES)("every file of the kind %s is an entry", async (kind) => {
  const files = await readdir(`content/${KINDS[kind].folder}`).catch(() => []); // a kind without entries needs no folder
  const visible = files.filter((name) => !name.startsWith("."));
  expect(lists[kind].map(({ id }) => `${id}.md`).sort()).toEqual(visible.sort());
});

describe(`the ledger as of ${ARTICLE_DAY}, the day of the article`, () => {
  test("counts 32 killed in 7 strikes on 7 vessels, and 2 survivors", () => {
    const { strikes, vessels, killed, survivors, withoutFigure } = computeLedger(dossier.strikes, { asOf: ARTICLE_DAY });
    expect({ strikes, vessels, killed, survivors, withoutFigure }).toEqual({
      strikes: 7,
      vessels: 7,
      killed: { min: 32, max: 32 },
      survivors: { min: 2, max: 2 },
      withoutFigure: [],
    });
  });

  test("adds up strike by strike", () => {
    expect(
      ledgerRows(dossier.strikes, ARTICLE_DAY).map(({ strike, toll, running, daysSinceLast }) => [
        strike.id,
        toll.killed && formatRange(toll.killed),
        formatRange(running),
        daysSinceLast,
      ]),
    ).toEqual([
      ["strike-2025-09-02", "11", "11", null],
      ["strike-2025-09-15", "3", "14", 13],
      ["strike-2025-09-19", "3", "17", 4],
      ["strike-2025-10-03", "4", "21", 14],
      ["strike-2025-10-14", "6", "27", 11],
      ["strike-2025-10-16", "2", "29", 2],
      ["strike-2025-10-17", "3", "32", 1],
    ]);
  });

  test("is that of no other day: a day earlier the strike of 17 October was not known", () => {
    expect(computeLedger(dossier.strikes, { asOf: "2025-10-18" }).strikes).toBe(6);
    expect(computeLedger(dossier.strikes, { asOf: "2025-09-01" }).strikes).toBe(0);
  });

  test("is what the founding article says", () => {
    for (const [query, text] of [
      ["killed", "32"],
      ["strikes", "seven"],
      ["vessels", "seven"],
      ["survivors", "two"],
    ] as const) {
      expect(evaluateCount(dossier, query, ARTICLE_DAY, text)).toMatchObject({ ok: true });
    }
  });
});

describe("the claims of the lead article on its day", () => {
  const lead = dossier.articles.find(({ id }) => id === dossier.site.lead);
  const day = lead?.data.asOf ?? "";
  const statusOn = (id: string) => {
    const claim = dossier.claims.find((candidate) => candidate.id === id);
    return claim && standingOn(claim, day).status;
  };

  test.each([
    ["pressure-will-persuade-maduro", "was superseded only in January 2026"],
    ["official-strikes-on-land-an-option", "was superseded only in January 2026"],
    ["survivors-to-be-repatriated", "was reported as carried out only after that day"],
    ["maduro-deployment-is-regime-change", "was disputed only on 24 October"],
    ["cocaine-output-record-since", "was disputed only on 29 October"],
    ["colombia-depends-on-us-security-help", "had one source by that day"],
  ])("%s is not shown with its later status: it %s", (id) => {
    const claim = dossier.claims.find((candidate) => candidate.id === id);
    expect(statusOn(id)).not.toBe(claim?.data.status);
  });

  test("show no opponent and no source of a later day", () => {
    for (const claim of dossier.claims.filter(({ data }) => data.inFoundingArticle)) {
      const { sources } = standingOn(claim, day);
      for (const node of [...disputersOf(claim, day), ...sources])
        expect(node.known && node.known <= day, `${claim.id}: ${node.id}`).toBe(true);
    }
  });

  test("stand as in the whole record where nothing is left out", () => {
    for (const claim of dossier.claims) expect(standingOn(claim, null).status).toBe(claim.data.status);
  });
});

describe("the ledger of the whole record", () => {
  test("gives each strike to June 2026 the range over its records", () => {
    expect(
      dossier.strikes
        .filter(({ date }) => (date.earliest ?? "") <= "2026-06-30")
        .map((strike) => `${strike.id}: ${formatRange(tollOf(strike, null).killed ?? { min: 0, max: 0 })}`)
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "strike-2025-09-02: 11
      strike-2025-09-15: 3
      strike-2025-09-19: 3
      strike-2025-10-03: 4
      strike-2025-10-14: 6
      strike-2025-10-16: 2
      strike-2025-10-17: 3
      strike-2025-10-21: 2
      strike-2025-10-22: 3
      strike-2025-10-24: 6
      strike-2025-10-27: 14–15
      strike-2025-10-29: 4
      strike-2025-11-01: 3
      strike-2025-11-04: 2
      strike-2025-11-06: 3
      strike-2025-11-09-a: 3
      strike-2025-11-09-b: 3
      strike-2025-11-10: 4
      strike-2025-11-15: 3
      strike-2025-12-04: 4
      strike-2025-12-15-a: 3
      strike-2025-12-15-b: 2
      strike-2025-12-15-c: 3
      strike-2025-12-17: 4
      strike-2025-12-18-a: 3
      strike-2025-12-18-b: 2
      strike-2025-12-22: 1
      strike-2025-12-29: 2
      strike-2025-12-30-a: 3
      strike-2025-12-30-b: 0–4
      strike-2025-12-30-c: 0–4
      strike-2025-12-31-a: 3
      strike-2025-12-31-b: 2
      strike-2026-01-23: 2–3
      strike-2026-02-05: 2
      strike-2026-02-09: 2–3
      strike-2026-02-13: 3
      strike-2026-02-16-a: 4
      strike-2026-02-16-b: 4
      strike-2026-02-16-c: 3
      strike-2026-02-20: 3
      strike-2026-02-23: 3
      strike-2026-03-08: 6
      strike-2026-03-19: 2
      strike-2026-03-25: 4
      strike-2026-04-11-a: 2–3
      strike-2026-04-11-b: 3
      strike-2026-04-13: 2
      strike-2026-04-14: 4
      strike-2026-04-15: 3
      strike-2026-04-19: 3
      strike-2026-04-25: 2
      strike-2026-05-04: 2
      strike-2026-05-08: 2–3
      strike-2026-05-26: 1–3
      strike-2026-05-29: 3
      strike-2026-05-30: 3
      strike-2026-06-18: 3
      strike-2026-06-21: 2"
    `);
  });

  test("has a number of dead for every strike", () => {
    expect(computeLedger(dossier.strikes, { asOf: null }).withoutFigure).toEqual([]);
  });

  test("never shrinks from one day to the next", () => {
    const days = [...new Set(dossier.strikes.flatMap(({ strike }) => strike.casualties.flatMap(({ known }) => known ?? [])))].sort();
    const counts = days.map((asOf) => computeLedger(dossier.strikes, { asOf }).strikes);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test("knows the day of every casualty record", () => {
    expect(
      dossier.strikes.flatMap(({ id, strike }) =>
        strike.casualties.filter(({ known }) => known === null).map(({ source }) => `${id}: ${source.id}`),
      ),
    ).toEqual([]);
  });
});

describe("published totals", () => {
  const results = dossier.totals.map((total) => reconcileTotal(dossier, total));

  test("have no gap that nobody accounts for", () => {
    const codes = ["unreconciled-total", "gap-mismatch", "unexplained-mismatch", "stale-explanation"];
    const found = problems.filter(({ code }) => codes.includes(code));
    expect(found, formatProblems(found, "content")).toEqual([]);
  });

  test("agree by what their publishers count, are lower bounds that ours reaches, differ by strikes that are named, or are said to be unexplained", () => {
    const ids = (standing: (typeof results)[number]["standing"]) =>
      results.filter((result) => result.standing === standing).map(({ total: { id } }) => id);
    expect(results).toHaveLength(89);
    expect([ids("agrees").length, ids("unexplained").length, ids("open").length]).toEqual([65, 10, 0]);
    expect(ids("within")).toEqual([
      "total-2025-11-09-foxnews",
      "total-2026-02-16-justthenews",
      "total-2026-02-20-cibercuba",
      "total-2026-02-20-eldiariony",
      "total-2026-02-23-newsaz",
      "total-2026-03-08-foxnews",
    ]);
    expect(ids("named")).toEqual([
      "total-2025-10-27-pulsenh",
      "total-2025-12-18-justthenews",
      "total-2025-12-31-metroradio",
      "total-2026-05-04-efinder",
      "total-2026-05-08-efinder",
      "total-2026-05-18-efinder-ig",
      "total-2026-05-28-prism",
      "total-2026-05-30-efinder",
    ]);
  });

  test("that say how they count the dead give our number where they agree, without a range", () => {
    const ruled = results.filter(({ total, killedGap }) => total.counting.rule !== "all-records" && killedGap === 0);
    expect(ruled.length).toBe(53);
    for (const { total, ledger } of ruled) expect(ledger.killed, total.id).toEqual({ min: total.data.killed, max: total.data.killed });
  });

  test("agree where their explanation says that they match", () => {
    const matching = results.filter(({ total }) => total.data.explanation?.startsWith("Matches the ledger"));
    expect(matching.length).toBeGreaterThan(0);
    expect(matching.filter(({ agrees }) => !agrees).map(({ total: { id } }) => id)).toEqual([]);
  });
});

describe("the founding article", () => {
  const article = dossier.articles.find(({ id }) => id === dossier.site.lead);
  const founding = dossier.claims.filter(({ data }) => data.inFoundingArticle);

  test("is the lead, as of its day", () => {
    expect(article?.data).toMatchObject({ asOf: ARTICLE_DAY });
  });

  test("links to every claim that is in it", () => {
    const linked = new Set(
      article?.body.links
        .map(({ url }) => parseLink(url))
        .flatMap((target) => (target.type === "entry" && target.kind === "claim" ? target.id : [])),
    );
    expect(founding.length).toBeGreaterThan(0);
    expect(founding.map(({ id }) => id).filter((id) => !linked.has(id))).toEqual([]);
  });

  test("states nothing that was not known on its day", () => {
    const later = article?.body.links.flatMap(({ url }) => {
      const target = parseLink(url);
      const node = target.type === "entry" ? lists[target.kind].find(({ id }) => id === target.id) : undefined;
      return node && ["claim", "event", "source"].includes(node.kind) && (node.known ?? "") > ARTICLE_DAY
        ? `${node.file}: ${node.known}`
        : [];
    });
    expect(later).toEqual([]);
  });
});

describe("quotations", () => {
  test(`of claims have at most ${QUOTE_MAX_WORDS} words`, () => {
    expect(dossier.claims.filter(({ data }) => wordCount(data.quote ?? "") > QUOTE_MAX_WORDS).map(({ id }) => id)).toEqual([]);
  });

  test(`in texts have at most ${QUOTE_MAX_WORDS} words`, () => {
    const texts = Object.values(lists)
      .flat()
      .flatMap((node) => node.body.paragraphs.map(({ sentences }) => [node.file, sentences.map(({ text }) => text).join(" ")] as const));
    const long = texts.flatMap(([file, text]) =>
      [...text.matchAll(/“([^“”]*)”/g)].flatMap(([, quote = ""]) => (wordCount(quote) > QUOTE_MAX_WORDS ? `${file}: ${quote}` : [])),
    );
    expect(long).toEqual([]);
  });
});

describe("claims", () => {
  test("have each a number to be cited by", () => {
    expect(dossier.claims.filter(({ data }) => data.number === undefined).map(({ id }) => id)).toEqual([]);
  });

  test("have each at least one source", () => {
    expect(dossier.claims.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
