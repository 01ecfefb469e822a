import { describe, expect, test } from "vitest";
import { parseLink } from "../../src/markdown/links.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";

describe("a link to an entry is a relative link to its file", () => {
  test.each(KIND_NAMES)("of the kind %s", (kind) => {
    expect(parseLink(`../${KINDS[kind].folder}/some-id.md`)).toEqual({ type: "entry", kind, id: "some-id", hash: "" });
  });

  test("with a part of its page", () => {
    expect(parseLink("../timeline/strike-2031-03-04.md#casualties")).toEqual({
      type: "entry",
      kind: "event",
      id: "strike-2031-03-04",
      hash: "#casualties",
    });
  });
});

describe("other links", () => {
  test.each([
    ["count:killed", { type: "count", query: "killed" }],
    ["count:killed?from=2025-10-16&to=2025-10-17", { type: "count", query: "killed?from=2025-10-16&to=2025-10-17" }],
    ["#the-toll", { type: "fragment", hash: "#the-toll" }],
    ["https://example.org/a?b#c", { type: "external", url: "https://example.org/a?b#c" }],
    ["http://example.org/", { type: "external", url: "http://example.org/" }],
  ])("%s", (url, expected) => {
    expect(parseLink(url)).toEqual(expected);
  });
});

describe("what is neither entry nor web address is nothing that we link to", () => {
  test.each([
    ["the folder of no kind", "../people/ada.md"],
    ["the name of a kind in place of its folder", "../claim/a.md"],
    ["a file that is no entry", "../claims/a.txt"],
    ["a folder", "../claims/"],
    ["a folder below", "../claims/old/a.md"],
    ["a file beside this one", "a.md"],
    ["a file two folders up", "../../claims/a.md"],
    ["an address of the built site", "/claims/a/"],
    ["nothing", ""],
  ])("%s: %s", (_, url) => {
    expect(parseLink(url)).toEqual({ type: "unknown", url });
  });
});

describe("what could do harm is told from what is only wrong", () => {
  test.each([
    ["an address without its scheme", "//example.org/"],
    ["the same with backslashes", "\\\\example.org/"],
    ["a script", "javascript:alert(1)"],
    ["a script in disguise", "JaVaScRiPt:alert(1)"],
    ["a script with a tab in it", "java\tscript:alert(1)"],
    ["a script behind a control character", "\u0001javascript:alert(1)"],
    ["a script in per cent signs", "%6Aavascript:alert(1)"],
    ["an older script", "vbscript:msgbox"],
    ["data", "data:text/html,<p>hi"],
    ["a mail address", "mailto:ada@example.org"],
    ["a file of this computer", "file:///etc/passwd"],
    ["no host", "https://"],
    ["a third slash", "https:///example.org/"],
    ["a host behind a user name", "https://example.org@evil.example/"],
    ["a host behind a user name and a password", "https://ada:secret@evil.example/"],
  ])("%s: %s", (_, url) => {
    expect(parseLink(url)).toMatchObject({ type: "unsafe", url });
  });

  test("an at sign or a colon further on does no harm", () => {
    expect(parseLink("https://example.org/@ada/12:30?a=b@c").type).toBe("external");
    expect(parseLink("../claims/a.md#12:30").type).toBe("entry");
  });
});
