/** The part of the `subset-font` package that font-subsets.ts uses; it ships no types of its own. */
declare module "subset-font" {
  /** The font with the glyphs of the characters, all its features and its axes. */
  export default function subsetFont(font: Buffer, characters: string, options: { targetFormat: "woff2" }): Promise<Buffer>;
}
