import { describe, expect, test } from "vitest";
import { allNodes, type Dossier } from "../../src/graph/nodes.ts";
import { entryMarkdown } from "../../src/dataset/entry-markdown.ts";
import { exportOne } from "../../src/dataset/entry-files.ts";
import { formatGuide } from "../../src/site/machine-guide.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, article, claim, correction, dossierOf, event, lead, place, series, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const withdrawn = { date: "2031-06-01", reason: "It was another barge." };
const dossier = dossierOf(
  actor({ id: "ben", name: "Ben Rook", sortName: "Rook, Ben" }),
  article({ body: "It [had oil](../claims/charge.md), *they* say: [2](count:killed) dead. See [a page](https://wire.example/a)." }),
  claim({ id: "charge", number: 4, kind: "accusation", about: ["ben"], text: "Quill said Rook hid *oil*.", quote: "hid it all" }),
  claim({ id: "answer", assertedBy: "ben", date: "2031-03-05", text: "Rook denied it.", relations: [{ to: "charge", type: "disputes" }] }),
  claim({ id: "gone", text: "Quill said the moon fell.", withdrawn }),
  correction({ entry: "claims/gone" }),
  event({ id: "talks", place: "place", actors: [{ actor: "ben", part: "guest" }], claims: ["charge"] }),
  lead(),
  place(),
  series(),
  source({ id: "copy", url: "https://wire.example/copy" }),
  strike({ id: "drill" }),
  total({ killed: 2 }),
);
const nodeOf = (of: Dossier, kind: string, id: string) =>
  allNodes(of).find((node) => node.kind === kind && node.id === id) ?? expect.unreachable(id);
const textOf = (kind: string, id: string) => entryMarkdown(nodeOf(dossier, kind, id), dossier.site, urls);

describe("an entry as Markdown", () => {
  test("of a claim has who says it, its status and the answer", () => {
    const text = textOf("claim", "charge");
    expect(text).toMatch(
      /^# Quill said Rook hid \\\*oil\\\*\n\n- Number: C4\n- Said by: \[Ada Quill\]\(https:\/\/example\.org\/news\/actors\/speaker\/\), 4 March 2031\n/,
    );
    expect(text).toContain("- Status: asserted. One party says so.\n- Reply: Answered by Rook\n");
    expect(text).toContain("- Disputed by: [Rook denied it](https://example.org/news/claims/answer/)\n");
    expect(text).toContain("## Sources\n\n- [The Wire, page of 5 March 2031](https://example.org/news/sources/wire/)");
    expect(text.endsWith("<https://example.org/news/claims/charge/>\n")).toBe(true);
  });

  test("has its body with absolute addresses, and numbers that are computed as their text", () => {
    expect(textOf("article", "article")).toContain(
      "It [had oil](https://example.org/news/claims/charge/), *they* say: 2 dead. See [a page](https://wire.example/a).",
    );
  });

  test("of a strike has what each source gives", () => {
    expect(textOf("event", "drill")).toContain("- Killed, over all records: 2\n- By one source: 2 killed, [The Wire");
  });

  test("lists a claim with its status and what is against it", () => {
    expect(textOf("event", "talks")).toContain("(asserted; answered by Rook)");
    expect(textOf("actor", "ben")).toContain(
      "- Is said of it: [Quill said Rook hid \\*oil\\*](https://example.org/news/claims/charge/) (asserted; answered by Rook)",
    );
  });

  test("of what is withdrawn says that, when and why, and nothing repeats what it said", () => {
    expect(textOf("claim", "gone")).toContain("# Withdrawn: gone\n\nThis claim was withdrawn on 1 June 2031. It was another barge.");
    for (const node of allNodes(dossier)) {
      const both = entryMarkdown(node, dossier.site, urls) + exportOne(node, urls);
      expect(both, node.id).not.toContain("the moon fell");
    }
  });

  test("is there for every entry that we publish, in one line a fact", () => {
    for (const node of allNodes(published)) {
      const text = entryMarkdown(node, published.site, urls);
      expect(text, node.id).toMatch(/^# \S/);
      expect(text, node.id).not.toMatch(/undefined|\[object|null\b.*\n- /);
      expect(text, node.id).not.toMatch(/\]\((?!https?:\/\/|#)/);
    }
  });
});

describe("an entry as JSON", () => {
  test("has its kind, its name and its fields", () => {
    expect(JSON.parse(exportOne(nodeOf(dossier, "claim", "charge"), urls))).toMatchObject({
      type: "claim",
      name: "Quill said Rook hid *oil*",
      id: "charge",
      page: "https://example.org/news/claims/charge/",
      kind: "accusation",
      assertedBy: "speaker",
    });
  });
});

test("the guide for machines says how claims may be repeated, and leads to the texts and the data", () => {
  const guide = formatGuide(dossier, urls, "data/v1/");
  expect(guide).toContain("Repeat no claim without who makes it and its status");
  expect(guide).toContain("(https://example.org/news/analysis/article/index.md): as publicly known on 10 March 2031");
  expect(guide).toContain("(https://example.org/news/data/v1/codebook.md)");
});
