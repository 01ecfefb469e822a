/** `npm run impact`: what the working tree's content alters against a git revision, as Markdown; `-- --base main` names another than HEAD. */
import { parseArgs } from "node:util";
import { checkContent } from "../src/check/check-content.ts";
import { assessImpact } from "../src/impact/assess-impact.ts";
import { formatImpact, formatNothing } from "../src/impact/format-impact.ts";
import { isSameContent } from "../src/impact/pair-entries.ts";
import { readContent } from "../src/load/read-content.ts";
import { readRevision, RevisionFault } from "../src/load/read-revision.ts";
import { createUrls } from "../src/site/urls.ts";
import { readSettingsWithContentOrExit } from "./settings-or-exit.ts";

const base = readBaseOrExit();
const { contentDir, basePath, siteUrl } = readSettingsWithContentOrExit();
try {
  const { content, commit, folder } = readRevision(contentDir, base);
  const present = readContent(contentDir);
  const names = { base, commit, folder };
  if (isSameContent(content, present)) process.stdout.write(formatNothing(names));
  else {
    const before = { content, check: checkContent(content) };
    const after = { content: present, check: checkContent(present) };
    process.stdout.write(formatImpact(assessImpact(before, after, createUrls({ base: basePath, site: siteUrl })), names));
  }
} catch (error) {
  if (!(error instanceof RevisionFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readBaseOrExit(): string {
  try {
    return parseArgs({ options: { base: { type: "string", default: "HEAD" } } }).values.base;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nWrite it so: npm run impact -- --base main`);
    process.exit(1);
  }
}
