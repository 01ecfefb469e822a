import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

/** Moves all that lies in one folder into another on the same disk. Throws where both have a file of one name. */
export function moveInto(from: string, to: string): void {
  for (const item of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, item.name);
    const target = join(to, item.name);
    if (!existsSync(target)) renameSync(source, target);
    else if (item.isDirectory()) moveInto(source, target);
    else throw new Error(`Two things are written to ${target}: ${item.name} is in src/files/plain-files.ts, and a page or in public/.`);
  }
}
