/**
 * The configurations for nginx and Caddy, with these servers themselves: every file of a site, at the root and under a path. Where a server
 * is not installed its tests are skipped, but not in CI, which sets CI_HOSTS.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBuiltSite } from "../../scripts/read-built-site.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { HOST_FILES } from "../../src/hosting/built-site.ts";
import { formatCaddy } from "../../src/hosting/caddy.ts";
import { headersOf, HOST_HEADERS } from "../../src/hosting/headers.ts";
import { formatNginx } from "../../src/hosting/nginx.ts";
import { hasBrotli, isInstalled, startCaddy, startNginx, type RunningServer, type ServerName } from "../setup/servers.ts";
import { MINIMAL_CONTENT, runBuild } from "../setup/sites.ts";

const HOST = "example.org";
const SERVERS: readonly ServerName[] = ["nginx", "caddy"];
const BASES = ["/", "/some/base/"];

/** Root folder of a server by base path; the site lies in it at that path. */
const roots = new Map<string, string>();
const folders: string[] = [];

beforeAll(async () => {
  for (const base of BASES) {
    const root = await mkdtemp(join(tmpdir(), "soundings hosts-"));
    folders.push(root);
    const out = join(root, base, base === "/" ? "site" : "");
    await mkdir(dirname(out), { recursive: true });
    const { status, output } = await runBuild({ content: MINIMAL_CONTENT, out, base });
    expect(status, output).toBe(0);
    const child = spawn(process.execPath, ["scripts/compress-site.ts"], { env: { ...process.env, OUT_DIR: out }, stdio: "ignore" });
    expect(await once(child, "close")).toEqual([0, null]);
    roots.set(base, base === "/" ? out : root);
  }
}, 180_000);

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe.each(SERVERS)("%s", (name) => {
  describe.skipIf(!isInstalled(name) && !process.env["CI_HOSTS"]).each(BASES)("with the site at %s", (base) => {
    let server: RunningServer;
    let dir: string;
    let policy: string;

    beforeAll(async () => {
      const root = roots.get(base) ?? expect.unreachable();
      dir = join(root, base);
      const site = await readBuiltSite(join(dir, "."), base);
      policy = site.policy;
      server = name === "nginx" ? await startNginx(formatNginx(site, HOST, root)) : await startCaddy(formatCaddy(site, HOST, root), HOST);
    });
    afterAll(() => server.stop());

    const ask = (path: string, headers: Record<string, string> = {}) => answerTo(`${server.origin}${base}${path}`, headers);

    test("every file of the manifest comes whole, with its headers, plain and compressed", async () => {
      const { files } = JSON.parse(await readFile(join(dir, "manifest.json"), "utf8")) as { files: Record<string, string> };
      const faults: string[] = [];
      const fault = (path: string, what: string, is: unknown) => faults.push(`${path}: ${what} ${String(is)}`);
      for (const [path, sum] of Object.entries(files)) {
        if (isOfHost(path)) continue;
        const address = path.replace(/(^|\/)index\.html$/, "$1");
        for (const coding of ["identity", "gzip", "br"]) {
          const { status, headers, body } = await ask(address, { "accept-encoding": coding });
          if (status !== 200) fault(path, "status", status);
          if (sha256(decode(body, headers["content-encoding"])) !== sum)
            fault(path, `other bytes as ${coding}`, headers["content-encoding"]);
          for (const [header, value] of Object.entries({ ...HOST_HEADERS, ...headersOf(path, policy) })) {
            if (headers[header.toLowerCase()] !== value) fault(path, header, headers[header.toLowerCase()]);
          }
          if (!headersOf(path, policy)["Access-Control-Allow-Origin"] && headers["access-control-allow-origin"]) fault(path, "open", true);
          if (!headers["etag"]) fault(path, "ETag", headers["etag"]);
        }
      }
      expect(faults.slice(0, 20)).toEqual([]);
      expect(Object.keys(files).length).toBeGreaterThan(300);
    });

    test("types are those that readers of the files expect", async () => {
      const typeOf = async (path: string) => (await ask(path)).headers["content-type"]?.toLowerCase().replace(/;\s+/, "; ");
      expect({
        page: await typeOf(""),
        style: await typeOf(await firstFile(dir, /^_astro\/.*\.css$/)),
        script: await typeOf(await firstFile(dir, /^_astro\/.*\.js$/)),
        font: await typeOf(await firstFile(dir, /\.woff2$/)),
        icon: await typeOf("icon.svg"),
        table: await typeOf("data/v1/claims.csv"),
        database: await typeOf("data/v1/dataset.sqlite"),
        places: await typeOf("data/v1/places.geojson"),
        notes: await typeOf("data/v1/README.md"),
        sums: await typeOf("data/v1/SHA256SUMS"),
        calendar: await typeOf(await firstFile(dir, /\.ics$/)),
        json: await typeOf("data/v1/dossier.json"),
      }).toEqual({
        page: "text/html; charset=utf-8",
        style: "text/css; charset=utf-8",
        script: expect.stringMatching(/^(text|application)\/javascript; charset=utf-8$/) as string,
        font: "font/woff2",
        icon: expect.stringMatching(/^image\/svg\+xml/) as string,
        table: "text/csv; charset=utf-8",
        database: "application/vnd.sqlite3",
        places: expect.stringMatching(/^application\/geo\+json/) as string,
        notes: "text/markdown; charset=utf-8",
        sums: expect.stringMatching(/^text\/plain/) as string,
        calendar: "text/calendar; charset=utf-8",
        json: expect.stringMatching(/^application\/json/) as string,
      });
    });

    test("what was compressed before is sent as it is", async () => {
      const { headers, body } = await ask("claims/", { "accept-encoding": "gzip" });
      expect(headers).toMatchObject({ "content-encoding": "gzip", vary: expect.stringMatching(/accept-encoding/i) as string });
      expect(body.length).toBe((await stat(join(dir, "claims/index.html.gz"))).size);
      if (name === "nginx" && !(await hasBrotli())) return;
      const brotli = await ask("claims/", { "accept-encoding": "br" });
      expect(brotli.headers["content-encoding"]).toBe("br");
      expect(brotli.body.length).toBe((await stat(join(dir, "claims/index.html.br"))).size);
    });

    test("a folder without its slash leads to the page, an old id to the new one", async () => {
      const folder = await ask("claims");
      expect([301, 308]).toContain(folder.status);
      expect(new URL(folder.headers["location"] ?? "", `${server.origin}${base}`).pathname).toBe(`${base}claims/`);
      const old = await ask("sources/tidings-march/");
      expect(old.status).toBe(301);
      expect(new URL(old.headers["location"] ?? "", server.origin).pathname).toBe(`${base}sources/tidings-2031-03-05/`);
    });

    test.each([
      "no/such/page/",
      "nosuch",
      "missing.csv",
      "missing.md",
      "missing.svg",
      "_astro/missing.css",
      "embed/missing/",
      "data/v1/none.csv",
      "data/v1/charts/", // a folder without a page
    ])("an address without a file, %s, is answered by the page for that, with 404 and the headers of that page", async (path) => {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(404);
      expect(sha256(body)).toBe(sha256(await readFile(join(dir, "404.html"))));
      for (const [header, value] of Object.entries({ ...HOST_HEADERS, ...headersOf("404.html", policy) })) {
        expect(headers[header.toLowerCase()], header).toBe(value);
      }
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    });

    test("only pages and drawings have a policy", async () => {
      const { headers } = await ask(await firstFile(dir, /^embed\/.*\.json$/));
      expect(headers["content-security-policy"]).toBeUndefined();
    });

    test("a cache is told that the same address may be answered compressed", async () => {
      for (const path of ["claims/", "trust.txt", await firstFile(dir, /\.csv$/), await firstFile(dir, /^_astro\/.*\.css$/)]) {
        for (const coding of ["identity", "gzip"]) {
          const { headers } = await ask(path, { "accept-encoding": coding });
          expect(headers["vary"], `${path} as ${coding}`).toMatch(/^accept-encoding$/i);
        }
      }
    });

    test("a file that the reader has is not sent again", async () => {
      const { headers } = await ask("claims/", { "accept-encoding": "gzip" });
      const again = await ask("claims/", { "accept-encoding": "gzip", "if-none-match": headers["etag"] ?? "" });
      expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    });

    test("a change on disk is sent at the next request", async () => {
      await copyFile(join(dir, "icon.svg"), join(dir, "other.svg"));
      expect((await ask("other.svg")).status).toBe(200);
      await rm(join(dir, "other.svg"));
      expect((await ask("other.svg")).status).toBe(404);
    });
  });
});

