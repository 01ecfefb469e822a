/** The wiring for VS Code, proved without it: the language servers that its extensions run, over a folder that `npm run schemas` has been at. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCHEMA_FOLDER, writeEditorSchemas } from "../../src/load/editor-schemas.ts";
import { STATUSES } from "../../src/model/claim.ts";
import { startAstroServer, startYamlServer, type LanguageServer } from "../setup/language-server.ts";

const PATIENCE = 120_000; // a server starts within two seconds, but not on a machine that is busy
const CLAIM = "content/claims/quill-barge-smuggled.md";
const claim = await readFile("tests/fixtures/minimal/claims/quill-barge-smuggled.md", "utf8");
const settings = ts.parseConfigFileTextToJson("settings.json", await readFile(".vscode/settings.json", "utf8")).config as Settings;

interface Settings {
  "astro.content-intellisense": boolean;
  "yaml.schemas": Record<string, string>;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "Ada’s sound ings-")); // a path that its address has to escape
  await cp("tests/fixtures/minimal", join(folder, "content"), { recursive: true });
  // As in the repository the entries belong to a project of TypeScript, here to one that reads no library: it starts in half the time.
  const project = { compilerOptions: { noLib: true, types: [] }, include: ["content"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
  await writeEditorSchemas(folder, join(folder, "content"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("in a Markdown file the Astro extension", () => {
  let server: LanguageServer;
  beforeAll(async () => {
    expect(settings["astro.content-intellisense"]).toBe(true);
    server = await startAstroServer(folder);
  }, PATIENCE);
  afterAll(() => server.stop(), PATIENCE);

  const marksIn = (file: string, text: string) => {
    server.write(file, "markdown", text);
    return server.marksOf(file);
  };

  test("marks nothing where nothing is wrong", { timeout: PATIENCE }, async () => {
    for (const kind of ["claims", "timeline", "sources"]) {
      for (const name of await readdir(join(folder, "content", kind))) {
        const file = `content/${kind}/${name}`;
        expect(await marksIn(file, await readFile(join(folder, file), "utf8")), file).toEqual([]);
      }
    }
  });

  test.each([
    ["status: denied", "status: maybe", /"documented", "corroborated", "asserted"/],
    ["venue: Northmark Gazette", "venu: Northmark Gazette", /venu is not allowed/],
    ["assertedBy: ada-quill", "assertedBy: Ada Quill", /^Ids are lower-case letters/],
    ["date: 2031-03-04", "date: 4 March 2031", /^Write 2025-10-19, 2025-10, 2025/],
    ["quote: a smuggler’s barge", "quote: a barge that is, she said, full of lamp oil", /at most 8 words/],
    ["    unit: barrels", "    units: barrels", /units is not allowed/],
  ])("marks “%s” in its line when it becomes “%s”", { timeout: PATIENCE }, async (right, wrong, message) => {
    const line = claim.split("\n").indexOf(right) + 1;
    expect(line).toBeGreaterThan(1);
    const marks = await marksIn(CLAIM, claim.replace(right, wrong));
    expect(marks).toContainEqual({ line, message: expect.stringMatching(message) as string });
  });

  test("marks a field of strikes where it stands in another event, and a kind that there is not", { timeout: PATIENCE }, async () => {
    const file = "content/timeline/talks-in-velm.md";
    const text = await readFile(join(folder, file), "utf8");
    const strange = await marksIn(file, text.replace("---\n", "---\nvessels: 1\n"));
    expect(strange).toEqual([{ line: 2, message: "Property vessels is not allowed." }]);
    const line = text.split("\n").findIndex((each) => each.startsWith("kind: ")) + 1;
    const [mark, ...others] = await marksIn(file, text.replace(/^kind: .*/m, "kind: talks"));
    expect(mark).toEqual({ line, message: expect.stringMatching(/"strike", "statement", "diplomatic"/) as string });
    expect(others).toEqual([]);
  });

  test("offers the fields that are not there yet, and the words that a field may have", { timeout: PATIENCE }, async () => {
    const fields = await server.offersAt(CLAIM, "markdown", "---\ntext: The barge.\n¦\n---\n");
    expect(fields).toEqual(expect.arrayContaining(["assertedBy", "statusNote", "sources", "withdrawn"]));
    expect(fields).not.toContain("text");
    expect(await server.offersAt(CLAIM, "markdown", "---\ntext: The barge.\nstatus: ¦\n---\n")).toEqual([...STATUSES]);
    expect(await server.offersAt(CLAIM, "markdown", "---\nrelations:\n  - type: ¦\n---\n")).toContain("responds-to");
    const ofStrikes = ["vessels", "casualties"];
    const event = "content/timeline/talks-in-velm.md";
    expect(await server.offersAt(event, "markdown", "---\nkind: strike\n¦\n---\n")).toEqual(expect.arrayContaining(ofStrikes));
    expect(await server.offersAt(event, "markdown", "---\nkind: legal\n¦\n---\n")).not.toContain("vessels");
  });

  test("knows a new file once the map has been written again", { timeout: PATIENCE }, async () => {
    const file = "content/claims/brand-new.md";
    const wrong = claim.replace("status: denied", "status: maybe");
    expect(await marksIn(file, wrong)).toEqual([]);
    await writeFile(join(folder, file), wrong);
    await writeEditorSchemas(folder, join(folder, "content"));
    expect(server.watched).toContain("**/collections.json");
    server.touch(`${SCHEMA_FOLDER}/collections.json`);
    expect(await server.marksOf(file)).toEqual([{ line: 10, message: expect.stringMatching(/"documented"/) as string }]);
    expect(await server.offersAt(file, "markdown", "---\nkind: ¦\n---\n")).toContain("legal-position");
  });

  test("reads no text as front matter outside the folders of entries", { timeout: PATIENCE }, async () => {
    expect(await marksIn("content/README.md", "---\nstatus: maybe\n---\n")).toEqual([]);
  });
});

describe("in site.yaml the YAML extension", () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await startYamlServer(folder, { yaml: { schemas: settings["yaml.schemas"], schemaStore: { enable: false } } });
  }, PATIENCE);
  afterAll(() => server.stop(), PATIENCE);

  test("marks what is wrong, in its line", { timeout: PATIENCE }, async () => {
    const site = await readFile(join(folder, "content/site.yaml"), "utf8");
    server.write("content/site.yaml", "yaml", site);
    expect(await server.marksOf("content/site.yaml")).toEqual([]);
    server.write("content/site.yaml", "yaml", `recordsEnd: 2031-06-30\n${site.replace(/^baseDate: .*/m, "baseDate: March")}`);
    const marks = await server.marksOf("content/site.yaml");
    expect(marks).toContainEqual({ line: 1, message: "Property recordsEnd is not allowed." });
    expect(marks.map(({ message }) => message)).toContain("Write one whole day, such as 2025-10-19.");
  });

  test("finds every schema that the settings name", async () => {
    const written = await readdir(join(folder, SCHEMA_FOLDER));
    for (const path of Object.keys(settings["yaml.schemas"])) expect(written.map((name) => `./${SCHEMA_FOLDER}/${name}`)).toContain(path);
  });
});
