/** Builds the Pagefind index over the finished pages. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { close, createIndex } from "pagefind";

/** @param language of the site, e.g. "en": pages in one language make one index. */
export function searchIndex(language: string): AstroIntegration {
  return {
    name: "soundings-search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: language });
        if (!index) throw new AstroError(`The search index could not be started: ${errors.join("; ")}`);
        const { page_count: pages, errors: faults } = await index.addDirectory({ path: folder });
        const { files, errors: losses } = await index.getFiles();
        if (faults.length + losses.length > 0) throw new AstroError(`The search index failed: ${[...faults, ...losses].join("; ")}`);
        // Pagefind's own writeFiles() may be cut off by close(); what we write ourselves is there.
        for (const { path, content } of files) {
          const target = join(folder, "pagefind", path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        await close();
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}
