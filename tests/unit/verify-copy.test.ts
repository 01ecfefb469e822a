import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSiteHandler } from "../../scripts/serve.ts";
import { formatVerdict, readSums, verifyCopy, type Sums } from "../../scripts/verify-copy.ts";
import { writeManifest } from "../../scripts/write-manifest.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-"));
const site = join(folder, "site");
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
let sums: Sums = {};
beforeEach(async () => {
  rmSync(site, { recursive: true, force: true });
  write("index.html", "home");
  write("404.html", "lost");
  write("claims/oil/index.html", "oil");
  write("data/v1/claims.csv", "id\r\n");
  await writeManifest(site);
  sums = await readSums(site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a copy in a folder", () => {
  test("is right where every byte is", async () => {
    const verdict = await verifyCopy(site, sums);
    expect(verdict).toEqual({ right: 4, changed: [], missing: [], moved: [], extra: [] });
    expect(formatVerdict(verdict)).toBe("4 files are as the manifest says.");
    expect(await readSums(join(site, "manifest.json"))).toEqual(sums);
  });

  test("is not where a file was changed, lost or added", async () => {
    write("index.html", "home, changed");
    write("new.html", "new");
    rmSync(join(site, "claims/oil/index.html"));
    const verdict = await verifyCopy(site, sums);
    expect(verdict).toEqual({ right: 2, changed: ["index.html"], missing: ["claims/oil/index.html"], moved: [], extra: ["new.html"] });
    expect(formatVerdict(verdict)).toBe(
      "2 files are as the manifest says.\n1 has other bytes:\n  index.html\n1 is missing:\n  claims/oil/index.html\n1 is there and not in the manifest:\n  new.html",
    );
  });

  test("may have compressed files that say the same", async () => {
    writeFileSync(join(site, "index.html.gz"), gzipSync("home"));
    writeFileSync(join(site, "index.html.br"), brotliCompressSync("home"));
    expect(await verifyCopy(site, sums)).toMatchObject({ right: 4, changed: [], extra: [] });
    writeFileSync(join(site, "index.html.gz"), gzipSync("another home"));
    write("404.html.br", "lost");
    write("gone.html.gz", "");
    expect(await verifyCopy(site, sums)).toMatchObject({ changed: ["404.html.br", "index.html.gz"], extra: ["gone.html.gz"] });
  });

  test("without a manifest, or with one that is none, cannot be verified", async () => {
    rmSync(join(site, "manifest.json"));
    await expect(readSums(site)).rejects.toThrow(`There is no manifest.json at ${site}. \`npm run build\` writes one: dist/manifest.json.`);
    await expect(readSums(join(site, "kept.json"))).rejects.toThrow(`There is no file at ${join(site, "kept.json")}.`);
    for (const text of ["[]", "null", "", "<p>", '{ "files": ["index.html"] }', '{ "files": { "index.html": "home" } }']) {
      write("manifest.json", text);
      await expect(readSums(site), text).rejects.toThrow(`What is at ${site}/manifest.json is no manifest of a build`);
    }
  });

  test("cannot be verified by a manifest that lists nothing", async () => {
    write("manifest.json", '{ "algorithm": "SHA-256", "files": {} }');
    await expect(readSums(site)).rejects.toThrow(`The manifest at ${site}/manifest.json lists no file`);
  });

  test("that is not there is named", async () => {
    const gone = join(folder, "gone");
    const words = `There is no folder ${gone}. Give the folder of a built site, such as dist`;
    await expect(readSums(gone)).rejects.toThrow(words);
    await expect(verifyCopy(gone, sums)).rejects.toThrow(words);
    await expect(readSums("localhost:4788")).rejects.toThrow("Of an address the beginning is needed too: http://localhost:4788");
    await expect(readSums(join(site, "index.html"))).rejects.toThrow("There is no folder");
  });
});

describe("a copy at an address", () => {
  let home = "";
  const redirects = new Map<string, string>();
  const server = createServer((request, response) => {
    const location = redirects.get(request.url ?? "");
    if (location) response.writeHead(301, { location }).end();
    else createSiteHandler(site, "/news/")(request, response);
  });
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/`; // it listens on a port, so the address is no pipe
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("is asked for each file as its readers ask", async () => {
    expect(await verifyCopy(home, await readSums(home))).toEqual({ right: 4, changed: [], missing: [], moved: [], extra: [] });
    rmSync(join(site, "data/v1/claims.csv"));
    write("claims/oil/index.html", "ink");
    const verdict = await verifyCopy(home.replace(/\/$/, ""), sums);
    expect(verdict).toMatchObject({ right: 2, changed: ["claims/oil/index.html"], missing: ["data/v1/claims.csv"] });
  });

  test("need not send what hosts read, and may lead on where an address is old", async () => {
    write("_headers", "/*\n");
    write(".nojekyll", "");
    write("claims/ink/index.html", "moved");
    rmSync(join(site, "manifest.json"));
    await writeManifest(site);
    const kept = await readSums(site);
    for (const path of ["_headers", ".nojekyll", "claims/ink/index.html"]) rmSync(join(site, path));
    redirects.set("/news/claims/ink/", "/news/claims/oil/");
    const verdict = await verifyCopy(home, kept);
    expect(verdict).toEqual({ right: 4, changed: [], missing: [], moved: ["claims/ink/index.html"], extra: [] });
    expect(formatVerdict(verdict)).toContain("1 leads to another page by a redirect of the host:\n  claims/ink/index.html");

    redirects.set("/news/claims/ink/", "/login/"); // no page of the site
    expect(await verifyCopy(home, kept)).toMatchObject({ moved: [], missing: ["claims/ink/index.html"] });
  });

  test("that does not answer is named, with what is wrong and what to look at", async () => {
    const idle = createServer();
    await once(idle.listen(0, "127.0.0.1"), "listening");
    const { port } = idle.address() as AddressInfo; // as above
    await once(idle.close(), "close");
    const down = `http://127.0.0.1:${port}/news`;
    const words = (path: string) =>
      `${down}/${path} gave no answer (connect ECONNREFUSED 127.0.0.1:${port}). Expected is a copy of the site`;
    await expect(readSums(down)).rejects.toThrow(words("manifest.json"));
    await expect(verifyCopy(down, { "a/index.html": "" })).rejects.toThrow(words("a/"));
  });
});

test("the command says what is wrong without a stack, and fails", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/verify.ts", join(folder, "gone")], { encoding: "utf8" });
  expect(stderr).toMatch(/^There is no folder .*\n$/);
  expect(status).toBe(1);
});
