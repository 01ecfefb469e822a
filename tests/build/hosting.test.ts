/** What Netlify, Cloudflare Pages and GitHub Pages read from the built folder itself. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBuiltSite } from "../../scripts/read-built-site.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

interface Rule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

describe.each(SITE_NAMES)("the site %s", (name) => {
  const { dir, base } = SITES[name];

  test("gives every page one policy, which only embeds lack frame-ancestors in", async () => {
    const rules = readRules(await readFile(join(dir, "_headers"), "utf8"));
    const { pages, policy } = await readBuiltSite(dir, base);
    const wrong = pages
      .filter((page) => page !== "404.html") // it stands at every address that is none of the rules'
      .filter((page) => {
        const own = headersAt(rules, base + page.replace(/index\.html$/, ""));
        const framed = page.startsWith("embed/") ? policy : `${policy}; frame-ancestors 'none'`;
        return own["Content-Security-Policy"]?.join() !== framed || own["X-Content-Type-Options"]?.join() !== "nosniff";
      });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(pages.length).toBeGreaterThan(1000);
  });

  test("gives no address one header twice: hosts differ in what they make of it", async () => {
    const rules = readRules(await readFile(join(dir, "_headers"), "utf8"));
    const files = await listFiles(dir);
    const twice = files.filter((file) =>
      Object.values(headersAt(rules, base + file.replace(/(^|\/)index\.html$/, "$1"))).some((values) => values.length > 1),
    );
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

  test("may be published from a branch on GitHub Pages", async () => {
    expect(await readFile(join(dir, ".nojekyll"), "utf8")).toBe("");
  });
});

/** `*` stands for anything, `:name` for one part of a path; both hosts take a path with and without its last slash for the same. */
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

function splitAt(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign);
  return [line.slice(0, at), line.slice(at + sign.length)];
}
