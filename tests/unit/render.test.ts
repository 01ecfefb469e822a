import { describe, expect, test } from "vitest";
import { createRenderer } from "../../src/site/render-body.ts";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { createUrls } from "../../src/site/urls.ts";
import { claim, dossierOf } from "./builders.ts";

const dossier = dossierOf(claim({ id: "quill-barge", number: 4 }), claim({ id: "unnumbered", status: "asserted" }));
const renderer = createRenderer(dossier, createUrls({ base: "/base/", site: "https://example.org" }));
const html = (text: string) => renderer.html(parseBody(text));
const blocks = (text: string) => renderer.blocks(parseBody(text), "2032-01-01");

describe("links in a body", () => {
  test.each(KIND_NAMES)("to an entry lead to its page and tell its kind: %s", (kind) => {
    expect(html(`[words](../${KINDS[kind].folder}/some-id.md)\n`)).toContain(
      `href="/base/${KINDS[kind].path}/some-id/" data-kind="${kind}"`,
    );
  });

  test("to a claim carry its id", () => {
    expect(html("[words](../claims/quill-barge.md)\n")).toBe(
      '<p><a href="/base/claims/quill-barge/" data-kind="claim" data-claim="quill-barge">words</a></p>',
    );
  });

  test("to a part of an entry keep that part", () => {
    expect(html("[words](../timeline/strike.md#casualties)\n")).toContain('href="/base/timeline/strike/#casualties"');
  });

  test("by reference are the same links", () => {
    expect(html("[words][c]\n\n[c]: ../claims/quill-barge.md\n")).toBe(
      '<p><a href="/base/claims/quill-barge/" data-kind="claim" data-claim="quill-barge">words</a></p>',
    );
  });

  test.each([
    ["killed", "count snd"],
    ["killed-max", "count snd"],
    ["survivors", "count snd"],
    ["strikes", "count"],
    ["vessels", "count"],
  ])("that count lead to the counts, and people are told from things: %s", (metric, classes) => {
    expect(html(`[32](count:${metric}?from=2031-03-04)\n`)).toBe(
      `<p><a href="/base/counts/" data-count="${metric}?from=2031-03-04" class="${classes}">32</a></p>`,
    );
  });

  test("to other sites say so", () => {
    expect(html("[words](https://example.com/a?b=1&c=2)\n")).toBe(
      '<p><a href="https://example.com/a?b=1&#x26;c=2" rel="noopener external">words</a></p>',
    );
  });

  test("to a part of the page stay as they are", () => {
    expect(html("[words](#toll)\n")).toBe('<p><a href="#toll">words</a></p>');
  });
});

describe("headings", () => {
  test("have ids to link to, each its own", () => {
    expect(html("## The toll\n\n## The toll\n\n### Who was on board?\n")).toBe(
      '<h2 id="the-toll">The toll</h2>\n<h2 id="the-toll-1">The toll</h2>\n<h3 id="who-was-on-board">Who was on board?</h3>',
    );
  });

  test("have the same ids in the next rendering", () => {
    const body = parseBody("## The toll\n");
    expect(renderer.html(body)).toBe(renderer.html(body));
  });

  test("are not named after the marks of the claims that they link to", () => {
    const [block] = blocks("## She [called the barge](../claims/quill-barge.md) so\n");
    expect(block?.heading).toEqual({ id: "she-called-the-barge-so", text: "She called the barge so", depth: 2 });
    expect(block?.html).toContain('<h2 id="she-called-the-barge-so">');
  });

  test("are told from other blocks", () => {
    expect(blocks("## The *toll*\n\nText.\n").map(({ heading }) => heading)).toEqual([
      { id: "the-toll", text: "The toll", depth: 2 },
      null,
    ]);
  });
});

describe("the blocks of an article", () => {
  test("are the top-level parts of the body, in order", () => {
    expect(blocks("One.\n\n- Two\n- Three\n\n> Four.\n").map(({ html: text }) => text)).toEqual([
      "<p>One.</p>",
      "<ul>\n<li>Two</li>\n<li>Three</li>\n</ul>",
      "<blockquote>\n<p>Four.</p>\n</blockquote>",
    ]);
  });

  test("list the claims that they link to, each once, in order", () => {
    const [first, second] = blocks("[a](../claims/unnumbered.md) [b](../claims/quill-barge.md) [c](../claims/unnumbered.md)\n\nNone.\n");
    expect(first?.claims.map(({ id }) => id)).toEqual(["unnumbered", "quill-barge"]);
    expect(second?.claims).toEqual([]);
  });

  test("mark a claim with its status and number, a link to its note", () => {
    const [block] = blocks("She [called the barge](../claims/quill-barge.md) so.\n");
    expect(block?.html).toMatch(
      /called the barge<\/a><a class="ref" href="#note-quill-barge" tabindex="-1"><small><svg class="shape".*<\/svg><span class="vh">Note on claim <\/span>C4<span class="vh">, asserted<\/span><\/small><\/a> so\./,
    );
    expect(block?.html).toContain('data-claim="quill-barge" class="claim" id="mark-quill-barge"');
  });

  test("end a heading with a link to itself, which is no part of its words", () => {
    const [block] = blocks("## What followed\n");
    expect(block?.html).toBe(
      '<h2 id="what-followed">What followed<a class="anchor" href="#what-followed"><span class="vh">Link to this part</span></a></h2>',
    );
    expect(block?.heading).toEqual({ id: "what-followed", text: "What followed", depth: 2 });
  });

  test("mark a claim without a number by its status alone", () => {
    expect(blocks("[one](../claims/unnumbered.md)\n")[0]?.html).toContain(
      '<span class="vh">Note on claim </span><span class="vh">, asserted</span>',
    );
  });

  test("mark a claim whose words end in emphasis", () => {
    expect(blocks("[the *barge*](../claims/quill-barge.md)\n")[0]?.html).toMatch(/<em>barge<\/em><\/a><a class="ref"/);
  });

  test("do not mark links to anything else", () => {
    expect(blocks("[a](../timeline/strike.md) [b](https://example.com) [2](count:killed)\n")[0]?.html).not.toMatch(
      /class="(claim|ref|nb)"/,
    );
  });
});

describe("what a body cannot do", () => {
  test("raw HTML does not reach the page", () => {
    expect(html("<script>alert(1)</script>\n\nA <b onclick=x>word</b>.\n")).toBe("<p>A word.</p>");
  });

  test("signs that mean something in HTML are escaped", () => {
    expect(html('3 < 4 & "so" \\<b>\n')).toBe('<p>3 &#x3C; 4 &#x26; "so" &#x3C;b></p>');
  });

  test("rendering leaves the parsed body as it was", () => {
    const body = parseBody("[words](../claims/quill-barge.md)\n");
    const before = structuredClone(body.tree);
    renderer.html(body);
    renderer.blocks(body, "2032-01-01");
    expect(body.tree).toEqual(before);
  });
});
