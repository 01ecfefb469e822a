/** How much of a text says where it comes from: the share of its sentences that carry a link. */
import type { Body } from "../markdown/parse-body.ts";

export interface Provenance {
  /** Sentences of its paragraphs; cells of tables make no statement by themselves. */
  sentences: number;
  linked: number;
  /** Sentences without a link, in order. */
  unlinked: string[];
}

export function provenanceOf(body: Pick<Body, "paragraphs">): Provenance {
  const sentences = body.paragraphs.filter(({ isCell }) => !isCell).flatMap((paragraph) => paragraph.sentences);
  const unlinked = sentences.filter(({ linked }) => !linked).map(({ text }) => text.trim());
  return { sentences: sentences.length, linked: sentences.length - unlinked.length, unlinked };
}

/** The share in whole per cent, rounded down, so that 100 means every one; null for a text without sentences. */
export function linkedShare({ sentences, linked }: Provenance): number | null {
  return sentences === 0 ? null : Math.floor((100 * linked) / sentences);
}
