/** An id is for ever: an entry's former addresses lead to its present one. */
import type { AstroIntegration } from "astro";
import { parseEntryFile } from "../load/entry-file.ts";
import { readContent } from "../load/read-content.ts";
import type { Settings } from "../load/settings.ts";
import { KINDS } from "../model/kinds.ts";
import { createUrls } from "../site/urls.ts";

export function formerIds(settings: Settings): AstroIntegration {
  const urls = createUrls({ base: settings.basePath, site: settings.siteUrl });
  return {
    name: "soundings-former-ids",
    hooks: {
      "astro:config:setup": async ({ updateConfig }) => {
        const { files } = readContent(settings.contentDir);
        const redirects: Record<string, string> = {}; // e.g. "/claims/old-id" → "/news/claims/new-id/"
        for (const { kind, id, text } of files) {
          const former = parseEntryFile(text).data?.["formerIds"];
          if (!Array.isArray(former)) continue;
          for (const old of former) redirects[`/${KINDS[kind].path}/${String(old)}`] = urls.hrefFor({ kind, id });
        }
        updateConfig({ redirects });
      },
    },
  };
}
