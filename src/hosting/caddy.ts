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
import { COMPRESSED_NOTICE, escapePattern, NOTICE } from "./server-text.ts";

/** What no answer is compressed of, so that all others may differ by what a reader takes. */
const COMPRESSED_ALREADY = ["png", "woff2", "zip"];

/**
 * For a Caddyfile. The matchers of one header exclude each other: of two that match, the general one could win. A matcher fits where all
 * its kinds do, and of one kind (`path`) any. What the answer for a
 * missing file is given by the address of that file is set anew for the page that it is. @param address of the site:
 * "example.org", for which Caddy gets a certificate itself. @param root as for nginx.
 */
export function formatCaddy({ basePath, policy, moves }: BuiltSite, address: string, root: string): string {
  const paths = (folders: readonly string[]) => folders.map((folder) => quote(`${basePath}${folder}*`)).join(" ");
  return `${NOTICE}
${address} {
	root * ${quote(root)}
	${COMPRESSED_NOTICE}
	encode zstd gzip
${moves.map(({ from, to }) => `\tredir ${quote(from)} ${quote(to)} 301\n`).join("")}${basePath === "/" ? "" : `\tredir ${quote(basePath.slice(0, -1))} ${quote(basePath)} 302\n`}	file_server {
		precompressed br gzip
	}

	header {
${Object.entries(HOST_HEADERS)
  .map(([name, value]) => `\t\t${name} ${quote(value)}`)
  .join("\n")}
	}
	@embeds {
		path_regexp ${quote(`^${escapePattern(basePath + EMBED_FOLDER)}`)}
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
	@coded not path ${COMPRESSED_ALREADY.map((ending) => `*.${ending}`).join(" ")}
	header @coded {
		Vary Accept-Encoding
		defer
	}

	handle_errors {
		@missing expression {http.error.status_code} == 404
		header @missing {
			Content-Type "text/html; charset=utf-8"
			Content-Security-Policy ${quote(framedPolicy(policy))}
			Cache-Control ${REVALIDATE}
			-Access-Control-Allow-Origin
		}
		rewrite @missing ${quote(`${basePath}404.html`)}
		file_server
	}
}
`;
}

/** quote('say "x"') → '"say \\"x\\""': Caddy takes a backslash before anything else as it stands. */
function quote(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}
