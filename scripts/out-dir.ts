/** A build replaces its folder whole, so the folder must hold nothing but a build. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** What is wrong with building into a folder, in words; null when it is new, empty or holds an earlier build. */
export function findOutDirFault(outDir: string, contentDir: string): string | null {
  const isInside = (inner: string, outer: string) => !relative(resolve(outer), resolve(inner)).startsWith("..");
  const advice = "Name a folder of its own, such as dist.";
  if (isInside(process.cwd(), outDir)) return `OUT_DIR is "${outDir}", which holds the project itself. ${advice}`;
  if (isInside(contentDir, outDir) || isInside(outDir, contentDir))
    return `OUT_DIR is "${outDir}", which shares a folder with the content. ${advice}`;
  if (resolve(outDir).startsWith(process.cwd()) && !isInside(outDir, process.cwd()))
    return `OUT_DIR is "${outDir}", a name that begins as the project's own folder does, which Astro takes for a folder in it. Name it otherwise.`;
  if (!existsSync(outDir)) return null;
  if (isBuild(outDir) || readdirSync(outDir).length === 0) return null;
  return `OUT_DIR is "${outDir}", which holds files that no build of this site wrote, and a build replaces the folder whole. ${advice} Or empty the folder first.`;
}

/** The manifest is the last file a build writes, so a folder that has it is whole. */
export function isBuild(folder: string): boolean {
  return existsSync(join(folder, "manifest.json")) && existsSync(join(folder, "404.html"));
}
