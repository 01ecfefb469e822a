/** The middleware of a build: what would be made of the same values as last time is taken from then. */
import displayFont from "@fonts/newsreader-display.woff2?url";
import italicFont from "@fonts/newsreader-italic.woff2?url";
import textFont from "@fonts/newsreader-text.woff2?url";
import sansFont from "@fonts/public-sans.woff2?url";
import { defineMiddleware } from "astro:middleware";
import { recordReads } from "../graph/reads.ts";
import { loadSite } from "../load/dossier.ts";
import { openKeptPages, type KeptPages } from "../load/kept-pages.ts";
import { readSettings } from "../load/settings.ts";

const fonts = [displayFont, italicFont, textFont, sansFont];
let pages: Promise<KeptPages | null> | undefined;

export const onRequest = defineMiddleware(async ({ url: { pathname }, props }, next) => {
  pages ??= openPages();
  const kept = await pages;
  if (!kept) return next();
  const found = kept.find(pathname, props);
  if (found) return new Response(Buffer.from(found));
  const { value, reads } = await recordReads(async () => {
    const response = await next();
    return { response, body: new Uint8Array(await response.arrayBuffer()) };
  });
  if (reads && value.response.ok) kept.keep(pathname, props, reads, value.body);
  return new Response(value.body, value.response);
});

async function openPages(): Promise<KeptPages | null> {
  const { observer } = await loadSite();
  return openKeptPages(readSettings(process.env), fonts, observer);
}
