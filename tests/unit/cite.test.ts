import { describe, expect, test } from "vitest";
import { bibtexOf, citeEntry, citeLine, cslOf } from "../../src/site/cite.ts";
import { article, dossierOf, site } from "./builders.ts";

const URL = "https://soundings.example/analysis/a/";
const itemOf = (data: Record<string, unknown>, publisher: string | null = null) => {
  const dossier = dossierOf(article({ id: "a", title: "A barge & 50 % more", published: "2031-04-02", asOf: "2031-03-10", ...data }));
  const [node] = dossier.articles;
  if (!node) throw new Error("The article is missing.");
  return cslOf(node, { ...dossier.site, publisher: { ...dossier.site.publisher, name: publisher } }, URL);
};

describe("an analysis", () => {
  test("is cited by its title, the site, the day it was published and the day whose knowledge it describes", () => {
    expect(citeLine(itemOf({}))).toBe(`“A barge & 50 % more”, Soundings, 2 April 2031, as publicly known on 10 March 2031, ${URL}`);
  });

  test("names its author, its publisher and the day of its update where there are any", () => {
    expect(citeLine(itemOf({ byline: "Ada Quill", updated: "2031-05-06" }, "The Lake Press"))).toBe(
      `Ada Quill, “A barge & 50 % more”, Soundings, The Lake Press, 6 May 2031, as publicly known on 10 March 2031, ${URL}`,
    );
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
  const url = "https://example.org/news/claims/said/";

  test("is cited by its name, the site and the day to which the record ran", () => {
    expect(citeEntry("Quill said “oil”", site(), url)).toBe(`“Quill said ‘oil’”, Soundings, record to 30 June 2031, ${url}`);
  });

  test("names the publisher, and the day of its last correction", () => {
    const ours = site({ publisher: { name: "The Lake Press", contact: null, repository: null } });
    expect(citeEntry("Velm", ours, url, ["2031-07-02", "2031-05-01"])).toBe(
      `“Velm”, Soundings, The Lake Press, record to 30 June 2031, corrected on 2 July 2031, ${url}`,
    );
  });
});
