/** The command `npm run check`: 1 when there is an error, 0 otherwise. `-- --format json` and `-- --format github` print for programs. */
import { parseArgs } from "node:util";
import { checkContent } from "../src/check/check-content.ts";
import { FORMATS, formatForGithub, formatProblems, hasColours } from "../src/check/format.ts";
import { readContent } from "../src/load/read-content.ts";
import { didYouMean } from "../src/model/nearest.ts";
import { readSettingsWithContentOrExit } from "./settings-or-exit.ts";

export function runCheck(args: string[]): 0 | 1 {
  const { contentDir } = readSettingsWithContentOrExit();
  let format: string;
  try {
    format = parseArgs({ args, options: { format: { type: "string", default: "text" } } }).values.format;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nThe check knows one option: --format ${FORMATS.join(" | ")}.`,
    );
    return 1;
  }
  if (!FORMATS.some((known) => known === format)) {
    console.error(`There is no format "${format}". ${didYouMean(format, FORMATS)} Use one of: ${FORMATS.join(", ")}.`.replace("  ", " "));
    return 1;
  }
  const { problems, errors, waived, unjudged } = checkContent(readContent(contentDir));
  if (format === "json") console.log(JSON.stringify(problems, null, 2));
  else if (format === "github") process.stdout.write(formatForGithub(problems, contentDir));
  else console.log(formatProblems(problems, contentDir, { colours: hasColours(process.stdout), waived, unjudged }));
  return errors > 0 ? 1 : 0;
}
