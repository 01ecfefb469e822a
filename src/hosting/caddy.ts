/** A site of Caddy for the built site, as text. */
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

/**
 * For a Caddyfile. The matchers of one header exclude each other: of two that match, the general one could win. @param address of the site:
 * "example.org", for which Caddy gets a certificate itself. @param root as for nginx.
 */
export function formatCaddy({ basePath, policy, moves }: BuiltSite, address: string, root: string): string {
  const paths = (folders: readonly string[]) => folders.map((folder) => `${basePath}${folder}*`).join(" ");
  return `${NOTICE}
${address} {
	root * ${root}
	${COMPRESSED_NOTICE}
	encode zstd gzip
${moves.map(({ from, to }) => `\tredir ${from} ${to} 301\n`).join("")}${basePath === "/" ? "" : `\tredir ${basePath.slice(0, -1)} ${basePath} 302\n`}	file_server {
		precompressed br gzip
	}

	header {
${Object.entries(HOST_HEADERS)
  .map(([name, value]) => `\t\t${name} ${quote(value)}`)
  .join("\n")}
	}
	@embeds {
		path ${paths([EMBED_FOLDER])}
		path */ *.html
	}
	@pages {
		not path ${paths([EMBED_FOLDER])}
		path */ *.html
	}
	header @embeds Content-Security-Policy ${quote(policy)}
	header @pages Content-Security-Policy ${quote(framedPolicy(policy))}
	@drawings path *.svg
	header @drawings Content-Security-Policy ${quote(DRAWING_POLICY)}
	@hashed path ${paths([HASHED_FOLDER])}
	@named not path ${paths([HASHED_FOLDER])}
	header @hashed Cache-Control ${quote(IMMUTABLE)}
	header @named Cache-Control ${REVALIDATE}
	@open path ${paths(OPEN_FOLDERS)}
	header @open Access-Control-Allow-Origin *
${Object.entries(MEDIA_TYPES)
  .map(
    ([ending, type]) =>
      `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}${type.startsWith("text/") ? "; charset=utf-8" : ""}"`,
  )
  .join("\n")}
	@sums path */SHA256SUMS
	header @sums Content-Type "text/plain; charset=utf-8"

	handle_errors {
		@missing expression {http.error.status_code} == 404
		rewrite @missing ${basePath}404.html
		file_server
	}
}
`;
}
