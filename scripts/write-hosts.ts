/** `npm run hosts -- [ROOT]`: configurations of servers for the site as it is built, into `hosts/`. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { homeOf } from "../src/hosting/built-site.ts";
import { formatCaddy } from "../src/hosting/caddy.ts";
import { CLOUDFRONT_FUNCTION, cloudFrontPolicies } from "../src/hosting/cloudfront.ts";
import { formatNginx } from "../src/hosting/nginx.ts";
import { readBuiltSite } from "./read-built-site.ts";
import { exitWithoutBuild, readSettingsOrExit } from "./settings-or-exit.ts";

const USAGE = `Usage: npm run hosts -- [ROOT]

Writes hosts/nginx.conf, hosts/Caddyfile, hosts/cloudfront/*.json and hosts/cloudfront/function.js for the built site in OUT_DIR.
Host and path are those that it was built for. ROOT is the folder on the server in which the site lies at its base path; without it,
/var/www/site.`;

const FOLDER = "hosts";
const [root = "/var/www/site", more] = process.argv.slice(2);
if (more !== undefined || root.startsWith("-")) {
  console.error(USAGE);
  process.exit(root === "--help" ? 0 : 2);
}
const { outDir } = readSettingsOrExit();
exitWithoutBuild(outDir);
const { hostname, pathname } = await readHomeOrExit();
const basePath = decodeURI(pathname);
const site = await readBuiltSite(outDir, basePath);
const files: [path: string, text: string][] = [
  ["nginx.conf", formatNginx(site, hostname, root)],
  ["Caddyfile", formatCaddy(site, hostname, root)],
  ...cloudFrontPolicies(site).map(({ name, config }): [string, string] => [
    `cloudfront/${name}.json`,
    `${JSON.stringify(config, null, 2)}\n`,
  ]),
  ["cloudfront/function.js", CLOUDFRONT_FUNCTION],
];
await mkdir(join(FOLDER, "cloudfront"), { recursive: true });
for (const [path, text] of files) {
  await writeFile(join(FOLDER, path), text);
  console.log(join(FOLDER, path));
}
console.log(`The site goes to ${root}${basePath} on the server. docs/deploy.md says where each file goes.`);

async function readHomeOrExit(): Promise<URL> {
  try {
    return homeOf(await readFile(join(outDir, "index.html"), "utf8"));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
