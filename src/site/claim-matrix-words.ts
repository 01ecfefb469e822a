/** The matrix of claims in words: what it shows, how its rows and columns are chosen, and its lines and cells by name. */
import { disputedAmong, type ClaimMatrix, type ClaimPairs, type MatrixLine } from "../graph/claim-matrix.ts";
import type { ActorNode, ClaimNode } from "../graph/nodes.ts";
import { capitalize, countOf, countWord, listWords, plural } from "./words.ts";

/** More pairs than this with the highest number are not named. */
const MOST_NAMED = 2;

/** "42 speakers make 129 claims about 65 actors; most often Donald Trump about Gustavo Petro, five claims." */
export function matrixSentence({ asserters, subjects, pairs }: ClaimPairs): string {
  const claims = new Set(asserters.flatMap((party) => party.claims)).size;
  if (claims === 0) return "No claim is on file.";
  const named = subjects.filter(({ actor }) => actor !== null).length;
  const unnamed = subjects.find(({ actor }) => actor === null)?.claims.length ?? 0;
  const make = `${capitalize(countOf(asserters.length, "speaker"))} ${asserters.length === 1 ? "makes" : "make"} ${countOf(claims, "claim")}`;
  if (named === 0) return `${make}, with nobody named as the one whom ${claims === 1 ? "it is" : "they are"} about.`;
  const nobody = unnamed > 0 ? ` ${capitalize(countOf(unnamed, "claim"))} ${unnamed === 1 ? "names" : "name"} nobody.` : "";
  return `${make} about ${countOf(named, "actor")}${mostOften(pairs)}.${nobody}`;
}

/** How the lines are chosen, from what is drawn. */
export function matrixRule({ rows, columns }: ClaimMatrix): string {
  const drawn = (lines: readonly MatrixLine[]) => lines.filter(({ kind }) => kind === "actor").length;
  const others = (lines: readonly MatrixLine[]) => lines.some(({ kind }) => kind === "others");
  const rowWords = others(rows) ? `In rows, the ${countWord(drawn(rows))} who make most claims` : "In rows, everybody who makes a claim";
  const columnWords = others(columns)
    ? `in columns, the ${countWord(drawn(columns))} about whom most are made`
    : "in columns, everybody whom a claim is about";
  const rest = others(rows) || others(columns) ? " Among equals the name decides; all who are left stand together as others." : "";
  return `${rowWords}; ${columnWords}.${rest}`;
}

/** lineName({ kind: "others", actors: 32 }) → "32 others" */
export function lineName(line: MatrixLine): string {
  switch (line.kind) {
    case "actor":
      return line.actor.data.name;
    case "others":
      return `${line.actors} others`;
    case "nobody":
      return "No one named";
  }
}

/** A cell where it is heard alone: "5 claims by Donald Trump about Gustavo Petro, 3 contested". */
export function cellWords(row: MatrixLine, column: MatrixLine, claims: readonly ClaimNode[]): string {
  const about = column.kind === "nobody" ? "naming nobody" : `about ${lineName(column)}`;
  return [`${plural(claims.length, "claim")} by ${lineName(row)} ${about}`, disputedWords(claims)].filter(Boolean).join(", ");
}

/** Anchor of what one actor claims about another, or about nobody. Ids have no low line, so that no two pairs share one. */
export function pairAnchor(asserter: ActorNode, subject: ActorNode | null): string {
  return `${asserter.id}_${subject?.id ?? ""}`;
}

/** Anchor of all that one actor claims. */
export function asserterAnchor(asserter: ActorNode): string {
  return `by__${asserter.id}`;
}

/** Anchor of all that those claim who have no row of their own. */
export const OTHERS_ANCHOR = "by__";

/** Where the claims of a row are listed. */
export function lineAnchor(row: MatrixLine): string {
  return row.kind === "actor" ? asserterAnchor(row.actor) : OTHERS_ANCHOR;
}

/** Where the claims of a cell are listed: as near as the list has an anchor. */
export function cellAnchor(row: MatrixLine, column: MatrixLine): string {
  if (row.kind !== "actor" || column.kind === "others") return lineAnchor(row);
  return pairAnchor(row.actor, column.kind === "actor" ? column.actor : null);
}

/** "3 contested, 1 denied"; "" where none is. */
export function disputedWords(claims: readonly ClaimNode[]): string {
  return Object.entries(disputedAmong(claims))
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
    .join(", ");
}

function mostOften(pairs: ClaimPairs["pairs"]): string {
  const named = pairs.flatMap(({ asserter, subject, claims }) =>
    subject ? [{ words: `${asserter.data.name} about ${subject.data.name}`, count: claims.length }] : [],
  );
  const most = Math.max(...named.map(({ count }) => count));
  const first = named.filter(({ count }) => count === most);
  if (named.length === 1) return `: ${first[0]?.words ?? ""}`;
  if (most === 1 || first.length > MOST_NAMED) return "";
  return `; most often ${listWords(first.map(({ words }) => words))}, ${countOf(most, "claim")}${first.length > 1 ? " each" : ""}`;
}
