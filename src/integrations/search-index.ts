/** Builds the Pagefind index over the finished pages. */
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { close, createIndex } from "pagefind";

export function searchIndex(): AstroIntegration {
  return {
    name: "soundings-search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: "en" });
        if (!index) throw new AstroError(`The search index could not be started: ${errors.join("; ")}`);
        const { page_count: pages, errors: faults } = await index.addDirectory({ path: folder });
        if (faults.length > 0) throw new AstroError(`The search index failed: ${faults.join("; ")}`);
        await index.writeFiles({ outputPath: `${folder}/pagefind` });
        await close();
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}
