/** The exchange around a claim in few words: the rows of its drawing, what the drawing shows, and that there is none. */
import { hasSides, type Exchange } from "../graph/exchange.ts";
import type { ClaimNode, LinkedDevelopment } from "../graph/nodes.ts";
import type { ClaimRelation } from "../model/claim.ts";
import { isInexact } from "../model/dates.ts";
import type { ExchangeRow } from "../timeline/exchange-chart.ts";
import { claimNumber } from "./claim-words.ts";
import { listWords } from "./words.ts";

const EFFECTS = { confirms: "Later: confirmed", disputes: "Later: disputed", denies: "Later: denied", supersedes: "Later: overtaken" };
const VERBS: Record<ClaimRelation, [here: string, there: string]> = {
  disputes: ["disputes", "disputes"],
  "responds-to": ["responds to", "answers"],
  supports: ["supports", "supports"],
  qualifies: ["qualifies", "qualifies"],
  supersedes: ["supersedes", "supersedes"],
};

/** With fewer than this, the text says it all. */
const WORTH_DRAWING = 2;

/** A row for everything that bears on the claim or that it bears on; none where there is too little for a drawing. */
export function exchangeRows(claim: ClaimNode, exchange: Exchange): ExchangeRow[] {
  const { supporting, confirming, disputing, contradicting, disputed, replacing, before, after } = exchange;
  const isMutual = (other: ClaimNode) => claim.relations.some((link) => link.claim === other && link.type === "disputes" && !link.inverse);
  const beside = [...before, ...after];
  const rows = [
    ...supporting.map((other) => rowOf(other, "supports", true, "for")),
    ...(after.find(({ type }) => type === "supports")?.claims ?? []).map((other) => rowOf(other, "supports", false, "for")),
    ...confirming.map((development) => rowOfDevelopment(development, "for")),
    ...disputing.map((other) =>
      isMutual(other)
        ? { ...rowOf(other, "disputes", true, "against"), label: `Dispute with ${nameOf(other)}`, arrow: "both" as const }
        : rowOf(other, "disputes", true, "against"),
    ),
    ...disputed.map((other) => rowOf(other, "disputes", false, "against")),
    ...contradicting.map((development) => rowOfDevelopment(development, "against")),
    ...beside
      .filter(({ type }) => type !== "supports")
      .flatMap(({ type, inverse, claims }) => claims.map((other) => rowOf(other, type, inverse, "beside"))),
    ...replacing.map((development) => rowOfDevelopment(development, "beside")),
  ];
  return rows.length < WORTH_DRAWING ? [] : rows;
}

/** What the drawing shows and how it is read. */
export function drawingWords(claim: ClaimNode, rows: readonly ExchangeRow[]): string {
  const has = (side: ExchangeRow["side"]) => rows.some((row) => row.side === side);
  const name = claimNumber(claim) ?? "the claim";
  const below = [
    has("against") ? "what it disputes or is disputed by (diamonds, dashed lines)" : "",
    has("beside") ? `${has("against") ? "all other ties" : "what else is tied to it"} (triangles, dotted lines)` : "",
  ].filter(Boolean);
  return [
    `The exchange in time, by the day of each claim. The ${isInexact(claim.date) ? "open rectangle" : "square"} is ${name}.`,
    has("for") ? "Above it: what it supports or is supported by (circles, solid lines)." : "",
    below.length > 0 ? `Below it: ${listWords(below)}.` : "",
    "Each arrow runs to the claim that it bears on.",
    [claim, ...rows].some(({ date }) => isInexact(date)) ? "An open bar covers the days that a date may mean." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What is said where nobody takes a side on the claim. */
export function noSidesWords(exchange: Exchange): string | null {
  if (hasSides(exchange)) return null;
  const isAlone = exchange.before.length + exchange.after.length + exchange.replacing.length === 0;
  return isAlone
    ? "No other claim on file answers, supports, qualifies or disputes it, and no later development takes a side on it."
    : "No claim and no later development on file supports or disputes it.";
}

function rowOf(other: ClaimNode, type: ClaimRelation, inverse: boolean, side: ExchangeRow["side"]): ExchangeRow {
  const [here, there] = VERBS[type];
  return {
    label: inverse ? `${nameOf(other)} ${there} it` : `It ${here} ${nameOf(other)}`,
    date: other.date,
    side,
    arrow: inverse ? "here" : "there",
  };
}

function rowOfDevelopment({ date, effect }: LinkedDevelopment, side: ExchangeRow["side"]): ExchangeRow {
  return { label: effect ? EFFECTS[effect] : "Later", date, side, arrow: "here" };
}

function nameOf(claim: ClaimNode): string {
  return claimNumber(claim) ?? "a claim";
}
