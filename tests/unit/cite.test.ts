import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/graph/nodes.ts";
import { bibtexOf, citeLine, cslOf } from "../../src/site/cite.ts";
import { article, correction, dossierOf, find, site } from "./builders.ts";

const URL = "https://soundings.example/analysis/a/";
const recordOf = (data: Record<string, unknown>, publisher: string | null = null, ...others: Entry[]) => {
  const dossier = dossierOf(
    article({ id: "a", title: "A barge & 50 % more", published: "2031-04-02", asOf: "2031-03-10", ...data }),
    ...others,
  );
  const [node] = dossier.articles;
  if (!node) throw new Error("The article is missing.");
  return { node, dossier: { ...dossier, site: { ...dossier.site, publisher: { ...dossier.site.publisher, name: publisher } } } };
};
const itemOf = (...record: Parameters<typeof recordOf>) => {
  const { node, dossier } = recordOf(...record);
  return cslOf(node, dossier, URL);
};
const lineOf = (...record: Parameters<typeof recordOf>) => {
  const { node, dossier } = recordOf(...record);
  return citeLine(node.data.title, URL, node, dossier);
};

describe("an analysis", () => {
  test("is cited by its title, the site, the day it was published and the day whose knowledge it describes", () => {
    expect(lineOf({})).toBe(`“A barge & 50 % more”, Soundings, 2 April 2031, as publicly known on 10 March 2031, ${URL}`);
  });

  test("names its author, its publisher and the day of its update where there are any", () => {
    expect(lineOf({ byline: "Ada Quill", updated: "2031-05-06" }, "The Lake Press")).toBe(
      `Ada Quill, “A barge & 50 % more”, Soundings, The Lake Press, 6 May 2031, as publicly known on 10 March 2031, ${URL}`,
    );
  });

  test("has the day of its last correction, in the line and in the files", () => {
    const corrected = [
      { updated: "2031-05-06" },
      null,
      correction({ id: "late", entry: "a", date: "2031-05-08" }),
      correction({ id: "early", entry: "a", date: "2031-05-01" }),
    ] as const;
    expect(lineOf(...corrected)).toContain(", Soundings, 8 May 2031, as publicly known on ");
    expect(itemOf(...corrected).issued).toEqual({ "date-parts": [[2031, 5, 8]] });
    expect(bibtexOf(itemOf(...corrected))).toContain("  date = {2031-05-08},\n");
  });

  test("is an item of CSL-JSON", () => {
    expect(itemOf({ byline: "Ada Quill" }, "The Lake Press")).toEqual({
      id: "a",
      type: "webpage",
      title: "A barge & 50 % more",
      "container-title": "Soundings",
      publisher: "The Lake Press",
      author: [{ literal: "Ada Quill" }],
      issued: { "date-parts": [[2031, 4, 2]] },
      URL,
      language: "en",
      note: "As publicly known on 10 March 2031",
    });
  });

  test("is an entry for BibTeX, with the signs of TeX written out", () => {
    expect(bibtexOf(itemOf({ byline: "Ada Quill" }))).toBe(
      `@online{a,
  title = {{A barge \\& 50 \\% more}},
  author = {{Ada Quill}},
  organization = {Soundings},
  date = {2031-04-02},
  note = {As publicly known on 10 March 2031},
  langid = {english},
  url = {${URL}},
}
`,
    );
    expect(bibtexOf(itemOf({ title: "a_b #1 ~ ^ \\ $" }))).toContain(
      "{{a\\_b \\#1 \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$}}",
    );
  });
});

describe("an entry", () => {
  const url = "https://example.org/news/actors/speaker/";
  const dossier = dossierOf(
    correction({ id: "late", entry: "speaker", date: "2031-07-02" }),
    correction({ id: "early", entry: "speaker", date: "2031-05-01" }),
  );
  const quill = find(dossier, "actor", "speaker");

  test("is cited by its name, the site and the day to which the record ran", () => {
    expect(citeLine("Quill said “oil”", url, quill, { ...dossier, corrections: [] })).toBe(
      `“Quill said ‘oil’”, Soundings, record to 30 June 2031, ${url}`,
    );
  });

  test("names the publisher, and the day of its last correction", () => {
    const ours = site({ publisher: { name: "The Lake Press", contact: null, repository: null } });
    expect(citeLine("Ada Quill", url, quill, { ...dossier, site: ours })).toBe(
      `“Ada Quill”, Soundings, The Lake Press, record to 30 June 2031, corrected on 2 July 2031, ${url}`,
    );
  });

  test("has no correction of another entry, nor has a page of several", () => {
    expect(citeLine("The Wire", url, find(dossier, "source", "wire"), dossier)).not.toContain("corrected");
    expect(citeLine("Timeline", url, null, dossier)).toBe(`“Timeline”, Soundings, record to 30 June 2031, ${url}`);
  });
});
