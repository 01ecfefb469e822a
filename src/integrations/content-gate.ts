/** The build gate: the content check runs before Astro reads any entry, and an error stops the build. */
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { formatProblems } from "../check/format.ts";
import { checkedContent } from "../load/checked-content.ts";
import { isFolder } from "../load/read-content.ts";
import { missingFolder, type Settings } from "../load/settings.ts";

export function contentGate({ contentDir }: Settings): AstroIntegration {
  return {
    name: "soundings-content-gate",
    hooks: {
      // Here and not in astro:build:start: by then Astro has loaded the collections and stopped at the first fault, without its line.
      "astro:config:setup": ({ command }) => {
        if (!isFolder(contentDir)) throw new AstroError(missingFolder(contentDir));
        if (command !== "build") return;
        const errors = checkedContent(contentDir).problems.filter(({ severity }) => severity === "error");
        if (errors.length === 0) return;
        throw new AstroError(
          `The content check stopped the build.\n\n${formatProblems(errors, contentDir)}`,
          "Correct the entries named above. `npm run check` shows the warnings too.",
        );
      },
    },
  };
}
