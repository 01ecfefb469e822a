/** The build gate: the content check runs before any page is built, and an error stops the build. */
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { checkContent } from "../check/check-content.ts";
import { formatProblems } from "../check/format.ts";
import { readContent } from "../load/read-content.ts";
import type { Settings } from "../load/settings.ts";

export function contentGate(settings: Settings): AstroIntegration {
  return {
    name: "soundings-content-gate",
    hooks: {
      "astro:build:start": async ({ logger }) => {
        if (!settings.hasSiteUrl) logger.warn(`SITE_URL is not set: canonical addresses, feeds and data will name ${settings.siteUrl}.`);
        const result = checkContent(await readContent(settings.contentDir));
        if (result.errors > 0) {
          const errors = result.problems.filter(({ severity }) => severity === "error");
          throw new AstroError(`The content check found ${result.errors} ${result.errors === 1 ? "error" : "errors"}; nothing was built.\n\n${formatProblems(errors, settings.contentDir)}`, "Correct the entries named above. `npm run check` shows the warnings too.");
        }
        logger.info(`content check passed: 0 errors, ${result.warnings} warnings (npm run check lists them)`);
      },
      "astro:server:setup": async ({ logger }) => {
        const result = checkContent(await readContent(settings.contentDir));
        if (result.problems.length > 0) logger.warn(`\n${formatProblems(result.problems.filter(({ severity }) => severity === "error"), settings.contentDir)}`);
      },
    },
  };
}
