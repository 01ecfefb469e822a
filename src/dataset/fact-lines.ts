/** The facts of an entry as lines of Markdown: what all kinds share. */
import type { DossierNode } from "../graph/nodes.ts";

export type Fact = readonly [name: string, text: string];

export type LinkTo = (other: DossierNode, words?: string) => string;

export function listFacts(facts: readonly (readonly [string, string | null | undefined])[]): Fact[] {
  return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
}

/** escapeText("a *b*") → "a \\*b\\*": text that stays as it is in Markdown. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`);
}
