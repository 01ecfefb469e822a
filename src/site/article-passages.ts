/** The blocks of an article as passages: a paragraph with the notes of the claims that appear in it for the first time. */
import type { ClaimNode } from "../graph/nodes.ts";
import { noteId, type CountLink, type RenderedBlock } from "../site/render-body.ts";

export interface Passage {
  html: string;
  heading: boolean;
  /** `after` is the claim whose note comes before this one in the article. */
  notes: { claim: ClaimNode; id: string; after: ClaimNode | null }[];
  /** The numbers in it that the dossier computes. */
  counts: CountLink[];
}

/** A claim gets its note once, after the paragraph that first links it. */
export function articlePassages(blocks: readonly RenderedBlock[]): { passages: Passage[]; contents: { id: string; text: string }[] } {
  const noted = new Set<ClaimNode>();
  let last: ClaimNode | null = null;
  const passages = blocks.map((block) => {
    const fresh = block.claims.filter((claim) => !noted.has(claim));
    const notes = fresh.map((claim) => {
      noted.add(claim);
      const after = last;
      last = claim;
      return { claim, id: noteId(claim), after };
    });
    return { html: block.html, heading: block.heading !== null, notes, counts: block.counts };
  });
  const contents = blocks.flatMap(({ heading }) => (heading && heading.depth === 2 ? [{ id: heading.id, text: heading.text }] : []));
  return { passages, contents };
}
