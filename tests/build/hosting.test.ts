/** What Netlify, Cloudflare Pages and GitHub Pages read from the built folder itself. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readBuiltSite } from "../../scripts/read-built-site.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { HOST_FILES } from "../../src/hosting/built-site.ts";
import { CLOUDFRONT_FUNCTION } from "../../src/hosting/cloudfront.ts";
import { HASHED_FOLDER, headersOf, HOST_HEADERS } from "../../src/hosting/headers.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

interface Rule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

describe.each(SITE_NAMES)("the site %s", (name) => {
  const { dir, base } = SITES[name];

  test("gives every file its headers, at its folder and as a file, but drawings no policy", async () => {
    const rules = readRules(await readFile(join(dir, "_headers"), "utf8"));
    const { policy } = await readBuiltSite(dir, base);
    const wrong = (await listFiles(dir)).flatMap((file) => {
      const wanted = { ...headersOf(file, policy), ...HOST_HEADERS };
      return [file, file.replace(/(^|\/)index\.html$/, "$1")].flatMap((address) => {
        const found = headersAt(rules, base + address);
        return Object.keys({ ...wanted, ...found })
          .filter((name) => found[name]?.join() !== wanted[name] && !isLeft(name, file, found[name]))
          .map((name) => `${address} ${name}: ${String(found[name])}`);
      });
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test("gives no address one header twice: hosts differ in what they make of it", async () => {
    const rules = readRules(await readFile(join(dir, "_headers"), "utf8"));
    const files = await listFiles(dir);
    const addresses = files.flatMap((file) => [file, file.replace(/(^|\/)index\.html$/, "$1")]);
    const twice = addresses.filter((address) => Object.values(headersAt(rules, base + address)).some((values) => values.length > 1));
    expect(twice.slice(0, 5)).toEqual([]);
    const [hashed = ""] = files.filter((file) => file.startsWith("_astro/"));
    expect(headersAt(rules, base + hashed)["Cache-Control"]).toEqual(["public, max-age=31536000, immutable"]);
    expect(headersAt(rules, `${base}data/v1/claims.csv`)["Access-Control-Allow-Origin"]).toEqual(["*"]);
    expect(headersAt(rules, `${base}claims/`)["Access-Control-Allow-Origin"]).toBeUndefined();
  });

  test("keeps to what Cloudflare Pages takes: 100 rules, 2,000 characters a line", async () => {
    const text = await readFile(join(dir, "_headers"), "utf8");
    expect(readRules(text).length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  test("has no file that the function of CloudFront takes for a folder", async () => {
    const files = (await listFiles(dir)).filter((file) => !HOST_FILES.includes(file));
    const handler = runInNewContext(`${CLOUDFRONT_FUNCTION};handler`) as (event: object) => { uri?: string };
    const lost = files.filter((file) => {
      const uri = base + file.replace(/(^|\/)index\.html$/, "$1");
      return handler({ request: { uri, querystring: {} } }).uri !== base + file;
    });
    expect(lost.slice(0, 5)).toEqual([]);
  });

  test("may be published from a branch on GitHub Pages", async () => {
    expect(await readFile(join(dir, ".nojekyll"), "utf8")).toBe("");
  });
});

/** `*` stands for anything, `:name` for one part of a path; Netlify takes a path with and without its last slash for the same. */
function readRules(text: string): Rule[] {
  return text
    .trim()
    .split("\n\n")
    .map((block) => {
      const [path = "", ...lines] = block.split("\n");
      const pattern = path
        .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
        .replace(/\*/g, ".*")
        .replace(/:\w+/g, "[^/]+")
        .replace(/\/$/, "/?");
      return { pattern: new RegExp(`^${pattern}$`), headers: lines.map((line) => splitAt(line.trim(), ": ")) };
    });
}

function headersAt(rules: readonly Rule[], address: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { pattern, headers } of rules) {
    if (!pattern.test(address)) continue;
    for (const [name, value] of headers) (found[name] ??= []).push(value);
  }
  return found;
}

/** What the rules cannot tell, or what both hosts do without one. */
function isLeft(name: string, file: string, found: string[] | undefined): boolean {
  if (name === "Cache-Control") return found === undefined && !file.startsWith(HASHED_FOLDER); // both have files asked for again
  if (name !== "Content-Security-Policy") return false;
  return file.endsWith(".svg") ? found === undefined : !file.endsWith(".html"); // a policy does nothing to what is no document
}

function splitAt(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign);
  return [line.slice(0, at), line.slice(at + sign.length)];
}
