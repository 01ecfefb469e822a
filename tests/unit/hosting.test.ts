import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { describeSite, basePathOf, homeOf, readFacts, type BuiltSite } from "../../src/hosting/built-site.ts";
import { formatCaddy } from "../../src/hosting/caddy.ts";
import { CLOUDFRONT_FUNCTION, cloudFrontPolicies } from "../../src/hosting/cloudfront.ts";
import { headersOf, MEDIA_TYPES } from "../../src/hosting/headers.ts";
import { formatHeadersFile, formatRedirectsFile } from "../../src/hosting/netlify.ts";
import { formatNginx } from "../../src/hosting/nginx.ts";
import { escapePattern } from "../../src/hosting/server-text.ts";

const page = (policy: string, rest = "") => readFacts(`<meta http-equiv="content-security-policy" content="${policy}">${rest}`);
const POLICY = "default-src 'none'; script-src 'sha256-a='";
const site = describeSite(
  new Map([
    ["index.html", page("default-src 'none';  script-src 'sha256-a=';")],
    ["404.html", page(POLICY)],
    ["claims/index.html", page(POLICY)],
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

describe("the home page", () => {
  const naming = (href: string) => `<link rel="canonical" href="${href}">`;

  test("says for which host and path the site was built", () => {
    expect(homeOf(naming("https://example.org/news/"))).toMatchObject({ hostname: "example.org", pathname: "/news/" });
  });

  test("says so of a build without an address too, and nothing where it names none", () => {
    expect([basePathOf(naming("http://localhost:4321/news/caf%C3%A9/")), basePathOf("")]).toEqual(["/news/café/", null]);
  });

  test.each([naming("http://localhost:4321/"), naming("/news/"), ""])(
    "of a build without an address, %s, is refused with what to set",
    (html) => {
      expect(() => homeOf(html)).toThrow("Set SITE_URL, and BASE_PATH of a site under a path, and build again.");
    },
  );
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
      "/news/404.html",
      "/news/claims/",
      "/news/claims/:folder2/",
      "/news/claims/:folder2/index.html",
      "/news/embed/:folder2/:folder3/",
      "/news/embed/:folder2/:folder3/index.html",
      "/news/index.html",
    ]);
    expect(formatRedirectsFile(site)).toBe("/news/claims/old/ /news/claims/a/ 301\n");
  });

  test("of nginx and Caddy escape what a value may have", () => {
    const moves = [{ from: "/a.b/old one/", to: "/a.b/new/" }];
    const odd = { ...site, basePath: "/a.b/", policy: 'say "x"', moves };
    const nginx = formatNginx(odd, "example.org", "/srv/my site");
    expect(nginx).toContain('"~^/a\\\\.b/embed/.*(/|\\\\.html)$" "say \\"x\\"";');
    expect(nginx).toContain('root "/srv/my site";');
    expect(nginx).toContain('location = "/a.b/old one/" { return 301 "/a.b/new/"; }');
    const caddy = formatCaddy(odd, "example.org", "/srv/my site");
    expect(caddy).toContain('path_regexp "^/a\\.b/embed/"');
    expect(caddy).toContain('header @embeds Content-Security-Policy "say \\"x\\""');
    expect(caddy).toContain('root * "/srv/my site"');
    expect(caddy).toContain('redir "/a.b/old one/" "/a.b/new/" 301');
  });

  test("of nginx have variables of their own for each host and path", () => {
    const names = (host: string, basePath: string) => formatNginx({ ...site, basePath }, host, "/srv").match(/(?<=^map \$uri )\S+/gm) ?? [];
    const all = [names("a-b.example", "/"), names("a.b.example", "/"), names("a.b.example", "/news/")].flat();
    expect(all).toHaveLength(9);
    expect(new Set(all)).toHaveProperty("size", 9);
  });
});

/** Files of every kind that the headers tell apart, below the base path. */
const FILES = [
  "index.html",
  "404.html",
  "claims/a/index.html",
  "claims/a/index.json",
  "claims/a/matrix.svg",
  "data/index.html",
  "data/v1/claims.csv",
  "data/v1/charts/strikes.svg",
  "data/v1/SHA256SUMS",
  "feeds/timeline/atom.xml",
  "feeds/mark.svg",
  "embed/claims/a/index.html",
  "embed/claims/a/oembed.json",
  "embed/claims/a/card.svg",
  "_astro/page.1234.css",
  ".well-known/security.txt",
];

