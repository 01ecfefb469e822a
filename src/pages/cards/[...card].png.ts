import type { APIRoute, GetStaticPaths } from "astro";
import { dependencies } from "../../../package.json";
import { allCards, type Card } from "../../cards/card.ts";
import { drawCard } from "../../cards/drawing.ts";
import { paintCard, readFonts } from "../../cards/picture.ts";
import { CARD_CACHE, keepPicture } from "../../load/card-cache.ts";
import { CARD_COLOURS, CARD_FONTS, CARD_FONTS_ID } from "../../load/card-style.ts";
import { loadSite } from "../../load/dossier.ts";

const { dossier } = await loadSite();
const fonts = readFonts(CARD_FONTS);

export const getStaticPaths = (() =>
  allCards(dossier).map((card) => ({
    params: { card: card.path.replace(/^cards\/|\.png$/g, "") },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const drawing = drawCard(props.card, dossier.site, CARD_COLOURS);
  const painters = `satori ${dependencies.satori}, resvg ${dependencies["@resvg/resvg-js"]}`;
  const picture = await keepPicture(CARD_CACHE, [JSON.stringify(drawing), CARD_FONTS_ID, painters], async () =>
    paintCard(drawing, await fonts),
  );
  return new Response(picture.slice(), { headers: { "content-type": "image/png" } });
};
