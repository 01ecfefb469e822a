/** `manifest.json`: every file of a build with its SHA-256, so that two builds can be compared and a copy checked. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../src/model/sha256.ts";
import { listFiles } from "./site-files.ts";

export async function writeManifest(outDir: string): Promise<void> {
  const files: Record<string, string> = {}; // e.g. "index.html" → "9f86d0…"
  for (const path of await listFiles(outDir)) files[path] = sha256(readFileSync(join(outDir, path)));
  await writeFile(join(outDir, "manifest.json"), `${JSON.stringify({ algorithm: "SHA-256", files }, null, 1)}\n`);
}
