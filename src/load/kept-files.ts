/** What costs much to make and seldom changes, kept from build to build by what it is made of: painted cards, cut fonts, pages. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../model/sha256.ts";

const KEPT = join("node_modules", ".cache");
export const CARD_CACHE = join(KEPT, "soundings-cards");
export const FONT_CACHE = join(KEPT, "soundings-fonts");
export const PAGE_CACHE = join(KEPT, "soundings-pages");
/** File of a folder that is as old as the oldest of what lies in it can be. */
export const MADE_BY = "made-by";
/** In ms: 30 days. */
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };

/** toolVersions("satori") → "satori 0.63.2": what makes a file decides over its bytes too. */
export function toolVersions(...names: string[]): string {
  return names.map((name) => `${name} ${dependencies[name]}`).join(", ");
}

/**
 * The file as it was kept, or as `make` makes it; then it is kept.
 * @param parts all that its bytes depend on
 */
export async function keepFile(folder: string, parts: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = join(folder, keyOf(parts));
  const kept = readKept(path);
  if (kept) return kept;
  const made = await make();
  writeKept(path, made);
  return made;
}

/**
 * A folder as it was kept, or as `make` fills it; its path, which is the same from build to build.
 * @param parts all that its files depend on
 */
export async function keepFolder(folder: string, parts: readonly string[], make: (folder: string) => Promise<void>): Promise<string> {
  const path = join(folder, keyOf(parts));
  if (existsSync(path)) return path;
  const own = `${path}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  try {
    await make(own);
    renameSync(own, path);
  } catch (error) {
    rmSync(own, { recursive: true });
    if (!existsSync(path)) throw error; // else another build was as quick
  }
  return path;
}

/** Removes what was made a month ago or before: what only a former state of a dossier needed goes, and the rest is made anew. */
export function dropOld(folders: readonly string[] = [CARD_CACHE, FONT_CACHE, PAGE_CACHE]): void {
  for (const folder of folders.filter((one) => existsSync(one))) {
    for (const path of readdirSync(folder).map((name) => join(folder, name))) {
      const made = statSync(join(path, MADE_BY), { throwIfNoEntry: false }) ?? statSync(path, { throwIfNoEntry: false });
      if (made && Date.now() - made.mtimeMs > MAX_AGE) drop(path);
    }
  }
}

/** Removes a file or a folder, where that can be: it costs room, no more. */
export function drop(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Not ours to remove, or another build just did.
  }
}

function keyOf(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts));
}

export function readKept(path: string): Uint8Array | null {
  try {
    const bytes = readFileSync(path);
    return bytes.length > 0 ? bytes : null; // after a power cut a file may be there and empty
  } catch {
    return null;
  }
}

/** By way of a file of its own, so that a build that is killed leaves none half-written. */
export function writeKept(path: string, bytes: Uint8Array): void {
  const own = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(own, bytes);
    renameSync(own, path);
  } catch {
    // Where nothing can be kept, the next build makes it again.
  }
}
