/** Ids that were published and are gone, and a registry that is broken. */
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { contentOf } from "./builders.ts";
import { fault, faultOnDisk, inFolder } from "./fault.ts";
import { codesOf, expectNoProblems, MINIMAL } from "./minimal-dossier.ts";

/** Some of the ids of the minimal dossier. */
const LOCK = `# Made for the tests.
actors/ada-quill
analysis/two-patrols
claims/quill-oil
counts/tidings-march
sources/wire
`;
const TOTAL = MINIMAL["totals/tidings-march.md"] ?? "";

describe("a published id without an entry", () => {
  fault(
    "vanished-id",
    "a file that is renamed",
    { "ids.lock": LOCK, "totals/tidings-march.md": null, "totals/tidings-2031-march.md": TOTAL },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:5:1 error vanished-id
        \`counts/tidings-march\` was published, and no published total has the id \`tidings-march\` now or had it before.
        Did you rename it to \`tidings-2031-march\`? Then write \`formerIds: [tidings-march]\` into totals/tidings-2031-march.md. Otherwise put totals/tidings-march.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`."
    `),
  );
  fault(
    "vanished-id",
    "a file that is renamed again, with an older id on it",
    {
      "ids.lock": `${LOCK}counts/tidings-first\n`,
      "totals/tidings-march.md": null,
      "totals/tidings-march-31.md": TOTAL.replace("---\n", "---\nformerIds: [tidings-first]\n"),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:5:1 error vanished-id
        \`counts/tidings-march\` was published, and no published total has the id \`tidings-march\` now or had it before.
        Did you rename it to \`tidings-march-31\`? Then write \`formerIds: [tidings-first, tidings-march]\` into totals/tidings-march-31.md. Otherwise put totals/tidings-march.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`."
    `),
  );
  fault(
    "vanished-id",
    "a file that is renamed to something quite different, the only new one of its kind",
    { "ids.lock": LOCK, "totals/tidings-march.md": null, "totals/a-paper-counts-two.md": TOTAL },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:5:1 error vanished-id
        \`counts/tidings-march\` was published, and no published total has the id \`tidings-march\` now or had it before.
        Did you rename it to \`a-paper-counts-two\`? Then write \`formerIds: [tidings-march]\` into totals/a-paper-counts-two.md. Otherwise put totals/tidings-march.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`."
    `),
  );
  fault("vanished-id", "a file that is deleted", { "ids.lock": LOCK, "totals/tidings-march.md": null }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:5:1 error vanished-id
        \`counts/tidings-march\` was published, and no published total has the id \`tidings-march\` now or had it before.
        If it was renamed, write \`formerIds: [tidings-march]\` into the renamed file. Otherwise put totals/tidings-march.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`."
    `),
  );
  fault("vanished-id", "files that are gone, each at its line", { "ids.lock": `${LOCK}unknowns/b\ncontext/a\n` }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:7:1 error vanished-id
        \`unknowns/b\` was published, and no lead has the id \`b\` now or had it before.
        If it was renamed, write \`formerIds: [b]\` into the renamed file. Otherwise put leads/b.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`.
      ids.lock:8:1 error vanished-id
        \`context/a\` was published, and no series has the id \`a\` now or had it before.
        If it was renamed, write \`formerIds: [a]\` into the renamed file. Otherwise put series/a.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`."
    `),
  );
  fault("vanished-id", "the registry of another dossier", { "ids.lock": "claims/one\nclaims/two\n" }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:1:1 error vanished-id
        None of the 2 published ids is in this folder.
        If this is another dossier, which starts anew, delete ids.lock and run \`npm run ids\`. Otherwise put the entries back."
    `),
  );

  test("a former id of an entry of another kind leads to another address, and does not stand for it", () => {
    const lead = "---\nkind: known-unknown\ntitle: A third patrol\ndetail: Nobody names it.\nformerIds: [tidings-march]\n---\n";
    expect(codesOf({ "ids.lock": LOCK, "totals/tidings-march.md": null, "leads/third-patrol.md": lead })).toEqual([
      "ids.lock:5:1 vanished-id",
    ]);
  });
});

describe("lines that are no ids", () => {
  fault("bad-registry", "the folder of a kind instead of its address", { "ids.lock": `${LOCK}totals/tidings-march.md\n` }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:7:1 error bad-registry
        \`totals/tidings-march.md\` is not the address of an entry.
        Write \`counts/tidings-march\`. Otherwise take the file from the last commit and run \`npm run ids\`."
    `),
  );
  fault("bad-registry", "an address that no kind has", { "ids.lock": `${LOCK}claim/quill-oil\n` }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:7:1 error bad-registry
        \`claim/quill-oil\` is not the address of an entry.
        Did you mean \`claims/quill-oil\`? Otherwise take the file from the last commit and run \`npm run ids\`."
    `),
  );
  fault("bad-registry", "an id that is none", { "ids.lock": `${LOCK}claims/quill oil\nclaims\n` }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "ids.lock:7:1 error bad-registry
        \`claims/quill oil\` is not the address of an entry.
        Take the file from the last commit and run \`npm run ids\`.
      ids.lock:8:1 error bad-registry
        \`claims\` is not the address of an entry.
        Take the file from the last commit and run \`npm run ids\`."
    `),
  );
  fault(
    "bad-registry",
    "marks of a merge",
    { "ids.lock": `${LOCK}<<<<<<< ours\nsources/tidings\n=======\nsources/gazette\n>>>>>>> theirs\n` },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:7:1 error bad-registry
        A merge left its mark here.
        Delete the line, keep the ids of both sides, and run \`npm run ids\`, which sorts them.
      ids.lock:9:1 error bad-registry
        A merge left its mark here.
        Delete the line, keep the ids of both sides, and run \`npm run ids\`, which sorts them.
      ids.lock:11:1 error bad-registry
        A merge left its mark here.
        Delete the line, keep the ids of both sides, and run \`npm run ids\`, which sorts them."
    `),
  );
});

