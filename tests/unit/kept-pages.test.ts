import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { onceFor } from "../../src/graph/once-for.ts";
import { Observer, recordReads } from "../../src/graph/reads.ts";
import { KeptPages } from "../../src/load/kept-pages.ts";

interface Claim {
  text: string;
  status: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
});

const upper = onceFor((claim: Claim) => ({ text: claim.text.toUpperCase() }));

/** A build: takes the page from the last one, or makes it. */
async function build(
  claim: Claim,
  { props = {}, path = "/claims/oil/", code = "1" }: { props?: unknown; path?: string; code?: string } = {},
): Promise<"kept" | "made"> {
  const observer = new Observer();
  const observed = observer.observe("claim/oil", claim);
  const pages = new KeptPages(folder, code, observer);
  const page = `<p>${claim.text.toUpperCase()}</p>`;
  const kept = pages.find(path, props);
  if (kept) {
    expect(Buffer.from(kept).toString()).toBe(page);
    return "kept";
  }
  const { value, reads } = await recordReads(() => Promise.resolve(`<p>${upper(observed).text}</p>`));
  if (reads) pages.keep(path, props, reads, Buffer.from(value));
  return "made";
}

const claim: Claim = { text: "Oil.", status: "asserted" };

test("takes a page from the last build as long as all that it was made of is the same", async () => {
  expect(await build(claim)).toBe("made");
  expect(await build(claim)).toBe("kept");
  expect(await build({ ...claim, status: "denied" })).toBe("kept");
  expect(await build({ ...claim, text: "Reeds." })).toBe("made");
  expect(await build({ ...claim, text: "Reeds." })).toBe("kept");
  expect(await build(claim)).toBe("made");
});

test("makes it anew for other properties, by other code, and for another path", async () => {
  await build(claim, { props: { next: "reeds" } });
  expect(await build(claim, { props: { next: "reeds" } })).toBe("kept");
  expect(await build(claim, { props: { next: "oars" } })).toBe("made");
  expect(await build(claim, { props: { next: "oars" }, path: "/embed/claims/oil/" })).toBe("made");
  expect(await build(claim, { props: { next: "oars" }, code: "2" })).toBe("made");
});

test.each(["cut off", "empty", "changed", "of another form", "gone"])("does not trust a file that is %s", async (how) => {
  await build(claim);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (how === "cut off") truncateSync(path, text.length - 3);
    if (how === "empty") truncateSync(path, 0);
    if (how === "changed") writeFileSync(path, text.replace("OIL", "TAR"));
    if (how === "of another form") writeFileSync(path, "{}\n<p>OIL.</p>");
    if (how === "gone" && name.startsWith("reads-")) rmSync(path);
  }
  expect(await build(claim)).toBe("made");
  expect(await build(claim)).toBe("kept");
});
