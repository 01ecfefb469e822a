import { describe, expect, test } from "vitest";
import { describeSite, readFacts } from "../../src/hosting/built-site.ts";
import { formatCaddy } from "../../src/hosting/caddy.ts";
import { cloudFrontPolicies } from "../../src/hosting/cloudfront.ts";
import { headersOf } from "../../src/hosting/headers.ts";
import { formatHeadersFile, formatRedirectsFile } from "../../src/hosting/netlify.ts";
import { formatNginx } from "../../src/hosting/nginx.ts";

const page = (policy: string, rest = "") => readFacts(`<meta http-equiv="content-security-policy" content="${policy}">${rest}`);
const POLICY = "default-src 'none'; script-src 'sha256-a='";
const site = describeSite(
  new Map([
    ["index.html", page("default-src 'none';  script-src 'sha256-a=';")],
    ["claims/a/index.html", page(POLICY)],
    ["claims/b/index.html", page(POLICY)],
    ["claims/old/index.html", page(POLICY, '<meta http-equiv="refresh" content="0;url=/news/claims/a/">')],
    ["embed/claims/a/index.html", page(POLICY)],
  ]),
  "/news/",
);

describe("a built site", () => {
  test("has one policy for all pages, and its old addresses lead on", () => {
    expect(site.policy).toBe(POLICY);
    expect(site.moves).toEqual([{ from: "/news/claims/old/", to: "/news/claims/a/" }]);
  });

  test("whose pages differ in their policy cannot be served with one", () => {
    const pages = new Map([["index.html", page("default-src 'none'")], ["a/index.html", page("default-src 'self'")]]); // prettier-ignore
    expect(() => describeSite(pages, "/")).toThrow("The pages state 2 content security policies");
    expect(() => describeSite(new Map([["index.html", readFacts("")]]), "/")).toThrow(
      "These pages state no content security policy: index.html.",
    );
  });
});

describe("headers", () => {
  test("close pages to frames but for embeds", () => {
    expect(headersOf("claims/a/index.html", POLICY)["Content-Security-Policy"]).toBe(`${POLICY}; frame-ancestors 'none'`);
    expect(headersOf("embed/claims/a/index.html", POLICY)["Content-Security-Policy"]).toBe(POLICY);
    expect(headersOf("claims/a/index.json", POLICY)["Content-Security-Policy"]).toBeUndefined();
  });

  test("let a drawing have its style and no script", () => {
    expect(headersOf("claims/a/chart.svg", POLICY)["Content-Security-Policy"]).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  test("keep for ever only what has a hash in its name", () => {
    expect(headersOf("_astro/a.1234.css", POLICY)["Cache-Control"]).toBe("public, max-age=31536000, immutable");
    expect(headersOf("icon.svg", POLICY)["Cache-Control"]).toBe("no-cache");
  });

  test.each(["data/v1/claims.csv", "feeds/timeline/atom.xml", "embed/claims/a/oembed.json"])("open %s to other sites", (path) => {
    expect(headersOf(path, POLICY)["Access-Control-Allow-Origin"]).toBe("*");
  });
});

describe("configurations", () => {
  test("of Netlify and Cloudflare Pages have a rule for pages of one folder, and real redirects", () => {
    const rules = formatHeadersFile(site)
      .split("\n")
      .filter((line) => line.startsWith("/"));
    expect(rules).toEqual([
      "/news/*",
      "/news/_astro/*",
      "/news/data/*",
      "/news/feeds/*",
      "/news/embed/*",
      "/news/",
      "/news/claims/:folder2/",
      "/news/embed/:folder2/:folder3/",
    ]);
    expect(formatRedirectsFile(site)).toBe("/news/claims/old/ /news/claims/a/ 301\n");
  });

  test("of nginx and Caddy escape what a value may have", () => {
    const odd = { ...site, basePath: "/a.b/", policy: 'say "x"' };
    expect(formatNginx(odd, "example.org", "/srv")).toContain('~^/a\\.b/embed/.*(/|\\.html)$ "say \\"x\\"";');
    expect(formatCaddy(odd, "example.org", "/srv")).toContain('header @embeds Content-Security-Policy "say \\"x\\""');
  });

  test("of CloudFront have the same headers for the same paths", () => {
    const policies = cloudFrontPolicies(site);
    expect(policies.map(({ name, behaviours }) => [name, ...behaviours])).toEqual([
      ["drawings", "*.svg"],
      ["embeds", "/news/embed/*"],
      ["open", "/news/data/*", "/news/feeds/*"],
      ["pages", "Default (*)"],
    ]);
    const [drawings, embeds, open, pages] = policies.map(({ config }) => config);
    const withPolicy = (ContentSecurityPolicy: string) => ({
      SecurityHeadersConfig: { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy } },
    });
    expect(drawings).toMatchObject(withPolicy("default-src 'none'; style-src 'unsafe-inline'"));
    expect(embeds).toMatchObject({ ...withPolicy(POLICY), CorsConfig: { AccessControlAllowOrigins: { Items: ["*"] } } });
    expect(open).toMatchObject({ CorsConfig: { AccessControlAllowOrigins: { Items: ["*"] } } });
    expect(pages).toMatchObject(withPolicy(`${POLICY}; frame-ancestors 'none'`));
    expect(pages).not.toHaveProperty("CorsConfig");
    expect(pages).toMatchObject({ SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 } } });
  });
});
