/** A built folder over HTTP, under its base path, with the answers and headers that a host should give. */
import { readFileSync, statSync, type Stats } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import sirv from "sirv";
import { policyOf } from "../src/hosting/built-site.ts";
import { headersOf, MEDIA_TYPES } from "../src/hosting/headers.ts";

/** @param outDir the built folder; @param basePath the path it is served under, with both slashes. */
export function createSiteHandler(outDir: string, basePath: string): RequestListener {
  // dev: files are looked up at each request, since a build may replace them while this runs.
  const serve = sirv(outDir, { dev: true, etag: true, dotfiles: true, gzip: true, brotli: true, setHeaders });
  const lost = createReader(join(outDir, "404.html"));

  function setHeaders(response: ServerResponse, path: string): void {
    const file = path.replace(/^\//, "").replace(/(?<=^|\/)$/, "index.html");
    for (const [name, value] of Object.entries(headersOf(file, lost().policy))) response.setHeader(name, value);
    const type = MEDIA_TYPES[extname(file).slice(1)] ?? (extname(file) === "" ? "text/plain" : undefined);
    if (type) response.setHeader("Content-Type", type.startsWith("text/") ? `${type}; charset=utf-8` : type);
  }

  return (request, response) => {
    const missing = () => {
      const { html, policy } = lost();
      response.writeHead(404, { ...headersOf("404.html", policy), "Content-Type": "text/html; charset=utf-8" }).end(html);
    };
    const { url = "/" } = request;
    const [pathname = "/"] = url.split("?");
    const query = url.slice(pathname.length);
    if (`${pathname}/` === basePath) return void response.writeHead(301, { location: basePath + query }).end();
    if (!url.startsWith(basePath) || pathname.includes("//")) return missing(); // "//name/" would be another host
    if (!pathname.endsWith("/")) {
      const found = findWithin(outDir, decodePath(pathname.slice(basePath.length)));
      if (found?.isDirectory()) return void response.writeHead(301, { location: `${pathname}/${query}` }).end();
      if (!found) return missing(); // sirv would look for "claims.html" too
    }
    request.url = `/${url.slice(basePath.length)}`;
    // A build may take a file away after it was looked up: that answer is cut off, and the server goes on.
    response.on("pipe", (file) => file.on("error", () => response.destroy()));
    try {
      serve(request, response, missing);
    } catch {
      response.writeHead(503, { "retry-after": "1" }).end();
    }
  };
}

/** The page for lost addresses and the policy that it states, as the last build wrote them. */
function createReader(file: string): () => { html: string; policy: string } {
  const read = () => {
    const html = readFileSync(file, "utf8");
    return { html, policy: policyOf(html) ?? "" };
  };
  const stampOf = () => {
    const { ino, mtimeMs } = statSync(file);
    return `${ino} ${mtimeMs}`;
  };
  let [page, stamp] = [read(), stampOf()];
  return () => {
    try {
      const now = stampOf();
      if (now !== stamp) [page, stamp] = [read(), now];
    } catch {
      // In the midst of a swap there is none; the next request reads it.
    }
    return page;
  };
}

/** What lies at a path that does not lead out of `outDir`: no answer tells what else is on the machine. */
function findWithin(outDir: string, path: string): Stats | undefined {
  const place = resolve(outDir, path);
  return `${place}${sep}`.startsWith(`${resolve(outDir)}${sep}`) ? statSync(place, { throwIfNoEntry: false }) : undefined;
}

/** A path that cannot be decoded stays as it is, and leads to nothing. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
