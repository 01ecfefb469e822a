/** A plain Astro site for the bench: the same Markdown in a collection, the same number of pages, a layout of a few lines, nothing else. */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** @param folder of the new project; @param content that of the entries; @param pages how many to make: those without an entry are lists. */
export async function writePlainSite(folder: string, content: string, pages: number): Promise<void> {
  const files: Record<string, string> = {
    "package.json": `{ "type": "module" }`,
    "astro.config.mjs": `export default { build: { inlineStylesheets: "never" }, devToolbar: { enabled: false }, markdown: { syntaxHighlight: false } };`,
    "src/content.config.ts": `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = { entries: defineCollection({ loader: glob({ pattern: "**/*.md", base: ${JSON.stringify(resolve(content))} }) }) };
`,
    "src/pages/[...path].astro": `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  const entries = await getCollection("entries");
  const lists = Array.from({ length: Math.max(0, ${pages} - entries.length) }, (_, i) => ({ params: { path: \`lists/\${i}\` }, props: { listed: entries.slice(i, i + 30) } }));
  return [...entries.map((entry) => ({ params: { path: entry.id }, props: { entry } })), ...lists];
}
const { entry, listed = [] } = Astro.props;
const { Content } = entry ? await render(entry) : { Content: null };
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry?.id ?? "List"}</title></head>
  <body>
    <h1>{entry?.data.title ?? entry?.id ?? "List"}</h1>
    {entry && <dl>{Object.entries(entry.data).map(([name, value]) => <><dt>{name}</dt><dd>{JSON.stringify(value)}</dd></>)}</dl>}
    {Content && <Content />}
    <ul>{listed.map(({ id }) => <li><a href={\`/\${id}/\`}>{id}</a></li>)}</ul>
  </body>
</html>
`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "dir");
}
