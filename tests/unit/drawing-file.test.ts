import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDrawing, type Drawing } from "../../src/dataset/drawing-file.ts";
import { classesIn, styleOfDrawing } from "../../src/dataset/drawing-style.ts";
import { createUrls } from "../../src/site/urls.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { findXmlFault } from "../setup/xml.ts";
import { dossierOf } from "./builders.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const { site } = dossierOf();
const styles = (name: string) => readFileSync(`src/styles/${name}.css`, "utf8");
const sheets = ["tokens", "charts", "timeline", "drawing-file"].map(styles).join("\n");

/** As a component prints it: a narrow and a wide drawing, then the key. */
const html = `
<svg class="chart chart--narrow" viewBox="0 0 300 90" role="img" aria-label="A &quot;> B"><path class="tread" d="M0 0H1"></path></svg>
<svg class="chart chart--wide told" viewBox="0 0 600 120" role="group" aria-label="A" data-roving>
  <a class="mark" href="/news/timeline/x/" data-event="x" aria-label="Strike" tabindex="-1" transform="translate(1 2)">
    <rect class="hit" width="9" height="9"></rect><path class="riser riser--open" d="M5 5V9" data-mark></path>
    <text class="snd" x="5" y="9">
      2–3 &amp; more
    </text>
  </a>
  <g class="map__numbers" aria-hidden="true"><text x="1" y="1">17<tspan x="1">18</tspan></text></g>
  <circle class="dot" cx="3" cy="3" r="3" />
</svg>
<ul class="key">
  <li><svg viewBox="0 0 26 14" aria-hidden="true"><path class="k-dot" d="M13 2l5 5"></path></svg>exact date &amp; place</li>
  <li class="key__tall"><svg viewBox="0 0 26 14"><path class="k-hair" d="M8 0V14"></path></svg>down the page</li>
  <li>Words alone</li>
</ul>`;
const drawing: Drawing = {
  html,
  sheets,
  title: "Killed & counted",
  says: ["What it shows.", "How it is read."],
  href: urls.page("timeline/"),
};
const make = (changes: Partial<Drawing> = {}, of = site) => formatDrawing({ ...drawing, ...changes }, of, urls);
const svg = make();
const linesOf = (text: string) => [...text.matchAll(/<text class="file-[a-z]+"[^>]*>([^<]*)</g)].map(([, line = ""]) => line);

describe("a drawing as a file", () => {
  test("is well-formed, and has its measures and its name", () => {
    expect(findXmlFault(svg)).toBeNull();
    expect(svg).toMatch(
      /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (648) (\d+)" width="\1" height="\2" xml:lang="en" role="img" aria-labelledby="title desc">/,
    );
    expect(svg).toContain('<title id="title">Killed &amp; counted</title>');
    expect(svg).toContain('<desc id="desc">What it shows. How it is read. ');
  });

  test("is the widest of the drawings, without links, areas for pointers, and names for scripts and readers of pages", () => {
    expect(svg).toContain(
      '<g transform="translate(1 2)"><path class="riser riser--open" d="M5 5V9"/><text class="snd" x="5" y="9"> 2–3 &amp; more </text></g>',
    );
    expect(svg).toContain('<circle class="dot" cx="3" cy="3" r="3"/>');
    for (const gone of ["tread", "hit", "map__numbers", ">17", "tspan", "href", "data-", "aria-label=", "tabindex"])
      expect(svg, gone).not.toContain(gone);
  });

  test("has the marks of its key with their words, and none that are for the other width", () => {
    expect(svg).toContain('<path class="k-dot" d="M13 2l5 5"/></g><text class="file-says" x="34" y="11">exact date &amp; place</text>');
    expect(svg).toContain(">Words alone</text>");
    expect(svg).not.toContain("down the page");
    expect(make({ html: html.replace(/<ul[\s\S]*/, "") })).not.toContain('class="key"');
  });

  test("says what it shows, to which day the record runs, where it is from and under what licence", () => {
    const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };
    const lines = linesOf(make({}, { ...site, licence }));
    expect(lines).toContain("What it shows.");
    expect(lines.join(" ")).toContain(`${site.title}, record to `);
    expect(lines.join(" ")).toContain("https://example.org/news/timeline/");
    expect(lines.join(" ")).toContain("Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
    expect(linesOf(make({}, { ...site, licence: undefined }))).toContain("No licence is stated.");
  });

  test("breaks what is too long for it, between words, and an address after a slash or a hyphen", () => {
    const long = "Each mark is a total that somebody published, on the day it was counted to. ".repeat(4).trim();
    const href = `/news/claims/${"a-very-long-name-".repeat(8)}/`;
    const lines = linesOf(make({ says: [long], href }));
    expect(lines.join(" ")).toContain(long);
    expect(lines.join("")).toContain(`https://example.org${href}`);
    for (const line of lines.slice(1)) expect(textWidth(line, 12), line).toBeLessThanOrEqual(600);
  });

  test("of a small strip leaves room for words beside it", () => {
    expect(make({ html: '<svg class="chart" viewBox="0 0 100 20"><path class="dot" d="M0 0"></path></svg>' })).toContain(
      'viewBox="0 0 488 ',
    );
  });

  test("ends at its frame where it has one", () => {
    expect(make({ isFramed: true })).toContain('</svg><rect class="file-frame" x="24"');
    expect(svg).not.toContain("file-frame");
  });

  test("is refused where nothing was drawn", () => {
    expect(() => make({ html: "<p>Too few places.</p>" })).toThrow("there is no drawing");
  });
});

describe("the style of a drawing", () => {
  const style = styleOfDrawing(sheets, {
    classes: new Set(["chart", "snd", "riser", "iso-n", "upper"]),
    elements: new Set(["text", "path"]),
  });
  const [light = "", dark = ""] = style.split("@media (prefers-color-scheme: dark)");

  test("has the values of the day chart, then the colours of the night chart, and no variable", () => {
    expect(light).toContain(".chart .riser { stroke: #a1106a; stroke-width: 3; fill: none }");
    expect(dark).toContain(".chart .riser { stroke: #f58bc7; fill: none }");
    expect(style).not.toMatch(/var\(|light-dark|--|rem\b/);
  });

  test("keeps the order of the rules at night, so that a later one still wins", () => {
    expect(dark.indexOf(".chart .riser")).toBeLessThan(dark.indexOf(".chart .upper"));
    expect(dark).toContain(".chart .upper { fill: none; stroke: #f58bc7 }");
  });

  test("names fonts apart, ours first and without those that only our pages have", () => {
    expect(light).toContain(
      '.chart .iso-n { font-family: "Newsreader", Georgia, "Times New Roman", serif; font-size: 14px; font-style: italic; font-weight: 400; fill: #356a87 }',
    );
  });

  test("is about nothing that the drawing has not, about no page and no pointer", () => {
    expect([...classesIn(style)].sort()).toEqual(["chart", "iso-n", "riser", "snd", "upper"]);
    expect(style).not.toMatch(/hover|focus|@import|@supports|print|forced|display|overflow|cursor|outline/);
  });

  test("cannot be made with a variable that no sheet sets", () => {
    expect(() => styleOfDrawing(".a { fill: var(--nowhere); }", { classes: new Set(["a"]), elements: new Set() })).toThrow("--nowhere");
  });
});
