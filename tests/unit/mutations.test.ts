/**
 * Valid content, mutated thousands of times: whatever an editor does to a file, the check neither crashes nor lets pass what the
 * schemas refuse, and it names the right file. MUTATIONS=50000 runs longer; a failure prints the seed and the smallest case.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { checkContent, type CheckResult } from "../../src/check/check-content.ts";
import { readContent, toText, type Content, type ContentFile } from "../../src/load/read-content.ts";
import { KINDS } from "../../src/model/kinds.ts";
import { CODES } from "../../src/model/problem.ts";
import { createRenderer } from "../../src/site/render-body.ts";
import { createUrls } from "../../src/site/urls.ts";
import { allNodes } from "../../src/graph/nodes.ts";
import { contentOf } from "./builders.ts";
import { MINIMAL } from "./minimal-dossier.ts";

const RUNS = Number(process.env["MUTATIONS"] ?? 2000);
const HANG_MS = 10_000; // against a hang: the whole minimal dossier is checked in a few milliseconds

/** Front matter of the kinds and lengths that we publish, to be put in the place of an entry of the minimal dossier. */
const published = readContent("content").files.filter((_, i) => i % 97 === 0);
const valid = contentOf({ ...MINIMAL, "terms.yaml": readFileSync("content/terms.yaml", "utf8") });
const paths = valid.files.map(({ file }) => file);

type Data = Record<string, unknown>;
interface Mutation {
  name: string;
  apply: (content: Content, file: ContentFile, random: Random) => Content;
}
interface Random {
  below: (limit: number) => number;
  text: string;
}

const JUNK: readonly unknown[] = [null, true, 0, -1, 1.5, "", " ", "x".repeat(300), [], {}, [[]], { a: 1 }, "2031-02-30", "2031-13", "13.1.2031", "../claims/x.md", "javascript:x", "__proto__", "\u202e"]; // prettier-ignore
const SNIPPETS = ["\t", ": ", "- ", "[", "]", "{", "}", '"', "'", "|", ">", "#", "&a ", "*a", "!!js/function ", "---\n", "...\n", "<<: ", "%", "\n\n", "\r", "<b onclick=x>", "<script>", "![x](y)", "[x](javascript:y)", "[2](count:killed)", "[y](count:x)", "[z](../claims/nobody.md)", "“one two three four five six seven eight nine”", "\0", "\u200b", "’", "é"]; // prettier-ignore

const mutations: readonly Mutation[] = [
  { name: "drop a key", apply: onData((parent, key) => void delete parent[key]) },
  { name: "swap a type", apply: onData((parent, key, random) => void (parent[key] = pick(JUNK, random))) },
  { name: "wrap a value in a list", apply: onData((parent, key) => void (parent[key] = [parent[key]])) },
  { name: "rename a key", apply: onData((parent, key) => ((parent[`${key}x`] = parent[key]), void delete parent[key])) },
  {
    name: "break a date or an id",
    apply: onData((parent, key, random) => {
      if (typeof parent[key] === "string") parent[key] = spliced(parent[key], random, pick(["", "9", "-", "x", "A", " "], random));
    }),
  },
  { name: "delete a file", apply: (content, { file }) => ({ ...content, files: content.files.filter((other) => other.file !== file) }) },
  {
    name: "copy a file under another name",
    apply: (content, file, random) => {
      const id = pick([file.id.toUpperCase(), `${file.id}-2`, `${file.id} copy`, "con", "é", "a".repeat(300)], random);
      return { ...content, files: [...content.files, { ...file, id, file: file.file.replace(file.id, id) }] };
    },
  },
  { name: "inject a snippet", apply: onText((text, random) => spliced(text, random, pick(SNIPPETS, random))) },
  {
    name: "inject a snippet thousands of times",
    apply: (content, file, random) => {
      const snippet = pick(
        [...SNIPPETS, "a", "a ", "[a](b) ", "**", "_a", "> ", "a\n", "x: 1\n", "- - ", "“ ", "The regime fell. ", "`", "<!--", "|a|\n"],
        random,
      );
      const bytes = Buffer.from(spliced(file.text, random, snippet.repeat(pick([60, 600, 6000, 60_000], random))));
      return replace(
        content,
        file,
        toText(file.file, bytes.length, () => bytes),
      );
    },
  },
  { name: "inject text", apply: onText((text, random) => spliced(text, random, random.text)) },
  { name: "cut a file off", apply: onText((text, random) => text.slice(0, random.below(text.length))) },
  { name: "take another entry's text", apply: onText((_, random) => pick(published, random).text) },
  { name: "repeat a line", apply: onText((text, random) => repeatLine(text, random)) },
  {
    name: "inject bytes",
    apply: (content, file, random) => {
      const bytes = Buffer.from(file.text);
      const at = random.below(bytes.length);
      const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256), random.below(256)]), bytes.subarray(at)]);
      return replace(
        content,
        file,
        toText(file.file, broken.length, () => broken),
      );
    },
  },
];

