/** `manifest.json`: every file of a build with its SHA-256, so that two builds can be compared and a copy checked. */
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export async function writeManifest(outDir: string): Promise<void> {
  const items = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const files: Record<string, string> = {}; // e.g. "index.html" → "9f86d0…"
  for (const path of paths.sort()) {
    files[path.slice(outDir.length + 1).replaceAll("\\", "/")] = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  }
  await writeFile(join(outDir, "manifest.json"), `${JSON.stringify({ algorithm: "SHA-256", files }, null, 1)}\n`);
}
