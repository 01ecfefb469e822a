import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file that does not exist yet, with its folder; false, and nothing is touched, when something of that name is there. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false; // whoever wrote it after we had looked was first
    throw error;
  }
}
