/** A built folder over HTTP, under its base path, with the answers and headers that a host should give. */
import { readFileSync, statSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import sirv from "sirv";
import { policyOf } from "../src/hosting/built-site.ts";
import { headersOf, MEDIA_TYPES } from "../src/hosting/headers.ts";

/** @param outDir the built folder; @param basePath the path it is served under, with both slashes. */
export function createSiteHandler(outDir: string, basePath: string): RequestListener {
  // dev: files are looked up at each request, since a build may replace them while this runs.
  const serve = sirv(outDir, { dev: true, etag: true, dotfiles: true, gzip: true, brotli: true, setHeaders });
  const notFound = readFileSync(join(outDir, "404.html"), "utf8");
  const policy = policyOf(notFound) ?? "";

  function setHeaders(response: ServerResponse, path: string): void {
    const file = path.replace(/^\//, "").replace(/(?<=^|\/)$/, "index.html");
    for (const [name, value] of Object.entries(headersOf(file, policy))) response.setHeader(name, value);
    const type = MEDIA_TYPES[extname(file).slice(1)] ?? (extname(file) === "" ? "text/plain" : undefined);
    if (type) response.setHeader("Content-Type", type.startsWith("text/") ? `${type}; charset=utf-8` : type);
  }

  return (request, response) => {
    const missing = () =>
      void response.writeHead(404, { ...headersOf("404.html", policy), "Content-Type": "text/html; charset=utf-8" }).end(notFound);
    const { url = "/" } = request;
    const [pathname = "/"] = url.split("?");
    const query = url.slice(pathname.length);
    if (`${pathname}/` === basePath) return void response.writeHead(301, { location: basePath + query }).end();
    if (!url.startsWith(basePath) || pathname.includes("//")) return missing(); // "//name/" would be another host
    if (!pathname.endsWith("/") && isFolder(join(outDir, decodePath(pathname.slice(basePath.length))))) {
      return void response.writeHead(301, { location: `${pathname}/${query}` }).end();
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A path that cannot be decoded stays as it is, and leads to nothing. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
