/** A server of nginx for the built site, as text. */
import { type BuiltSite } from "./built-site.ts";
import {
  DRAWING_POLICY,
  EMBED_FOLDER,
  framedPolicy,
  HASHED_FOLDER,
  HOST_HEADERS,
  IMMUTABLE,
  MEDIA_TYPES,
  OPEN_FOLDERS,
  REVALIDATE,
} from "./headers.ts";
import { COMPRESSED_NOTICE, NOTICE, quote } from "./server-text.ts";

/** What is text and not known to be by its main type. */
const COMPRESSED = [
  "application/atom+xml",
  "application/geo+json",
  "application/javascript",
  "application/json",
  "application/xml",
  "image/svg+xml",
  "text/calendar",
  "text/css",
  "text/csv",
  "text/javascript",
  "text/markdown",
  "text/plain",
  "text/x-opml",
  "text/xml",
];

/**
 * For a file in conf.d/, or any that is included in `http { … }`. @param name host name; @param root folder in which the site lies at its
 * base path: with "/news/" and "/var/www/site", `dist/` is at /var/www/site/news/.
 */
export function formatNginx({ basePath, policy, moves }: BuiltSite, name: string, root: string): string {
  const at = (folder: string) => `~^${escapePattern(basePath + folder)}`;
  return `${NOTICE}
map $uri $soundings_policy {
  default "";
  ~\\.svg$ ${quote(DRAWING_POLICY)};
  ${at(EMBED_FOLDER)}.*(/|\\.html)$ ${quote(policy)};
  ~(/|\\.html)$ ${quote(framedPolicy(policy))};
}
map $uri $soundings_cache {
  default ${REVALIDATE};
  ${at(HASHED_FOLDER)} ${quote(IMMUTABLE)};
}
map $uri $soundings_origin {
  default "";
${OPEN_FOLDERS.map((folder) => `  ${at(folder)} "*";`).join("\n")}
}

server {
  listen 80;
  listen [::]:80;
  server_name ${name};
  # For HTTPS: listen 443 ssl http2, ssl_certificate and ssl_certificate_key; the server on port 80 then only redirects.

  root ${root};
  index index.html;
  absolute_redirect off;
  charset utf-8;
  charset_types ${COMPRESSED.join(" ")};
  include /etc/nginx/mime.types;
  types {
${Object.entries(MEDIA_TYPES)
  .filter(([ending]) => ending !== "woff2") // which mime.types has, and nginx warns of a second one
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join("\n")}
  }
  default_type text/plain;

  ${COMPRESSED_NOTICE}
  gzip_static on;
  # brotli_static on; # with the module ngx_http_brotli_static_module
  gzip on;
  gzip_vary on;
  gzip_types ${COMPRESSED.join(" ")};

${Object.entries(HOST_HEADERS)
  .map(([header, value]) => `  add_header ${header} ${quote(value)} always;`)
  .join("\n")}
  add_header Content-Security-Policy $soundings_policy always;
  add_header Cache-Control $soundings_cache;
  add_header Access-Control-Allow-Origin $soundings_origin;

  error_page 404 ${basePath}404.html;
${moves.map(({ from, to }) => `  location = ${from} { return 301 ${to}; }\n`).join("")}  location ${basePath} {
    try_files $uri $uri/ =404;
  }
}
`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\]/g, "\\$&");
}
