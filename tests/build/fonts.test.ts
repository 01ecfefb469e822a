/** The fonts of the built site: subsets of those in src/assets/fonts with all that its pages need. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { create, type Font } from "fontkitten";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { blankTemplates, readTags } from "../setup/html.ts";
import { readPages } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";

const { dir } = SITES["at the root"];
const WHOLE = "src/assets/fonts";

/** What our fonts do not have, and the reader's system draws: arrows, the sign of a key, Turkish letters; and the end of a line. */
const FROM_THE_SYSTEM = new Set("←→⌘ğı\n");

const faces = (await readdir(WHOLE)).filter((file) => file.endsWith(".woff2"));
const files = await listFiles(join(dir, "_astro"));
const used = charactersOf(await readPages(dir));

describe.each(faces)("%s", (face) => {
  test("is built once, under a name with a hash, without what no page has, and with all that a page has of it", async () => {
    const built = files.filter((file) => file.startsWith(face.replace("woff2", "")) && file.endsWith(".woff2"));
    expect(built).toHaveLength(1);
    const whole = new Set((await open(join(WHOLE, face))).characterSet);
    const subset = new Set((await open(join(dir, "_astro", built[0] ?? ""))).characterSet);
    expect(subset.size).toBeLessThan(whole.size);
    expect(namesOf([...used].filter((code) => whole.has(code) && !subset.has(code)))).toEqual([]);
  });
});

test("every character of a page is in the fonts of text and labels, or listed as one that the system draws", async () => {
  const [text, labels] = await Promise.all(["newsreader-text.woff2", "public-sans.woff2"].map((face) => open(join(WHOLE, face))));
  const drawn = new Set(text?.characterSet.filter((code) => labels?.hasGlyphForCodePoint(code)));
  expect(drawn.size).toBeGreaterThan(100);
  expect(namesOf([...used].filter((code) => !drawn.has(code) && !FROM_THE_SYSTEM.has(String.fromCodePoint(code))))).toEqual([]);
});

/** Code points in the texts of pages, and in what their attributes show. */
function charactersOf(pages: readonly { html: string }[]): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const { html } of pages) {
    for (const { name, text } of readTags(blankTemplates(html))) {
      if (name === "script" || name === "style") continue;
      for (const character of decode(text)) codes.add(character.codePointAt(0) ?? 0);
    }
  }
  return codes;
}

function decode(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
    String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}

async function open(file: string): Promise<Font> {
  const font = create(await readFile(file));
  if (font.isCollection) throw new Error(`${file} holds more than one font.`);
  return font;
}

function namesOf(codes: readonly number[]): string[] {
  return codes.map((code) => `U+${code.toString(16).padStart(4, "0")} ${String.fromCodePoint(code)}`);
}
