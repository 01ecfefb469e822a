/** The part of the `wawoff2` package that picture.ts uses; it ships no types of its own. */
declare module "wawoff2" {
  /** WOFF2 → TrueType or OpenType. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
