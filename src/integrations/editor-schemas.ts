/** While `npm run dev` serves, VS Code knows every entry: its map is written at the start, and again when a file comes or goes. */
import type { AstroIntegration } from "astro";
import { resolve, sep } from "node:path";
import { writeEditorSchemas } from "../load/editor-schemas.ts";
import type { Settings } from "../load/settings.ts";

export function editorSchemas({ contentDir }: Settings): AstroIntegration {
  return {
    name: "soundings-editor-schemas",
    hooks: {
      "astro:server:setup": async ({ server, logger }) => {
        const write = () => writeEditorSchemas(".", contentDir).catch((error: unknown) => logger.error(String(error)));
        const folder = resolve(contentDir) + sep;
        let soon: NodeJS.Timeout | undefined; // a change of branch adds and removes many files at once
        for (const event of ["add", "unlink"] as const) {
          server.watcher.on(event, (path) => {
            if (!path.startsWith(folder)) return;
            clearTimeout(soon);
            soon = setTimeout(() => void write(), 200);
          });
        }
        await write();
      },
    },
  };
}
