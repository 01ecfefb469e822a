/** A server of nginx for the built site, as text. */
import { sha256 } from "../model/sha256.ts";
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
import { COMPRESSED_NOTICE, escapePattern, NOTICE } from "./server-text.ts";

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
  const at = (folder: string, rest = "") => quote(`~^${escapePattern(basePath + folder)}${rest}`);
  const own = sha256(name + basePath).slice(0, 8); // variables are those of all sites of an nginx, and a long name is too much for it
  return `${NOTICE}
map $uri $soundings_policy_${own} {
  default "";
  ~\\.svg$ ${quote(DRAWING_POLICY)};
  ${at(EMBED_FOLDER, ".*(/|\\.html)$")} ${quote(policy)};
  ~(/|\\.html)$ ${quote(framedPolicy(policy))};
}
map $uri $soundings_cache_${own} {
  default ${REVALIDATE};
  ${at(HASHED_FOLDER)} ${quote(IMMUTABLE)};
}
map $uri $soundings_origin_${own} {
  default "";
${OPEN_FOLDERS.map((folder) => `  ${at(folder)} "*";`).join("\n")}
}

server {
  listen 80;
  listen [::]:80;
  server_name ${name};

  # For HTTPS, instead of the two lines above, with the server at the end of this file for port 80:
  # listen 443 ssl;
  # listen [::]:443 ssl;
  # http2 on; # from nginx 1.25.1 on; before that, each of the two lines ends in "443 ssl http2;"
  # ssl_certificate /etc/ssl/…;
  # ssl_certificate_key /etc/ssl/…;

  root ${quote(root)};
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
  add_header Content-Security-Policy $soundings_policy_${own} always;
  add_header Cache-Control $soundings_cache_${own} always;
  add_header Access-Control-Allow-Origin $soundings_origin_${own};

  error_page 404 ${quote(`${basePath}404.html`)};
  error_page 403 =404 ${quote(`${basePath}404.html`)}; # a folder without a page
${moves.map(({ from, to }) => `  location = ${quote(from)} { return 301 ${quote(to)}; }\n`).join("")}  location ${quote(basePath)} {
    try_files $uri $uri/ =404;
  }
}

# server {
#   listen 80;
#   listen [::]:80;
#   server_name ${name};
#   return 301 https://${name}$request_uri;
# }
`;
}

/** quote('say "x"') → '"say \\"x\\""' */
function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
