/** Small pieces of Markdown as a code host renders it, with everything that comes from the content made harmless. */

/** Rows of a table or items of a list beyond this are counted, not shown: a pull request has an end. */
const MAX_ROWS = 20;

/**
 * Text of the content inside a line or a cell: escapeText("a | <b>\n c") → "a \| &lt;b&gt; c".
 * A name after @ would call somebody, and a number after # would link an issue: an empty comment keeps them apart.
 */
export function escapeText(text: string): string {
  return escapeMarks(onOneLine(text));
}

/** The same for a message of the check, whose values stand between backticks: they become code. */
export function escapeMessage(text: string): string {
  const parts = onOneLine(text).split("`");
  const isPaired = parts.length % 2 === 1 && parts.every((part, i) => i % 2 === 0 || part.trim() !== "");
  return isPaired ? parts.map((part, i) => (i % 2 === 0 ? escapeMarks(part) : code(part))).join("") : escapeText(text);
}

function escapeMarks(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    .replace(/([@#])(?=\w)/g, "$1<!-- -->");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * code("content/claims/a.md") → "`content/claims/a.md`". A code span has no escapes: a longer fence lets backticks in, and
 * with a pipe, which would end the cell of a table, it takes an element.
 */
export function code(text: string): string {
  const plain = onOneLine(text);
  if (plain.includes("|")) return `<code>${escapeMarks(plain)}</code>`;
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}

/** A table of cells that are Markdown already; rows beyond the most are counted: “and 14 more”. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], most = MAX_ROWS): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const shown = rows.length > most + 1 ? rows.slice(0, most) : rows; // one more row is as short as the line that counts it
  const lines = [line(head), line(head.map(() => "---")), ...shown.map(line)].join("\n");
  return rows.length > shown.length ? `${lines}\n\n… and ${rows.length - shown.length} more.` : lines;
}

/** inline(["`a`", "`b`", "`c`"], 2) → "`a`, `b` and 1 more" */
export function inline(items: readonly string[], most = MAX_ROWS): string {
  if (items.length <= most + 1) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** A heading and what stands under it; nothing where nothing does. */
export function section(heading: string, ...parts: readonly (string | null)[]): string | null {
  const given = parts.filter((part) => part !== null && part !== "");
  return given.length === 0 ? null : [`## ${heading}`, ...given].join("\n\n");
}

/** arrow({ before: "187–202", after: "189–204" }) → "187–202 → 189–204"; what did not move stands alone. */
export function arrow({ before, after }: { before: string; after: string }): string {
  return before === after ? after : `${before} → ${after}`;
}
