import { defineConfig } from "astro/config";
import { contentGate } from "./src/integrations/content-gate.ts";
import { fontSubsets } from "./src/integrations/font-subsets.ts";
import { keptPages } from "./src/integrations/kept-pages.ts";
import { licences } from "./src/integrations/licences.ts";
import { liveCheck } from "./src/integrations/live-check.ts";
import { oneSheet } from "./src/integrations/one-sheet.ts";
import { plainFiles } from "./src/integrations/plain-files.ts";
import { siteMap } from "./src/integrations/site-map.ts";
import { editorSchemas } from "./src/integrations/editor-schemas.ts";
import { readSettings } from "./src/load/settings.ts";

const settings = readSettings(process.env);

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  outDir: settings.outDir,
  output: "static",
  trailingSlash: "always",
  prerenderConflictBehavior: "error",
  // "jsx" would drop the space between text and an inline tag on the next line.
  compressHTML: true,
  build: { format: "directory", inlineStylesheets: "never", concurrency: 1 },
  devToolbar: { enabled: false },
  // Nothing is highlighted here, and the highlighter would need inline styles.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  // Small scripts of one kind of page stand in it. Two are files: that of every page, which is fetched once, and that of the page for lost
  // addresses, whose hash would else be in the policy of every page.
  vite: { build: { assetsInlineLimit: (file) => (/\b(Base|404|Embed)\.astro/.test(file) ? false : undefined) } },
  integrations: [
    contentGate(settings),
    plainFiles(settings),
    fontSubsets(settings),
    keptPages(),
    liveCheck(settings),
    editorSchemas(settings),
    siteMap(settings),
    licences(),
    oneSheet(),
  ],
});
