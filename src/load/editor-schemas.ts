/**
 * What the Astro extension of VS Code reads to complete and mark front matter: `.astro/collections/`, with a JSON schema for each kind and
 * a map from each file to its kind. Astro's own `experimental.contentIntellisense` would map only the entries that were there and right
 * when it started, and mark the date 2012, which YAML reads as a number. So that option stays off, and this writes the folder. The map
 * holds absolute addresses, so it cannot be committed.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { frontMatterSchema } from "../check/front-matter-schema.ts";
import { KIND_NAMES, KINDS } from "../model/kinds.ts";
import { siteSchema } from "../model/site.ts";
import { termsSchema } from "../model/terms.ts";
import { readContent, type ContentFile } from "./read-content.ts";

export const SCHEMA_FOLDER = ".astro/collections";

/** Writes the schemas and the map below `root`, the folder that is opened in VS Code; what has not changed is left alone. */
export async function writeEditorSchemas(root: string, contentDir: string): Promise<{ entries: number }> {
  const { files } = readContent(contentDir);
  const folder = join(root, SCHEMA_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of editorFiles(resolve(contentDir), files)) {
    const path = join(folder, name);
    const there = await readFile(path, "utf8").catch(() => null); // the first time there is none
    if (there !== text) await writeFile(path, text);
  }
  return { entries: files.length };
}

/** The files by name, the map last: when the language server reads it again, the schemas that it names are there. */
function editorFiles(contentDir: string, files: readonly Pick<ContentFile, "kind" | "file">[]): [name: string, text: string][] {
  return [
    ...KIND_NAMES.map((kind): [string, string] => schemaFile(collectionOf(kind), KINDS[kind].schema)),
    schemaFile("soundings-site", siteSchema),
    schemaFile("soundings-terms", termsSchema),
    [
      "collections.json",
      toJson({
        collections: KIND_NAMES.map((kind) => ({ hasSchema: true, name: collectionOf(kind) })),
        entries: Object.fromEntries(files.map(({ kind, file }) => [toKey(join(contentDir, file)), collectionOf(kind)])),
      }),
    ],
  ];
}

/** Not the name of Astro's collection: Astro writes a schema of its own under that one whenever it runs. */
function collectionOf(kind: keyof typeof KINDS): string {
  return `soundings-${KINDS[kind].folder}`; // e.g. "soundings-claims"
}

/** The address of a file as the language server looks it up: "file:///home/ada/soundings/content/claims/some-id.md". */
function toKey(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

function schemaFile(collection: string, schema: Parameters<typeof frontMatterSchema>[0]): [name: string, text: string] {
  return [`${collection}.schema.json`, toJson(frontMatterSchema(schema))];
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
