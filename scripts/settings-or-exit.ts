import { readSettings, type Settings } from "../src/load/settings.ts";

/** The settings; a value that cannot be used ends the command with the sentence that says so, and no stack trace. */
export function readSettingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
