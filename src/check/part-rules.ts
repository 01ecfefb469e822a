/** Links to a part of a text, `#the-toll` or `../articles/some-id.md#the-toll`: the part has to be a heading there. */
import type { Element, Root } from "hast";
import { h } from "hastscript";
import rehypeSlug from "rehype-slug";
import { findNode } from "../graph/node-index.ts";
import { allNodes, type Dossier, type DossierNode } from "../graph/nodes.ts";
import type { Body } from "../markdown/parse-body.ts";
import { didYouMean } from "../model/nearest.ts";
import type { FoundProblem } from "../model/problem.ts";

export function checkParts(dossier: Dossier): FoundProblem[] {
  const known = new Map<DossierNode, Set<string>>();
  const partsOf = (node: DossierNode) => {
    const parts = known.get(node) ?? new Set(headingIds(node.body));
    known.set(node, parts);
    return parts;
  };
  return allNodes(dossier).flatMap((from) =>
    from.body.links.flatMap(({ target, url, line, column }): FoundProblem[] => {
      if ((target.type !== "entry" && target.type !== "fragment") || target.hash === "") return [];
      const to = target.type === "entry" ? findNode(dossier, target.kind, target.id) : from;
      if (!to) return []; // another rule reports it
      const parts = partsOf(to);
      const part = decode(target.hash.slice(1));
      if (parts.has(part)) return [];
      const where = to === from ? "this text" : to.file;
      const advice =
        parts.size === 0
          ? `Leave the part out: ${where} has no heading.`
          : `${didYouMean(part, [...parts])} Write the words of the heading in small letters with hyphens, or leave the part out.`.trim();
      return [
        {
          code: "unknown-part",
          file: from.file,
          place: { line, column },
          message: `The text links to \`${url}\`, and no heading of ${where} has the address \`#${part}\`.`,
          advice,
        },
      ];
    }),
  );
}

/** The addresses that the pages give to the headings of a body, by the same plugin. */
function headingIds({ headings }: Pick<Body, "headings">): string[] {
  const root: Root = { type: "root", children: headings.map(({ depth, text }) => h(`h${depth}`, text)) };
  rehypeSlug()(root);
  return (root.children as Element[]).map(({ properties }) => String(properties["id"])); // made just above
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign
  }
}
