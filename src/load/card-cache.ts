/** Pictures of earlier builds, by what they show: painting all of them costs about as much as all pages, and few change from build to build. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const CARD_CACHE = join("node_modules", ".cache", "soundings-cards");

/**
 * The picture as it was kept, or as `make` paints it; then it is kept.
 * @param parts all that the picture depends on
 */
export async function keepPicture(folder: string, parts: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const path = join(folder, `${key}.png`);
  const kept = read(path);
  if (kept) return kept;
  const made = await make();
  write(path, made);
  return made;
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** By way of a file of its own, so that a build that is killed leaves none half-written. */
function write(path: string, bytes: Uint8Array): void {
  const own = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(own, bytes);
    renameSync(own, path);
  } catch {
    // Where nothing can be kept, the next build paints again.
  }
}
