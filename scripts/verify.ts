/** `npm run verify -- URL-OR-FOLDER [MANIFEST]`: checks a published copy of the site against the manifest of its build. */
import { formatVerdict, isAddress, readSums, verifyCopy } from "./verify-copy.ts";

const USAGE = `Usage: npm run verify -- URL-OR-FOLDER [MANIFEST]

Compares every file of a copy with the SHA-256 in a manifest: the one that you kept from the build (dist/manifest.json),
or, without one, that of the copy itself, which tells of files that were lost or cut and not of a copy changed with care.`;

const [copy, manifest = copy] = process.argv.slice(2);
if (!copy || !manifest || copy === "--help") {
  console.error(USAGE);
  process.exit(copy ? 0 : 2);
}
try {
  const verdict = await verifyCopy(copy, await readSums(manifest));
  console.log(formatVerdict(verdict));
  if (verdict.right === 0 && isAddress(copy)) console.log("Nothing is as it should be: is the base path in the address?");
  if (isAddress(copy))
    console.log(
      "An address does not list its files: what was added to the copy cannot be seen. Each file was asked for in one encoding; a folder has all of them.",
    );
  process.exitCode = verdict.changed.length + verdict.missing.length + verdict.extra.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