describe("CloudFront", () => {
  test.each(["/", "/news/"])("gives every file its headers, with the site at %s", (basePath) => {
    const at = { ...site, basePath };
    for (const file of FILES) {
      const { "Cache-Control": _, ...wanted } = headersOf(file, POLICY); // which the objects of the bucket have
      const headers = headersAt(at, basePath + file.replace(/(^|\/)index\.html$/, "$1"));
      expect({ file, ...headers }).toMatchObject({ file, ...wanted });
      expect(headers["Access-Control-Allow-Origin"], file).toBe(wanted["Access-Control-Allow-Origin"]);
    }
  });

  test("binds browsers to HTTPS, and no other site on its host to our policy", () => {
    expect(headersAt(site, "/news")).toMatchObject({ "Strict-Transport-Security": "max-age=31536000" });
    expect(headersAt(site, "/newsletter/")).toEqual({});
    expect(headersAt({ ...site, basePath: "/" }, "/newsletter/")["Content-Security-Policy"]).toContain("frame-ancestors");
  });

  test("is told the type of each file that may have an unknown one, in docs/deploy.md", async () => {
    const guide = await readFile("docs/deploy.md", "utf8");
    for (const [ending, type] of Object.entries(MEDIA_TYPES)) {
      expect(guide).toContain(ending === "woff2" ? `.woff2" --content-type ${type} ` : `\n.${ending} ${type}`);
    }
    for (const { name, behaviours } of cloudFrontPolicies(site)) {
      expect(guide).toMatch(
        new RegExp(`\\| \`${name}\\.json\` .*\\| ${escapePattern(behaviours.map((pattern) => `\`${pattern}\``).join(", "))} +\\|`),
      );
    }
  });

  test.each(FILES)("its function finds %s", (file) => {
    const uri = `/news/${file}`;
    expect(answerTo(uri.replace(/\/index\.html$/, "/"))).toEqual({ uri, querystring: {} });
  });

  test("its function leads to the slash with the query, and to no other host", () => {
    const to = (uri: string, querystring = {}) => answerTo(uri, querystring).headers?.location.value;
    expect(to("/news")).toBe("/news/");
    expect(to("/news/claims/a")).toBe("/news/claims/a/");
    expect(to("/news/search", { q: { value: "a%26b" }, all: { value: "" } })).toBe("/news/search/?q=a%26b&all");
    expect(to("/news/search", { kind: { value: "b", multiValue: [{ value: "a" }, { value: "b" }] } })).toBe("/news/search/?kind=a&kind=b");
    expect(to("//evil.example/foo")).toBe("/evil.example/foo/");
    expect(to("/\\evil.example/foo")).toBe("/evil.example/foo/");
    expect(answerTo("//evil.example/")).toMatchObject({ uri: "/evil.example/index.html" });
  });
});

/** What the behaviours of a distribution add at an address: the first whose pattern fits decides, and "*" stands for anything. */
function headersAt(built: BuiltSite, address: string): Record<string, string> {
  const fits = (pattern: string) =>
    pattern === "Default (*)" || new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(address);
  const found = cloudFrontPolicies(built).find(({ behaviours }) => behaviours.some(fits));
  if (!found) return {};
  const { SecurityHeadersConfig: own, CustomHeadersConfig: custom, CorsConfig: cors } = found.config as ResponseHeadersPolicy;
  return {
    "Content-Security-Policy": own.ContentSecurityPolicy.ContentSecurityPolicy,
    "X-Content-Type-Options": "nosniff", // the one value that the field has
    "Referrer-Policy": own.ReferrerPolicy.ReferrerPolicy,
    "Strict-Transport-Security": `max-age=${own.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    ...(cors && { "Access-Control-Allow-Origin": cors.AccessControlAllowOrigins.Items.join() }),
  };
}

interface ResponseHeadersPolicy {
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: string };
    ReferrerPolicy: { ReferrerPolicy: string };
    StrictTransportSecurity: { AccessControlMaxAgeSec: number };
  };
  CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
  CorsConfig?: { AccessControlAllowOrigins: { Items: string[] } };
}

interface FunctionAnswer {
  uri?: string;
  headers?: { location: { value: string } };
}

/** The request that the function passes on, or the redirect that it answers. */
function answerTo(uri: string, querystring: object = {}): FunctionAnswer {
  return runInNewContext(`${CLOUDFRONT_FUNCTION};handler(event)`, { event: { request: { uri, querystring } } }) as FunctionAnswer;
}
