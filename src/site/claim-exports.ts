/** Tables of the claims: who makes how many about whom, and how one bears on another. */
import { claimPairs } from "../graph/claim-matrix.ts";
import type { ClaimNode, Dossier } from "../graph/nodes.ts";
import { STATUSES } from "../model/claim.ts";
import { toCsv, type Row } from "./csv.ts";

/** charts/claims-about.csv: one row for each pair of speaker and subject, in the order of the matrix. */
export function claimsAboutCsv(dossier: Dossier): string {
  return toCsv(
    claimPairs(dossier.claims).pairs.map(({ asserter, subject, claims }): Row => ({
      asserted_by: asserter.id,
      asserted_by_name: asserter.data.name,
      about: subject?.id ?? "",
      about_name: subject?.data.name ?? "",
      claims: claims.length,
      ...Object.fromEntries(STATUSES.map((status) => [status, claims.filter(({ data }) => data.status === status).length])),
      claim_ids: claims.map(({ id }) => id).join(" "),
    })),
    CLAIMS_ABOUT_COLUMNS,
  );
}

/** charts/claim-relations.csv: one row for each tie between two claims, and for each later development that takes a side on one. */
export function claimRelationsCsv(dossier: Dossier): string {
  return toCsv(dossier.claims.flatMap(tiesOf), CLAIM_RELATIONS_COLUMNS);
}

/** The rows of that file in which the claim is: the data of the exchange on its page. */
export function claimTiesCsv(claim: ClaimNode): string {
  const others = new Set(claim.relations.filter(({ inverse }) => inverse).map((link) => link.claim));
  const theirs = [...others].flatMap(tiesOf).filter((row) => row["claim"] !== "" && row["other"] === claim.id);
  return toCsv([...tiesOf(claim), ...theirs], CLAIM_RELATIONS_COLUMNS);
}

export const CLAIMS_ABOUT_COLUMNS = {
  asserted_by: "id of the actor who makes the claims",
  asserted_by_name: "its name",
  about: "id of the actor whom they are about; empty where they name nobody",
  about_name: "its name",
  claims: "number of claims; one about several actors is in the row of each",
  documented: "how many of them are documented",
  corroborated: "how many are corroborated",
  asserted: "how many are asserted",
  contested: "how many are contested",
  denied: "how many are denied",
  superseded: "how many are superseded",
  claim_ids: "ids of the claims, separated by spaces",
} as const;

export const CLAIM_RELATIONS_COLUMNS = {
  claim: "id of the first claim; it bears on the second; empty for a later development",
  claim_by: "id of the actor who makes it; empty for a development",
  claim_date: "date of that claim or development, in EDTF",
  relation: "what the first does to the second; empty for a development",
  effect: "which way a development moves the claim; empty between two claims",
  other: "id of the second claim; of a development, the claim that it moves",
  other_by: "id of the actor who makes that claim",
  other_date: "date of that claim, in EDTF",
  development: "a development in words; empty between two claims",
} as const;

/** The ties that the claim's own entry states. */
function tiesOf(claim: ClaimNode): Row[] {
  const there = (other: ClaimNode) => ({ other: other.id, other_by: other.assertedBy.id, other_date: other.date.edtf });
  return [
    ...claim.relations
      .filter(({ inverse }) => !inverse)
      .map(({ type, claim: other }) => ({
        claim: claim.id,
        claim_by: claim.assertedBy.id,
        claim_date: claim.date.edtf,
        relation: type,
        effect: "",
        ...there(other),
        development: "",
      })),
    ...claim.developments.flatMap(({ effect, date, summary }) =>
      effect ? [{ claim: "", claim_by: "", claim_date: date.edtf, relation: "", effect, ...there(claim), development: summary }] : [],
    ),
  ];
}