describe("a registry that cannot be read", () => {
  faultOnDisk(
    "unreadable-file",
    "an ids.lock that is a folder",
    {},
    (folder) => mkdir(join(folder, "ids.lock")).then(() => undefined),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:1:1 error unreadable-file
        This is not a plain file.
        Take the file from the last commit."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "an ids.lock that is empty",
    { "ids.lock": "" },
    () => Promise.resolve(),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "ids.lock:1:1 error unreadable-file
        The file is empty.
        Take the file from the last commit."
    `),
  );
});

describe("no problem is", () => {
  test.each([
    ["a registry that has every id", LOCK],
    ["one that has only some", "claims/quill-oil\n"],
    ["one with no id yet", "# Nothing is published.\n"],
    ["one that a merge left unsorted and with a line twice", "sources/wire\nclaims/quill-oil\nclaims/quill-oil\n"],
    ["one with the line ends of another system", LOCK.replaceAll("\n", "\r\n")],
  ])("%s", (_, lock) => expectNoProblems({ "ids.lock": lock }));

  test("a renamed entry that keeps its old ids", () => {
    const total = TOTAL.replace("---\n", "---\nformerIds: [tidings-march, tidings-first]\n");
    const lock = `${LOCK}counts/tidings-first\n`;
    expectNoProblems({ "ids.lock": lock, "totals/tidings-march.md": null, "totals/tidings-2031-march.md": total });
  });

  test("a withdrawn entry", () => {
    const withdrawn = 'withdrawn: { date: 2031-05-01, reason: "It counted another lake." }';
    expectNoProblems({ "ids.lock": LOCK, "totals/tidings-march.md": ["killed: 2", `killed: 2\n${withdrawn}`] });
  });
});

test.each([
  ["a source that nothing cites", "sources/new.md", "publisher: The Reed\nkind: news-report\nlanguage: en\ngrade: original"],
  ["an actor that nothing names", "actors/new.md", "name: Corin Reed\nkind: person\nsources: [gazette]"],
  ["a total that nothing explains", "totals/new.md", "asOf: 2031-04-30\nkilled: 9\nsource: gazette"],
])("no warning is about %s once it is withdrawn", (_, file, fields) => {
  expect(codesOf({ [file]: `---\n${fields}\n---\n` })).toHaveLength(1);
  expectNoProblems({ [file]: `---\n${fields}\nwithdrawn: { date: 2031-05-01, reason: Twice on file. }\n---\n` });
});

describe("a published id is not reported a second time", () => {
  test.each([
    [
      "its file is invalid",
      { "totals/tidings-march.md": TOTAL.replace("2031-03-31", "31.3.2031") },
      "totals/tidings-march.md:2:7 bad-date",
    ],
    [
      "the file that has it among its former ids is invalid",
      {
        "totals/tidings-march.md": null,
        "totals/march.md": TOTAL.replace("---\n", "---\nformerIds: [tidings-march]\n").replace("2031-03-31", "31.3.2031"),
      },
      "totals/march.md:3:7 bad-date",
    ],
    [
      "its file has a name that is no id",
      { "totals/tidings-march.md": null, "totals/Tidings_March.md": TOTAL },
      "totals/Tidings_March.md:1:1 bad-id",
    ],
  ])("where %s", (_, change, expected) => {
    expect(codesOf({ "ids.lock": LOCK, ...change })).toEqual([expected]);
  });

  test("where its file has another ending", async () => {
    await inFolder({ "ids.lock": LOCK, "totals/tidings-march.txt": TOTAL }, async (folder) => {
      await rm(join(folder, "totals/tidings-march.md"));
      expect(checkContent(readContent(folder)).problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
        "totals/tidings-march.txt unreadable-file",
      ]);
    });
  });

  test("where its folder is a link, so that nothing in it is read", async () => {
    await inFolder({ "ids.lock": LOCK }, async (folder) => {
      await rm(join(folder, "totals"), { recursive: true });
      await symlink("actors", join(folder, "totals"));
      expect(checkContent(readContent(folder)).problems.map(({ file, code }) => `${file} ${code}`)).toEqual(["totals unreadable-file"]);
    });
  });

  test("where a file of its kind cannot be read and may have it", async () => {
    await inFolder({ "ids.lock": LOCK }, async (folder) => {
      await rm(join(folder, "totals/tidings-march.md"));
      await writeFile(join(folder, "totals/march.md"), Buffer.from([0xff, 0xfe, 0x2d, 0x00]));
      expect(checkContent(readContent(folder)).problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
        "totals/march.md unreadable-file",
      ]);
    });
  });
});

test("a folder moved as a whole is reported without a guess for each file, in no time", () => {
  const totals = (name: string) => Array.from({ length: 1500 }, (_, i) => `${name}-${String(i).padStart(4, "0")}`);
  const texts = Object.fromEntries(totals("new").map((id) => [`totals/${id}.md`, TOTAL]));
  const lock = `claims/quill-oil\n${totals("old")
    .map((id) => `counts/${id}\n`)
    .join("")}`;
  const content = contentOf({ ...MINIMAL, ...texts, "ids.lock": lock });
  const { problems } = checkContent(content);
  expect(problems.filter(({ code }) => code === "vanished-id")).toHaveLength(1500);
  expect(problems.some(({ advice }) => advice.startsWith("Did you rename"))).toBe(false);
});
