/** `npm run schemas`: writes what VS Code needs to complete and mark front matter. `npm ci` and `npm run dev` do the same. */
import { SCHEMA_FOLDER, writeEditorSchemas } from "../src/load/editor-schemas.ts";
import { countOf } from "../src/model/numbers.ts";
import { readSettingsOrExit } from "./settings-or-exit.ts";

const { contentDir } = readSettingsOrExit();
const { entries } = await writeEditorSchemas(".", contentDir);
console.log(`${SCHEMA_FOLDER}/ has the schemas of front matter and maps ${countOf(entries, "entry", "entries")} to them.`);
