/** A card as PNG: satori sets it, resvg paints it. The same card gives the same bytes. */
import { Resvg } from "@resvg/resvg-js";
import satori, { type Font } from "satori";
import { decompress } from "wawoff2";
import { CARD, type Box } from "./drawing.ts";

/** Fonts of the site as it serves them (WOFF2), by the voices of the design. */
export interface CardFonts {
  display: Uint8Array;
  /** Italic: the name of the site, and counts of people. */
  soundings: Uint8Array;
  labels: Uint8Array;
}

export async function readFonts({ display, soundings, labels }: CardFonts): Promise<Font[]> {
  const fonts: Font[] = [];
  // One after the other, each copied at once: what comes back lies in memory that the next one is written to.
  for (const [name, woff2] of Object.entries({ Newsreader: display, Soundings: soundings, "Public Sans": labels })) {
    fonts.push({ name, data: Buffer.from(await decompress(woff2)) });
  }
  return fonts;
}

export async function paintCard(drawing: Box, fonts: Font[]): Promise<Uint8Array> {
  const svg = await satori(drawing, { ...CARD, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
