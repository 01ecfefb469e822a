import type { APIRoute, GetStaticPaths } from "astro";
import { allCards, type Card } from "../../cards/card.ts";
import { cardPicture } from "../../load/card-picture.ts";
import { loadSite } from "../../load/dossier.ts";

const { dossier } = await loadSite();

export const getStaticPaths = (() =>
  allCards(dossier).map((card) => ({
    params: { card: card.path.replace(/^cards\/|\.png$/g, "") },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const picture = await cardPicture(props.card, dossier.site);
  return new Response(picture.slice(), { headers: { "content-type": "image/png" } });
};
