import { once } from "node:events";
import { mkdtempSync, renameSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocket, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSiteHandler } from "../../scripts/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
const outDir = join(folder, "dist");
const writeSite = (path: string, words: string) => {
  mkdirSync(path);
  for (const file of ["404.html", "index.html"]) writeFileSync(join(path, file), words);
};
writeSite(outDir, "old");
const server = createServer(createSiteHandler(outDir, "/"));
let home = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // it listens on a port, so the address is no pipe
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("serves the new build as soon as it has taken the place of the last", async () => {
  expect(await (await fetch(home)).text()).toBe("old");
  writeSite(`${outDir}.next`, "new");
  renameSync(outDir, `${outDir}.last`);
  renameSync(`${outDir}.next`, outDir);
  expect(await (await fetch(home)).text()).toBe("new");
});

test("sends the policy that the new pages state, also for an address without a file", async () => {
  const policyAt = async (path: string) => (await fetch(home + path)).headers.get("content-security-policy");
  for (const policy of ["default-src 'none'", "default-src 'self'"]) {
    rmSync(outDir, { recursive: true });
    writeSite(outDir, `<meta http-equiv="content-security-policy" content="${policy}">`);
    expect([await policyAt(""), await policyAt("nothing")]).toEqual(Array(2).fill(`${policy}; frame-ancestors 'none'`));
  }
});

test("no address answers for a page without its ending, or tells which folders the machine has", async () => {
  const statusAt = async (path: string) => (await fetch(home + path, { redirect: "manual" })).status;
  expect([await statusAt("404"), await statusAt("index"), await statusAt("..%2f..%2f..%2f..%2fetc"), await statusAt("%2fetc")]).toEqual(
    Array(4).fill(404),
  );
});

// A socket stands for a file that a swap took away: it is found, but cannot be read.
test.skipIf(process.platform === "win32")("a file that is found but gone when it is read ends that answer, not the server", async () => {
  const socket = createSocket().listen(join(outDir, "gone.css"));
  await once(socket, "listening");
  await expect(fetch(`${home}gone.css`).then((answer) => answer.text())).rejects.toThrow();
  socket.close();
  expect((await fetch(home)).status).toBe(200);
});
