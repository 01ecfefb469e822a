/**
 * The folders a build works in. All lie beside OUT_DIR, so on its file system, and each bears the number of the process it
 * belongs to, so that two builds never share one and a later build knows what nobody works in any more:
 *
 *     dist.next-pid4711/   a build in the making: the pages in site/, Astro's cache in cache/
 *     dist.last-pid4712/   the build that a swap has just taken away
 *     dist.gone-pid4711/   whatever is being removed
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isBuild } from "./out-dir.ts";

type Role = "next" | "last" | "gone";

/** folderOf("dist", "next", 4711) → "dist.next-pid4711" */
export function folderOf(outDir: string, role: Role, pid = process.pid): string {
  return `${outDir}.${role}-pid${pid}`;
}

/** Puts the last build back where a swap was cut off between its two renames. Returns whether it had to. */
export function restoreLast(outDir: string): boolean {
  if (existsSync(outDir)) return false;
  const finishedAt = (folder: string) => statSync(join(folder, "manifest.json")).mtimeMs;
  const builds = listFolders(outDir).flatMap(({ role, path }) => (role === "last" && isBuild(path) ? [path] : []));
  const [newest] = builds.sort((a, b) => finishedAt(b) - finishedAt(a));
  if (newest === undefined) return false;
  renameSync(newest, outDir);
  return true;
}

export function formatRestored(outDir: string): string {
  return `${outDir}/ was missing: a build was cut off while it put the new site in its place. The last site is back.`;
}

/** Puts the last build back if it is missing, and removes what this process and those that have ended left beside it. */
export function settleFolders(outDir: string): boolean {
  const wasRestored = restoreLast(outDir);
  for (const { role, path, pid } of listFolders(outDir)) {
    if (pid !== process.pid && isRunning(pid)) continue;
    // Asked only now that its process has ended: a swap killed since the first line may have left its last build alone.
    if (role === "last" && isBuild(path) && !existsSync(outDir)) continue;
    removeFolder(path, outDir);
  }
  return wasRestored;
}

/** Removes a folder that threads of the bundler may still be writing into: again and again, until it stays away. */
export function clearFolder(path: string): void {
  for (let tries = 0; tries < 20 && existsSync(path); tries++) {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); // milliseconds; here nothing can be awaited
  }
}

/**
 * Puts a finished build in the place of OUT_DIR. Node has no call that exchanges two folders, so there are two renames, with
 * nothing between them. When the second fails (on Windows: a file of it is open), the last build goes back, and it throws.
 */
export function swapFolders(site: string, outDir: string): void {
  const last = folderOf(outDir, "last");
  const hasLast = existsSync(outDir);
  if (hasLast) renameSync(outDir, last);
  try {
    renameSync(site, outDir);
  } catch (error) {
    if (hasLast) renameSync(last, outDir);
    throw error;
  }
}

/**
 * swapFolders() in a process and a process group of its own: what kills the build, or its whole group, cannot fall between
 * the two renames.
 */
export async function swapInOwnProcess(site: string, outDir: string): Promise<void> {
  const swap = spawn(process.execPath, [join(import.meta.dirname, "swap-build.ts"), site, outDir], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  swap.stderr.setEncoding("utf8").on("data", (text: string) => (words += text));
  await once(swap, "close");
  if (swap.exitCode === 0) return;
  const why = words.trim() || `the process that swaps the folders ended with ${swap.signalCode ?? swap.exitCode}`;
  throw new Error(
    `The new site is finished but could not take the place of ${outDir}/: ${why}\nClose what has a file of ${outDir}/ open, and build again.`,
  );
}

function listFolders(outDir: string): { role: Role; path: string; pid: number }[] {
  const parent = dirname(outDir);
  const prefix = `${basename(outDir)}.`;
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const match = name.startsWith(prefix) ? /^(next|last|gone)-pid(\d+)$/.exec(name.slice(prefix.length)) : null;
    return match ? [{ role: match[1] as Role, path: join(parent, name), pid: Number(match[2]) }] : []; // the pattern names the roles
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // sends nothing, only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // it runs, and belongs to somebody else
  }
}

/**
 * Takes a folder away before it empties it. The swap of a build that was killed may still be under way: either its rename
 * comes first or this one, so that nobody ever gets a site of which half is deleted.
 */
function removeFolder(path: string, outDir: string): void {
  const gone = folderOf(outDir, "gone");
  try {
    if (path !== gone) {
      rmSync(gone, { recursive: true, force: true });
      renameSync(path, gone);
    }
    rmSync(gone, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another process took it first, or has a file of it open (Windows): the next build tries again.
  }
}
