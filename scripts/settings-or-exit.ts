import { existsSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "../src/load/read-content.ts";
import { missingFolder, readSettings, type Settings } from "../src/load/settings.ts";

/** The settings; a value that cannot be used ends the command with the sentence that says so, and no stack trace. */
export function readSettingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/** The settings of a command that reads the content: without its folder it ends, and says which variable names it. */
export function readSettingsWithContentOrExit(): Settings {
  const settings = readSettingsOrExit();
  if (isFolder(settings.contentDir)) return settings;
  console.error(missingFolder(settings.contentDir));
  process.exit(1);
}

/** Ends a command that needs a built site where there is none. @param instead what else would do: ", or … for both". */
export function exitWithoutBuild(outDir: string, instead = ""): void {
  if (existsSync(join(outDir, "index.html"))) return;
  console.error(`There is nothing in ${outDir}/ yet. Run \`npm run build\` first${instead}.`);
  process.exit(1);
}
