import { defineCollection } from "astro:content";
import { entryLoader, siteLoader } from "./load/content-loader.ts";
import { actorSchema } from "./model/actor.ts";
import { articleSchema } from "./model/article.ts";
import { claimSchema } from "./model/claim.ts";
import { correctionSchema } from "./model/correction.ts";
import { eventSchema } from "./model/event.ts";
import { leadSchema } from "./model/lead.ts";
import { placeSchema } from "./model/place.ts";
import { seriesSchema } from "./model/series.ts";
import { siteSchema } from "./model/site.ts";
import { sourceSchema } from "./model/source.ts";
import { totalSchema } from "./model/total.ts";

export const collections = {
  articles: defineCollection({ loader: entryLoader("article"), schema: articleSchema }),
  actors: defineCollection({ loader: entryLoader("actor"), schema: actorSchema }),
  claims: defineCollection({ loader: entryLoader("claim"), schema: claimSchema }),
  timeline: defineCollection({ loader: entryLoader("event"), schema: eventSchema }),
  sources: defineCollection({ loader: entryLoader("source"), schema: sourceSchema }),
  places: defineCollection({ loader: entryLoader("place"), schema: placeSchema }),
  totals: defineCollection({ loader: entryLoader("total"), schema: totalSchema }),
  series: defineCollection({ loader: entryLoader("series"), schema: seriesSchema }),
  corrections: defineCollection({ loader: entryLoader("correction"), schema: correctionSchema }),
  leads: defineCollection({ loader: entryLoader("lead"), schema: leadSchema }),
  site: defineCollection({ loader: siteLoader(), schema: siteSchema }),
};
