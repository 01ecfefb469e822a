/** What is refused because of what it could do, not of what it says: signs that nobody sees, lines and markup beyond all measure. */
import type { EntryFile } from "../load/entry-file.ts";
import { MAX_LINE } from "../load/read-content.ts";
import { findExcess } from "../markdown/body-limits.ts";
import type { Body } from "../markdown/parse-body.ts";
import type { FoundProblem } from "../model/problem.ts";

/**
 * Signs without a shape of their own: controls other than tab and line end, a carriage return that ends no line with a line feed, line
 * and paragraph separators, what Unicode itself calls format, ignorable or no character at all (soft hyphens, joiners, changes of
 * direction, fillers, variation selectors, tags), halves of a character, an empty Braille cell, and signs for what was lost.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\ufffd]/u;

const NAMES: Record<string, string> = {
  "\u0000": "null",
  "\r": "carriage return without a line feed",
  "\u001b": "escape",
  "\u00ad": "soft hyphen",
  "\u061c": "Arabic letter mark",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u200e": "left-to-right mark",
  "\u200f": "right-to-left mark",
  "\u2028": "line separator",
  "\u2029": "paragraph separator",
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202c": "end of a direction",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2060": "word joiner",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
  "\u2069": "end of an isolate",
  "\u2800": "empty Braille cell",
  "\ufeff": "zero-width no-break space",
  "\ufffd": "replacement character: something was lost when the file was saved",
};

/** Names that every object has in the language this site is built with. */
export const FORBIDDEN_KEYS = ["__proto__", "constructor", "prototype"];

type Found = Omit<FoundProblem, "file">;

/** Faults of the text of a whole file, front matter included; at most one of each kind on a line. */
export function textFaults(text: string): Found[] {
  const hasHidden = HIDDEN.test(text);
  if (!hasHidden && text.length <= MAX_LINE) return [];
  return text.split("\n").flatMap((content, i): Found[] => {
    const found: Found[] = [];
    const hidden = hasHidden ? HIDDEN.exec(content.replace(/\r$/, "")) : null;
    if (hidden) found.push({ ...hiddenFault("The line", hidden[0]), place: { line: i + 1, column: hidden.index + 1 } });
    if (content.length > MAX_LINE) {
      found.push({
        code: "long-line",
        place: { line: i + 1, column: MAX_LINE + 1 },
        message: `The line has ${content.length.toLocaleString("en")} characters.`,
        advice: `A line has at most ${MAX_LINE.toLocaleString("en")}: break the text into paragraphs.`,
      });
    }
    return found;
  });
}

/** Faults of parsed fields that the text does not show: signs written as escapes ("\u202e"), and names that belong to the language. */
export function fieldFaults({ data }: Pick<EntryFile, "data">, text: string): Found[] {
  const isSuspect = /\\[abefnrtvxuUNLP_0]/.test(text) || FORBIDDEN_KEYS.some((key) => text.includes(key));
  return data && isSuspect ? walkFields(data, []) : [];
}

function walkFields(value: unknown, path: readonly (string | number)[]): Found[] {
  if (typeof value === "string") {
    const hidden = HIDDEN.exec(value.replace(/[\t\n\r]/g, " "));
    return hidden ? [{ ...hiddenFault("The field", hidden[0]), place: { path } }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => walkFields(item, [...path, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): Found[] => {
    if (!FORBIDDEN_KEYS.includes(key)) return walkFields(item, [...path, key]);
    return [
      {
        code: "forbidden-key",
        place: { path: [...path, key], at: "key" },
        message: `\`${key}\` is a name that belongs to the programming language, and no field has it.`,
        advice: "Delete the field.",
      },
    ];
  });
}

function hiddenFault(where: string, sign: string): Pick<Found, "code" | "message" | "advice"> {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const name = NAMES[sign];
  return {
    code: "hidden-character",
    message: `${where} has a character that nobody sees: ${code}${name ? ` (${name})` : ""}.`,
    advice: "Delete it: type the words around it anew, or paste them through a plain-text editor.",
  };
}

/** Signs that nobody sees, written as entities of Markdown: `&#x202e;`, `&zwj;`. The text of the file does not show them. */
export function entityFaults(
  { paragraphs, headings, links, codes }: Pick<Body, "paragraphs" | "headings" | "links" | "codes">,
  text: string,
): Found[] {
  if (!text.includes("&")) return [];
  const inWords = [...paragraphs, ...headings].flatMap(({ text: words, positionAt }): Found[] => {
    const hidden = HIDDEN.exec(words.replace(/[\t\n\r]/g, " "));
    return hidden ? [{ ...hiddenFault("The text", hidden[0]), place: positionAt(hidden.index) }] : [];
  });
  const inLinks = links.flatMap(({ url, line, column }): Found[] => {
    const hidden = HIDDEN.exec(url);
    return hidden ? [{ ...hiddenFault("The address of the link", hidden[0]), place: { line, column } }] : [];
  });
  const inInfo = codes.flatMap(({ info, line, column }): Found[] => {
    const hidden = HIDDEN.exec(info);
    return hidden ? [{ ...hiddenFault("The line of the code’s language", hidden[0]), place: { line, column } }] : [];
  });
  return [...inWords, ...inLinks, ...inInfo];
}

/** A text with more markup than the parser can read in good time; null for all that people write. */
export function markupFault(text: string): Found | null {
  const excess = findExcess(text);
  if (!excess) return null;
  const before = text.slice(0, excess.offset).split("\n");
  return {
    code: "excessive-markup",
    place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    message: `${excess.message}.`,
    advice: "Write the text in plain paragraphs, or split the entry.",
  };
}

/** Texts that a reader meets only with a mouse, and that are neither checked as our words nor said by most screen readers. */
export function titleFaults({ titles }: Pick<Body, "titles">): Found[] {
  return titles.map(({ title, line, column }) => ({
    code: "link-title",
    place: { line, column },
    message: `The link has a title: “${shorten(title)}”.`,
    advice: "Leave the title out, and say in the text what it says.",
  }));
}

/** Links that would run something, read a file or hide where they lead, and links that nobody could see. */
export function linkFaults({ links }: Pick<Body, "links">): Found[] {
  return links.flatMap(({ target, url, text, line, column }): Found[] => {
    if (text.trim() === "") {
      return [
        {
          code: "empty-link",
          place: { line, column },
          message: `The link to \`${shorten(url)}\` has no words.`,
          advice: "Write between the brackets what the link is about, or delete it.",
        },
      ];
    }
    if (target.type !== "unsafe") return [];
    return [
      {
        code: "unsafe-link",
        place: { line, column },
        message: `The text links to \`${shorten(url)}\`, ${target.why}.`,
        advice: "Link to an entry by its file, ../claims/some-id.md, or to a page by its https address.",
      },
    ];
  });
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
