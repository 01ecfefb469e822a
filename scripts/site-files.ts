import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every file below a folder, sorted: "claims/some-id/index.html", with slashes on every system. Rejects when there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    .sort();
}
