/** `npm run check`: reports every problem of the content folder; see check-command.ts. This file only makes the next start quicker. */
import module from "node:module";
import process from "node:process";

// Node keeps what it has compiled, types already stripped: half of a second run's start-up time.
module.enableCompileCache();
const { runCheck } = await import("./check-command.ts");
process.exitCode = runCheck(process.argv.slice(2));
