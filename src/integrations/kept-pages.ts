/** `npm run build`: pages that an edit leaves as they were are taken from the build before. */
import type { AstroIntegration } from "astro";

export function keptPages(): AstroIntegration {
  return {
    name: "soundings-kept-pages",
    hooks: {
      "astro:config:setup": ({ command, addMiddleware }) => {
        if (command !== "build") return; // pages of `npm run dev` show an edit at once
        addMiddleware({ order: "pre", entrypoint: new URL("kept-pages-middleware.ts", import.meta.url) });
      },
    },
  };
}
