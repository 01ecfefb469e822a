/** For the bench: how long the watching check takes after one edit, from the changed file to the sorted problems. Prints milliseconds. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { checkContent } from "../src/check/check-content.ts";
import { readContent } from "../src/load/read-content.ts";
import { rereadContent } from "../src/load/reread-content.ts";
import { readSettings } from "../src/load/settings.ts";

const EDITS = 30;
const { contentDir } = readSettings(process.env);
const memory = new Map();
let content = readContent(contentDir);
checkContent(content, memory);
const times: number[] = [];
for (let i = 0; i < EDITS; i++) {
  const file = content.files[(i * 97) % content.files.length]?.file ?? "";
  appendFileSync(join(contentDir, file), "\nOne sentence more.\n");
  const start = performance.now();
  content = rereadContent(content, contentDir, file);
  checkContent(content, memory);
  times.push(performance.now() - start);
}
console.log((times.sort((a, b) => a - b)[EDITS / 2] ?? 0).toFixed(0));
