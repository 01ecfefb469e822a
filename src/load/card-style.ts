/** What a card is set in: the fonts and colours of the site's own styles, read where they stand. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Colours } from "../cards/drawing.ts";
import type { CardFonts } from "../cards/picture.ts";

const font = (name: string) => readFileSync(`src/assets/fonts/${name}.woff2`);
const tokens = readFileSync("src/styles/tokens.css", "utf8");

export const CARD_FONTS: CardFonts = {
  display: font("newsreader-display"),
  soundings: font("newsreader-italic"),
  labels: font("public-sans"),
};

/** Another one for other fonts. */
export const CARD_FONTS_ID = createHash("sha256")
  .update(Buffer.concat(Object.values(CARD_FONTS)))
  .digest("hex");

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
