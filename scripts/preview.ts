/** `npm run preview`: serves the built folder at a printed address, under the base path, as a static host would. */
import { createServer } from "node:http";
import { formatRestored, restoreLast } from "./build-folders.ts";
import { readBuiltPathOrExit, readSettingsOrExit } from "./settings-or-exit.ts";
import { createSiteHandler } from "./serve.ts";

const settings = readSettingsOrExit();
const { outDir } = settings;
if (restoreLast(outDir)) console.warn(formatRestored(outDir));
const basePath = readBuiltPathOrExit(settings, ", or `npm start` for both");
const server = createServer(createSiteHandler(outDir, basePath));

const wanted = process.env["PORT"];
let port = Number(wanted ?? 4321);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${wanted}". Write a number from 1 to 65535.`);
  process.exit(1);
}
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  if (wanted) {
    console.error(`Port ${port} is taken. Name another with PORT, or leave PORT out to take the next free one.`);
    process.exit(1);
  }
  server.listen(++port);
});
server.on("listening", () => console.log(`Serving ${outDir}/ at http://localhost:${port}${basePath} (Ctrl-C stops it)`));
server.listen(port);
