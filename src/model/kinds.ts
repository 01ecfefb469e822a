/** The kinds of entry: folder, schema, words. Everything that goes over all kinds reads this table. */
import type { z } from "zod";
import { actorSchema, type ActorData } from "./actor.ts";
import { articleSchema, type ArticleData } from "./article.ts";
import { claimSchema, type ClaimData } from "./claim.ts";
import { correctionSchema, type CorrectionData } from "./correction.ts";
import { eventSchema, type EventData } from "./event.ts";
import { leadSchema, type LeadData } from "./lead.ts";
import { placeSchema, type PlaceData } from "./place.ts";
import { seriesSchema, type SeriesData } from "./series.ts";
import { sourceSchema, type SourceData } from "./source.ts";
import { totalSchema, type TotalData } from "./total.ts";

export interface EntryDataByKind {
  article: ArticleData;
  actor: ActorData;
  claim: ClaimData;
  event: EventData;
  source: SourceData;
  place: PlaceData;
  total: TotalData;
  series: SeriesData;
  correction: CorrectionData;
  lead: LeadData;
}
export type Kind = keyof EntryDataByKind;

export interface KindInfo {
  /** Folder under content/, and name of the collection. */
  folder: string;
  /** First part of the URL; kinds with the same one share a name space of ids. */
  path: string;
  one: string;
  many: string;
  schema: z.ZodType;
}

export const KINDS: Record<Kind, KindInfo> = {
  article: { folder: "articles", path: "analysis", one: "article", many: "articles", schema: articleSchema },
  actor: { folder: "actors", path: "actors", one: "actor", many: "actors", schema: actorSchema },
  claim: { folder: "claims", path: "claims", one: "claim", many: "claims", schema: claimSchema },
  event: { folder: "timeline", path: "timeline", one: "timeline entry", many: "timeline entries", schema: eventSchema },
  source: { folder: "sources", path: "sources", one: "source", many: "sources", schema: sourceSchema },
  place: { folder: "places", path: "places", one: "place", many: "places", schema: placeSchema },
  total: { folder: "totals", path: "counts", one: "published total", many: "published totals", schema: totalSchema },
  series: { folder: "series", path: "context", one: "series", many: "series", schema: seriesSchema },
  correction: { folder: "corrections", path: "corrections", one: "correction", many: "corrections", schema: correctionSchema },
  lead: { folder: "leads", path: "unknowns", one: "lead", many: "leads", schema: leadSchema },
};

export const KIND_NAMES = Object.keys(KINDS) as Kind[]; // the keys of the literal above

export function kindOfFolder(folder: string): Kind | undefined {
  return KIND_NAMES.find((kind) => KINDS[kind].folder === folder);
}
