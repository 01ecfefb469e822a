import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { basePathOf } from "../src/hosting/built-site.ts";
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

/** The path that the built site in OUT_DIR was built for. Without a build, or where BASE_PATH names another path, the command ends. */
export function readBuiltPathOrExit({ outDir, basePath }: Settings, instead = ""): string {
  exitWithoutBuild(outDir, instead);
  const built = basePathOf(readFileSync(join(outDir, "index.html"), "utf8")) ?? basePath;
  if (!process.env["BASE_PATH"] || built === basePath) return built;
  console.error(`BASE_PATH is ${basePath}, and ${outDir}/ was built for ${built}. Leave BASE_PATH out, or build again with it.`);
  process.exit(1);
}

/** Ends a command that needs a built site where there is none. @param instead what else would do: ", or … for both". */
export function exitWithoutBuild(outDir: string, instead = ""): void {
  if (existsSync(join(outDir, "index.html"))) return;
  console.error(`There is nothing in ${outDir}/ yet. Run \`npm run build\` first${instead}.`);
  process.exit(1);
}