test(`${RUNS} mutations: no crash, nothing refused passes, the right file is named`, { timeout: 3_600_000 }, () => {
  const tally = new Map<string, number>(); // e.g. "drop a key" → 160
  let refused = 0;
  let rendered = 0;
  const step = fc.record({
    mutation: fc.nat(mutations.length - 1),
    file: fc.nat(paths.length - 1),
    picks: fc.infiniteStream(fc.nat()),
    text: fc.string({ unit: "binary", maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      let content = valid;
      for (const { mutation, file, picks, text } of steps) {
        const { name, apply } = mutations[mutation] as Mutation; // within the list
        const target = content.files.find((entry) => entry.file === paths[file]);
        if (!target) continue; // an earlier step deleted it
        tally.set(name, (tally.get(name) ?? 0) + 1);
        content = apply(content, target, { below: (limit) => Number(picks.next().value ?? 0) % Math.max(1, limit), text });
      }
      const start = performance.now();
      const result = checkContent(content);
      expect(performance.now() - start).toBeLessThan(HANG_MS);
      expectSound(content, result);
      expect(
        checkContent({ ...content, files: [...content.files].reverse() })
          .problems.map(identity)
          .sort(),
      ).toEqual(result.problems.map(identity).sort());
      if (result.errors > 0) return void refused++;
      rendered++;
      const renderer = createRenderer(result.dossier, createUrls({ base: "/", site: "https://soundings.example" }));
      for (const node of allNodes(result.dossier))
        expect(renderer.html(node.body)).not.toMatch(/<script|\son\w+=|(?:href|src)="(?:javascript|data):/i);
    }),
    { numRuns: RUNS, seed: Number(process.env["SEED"] ?? 20310304), endOnFailure: false },
  );
  expect([...tally.keys()].sort()).toEqual(mutations.map(({ name }) => name).sort());
  expect(refused).toBeGreaterThan(RUNS / 3);
  expect(rendered).toBeGreaterThan(RUNS / 50);
  if (process.env["MUTATIONS"])
    console.log({ runs: RUNS, mutations: [...tally.values()].reduce((a, b) => a + b, 0), refused, rendered, tally });
});

/** What has to hold whatever the input was. */
function expectSound(content: Content, { problems }: CheckResult): void {
  const texts = new Map(content.files.map(({ file, text }) => [file, text]));
  for (const { file, line, column, code, severity, message, advice } of problems) {
    expect(severity).toBe(CODES[code].severity);
    expect(message.length).toBeGreaterThan(5);
    expect(advice.length).toBeGreaterThan(5);
    const text = file === "site.yaml" ? (content.site ?? "") : texts.get(file);
    expect(text, `${code} names ${file}`).toBeDefined();
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual((text ?? "").split(/\r\n?|\n/).length);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  const wrong = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  for (const file of content.files)
    if (isRefused(file)) expect(wrong, `${file.file} is refused by its schema and nothing says so:\n${file.text}`).toContain(file.file);
  // What names an entry that is not there is told where it is named.
  // (A file whose name is that path in capitals has a fault of its own, and its namers are right.)
  const there = new Set([...texts.keys()].map((path) => path.toLowerCase()));
  for (const gone of paths.filter((path) => !there.has(path))) {
    const namers = content.files.filter(({ text, fault }) => !fault && text.includes(`../${gone})`));
    for (const { file } of namers) expect(wrong, `${file} links to ${gone}, which is gone`).toContain(file);
  }
}

/** Whether the thorough parser or the schema refuses a file: by another way than the check's own. */
function isRefused({ kind, id, text, fault }: ContentFile): boolean {
  if (fault || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return true;
  const front = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  if (front === undefined) return true;
  try {
    const document = parseDocument(front, { prettyErrors: false });
    return document.errors.length > 0 || !KINDS[kind].schema.safeParse(document.toJS({ maxAliasCount: 0 })).success;
  } catch {
    return true; // an alias, or nested deeper than the parser's stack holds
  }
}

function onData(change: (parent: Data, key: string, random: Random) => void): Mutation["apply"] {
  return (content, file, random) => {
    const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.text) ?? [];
    const data = readData(front);
    const places = listPlaces(data);
    if (places.length === 0) return content;
    const { parent, key } = pick(places, random);
    change(parent, key, random);
    return replace(content, file, { text: `---\n${stringify(data)}---\n${body}`, fault: null });
  };
}

function readData(front: string): unknown {
  try {
    const document = parseDocument(front, { prettyErrors: false });
    return document.errors.length > 0 ? null : document.toJS();
  } catch {
    return null; // nested deeper than the parser's stack holds
  }
}

/** Every key of the data with the object or list that has it. */
function listPlaces(value: unknown): { parent: Data; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Data; // a list has its positions as keys
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...listPlaces(parent[key])]);
}

function onText(change: (text: string, random: Random) => string): Mutation["apply"] {
  return (content, file, random) => replace(content, file, { text: change(file.text, random), fault: null });
}

function replace(content: Content, file: ContentFile, read: Pick<ContentFile, "text" | "fault">): Content {
  return { ...content, files: content.files.map((other) => (other.file === file.file ? { ...file, ...read } : other)) };
}

function spliced(text: string, random: Random, inserted: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + random.below(3));
}

function repeatLine(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  return [...lines.slice(0, at + 1), ...lines.slice(at)].join("\n");
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)] as T; // below() stays inside the list
}

function identity(problem: CheckResult["problems"][number]): string {
  return JSON.stringify(problem);
}
