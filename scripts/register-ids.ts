/**
 * `npm run ids`: enters the ids of all entries into ids.lock of the content folder and takes none out. `-- --check` writes nothing
 * and exits 1 when one is missing, for a publisher's own pipeline.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatProblems } from "../src/check/format.ts";
import { registerIds } from "../src/check/register-ids.ts";
import { ID_LOCK, readContent } from "../src/load/read-content.ts";
import { readSettingsWithContentOrExit } from "./settings-or-exit.ts";

const SHOWN = 20;

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const { contentDir } = readSettingsWithContentOrExit();
const file = join(contentDir, ID_LOCK);
const { problems, text, added, leftOut } = registerIds(readContent(contentDir));
if (problems.length > 0) fail(`${formatProblems(problems, contentDir)}\n\nNothing was written.`);

const ids = `${added.length} ${added.length === 1 ? "id" : "ids"}`;
const list = indent(added);
if (values.check && added.length > 0) fail(`${file} lacks ${ids}:\n${list}Run \`npm run ids\` and commit the file with the entries.`);
if (!values.check) await writeFile(file, text);
console.log(
  added.length > 0 ? `${ids} entered into ${file}:\n${list}Commit the file with the entries.` : `${file} has the id of every entry.`,
);
if (leftOut.length > 0) console.log(`Left out because of errors, of which \`npm run check\` says more:\n${indent(leftOut)}`);

/** A line for each, the first of them only when they are many. */
function indent(lines: readonly string[]): string {
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  return [...lines.slice(0, SHOWN), ...more].map((line) => `  ${line}\n`).join("");
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
