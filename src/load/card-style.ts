/** What a card is set in: the fonts and colours of the site's own styles, read where they stand. */
import { createHash } from "node:crypto";
import display from "../assets/fonts/newsreader-display.woff2?inline";
import soundings from "../assets/fonts/newsreader-italic.woff2?inline";
import labels from "../assets/fonts/public-sans.woff2?inline";
import tokens from "../styles/tokens.css?raw";
import type { CardFonts } from "../cards/picture.ts";
import type { Colours } from "../cards/drawing.ts";

export const CARD_FONTS: CardFonts = { display: bytesOf(display), soundings: bytesOf(soundings), labels: bytesOf(labels) };

/** Another one for other fonts. */
export const CARD_FONTS_ID = createHash("sha256").update([display, soundings, labels].join("\n")).digest("hex");

/** The day chart: networks show one picture by day and by night. */
export const CARD_COLOURS: Colours = {
  paper: token("paper"),
  ink: token("ink"),
  "ink-2": token("ink-2"),
  "ink-3": token("ink-3"),
  "water-1": token("water-1"),
  magenta: token("magenta"),
};

function token(name: string): string {
  const value = new RegExp(`^\\s*--${name}: (#[0-9a-f]{6});`, "m").exec(tokens)?.[1];
  if (!value) throw new Error(`src/styles/tokens.css has no colour --${name}`);
  return value;
}

function bytesOf(dataUri: string): Uint8Array {
  return Buffer.from(dataUri.slice(dataUri.indexOf(",") + 1), "base64");
}
