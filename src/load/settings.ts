/** The settings of a build, from environment variables, with defaults that work. */

export interface Settings {
  /** Folder of the dossier. */
  contentDir: string;
  /** Canonical origin, e.g. "https://example.org". */
  siteUrl: string;
  /** False while SITE_URL is unset: the site then names localhost as its home. */
  hasSiteUrl: boolean;
  /** Path the site is served under; starts and ends with a slash. */
  basePath: string;
  outDir: string;
}

/** What to say of a content folder that is not there. */
export function missingFolder(contentDir: string): string {
  return `There is no folder ${contentDir}/. CONTENT_DIR names the folder of the dossier; without it, content/ is read.`;
}

/** Throws a plain Error that names the variable when one of them cannot be used. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const port = /^\d+$/.test(env["PORT"] ?? "") ? env["PORT"] : "4321";
  const siteUrl = env["SITE_URL"] || `http://localhost:${port}`;
  if (!URL.canParse(siteUrl) || !/^https?:$/.test(new URL(siteUrl).protocol)) {
    throw new Error(`SITE_URL is "${siteUrl}". Write an origin such as https://example.org.`);
  }
  return {
    contentDir: (env["CONTENT_DIR"] || "content").replace(/(?<=.)\/+$/, ""),
    siteUrl: new URL(siteUrl).origin,
    hasSiteUrl: Boolean(env["SITE_URL"]),
    basePath: `/${(env["BASE_PATH"] ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/"),
    outDir: (env["OUT_DIR"] || "dist").replace(/(?<=.)\/+$/, ""),
  };
}
