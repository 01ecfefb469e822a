/** The headers that every host of the site should send, by the path of a file. Each host's own configuration is made of these. */

export type Headers = Readonly<Record<string, string>>;

/** What a page of the site never asks a browser for. */
const UNUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];

/** For every answer of the host, that for an address without a file too. */
const COMMON_HEADERS: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** For hosts that answer by HTTPS, as all should: for a year, a browser that has been there asks for this host by HTTPS alone. */
const TRANSPORT_HEADERS: Headers = { "Strict-Transport-Security": "max-age=31536000" };

/** What a host sets once for all addresses. */
export const HOST_HEADERS: Headers = { ...COMMON_HEADERS, ...TRANSPORT_HEADERS };

/** The name of each file in it holds a hash of what is in the file. */
export const HASHED_FOLDER = "_astro/";
export const IMMUTABLE = "public, max-age=31536000, immutable";
export const REVALIDATE = "no-cache";

/** Made for frames on other sites. */
export const EMBED_FOLDER = "embed/";
/** For the scripts of other sites: the data, the feeds, and the oEmbed files. */
export const OPEN_FOLDERS = ["data/", "feeds/", EMBED_FOLDER] as const;

/** A drawing brings its own style, and is opened as a document of its own; scripts in it are none of ours. */
export const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The policy of a page, which a <meta> element states but for `frame-ancestors`. @param path of the page or of its folder, below the base path. */
export function pagePolicy(path: string, policy: string): string {
  return path.startsWith(EMBED_FOLDER) ? policy : framedPolicy(policy);
}

/** framedPolicy("default-src 'none'") → "default-src 'none'; frame-ancestors 'none'": what a <meta> element cannot say. */
export function framedPolicy(policy: string): string {
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * All headers of a file, but its type and that of HTTPS: headersOf("embed/claims/a/index.html", policy). @param path below the base path.
 * @param policy the one that the pages state themselves.
 */
export function headersOf(path: string, policy: string): Headers {
  return {
    ...COMMON_HEADERS,
    "Cache-Control": path.startsWith(HASHED_FOLDER) ? IMMUTABLE : REVALIDATE,
    ...(path.endsWith(".html") && { "Content-Security-Policy": pagePolicy(path, policy) }),
    ...(path.endsWith(".svg") && { "Content-Security-Policy": DRAWING_POLICY }),
    ...(OPEN_FOLDERS.some((folder) => path.startsWith(folder)) && { "Access-Control-Allow-Origin": "*" }),
  };
}

/** Types that a host may not know by the ending; text is UTF-8 throughout. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  cff: "text/plain",
  csv: "text/csv",
  geojson: "application/geo+json",
  ics: "text/calendar",
  md: "text/markdown",
  opml: "text/x-opml",
  sqlite: "application/vnd.sqlite3",
  woff2: "font/woff2",
};
