/** `npm run check`: reports every problem of the content folder; exits 1 when there is an error. `-- --format json` prints JSON. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkContent } from "../src/check/check-content.ts";
import { formatProblems } from "../src/check/format.ts";
import { readContent } from "../src/load/read-content.ts";
import { readSettingsOrExit } from "./settings-or-exit.ts";

const { values } = parseArgs({ options: { format: { type: "string", default: "text" } } });
const { contentDir } = readSettingsOrExit();
if (!existsSync(contentDir)) {
  console.error(`There is no folder ${contentDir}/. CONTENT_DIR names the folder of the dossier; without it, content/ is read.`);
  process.exit(1);
}
const result = checkContent(readContent(contentDir));
if (values.format === "json") console.log(JSON.stringify(result.problems, null, 2));
else console.log(formatProblems(result.problems, contentDir, result.waived));
process.exitCode = result.errors > 0 ? 1 : 0;
