/** What a build made: pages, entries per kind, links checked. */
import { readContent } from "../src/load/read-content.ts";
import { readSettings } from "../src/load/settings.ts";
import { KIND_NAMES, KINDS } from "../src/model/kinds.ts";
import { checkLinks } from "./check-links.ts";

export async function summarizeSite(outDir: string): Promise<string> {
  const settings = readSettings(process.env);
  const { files } = await readContent(settings.contentDir);
  const kinds = KIND_NAMES.map((kind) => {
    const count = files.filter((file) => file.kind === kind).length;
    return `${count} ${count === 1 ? KINDS[kind].one : KINDS[kind].many}`;
  });
  const { pages, links, broken } = await checkLinks(outDir, settings.basePath);
  const verdict =
    broken.length === 0
      ? "none broken"
      : `${broken.length} BROKEN:\n${broken.map(({ page, href, why }) => `  ${page} → ${href} (${why})`).join("\n")}`;
  return [`${pages} pages in ${outDir}/`, `entries: ${kinds.join(", ")}`, `${links} internal links and fragments checked, ${verdict}`].join(
    "\n",
  );
}
