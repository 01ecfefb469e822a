import { describe, expect, test } from "vitest";
import { allNodes, type Dossier } from "../../src/graph/nodes.ts";
import { entryMarkdown } from "../../src/dataset/entry-markdown.ts";
import { exportOne } from "../../src/dataset/entry-files.ts";
import { datasetFiles } from "../../src/dataset/files.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
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
const textOf = (kind: string, id: string) => entryMarkdown(nodeOf(dossier, kind, id), dossier, urls);

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

  test("of a total has our number beside each of theirs, the difference, and what is counted otherwise", () => {
    const counted = dossierOf(
      strike({ id: "drill", casualties: [{ source: "wire", killed: 2 }] }),
      total({
        killed: 5,
        strikes: 1,
        gap: [{ strike: "drill", killed: 2, why: "It counts two more." }],
        unexplained: { killed: 1 },
        explanation: "One is not explained.",
      }),
    );
    const text = entryMarkdown(nodeOf(counted, "total", "total"), counted, urls);
    expect(text).toContain("- Killed: published 5; our ledger 2; difference +3\n");
    expect(text).toContain("- Strikes: published 1; our ledger 1; difference 0\n");
    expect(text).toContain("- Vessels: published not given; our ledger 1\n");
    expect(text).toContain("- Result: Differs, explained in part\n");
    expect(text).toMatch(
      /- Counted otherwise: \[.*\]\(https:\/\/example\.org\/news\/timeline\/drill\/\): \+2 killed\. It counts two more\.\n/,
    );
    expect(text).toContain("+1 killed, is not known.");
  });

  test("of a strike has what its page has: who announced it, what is said, who is named, what differs and what is not known", () => {
    const full = dossierOf(
      actor({ id: "crew", name: "The Reed Crew", kind: "armed-group" }),
      lead({ on: ["drill"] }),
      strike({
        id: "drill",
        casualties: [{ source: "wire", killed: 2, presumedDead: 1, survived: 1, note: "at least" }],
        announced: { date: "2031-03-05", by: "speaker", venue: "A post" },
        allegedAffiliation: { group: "crew", by: "speaker", statement: "Called them smugglers" },
        nationalities: [{ nationality: "Velmish", basis: "A relative says so", source: "wire" }],
        departedFrom: "Velm",
        named: [{ name: "Bo Reed", byName: "A relative", claim: "He cut reeds", source: "wire" }],
        disputes: [{ about: "cargo", versions: [{ by: "speaker", says: "oil", source: "wire" }] }],
        unknown: [{ what: "names of the dead", note: "not disclosed", lastChecked: "2031-06-01" }],
      }),
    );
    const text = entryMarkdown(nodeOf(full, "event", "drill"), full, urls);
    const wire = "[The Wire, 2031-03-05](https://example.org/news/sources/wire/)";
    const quill = "[Ada Quill](https://example.org/news/actors/speaker/)";
    expect(text).toContain(`- By one source: 2–3 killed, 1 of them presumed dead, 1 survived, ${wire}. At least.\n`);
    expect(text).toContain(`- Announced: 5 March 2031, by ${quill}, A post\n`);
    expect(text).toContain(
      `- Said of those aboard: Called them smugglers. Said by ${quill}. Group named: [The Reed Crew](https://example.org/news/actors/crew/).\n`,
    );
    expect(text).toContain(`- Nationality given: Velmish. A relative says so. ${wire}\n`);
    expect(text).toContain("- Set out from: Velm.\n");
    expect(text).toContain(`- Person named: Bo Reed (nationality not stated), named by A relative: He cut reeds. ${wire}\n`);
    expect(text).toContain(`- Where the accounts differ, cargo: ${quill}: Oil. ${wire}\n`);
    expect(text).toContain("- Not known: Names of the dead. Not disclosed. Last checked 1 June 2031.\n");
    expect(text).toContain("- Open question: [A third patrol](https://example.org/news/unknowns/lead/). Nobody has named it.\n");
  });

  test("of a place says how exact its position is", () => {
    const where = dossierOf(place({ lat: 10.25, lon: -70.5, precision: "approximate" }));
    const text = entryMarkdown(nodeOf(where, "place", "place"), where, urls);
    expect(text).toContain("- Held as: An approximate point. The position is near the named place");
    expect(text).toMatch(/- Position: about\u00a010\.[23]°\u00a0N, 70\.5°\u00a0W\n/);
    expect(textOf("place", "place")).toContain("- Position: No point is meant\n");
  });

  test("of an actor has its relations with their sources, and headings by whom it is", () => {
    const tied = dossierOf(
      actor({
        id: "ben",
        name: "Ben Rook",
        sortName: "Rook, Ben",
        relations: [{ to: "speaker", type: "accuses", note: "Of theft", sources: ["wire"] }],
      }),
      actor({ id: "two", name: "Two men", kind: "unnamed-person" }),
      claim({ about: ["two"] }),
    );
    const text = (id: string) => entryMarkdown(nodeOf(tied, "actor", id), tied, urls);
    expect(text("ben")).toContain("- Relation: accuses [Ada Quill](https://example.org/news/actors/speaker/). Of theft. [The Wire,");
    expect(text("two")).toContain("- What is said of them: [");
    expect(text("speaker")).toContain("- What Ada Quill says: [");
  });

  test("lists a claim with its status and what is against it", () => {
    expect(textOf("event", "talks")).toContain("(asserted; answered by Rook)");
    expect(textOf("actor", "ben")).toContain(
      "- What is said of Rook: [Quill said Rook hid \\*oil\\*](https://example.org/news/claims/charge/) (asserted; answered by Rook)",
    );
  });

  test("of what is withdrawn says that, when and why, and nothing repeats what it said", () => {
    expect(textOf("claim", "gone")).toContain("# Withdrawn: gone\n\nThis claim was withdrawn on 1 June 2031. It was another barge.");
    for (const node of allNodes(dossier)) {
      const both = entryMarkdown(node, dossier, urls) + exportOne(node, urls);
      expect(both, node.id).not.toContain("the moon fell");
    }
  });

  test("is there for every entry that we publish, in one line a fact", () => {
    for (const node of allNodes(published)) {
      const text = entryMarkdown(node, published, urls);
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

test("the guide for machines leads to texts and data, and to no page made for people", () => {
  const guide = formatGuide(published, urls, "data/v1/");
  const addresses = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, address = ""]) => address);
  expect(addresses.filter((address) => !/\.(?:md|json)$/.test(address))).toEqual([]);
  const files = datasetFiles(published, published, [], urls);
  const names = new Set(files.map(({ name }) => `https://example.org/news/data/v1/${name}`));
  expect(addresses.filter((address) => address.includes("/data/v1/") && !names.has(address))).toEqual([]);
  for (const kind of KIND_NAMES) {
    if (kind !== "article") expect(addresses).toContain(`https://example.org/news/data/v1/entries/${KINDS[kind].folder}.json`);
  }
});
