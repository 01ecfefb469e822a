/** Texts of a built site once more as `.br` and `.gz`, for a server that sends what is compressed already. */
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { listFiles } from "./site-files.ts";

/** All else is compressed as it is. */
const TEXTS = /^\.(html|css|js|json|csv|svg|xml|md|txt|ics|opml|bib|cff|geojson|sqlite)$/;
/** Below that, a file fits in one packet either way. Bytes. */
const LEAST = 1024;
/** From that on, the best level of Brotli costs seconds a file for a few hundredths of its size. Bytes. */
const LARGE = 500_000;

/** What was compressed, in files and bytes. */
export interface Compressed {
  files: number;
  bytes: number;
  gz: number;
  br: number;
}

/** @param isWanted by the path below the folder: "claims/index.html". */
export async function compressFiles(folder: string, isWanted: (path: string) => boolean = () => true): Promise<Compressed> {
  const waiting = (await listFiles(folder)).filter((path) => TEXTS.test(extname(path)) && isWanted(path)).map((path) => join(folder, path));
  const done: Compressed = { files: 0, bytes: 0, gz: 0, br: 0 };
  const work = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      const bytes = await readFile(path);
      if (bytes.length < LEAST) continue;
      const [gz, br] = await Promise.all([
        promisify(gzip)(bytes, { level: 9 }),
        promisify(brotliCompress)(bytes, brotliOptions(bytes.length)),
      ]);
      await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
      done.files += 1;
      done.bytes += bytes.length;
      done.gz += gz.length;
      done.br += br.length;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, work)); // zlib works in threads of its own
  return done;
}

function brotliOptions(size: number) {
  const quality = size < LARGE ? constants.BROTLI_MAX_QUALITY : 9;
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size } };
}
