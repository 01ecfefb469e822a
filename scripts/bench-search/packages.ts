/** The engines that ours is measured against, installed into the bench's own folder and not into the project, and what their scripts weigh. */
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const PACKAGES = ["@orama/orama@3.1.18", "pagefind@1.5.2", "esbuild@0.28.2"];
const FLAGS = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];

export async function installPackages(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await promisify(execFile)("npm", ["install", ...FLAGS, "--prefix", folder, ...PACKAGES], { cwd: folder });
}

/**
 * Bytes of a script after bundling, minifying and gzip.
 * @param source of a module; @param root the folder that its imports are resolved from; @param folder where the packages are
 */
export async function weighScript(source: string, root: string, folder: string): Promise<number> {
  const options = ["--bundle", "--minify", "--format=esm", "--target=es2022"];
  const run = promisify(execFile)(join(folder, "node_modules/.bin/esbuild"), options, { cwd: root });
  run.child.stdin?.end(source);
  return gzipSync((await run).stdout).length;
}
