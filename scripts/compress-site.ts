/** `npm run compress`: the texts of the built site once more as `.br` and `.gz`, for a server that sends what is compressed already. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { readSettingsOrExit } from "./settings-or-exit.ts";

/** What is no text is compressed as it is. */
const TEXTS = /^\.(html|css|js|json|csv|svg|xml|md|txt|ics|opml|bib|cff|geojson|sqlite)$/;
/** Below that, a file fits in one packet either way. Bytes. */
const LEAST = 1024;
/** From that on, the best level of Brotli costs seconds a file for a few hundredths of its size. Bytes. */
const LARGE = 500_000;

const { outDir } = readSettingsOrExit();
const items = await readdir(outDir, { recursive: true, withFileTypes: true }).catch(() => {
  console.error(`There is nothing in ${outDir}/ yet. Run \`npm run build\` first.`);
  process.exit(1);
});
const waiting = items.filter((item) => item.isFile() && TEXTS.test(extname(item.name))).map((item) => join(item.parentPath, item.name));
const sums = { files: 0, bytes: 0, gz: 0, br: 0 };
await Promise.all(Array.from({ length: availableParallelism() * 2 }, work)); // zlib works in threads of its own
const share = (bytes: number) => `${((100 * bytes) / sums.bytes).toFixed(1)} %`;
console.log(`${sums.files} files compressed in ${outDir}/: gzip to ${share(sums.gz)} of their bytes, Brotli to ${share(sums.br)}`);

async function work(): Promise<void> {
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const bytes = await readFile(path);
    if (bytes.length < LEAST) continue;
    const quality = bytes.length < LARGE ? constants.BROTLI_MAX_QUALITY : 9;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const [gz, br] = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes, { params })]);
    await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
    sums.files += 1;
    sums.bytes += bytes.length;
    sums.gz += gz.length;
    sums.br += br.length;
  }
}
