/** Who claims what about whom: the claims of every pair of speaker and subject, and the choice of them that a drawing has room for. */
import { compareText } from "../model/dates.ts";
import type { ActorNode, ClaimNode } from "./nodes.ts";

/** The claims that one actor makes about another, or about itself. */
export interface ClaimPair {
  asserter: ActorNode;
  /** null: the claims name nobody. */
  subject: ActorNode | null;
  claims: ClaimNode[];
}

/** An actor with the claims it makes, or with those about it; each claim once. */
export interface ClaimParty {
  actor: ActorNode | null;
  claims: ClaimNode[];
}

export interface ClaimPairs {
  /** Those with most claims first, then by name; who is nobody comes last. */
  asserters: (ClaimParty & { actor: ActorNode })[];
  subjects: ClaimParty[];
  /** In the order of the asserters, then by number of claims, then by the subject's name. */
  pairs: ClaimPair[];
}

/** A row or a column: one actor, all that are not drawn by themselves, or nobody. */
export type MatrixLine = ({ kind: "actor"; actor: ActorNode } | { kind: "others"; actors: number } | { kind: "nobody" }) & {
  /** The claims of the line, each once. */
  claims: ClaimNode[];
};

export interface ClaimMatrix {
  rows: MatrixLine[];
  columns: MatrixLine[];
  /** Row by row, the claims of each cell, each once; empty where there is none. */
  cells: ClaimNode[][][];
}

/** A claim about several actors is in the pair of each. */
export function claimPairs(claims: readonly ClaimNode[]): ClaimPairs {
  const asserters = partiesOf(claims, (claim) => [claim.assertedBy]).flatMap(({ actor, claims: made }) =>
    actor ? [{ actor, claims: made }] : [],
  );
  return {
    asserters,
    subjects: partiesOf(claims, subjectsOf),
    pairs: asserters.flatMap(({ actor: asserter, claims: made }) =>
      partiesOf(made, subjectsOf).map(({ actor: subject, claims: both }) => ({ asserter, subject, claims: both })),
    ),
  };
}

/** The first `rows` speakers and `columns` subjects in lines of their own, the rest gathered; nobody is a column of its own. */
export function chooseMatrix({ asserters, subjects }: ClaimPairs, most: { rows: number; columns: number }): ClaimMatrix {
  const rows = linesOf(asserters, most.rows);
  const columns = linesOf(subjects, most.columns);
  return {
    rows,
    columns,
    cells: rows.map((row) =>
      columns.map((column) => {
        const inColumn = new Set(column.claims);
        return row.claims.filter((claim) => inColumn.has(claim));
      }),
    ),
  };
}

/** How many of the claims another party disputes, or the party that they are about denies. */
export function disputedAmong(claims: readonly ClaimNode[]): { contested: number; denied: number } {
  const count = (status: string) => claims.filter(({ data }) => data.status === status).length;
  return { contested: count("contested"), denied: count("denied") };
}

function subjectsOf(claim: ClaimNode): (ActorNode | null)[] {
  return claim.about.length > 0 ? [...new Set(claim.about)] : [null];
}

function partiesOf(claims: readonly ClaimNode[], partiesIn: (claim: ClaimNode) => (ActorNode | null)[]): ClaimParty[] {
  const parties = new Map<ActorNode | null, ClaimNode[]>();
  for (const claim of claims) for (const actor of partiesIn(claim)) parties.set(actor, [...(parties.get(actor) ?? []), claim]);
  return [...parties].map(([actor, its]) => ({ actor, claims: its })).sort(byCount);
}

function byCount(a: ClaimParty, b: ClaimParty): number {
  if (!a.actor || !b.actor) return Number(!a.actor) - Number(!b.actor);
  return b.claims.length - a.claims.length || compareText(a.actor.data.name, b.actor.data.name) || compareText(a.actor.id, b.actor.id);
}

function linesOf(parties: readonly ClaimParty[], most: number): MatrixLine[] {
  const named = parties.flatMap(({ actor, claims }): MatrixLine[] => (actor ? [{ kind: "actor", actor, claims }] : []));
  const nobody = parties.flatMap(({ actor, claims }): MatrixLine[] => (actor ? [] : [{ kind: "nobody", claims }]));
  // A line for all others takes as much room as the one actor whom it would hold.
  const drawn = named.length <= most + 1 ? named : named.slice(0, most);
  const rest = named.slice(drawn.length);
  const others: MatrixLine[] =
    rest.length > 0 ? [{ kind: "others", actors: rest.length, claims: [...new Set(rest.flatMap(({ claims }) => claims))] }] : [];
  return [...drawn, ...others, ...nobody];
}
