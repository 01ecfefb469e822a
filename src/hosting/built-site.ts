/** What a host's configuration needs to know of a built site, read off its pages. */

/** An old address that leads on: paths with the base path, "/claims/old-id/". */
export interface Move {
  from: string;
  to: string;
}

export interface BuiltSite {
  /** Both slashes: "/" or "/news/". */
  basePath: string;
  /** Every HTML file below the base path: "claims/some-id/index.html". */
  pages: readonly string[];
  /** The content security policy that its pages state: one for all. */
  policy: string;
  moves: readonly Move[];
}

/** In the built folder for hosts to read; some of them send these to nobody. */
export const HOST_FILES: readonly string[] = ["_headers", "_redirects", ".nojekyll"];

/** What a host has to know of one page. */
export interface PageFacts {
  /** The content security policy that it states; null where it states none. */
  policy: string | null;
  /** Where it leads on by itself; null for a page that stays. */
  movedTo: string | null;
}

export function readFacts(html: string): PageFacts {
  return { policy: policyOf(html), movedTo: /<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1] ?? null };
}

/** @param pages the facts of each page by its path. Throws where pages state none or differ, since a host has one policy for all. */
export function describeSite(pages: ReadonlyMap<string, PageFacts>, basePath: string): BuiltSite {
  const bare = [...pages].filter(([, { policy }]) => policy === null).map(([path]) => path);
  if (bare.length > 0) throw new Error(`These pages state no content security policy: ${bare.slice(0, 5).join(", ")}.`);
  const policies = new Set([...pages.values()].map(({ policy }) => policy));
  const [policy, other] = policies;
  if (!policy || other !== undefined) {
    throw new Error(
      `The pages state ${policies.size} content security policies, and a host can send one: let Astro make one for all of them.`,
    );
  }
  const moves = [...pages].flatMap(([page, { movedTo: to }]) => (to ? [{ from: basePath + page.replace(/index\.html$/, ""), to }] : []));
  return { basePath, pages: [...pages.keys()], policy, moves };
}

/** policyOf(html) → "default-src 'none'; img-src 'self'; …"; null for a page that states none. */
export function policyOf(html: string): string | null {
  const [, policy] = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
  return policy === undefined ? null : policy.split(/;\s*/).filter(Boolean).join("; ");
}

/** The address that a home page names as its own: homeOf(html) → https://example.org/news/. Throws where it is that of a build without one. */
export function homeOf(html: string): URL {
  const home = canonicalOf(html);
  if (home && home.hostname !== "localhost") return home;
  throw new Error(
    `The home page names ${home?.href ?? "no address"} as its own. Set SITE_URL, and BASE_PATH of a site under a path, and build again.`,
  );
}

/** The path that a home page was built for, with both slashes; null where it names no address. */
export function basePathOf(html: string): string | null {
  const home = canonicalOf(html);
  return home && decodeURI(home.pathname);
}

function canonicalOf(html: string): URL | null {
  const [, href = ""] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  return URL.parse(href);
}
