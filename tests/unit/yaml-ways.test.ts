/** Front matter is read by a quick parser or by a thorough one: no text may mean one thing to the one and another to the other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { parseYaml } from "../../src/load/entry-file.ts";
import { readContent } from "../../src/load/read-content.ts";

const fronts = readContent("content").files.map(({ text }) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "");
const PIECES = ["a", "b: ", "a: b\n", "- ", "-", "  ", "\n", "[", "]", "{", "}", ", ", '"', "'", "|", ">", "\n  ", "#", " # c", "&x ", "*x", "!!str ", "!", "?", ": ", ":", "~", "null", "true", "yes", "1", "0o7", "0x1f", "0b1", "1_000", "1e3", ".5", ".inf", "-1", "+1", "2025-10-19", "2025-10", "1:30", "<<", "%", "\t", "…", "é", "\\", "\\n", "\\u202e", "\r\n", "\u2028", "=", "`", "@", "__proto__"]; // prettier-ignore

/** What the thorough parser makes of a text; null when it refuses it. */
function thoroughly(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false, logLevel: "silent" });
  if (document.errors.length + document.warnings.length > 0) return null;
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    return null; // an alias
  }
}

function expectOneMeaning(text: string): void {
  const { data, faults } = parseYaml(text);
  expect(faults.length === 0, JSON.stringify(text)).toBe(data !== null);
  if (data) expect(data, JSON.stringify(text)).toEqual(thoroughly(text));
}

test("over everything that is published", () => {
  for (const front of fronts) expectOneMeaning(front);
});

test("over published front matter with anything in it", () => {
  const inserted = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...fronts), fc.nat(), fc.nat(4), inserted, (front, at, cut, pieces) => {
      const place = at % (front.length + 1);
      expectOneMeaning(front.slice(0, place) + pieces.join("") + front.slice(place + cut));
    }),
    { numRuns: 4000, seed: 20251019 },
  );
});

test("over fragments of YAML of every sort", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }), (pieces) => expectOneMeaning(`k: v\n${pieces.join("")}`)),
    {
      numRuns: 6000,
      seed: 20251019,
    },
  );
});
