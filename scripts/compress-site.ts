/** `npm run compress`: the texts of the built site as `.br` and `.gz` beside them. */
import { compressFiles } from "./compress-files.ts";
import { exitWithoutBuild, readSettingsOrExit } from "./settings-or-exit.ts";

const { outDir } = readSettingsOrExit();
exitWithoutBuild(outDir);
const { files, bytes, gz, br } = await compressFiles(outDir);
const share = (part: number) => `${((100 * part) / bytes).toFixed(1)} %`;
console.log(`${files} files compressed in ${outDir}/: gzip to ${share(gz)} of their bytes, Brotli to ${share(br)}`);
