/**
 * `_headers` and `_redirects` as Netlify and Cloudflare Pages read them. Where two rules match an address and name one header, the one host
 * takes the last and the other joins them; so no two rules here give the same header to one address.
 */
import { type BuiltSite } from "./built-site.ts";
import { HASHED_FOLDER, HOST_HEADERS, IMMUTABLE, OPEN_FOLDERS, pagePolicy, type Headers } from "./headers.ts";

/** The policy of drawings is left out: neither host can tell files by their ending. So is that of 404.html at addresses without a file. */
export function formatHeadersFile({ basePath, pages, policy }: BuiltSite): string {
  const rules: [pattern: string, headers: Headers][] = [
    [`${basePath}*`, HOST_HEADERS],
    [`${basePath}${HASHED_FOLDER}*`, { "Cache-Control": IMMUTABLE }],
    ...OPEN_FOLDERS.map((folder): [string, Headers] => [`${basePath}${folder}*`, { "Access-Control-Allow-Origin": "*" }]),
    ...patternsOf(pages).map((pattern): [string, Headers] => [
      basePath + pattern,
      { "Content-Security-Policy": pagePolicy(pattern, policy) },
    ]),
  ];
  return rules
    .map(([pattern, headers]) => [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"))
    .join("\n");
}

export function formatRedirectsFile({ moves }: BuiltSite): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}

/**
 * patternsOf(["index.html", "claims/a/index.html", "claims/b/index.html"]) → ["", "claims/:folder2/", "claims/:folder2/index.html", "index.html"]:
 * pages of one folder and depth are one. Cloudflare leads from the file to its folder; Netlify sends it, and takes it for a folder.
 */
function patternsOf(pages: readonly string[]): string[] {
  const folders = pages.filter((page) => /(^|\/)index\.html$/.test(page)).map((page) => page.replace(/index\.html$/, ""));
  const patterns = folders.map((folder) =>
    folder.replace(
      /(?<=\/)[^/]+\/?/g,
      (name, at: number) => `:folder${folder.slice(0, at).split("/").length}${name.endsWith("/") ? "/" : ""}`,
    ),
  );
  const files = patterns
    .filter((pattern) => !patterns.includes(`${pattern}:folder${pattern.split("/").length}/`)) // which takes the file for one of its folders
    .map((pattern) => `${pattern}index.html`);
  return [...new Set([...patterns, ...files, ...pages.filter((page) => page === "404.html")])].sort();
}
