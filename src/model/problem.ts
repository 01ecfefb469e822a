/** A problem is a value: what is wrong, where, and what to do about it. Codes are permanent; see docs/errors.md. */

export interface CodeInfo {
  severity: "error" | "warning";
  /** One line for the table of codes. */
  summary: string;
}

export const CODES = {
  "unreadable-file": { severity: "error", summary: "A file is empty, too large, not UTF-8, or not named as an entry." },
  "bad-front-matter": { severity: "error", summary: "The front matter is missing or is not valid YAML." },
  "missing-field": { severity: "error", summary: "A required field is absent." },
  "unknown-field": { severity: "error", summary: "A field that this kind does not have." },
  "bad-value": { severity: "error", summary: "A field has a value of the wrong type or outside what is allowed." },
  "bad-date": { severity: "error", summary: "A date that is not EDTF of levels 0 or 1, or that does not exist." },
  "bad-url": { severity: "error", summary: "An address that is not http or https, or hides its host." },
  "long-quote": { severity: "error", summary: "A quotation of more than 8 words." },
  "bad-id": { severity: "error", summary: "An id that is not kebab-case ASCII." },
  "duplicate-id": { severity: "error", summary: "Two files publish under one id." },
  "duplicate-name": { severity: "error", summary: "Two actors share a name or an alias." },
  "duplicate-number": { severity: "error", summary: "Two claims share a number." },
  "duplicate-url": { severity: "error", summary: "Two sources are the same page." },
  "vanished-id": { severity: "error", summary: "An id published before is gone, without a redirect and without a page that says so." },
  "bad-registry": { severity: "error", summary: "A line of ids.lock is no id at its address." },
  "unknown-entry": { severity: "error", summary: "A field or a link names an entry that does not exist." },
  "unknown-part": { severity: "error", summary: "A link leads to a heading that the text does not have." },
  "claim-after-sources": { severity: "error", summary: "A claim is dated after every one of its sources was published." },
  "event-after-sources": {
    severity: "error",
    summary: "An event is dated after its sources were published, or a strike after the source of one of its records.",
  },
  "total-after-source": { severity: "error", summary: "A total counts up to a day after its source was published." },
  "out-of-order": { severity: "error", summary: "An announcement or a development is dated before what it follows." },
  "status-unsupported": { severity: "error", summary: "A claim's status lacks what that status demands." },
  "status-disputed": { severity: "error", summary: "A claim is asserted or corroborated, and a claim of another speaker disputes it." },
  "status-development-unmarked": { severity: "error", summary: "A status rests on a development that does not say so with `effect`." },
  "ends-before-start": { severity: "error", summary: "An interval ends before it starts." },
  cycle: { severity: "error", summary: "`supersedes` or `derivesFrom` goes round in a circle." },
  "count-mismatch": { severity: "error", summary: "A `count:` link states another number than the entries give." },
  "bad-count": { severity: "error", summary: "A `count:` link asks for something that cannot be counted." },
  "raw-html": { severity: "error", summary: "Raw HTML in a body." },
  "image-in-text": { severity: "error", summary: "An image in a body." },
  "page-heading": { severity: "error", summary: "A heading of the first level in a body." },
  "unsafe-link": { severity: "error", summary: "A link that is not to an entry and not to an http or https page." },
  "empty-link": { severity: "error", summary: "A link without words." },
  "link-title": { severity: "error", summary: "A link with a title." },
  "hidden-character": { severity: "error", summary: "A character that nobody sees: a control, a zero-width sign, a change of direction." },
  "long-line": { severity: "error", summary: "A line of more than 5,000 characters." },
  "forbidden-key": { severity: "error", summary: "A field named like a part of the programming language." },
  "excessive-markup": { severity: "error", summary: "A text with more markup than anybody writes." },
  "unlinked-paragraph": {
    severity: "error",
    summary: "A paragraph, a row of a table or code in an article links to no claim, event or source.",
  },
  "unlinked-sentence": { severity: "warning", summary: "A sentence of an article has no link." },
  "loaded-term": { severity: "warning", summary: "A word that belongs to one side stands in our own voice." },
  "bare-accusation": { severity: "warning", summary: "A paragraph gives an accusation against a person without its status or answer." },
  "long-quotation": { severity: "warning", summary: "A text quotes more than 8 words." },
  "after-record-end": { severity: "warning", summary: "An event after the last day of the record." },
  "lone-region": { severity: "warning", summary: "A region that one strike alone has is spelled much like that of others." },
  "unmarked-dead": { severity: "warning", summary: "A person is named in a strike without survivors, and not as reported killed." },
  "uncited-source": { severity: "warning", summary: "A source that nothing cites." },
  "unnamed-actor": { severity: "warning", summary: "An actor that no claim, event or other entry names." },
  "single-source": { severity: "warning", summary: "A claim that rests on one source." },
  "unreconciled-total": { severity: "error", summary: "A published total differs from the ledger and nobody explained why." },
  "gap-mismatch": { severity: "error", summary: "The strikes that a total names in `gap` do not account for the gap." },
  "unexplained-mismatch": { severity: "error", summary: "What a total gives as unexplained is not what is left of the gap." },
  "stale-explanation": { severity: "warning", summary: "A total explains a gap to the ledger that is not there." },
  "one-sided-contest": { severity: "warning", summary: "A contested claim whose other side has no claim of its own." },
  "unused-waiver": { severity: "warning", summary: "A waiver of a warning that the entry does not have." },
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

/** The codes that an entry may waive with a reason: what is a judgement, not what is wrong. */
export const WARNING_CODES = (Object.keys(CODES) as Code[]).filter((code) => CODES[code].severity === "warning");

/** Where in a file: a path into the front matter, or a position in the text. */
export type Place = { path: readonly (string | number)[]; at?: "key" | "value" } | { line: number; column: number } | undefined;

export interface FoundProblem {
  code: Code;
  /** File relative to the content folder, e.g. "claims/trump-petro-drug-leader.md". */
  file: string;
  place?: Place;
  /** What is there, as written. */
  message: string;
  /** What was expected and what to do, with a value to paste where there is one. */
  advice: string;
  /** The words that a warning is about, for waivers that name them: “regime”. */
  about?: string;
}

export interface Problem {
  code: Code;
  severity: "error" | "warning";
  file: string;
  line: number;
  column: number;
  message: string;
  advice: string;
}
