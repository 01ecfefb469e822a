/** Content collections over our own reader, so that the site and the check read the same files in the same way. */
import type { Loader, LoaderContext } from "astro/loaders";
import { relative, resolve } from "node:path";
import { KINDS, type Kind } from "../model/kinds.ts";
import { parseEntryFile, parseYaml } from "./entry-file.ts";
import { readContent } from "./read-content.ts";
import { waitAfter } from "./reread-content.ts";
import { readSettings } from "./settings.ts";

/** Loads the entries of one kind. Faults are the check's to report; here they are only kept out. */
export function entryLoader(kind: Kind): Loader {
  return watchingLoader(`soundings-${kind}`, KINDS[kind].folder, async ({ store, parseData, generateDigest, logger }, folder) => {
    const { files } = readContent(folder, [kind]);
    store.clear();
    for (const { id, file, text } of files) {
      const parsed = parseEntryFile(text);
      if (!parsed.data) continue;
      try {
        const data = await parseData({ id, data: parsed.data });
        store.set({ id, data, body: parsed.bodyText, digest: generateDigest(text) });
      } catch {
        // A build has been stopped by the gate before this; `npm run dev` goes on with the other entries.
        logger.error(`${file} is left out: it does not fit its schema. \`npm run check\` says where and why.`);
      }
    }
  });
}

/** Loads site.yaml as the one entry of its collection. */
export function siteLoader(): Loader {
  return watchingLoader("soundings-site", "site.yaml", async ({ store, parseData }, folder) => {
    const { site } = readContent(folder, []);
    store.clear();
    const parsed = site === null ? null : parseYaml(site).data;
    if (parsed) store.set({ id: "site", data: await parseData({ id: "site", data: parsed }) });
  });
}

/** A loader that loads again when something below `part` of the content folder changes in `npm run dev`. */
function watchingLoader(name: string, part: string, sync: (context: LoaderContext, folder: string) => Promise<void>): Loader {
  return {
    name,
    async load(context) {
      const folder = readSettings(process.env).contentDir;
      await sync(context, folder);
      const watched = resolve(folder, part);
      context.watcher?.add(watched);
      let timer: NodeJS.Timeout | undefined;
      for (const event of ["add", "change", "unlink"] as const) {
        context.watcher?.on(event, (path) => {
          if (!path.startsWith(watched)) return;
          clearTimeout(timer);
          timer = setTimeout(
            () => {
              sync(context, folder).catch((error: unknown) => context.logger.error(String(error)));
            },
            waitAfter(folder, [relative(folder, path)]),
          );
        });
      }
    },
  };
}
