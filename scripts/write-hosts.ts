/** `npm run hosts -- [ROOT]`: configurations of servers for the site as it is built, into `hosts/`. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cloudFrontPolicies } from "../src/hosting/cloudfront.ts";
import { formatCaddy } from "../src/hosting/caddy.ts";
import { formatNginx } from "../src/hosting/nginx.ts";
import { readBuiltSite } from "./read-built-site.ts";
import { exitWithoutBuild, readSettingsOrExit } from "./settings-or-exit.ts";

const USAGE = `Usage: npm run hosts -- [ROOT]

Writes hosts/nginx.conf, hosts/Caddyfile and hosts/cloudfront/*.json for the built site in OUT_DIR. Give SITE_URL and BASE_PATH
as for the build. ROOT is the folder on the server in which the site lies at its base path; without it, /var/www/site.`;

const FOLDER = "hosts";
const [root = "/var/www/site", more] = process.argv.slice(2);
if (more !== undefined || root.startsWith("-")) {
  console.error(USAGE);
  process.exit(root === "--help" ? 0 : 2);
}
const { outDir, basePath, siteUrl, hasSiteUrl } = readSettingsOrExit();
exitWithoutBuild(outDir);
const site = await readBuiltSite(outDir, basePath);
const host = hasSiteUrl ? new URL(siteUrl).hostname : "example.org";
const files: [path: string, text: string][] = [
  ["nginx.conf", formatNginx(site, host, root)],
  ["Caddyfile", formatCaddy(site, host, root)],
  ...cloudFrontPolicies(site).map(({ name, config }): [string, string] => [
    `cloudfront/${name}.json`,
    `${JSON.stringify(config, null, 2)}\n`,
  ]),
];
await mkdir(join(FOLDER, "cloudfront"), { recursive: true });
for (const [path, text] of files) {
  await writeFile(join(FOLDER, path), text);
  console.log(join(FOLDER, path));
}
console.log(`The site goes to ${root}${basePath} on the server. docs/deploy.md says where each file goes.`);
