/** `npm run preview`: serves the built folder at a printed address, under the base path, as a static host would. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { readSettings } from "../src/load/settings.ts";

const { outDir, basePath } = readSettings(process.env);
if (!existsSync(join(outDir, "index.html"))) {
  console.error(`There is nothing in ${outDir}/ yet. Run \`npm run build\` first, or \`npm start\` for both.`);
  process.exit(1);
}
const serve = sirv(outDir, { dev: false, etag: true });
const notFound = readFileSync(join(outDir, "404.html"));

const server = createServer((request, response) => {
  const missing = () => response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(notFound);
  if (!request.url?.startsWith(basePath)) {
    if (`${request.url}/` === basePath) return void response.writeHead(302, { location: basePath }).end();
    return void missing();
  }
  request.url = `/${request.url.slice(basePath.length)}`;
  serve(request, response, missing);
});

let port = Number(process.env["PORT"] ?? 4321);
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE" || process.env["PORT"]) throw error;
  server.listen(++port);
});
server.on("listening", () => console.log(`Serving ${outDir}/ at http://localhost:${port}${basePath} (Ctrl-C stops it)`));
server.listen(port);
