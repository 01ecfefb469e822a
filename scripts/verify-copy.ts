/** Whether a copy of the site, in a folder or published at an address, has the bytes of a build: file by file, by its manifest. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { sha256 } from "../src/model/sha256.ts";
import { HOST_FILES } from "../src/hosting/built-site.ts";
import { listFiles } from "./site-files.ts";

/** SHA-256 in hexadecimal by the path of the file: "claims/some-id/index.html". */
export type Sums = Record<string, string>;

export interface Verdict {
  right: number;
  changed: string[];
  missing: string[];
  /** Old addresses at which a host redirects in place of the page that leads on. */
  moved: string[];
  /** In the folder and not in the manifest; of an address nobody can say. */
  extra: string[];
}

/** Requests at a time: a small host should not be flooded. */
const AT_ONCE = 8;
const MANIFEST = "manifest.json";

/** @param copy a folder, or the address of the home page; @param sums of the build that it should be a copy of. */
export async function verifyCopy(copy: string, sums: Sums): Promise<Verdict> {
  await expectFolder(copy);
  const verdict: Verdict = { right: 0, changed: [], missing: [], moved: [], extra: [] };
  const waiting = Object.entries(sums).filter(([path]) => !isAddress(copy) || !HOST_FILES.includes(path));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, sum] = next;
      const bytes = await readFrom(copy, path, sums);
      if (bytes === null) verdict.missing.push(path);
      else if (bytes === "moved") verdict.moved.push(path);
      else if (sha256(bytes) === sum) verdict.right += 1;
      else verdict.changed.push(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const path of isAddress(copy) ? [] : await listFiles(copy)) {
    const [, original = path] = /^(.*)\.(?:gz|br)$/.exec(path) ?? [];
    if (path in sums || original === MANIFEST) continue;
    if (!(original in sums)) verdict.extra.push(path);
    else if ((await unpackedSum(join(copy, path))) !== sums[original]) verdict.changed.push(path);
  }
  for (const list of [verdict.changed, verdict.missing, verdict.moved, verdict.extra]) list.sort();
  return verdict;
}

/** Of what `npm run compress` wrote beside a file; null for what cannot be unpacked. */
async function unpackedSum(path: string): Promise<string | null> {
  const bytes = await readFile(path);
  try {
    return sha256(path.endsWith(".gz") ? gunzipSync(bytes) : brotliDecompressSync(bytes));
  } catch {
    return null;
  }
}

/** The sums of a manifest: that of the copy itself, or one that was kept beside it. Throws when there is none to read. */
export async function readSums(place: string): Promise<Sums> {
  const isFile = place.endsWith(".json");
  const file = isFile ? place : `${place.replace(/\/$/, "")}/${MANIFEST}`;
  if (!isFile) await expectFolder(place);
  const bytes = isFile && !isAddress(place) ? await readFile(place).catch(() => null) : await readFrom(place, isFile ? "" : MANIFEST);
  if (bytes === null || bytes === "moved")
    throw new Error(`There is ${isFile ? "no file" : `no ${MANIFEST}`} at ${place}. \`npm run build\` writes one: dist/${MANIFEST}.`);
  const sums = sumsIn(new TextDecoder().decode(bytes));
  if (sums === null) throw new Error(`What is at ${file} is no manifest of a build: it should have "files", each name with its SHA-256.`);
  if (Object.keys(sums).length === 0)
    throw new Error(`The manifest at ${file} lists no file, so nothing can be compared. Build the site again.`);
  return sums;
}

/** Null for what is no JSON, or JSON of something else. */
function sumsIn(text: string): Sums | null {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    const isSums = typeof files === "object" && files !== null && Object.values(files).every((sum) => /^[\da-f]{64}$/.test(String(sum)));
    return isSums ? (files as Sums) : null; // every value is a sum
  } catch {
    return null;
  }
}

/** formatVerdict(verdict) → "1520 files are as the manifest says.\n2 are missing:\n  claims/a/index.html\n…" */
export function formatVerdict({ right, changed, missing, moved, extra }: Verdict): string {
  const list = (paths: readonly string[], words: string) =>
    paths.length > 0 ? [`${paths.length} ${words}:`, ...firstOf(paths).map((line) => `  ${line}`)] : [];
  return [
    `${right} ${right === 1 ? "file is" : "files are"} as the manifest says.`,
    ...list(changed, changed.length === 1 ? "has other bytes" : "have other bytes"),
    ...list(missing, missing.length === 1 ? "is missing" : "are missing"),
    ...list(moved, moved.length === 1 ? "leads to another page by a redirect of the host" : "lead to other pages by redirects of the host"),
    ...list(extra, extra.length === 1 ? "is there and not in the manifest" : "are there and not in the manifest"),
  ].join("\n");
}

const MOST_LINES = 40;

function firstOf(paths: readonly string[]): string[] {
  return paths.length > MOST_LINES ? [...paths.slice(0, MOST_LINES), `and ${paths.length - MOST_LINES} more`] : [...paths];
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}

/** Null where there is no such file. A page is asked for by its folder, as its readers do; "moved" where the host leads on to another one of `sums`. */
async function readFrom(copy: string, path: string, sums: Sums = {}): Promise<Uint8Array | "moved" | null> {
  if (!isAddress(copy)) return readFile(join(copy, path)).catch(() => null);
  const home = path === "" || copy.endsWith("/") ? copy : `${copy}/`;
  const address = path === "" ? home : new URL(path.replace(/(^|\/)index\.html$/, "$1"), home).href;
  try {
    const response = await fetch(address);
    const target = response.redirected && response.url.startsWith(home) ? `${response.url.slice(home.length)}index.html` : path;
    if (target !== path && isPage(path) && target in sums) return "moved";
    return response.ok || path === "404.html" ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch (error) {
    throw new Error(
      `${address} gave no answer (${reasonOf(error)}). Expected is a copy of the site there: check the address, and whether the host is up.`,
      { cause: error },
    );
  }
}

function isPage(path: string): boolean {
  return /(^|\/)index\.html$/.test(path);
}

/** Of fetch only the cause says what happened: "getaddrinfo ENOTFOUND news.example". */
function reasonOf(error: unknown): string {
  const { cause = error } = error as { cause?: unknown };
  const { code, message } = cause as { code?: string; message?: string };
  return message || code || String(error); // where several addresses of a host were tried, there is only a code
}

/** Throws where a folder that is to be read is none; whether there is something at an address shows when it is asked. */
async function expectFolder(place: string): Promise<void> {
  if (isAddress(place)) return;
  const isFolder = await stat(place)
    .then((stats) => stats.isDirectory())
    .catch(() => false);
  if (!isFolder && /^(?:localhost|[\w.-]+:\d+)(?:[:/]|$)/.test(place))
    throw new Error(`There is no folder ${place}. Of an address the beginning is needed too: http://${place} or https://${place}.`);
  if (!isFolder)
    throw new Error(`There is no folder ${place}. Give the folder of a built site, such as dist, or an address with https:// before it.`);
}
