/** The picture of a card, painted once and kept. */
import type { Font } from "satori";
import type { Card } from "../cards/card.ts";
import { drawCard } from "../cards/drawing.ts";
import type { Site } from "../model/site.ts";
import { CARD_COLOURS, CARD_FONTS, CARD_FONTS_ID } from "./card-style.ts";
import { CARD_CACHE, keepFile, toolVersions } from "./kept-files.ts";

const PAINTERS = toolVersions("satori", "@resvg/resvg-js");

/** Unpacked when the first card is painted: most builds find all of them kept. */
let fonts: Promise<Font[]> | undefined; // eslint-disable-line no-restricted-syntax -- files of src/assets

/** As PNG. */
export function cardPicture(card: Card, site: Site): Promise<Uint8Array> {
  const drawing = drawCard(card, site, CARD_COLOURS);
  return keepFile(CARD_CACHE, [JSON.stringify(drawing), CARD_FONTS_ID, PAINTERS], async () => {
    const { paintCard, readFonts } = await import("../cards/picture.ts"); // with it come the painters, which take a while to load
    fonts ??= readFonts(CARD_FONTS);
    return paintCard(drawing, await fonts);
  });
}
