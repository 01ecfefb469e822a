/** A built folder over HTTP, under its base path, as a static host would serve it. */
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** @param outDir the built folder; @param basePath the path it is served under, with both slashes. */
export function createSiteHandler(outDir: string, basePath: string): RequestListener {
  // dev: files are looked up at each request, since a build may replace them while this runs.
  const serve = sirv(outDir, { dev: true, etag: true });
  const notFound = readFileSync(join(outDir, "404.html"));
  return (request, response) => {
    const missing = () => void response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(notFound);
    if (!request.url?.startsWith(basePath)) {
      if (`${request.url}/` === basePath) return void response.writeHead(302, { location: basePath }).end();
      return missing();
    }
    request.url = `/${request.url.slice(basePath.length)}`;
    // A build may take a file away after it was looked up: that answer is cut off, and the server goes on.
    response.on("pipe", (file) => file.on("error", () => response.destroy()));
    try {
      serve(request, response, missing);
    } catch {
      response.writeHead(503, { "retry-after": "1" }).end();
    }
  };
}
