/** `npm run preview`: serves the built folder at a printed address, under the base path, as a static host would. */
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { readSettings } from "../src/load/settings.ts";
import { createSiteHandler } from "./serve.ts";

const { outDir, basePath } = readSettings(process.env);
if (!existsSync(join(outDir, "index.html"))) {
  console.error(`There is nothing in ${outDir}/ yet. Run \`npm run build\` first, or \`npm start\` for both.`);
  process.exit(1);
}
const server = createServer(createSiteHandler(outDir, basePath));

let port = Number(process.env["PORT"] ?? 4321);
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE" || process.env["PORT"]) throw error;
  server.listen(++port);
});
server.on("listening", () => console.log(`Serving ${outDir}/ at http://localhost:${port}${basePath} (Ctrl-C stops it)`));
server.listen(port);