describe.skipIf(!isInstalled("nginx") && !process.env["CI_HOSTS"])("one nginx", () => {
  test("sends each of two sites its own policy", async () => {
    const root = roots.get("/") ?? expect.unreachable();
    const site = await readBuiltSite(root, "/");
    const policies = { "a.example": "default-src 'none'", "b.example": "default-src 'self'" };
    const server = await startNginx(Object.entries(policies).map(([host, policy]) => formatNginx({ ...site, policy }, host, root)).join("")); // prettier-ignore
    try {
      for (const [host, policy] of Object.entries(policies)) {
        const { headers } = await answerTo(`${server.origin}/`, { host });
        expect(headers["content-security-policy"]).toBe(`${policy}; frame-ancestors 'none'`);
      }
    } finally {
      await server.stop();
    }
  });
});

/** What a host reads itself and need not send. */
function isOfHost(path: string): boolean {
  return HOST_FILES.includes(path) || path === "404.html" || path.includes("tidings-march");
}

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Without the decoding and the redirects of fetch. */
function answerTo(address: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer["headers"], body: Buffer.concat(parts) }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

function decode(body: Buffer, coding: string | undefined): Buffer {
  if (coding === "gzip") return gunzipSync(body);
  return coding === "br" ? brotliDecompressSync(body) : body;
}

async function firstFile(dir: string, pattern: RegExp): Promise<string> {
  const { files } = JSON.parse(await readFile(join(dir, "manifest.json"), "utf8")) as { files: Record<string, string> };
  return Object.keys(files).find((path) => pattern.test(path)) ?? expect.unreachable();
}
