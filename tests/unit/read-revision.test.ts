/** Content as it was at a revision is read as the same files would be read from disk. */
import { mkdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MAX_BYTES, readContent } from "../../src/load/read-content.ts";
import { readRevision, RevisionFault } from "../../src/load/read-revision.ts";
import { MINIMAL } from "./minimal-dossier.ts";
import { inRepository } from "./repository.ts";

const timeout = 60_000; // each git command is a process of its own, and the machine may be busy

const textOf = (content: ReturnType<typeof readContent>, file: string) => content.files.find((entry) => entry.file === file)?.text;

describe("a revision", { timeout }, () => {
  test("a committed folder reads as it does from disk, whatever lies in it", async () => {
    const odd = {
      "content/README.md": "Not an entry.",
      "content/notes.txt": "Stray.",
      "content/letters/home.md": "In the folder of no kind.",
      "content/claims/list.csv": "a,b",
      "content/claims/deep/quill-oil.md": MINIMAL["claims/quill-oil.md"] ?? "",
      "content/claims/.hidden.md": "-",
      "content/sources/empty.md": "",
      "content/sources/latin.md": new Uint8Array([0xe9, 0x20, 0x61]),
      "content/sources/large.md": "a".repeat(MAX_BYTES + 1),
      "content/sources/marked.md": "\uFEFF---\npublisher: The Mark\n---\n",
      "content/sources/año | 2031.md": "An odd name.",
      "elsewhere/quill-oil.md": "Outside.",
    };
    await inRepository(odd, async ({ content, git }) => {
      await symlink("../sources/wire.md", join(content, "claims/linked.md"));
      await symlink("sources", join(content, "leads"));
      git("add", "--all");
      git("commit", "--quiet", "--message=Links");
      const revision = readRevision(content, "HEAD");
      const disk = readContent(content);
      const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
      expect({ ...revision.content, stray: revision.content.stray.sort(byFile) }).toEqual({ ...disk, stray: disk.stray.sort(byFile) });
      expect(disk.stray.map(({ file }) => file)).toEqual(["claims/deep", "claims/list.csv", "leads", "letters", "notes.txt"]);
      expect(revision).toMatchObject({ folder: "content", commit: git("rev-parse", "--short", "HEAD") });
    });
  });

  test("the working tree is neither read nor touched", async () => {
    await inRepository({}, async ({ content, git, write }) => {
      await write("content/claims/quill-oil.md", "Another text.");
      await write("content/claims/untracked.md", "New.");
      const before = git("status", "--porcelain");
      const revision = readRevision(content, "HEAD");
      expect(textOf(revision.content, "claims/quill-oil.md")).toBe(MINIMAL["claims/quill-oil.md"]);
      expect(textOf(revision.content, "claims/untracked.md")).toBeUndefined();
      expect(git("status", "--porcelain")).toBe(before);
    });
  });

  test("a branch is read where the present one left it", async () => {
    await inRepository({}, async ({ content, git, write }) => {
      const fork = git("rev-parse", "--short", "HEAD");
      git("switch", "--quiet", "--create", "change");
      await write("content/sources/wire.md", "On the branch.");
      git("commit", "--quiet", "--all", "--message=On the branch");
      git("switch", "--quiet", "main");
      await write("content/sources/wire.md", "On main, later.");
      git("commit", "--quiet", "--all", "--message=On main");
      git("switch", "--quiet", "change");
      for (const base of ["main", "main...", "main...HEAD"]) {
        const revision = readRevision(content, base);
        expect(revision.commit).toBe(fork);
        expect(textOf(revision.content, "sources/wire.md")).toBe(MINIMAL["sources/wire.md"]);
      }
    });
  });

  test("a folder that a revision does not have is empty there, and one that is the whole repository has no path", async () => {
    await inRepository({}, async ({ root, content, git }) => {
      const first = git("rev-parse", "HEAD");
      git("mv", "content", "record");
      git("commit", "--quiet", "--message=Another folder");
      expect(readRevision(join(root, "record"), first).content).toEqual({ files: [], site: null, terms: null, idLock: null, stray: [] });
      await rm(join(root, "record"), { recursive: true });
      await mkdir(content);
      expect(readRevision(content, first).content.files).toHaveLength(Object.keys(MINIMAL).length - 1);
      expect(readRevision(root, first)).toMatchObject({ folder: "", content: { stray: [{ file: "content" }] } });
    });
  });

  test("what cannot be read is said in a sentence", async () => {
    await inRepository({}, async ({ root, content, git, write }) => {
      const fault = (folder: string, base: string) => {
        try {
          readRevision(folder, base);
        } catch (error) {
          if (error instanceof RevisionFault) return error.message;
          throw error;
        }
        return null;
      };
      expect(fault(content, "mian")).toMatchInlineSnapshot(
        `"“mian” is no commit of this repository. Name a branch, a tag or a commit: \`git log --oneline\` lists them."`,
      );
      expect(fault(content, "--all")).toMatch(/^“--all” is no commit of this repository\./);
      expect(fault(tmpdir(), "HEAD")).toMatch(/ lies in no git work tree, so there is nothing to compare it with\./);
      expect(fault(join(root, ".git"), "HEAD")).toMatch(/ lies in no git work tree/);
      git("switch", "--quiet", "--orphan", "island");
      await write("content/site.yaml", "title: Alone\n");
      git("add", "--all");
      git("commit", "--quiet", "--message=Without a past");
      expect(fault(content, "main")).toMatchInlineSnapshot(
        `"HEAD and “main” have no commit in common here. In a shallow clone, fetch more of the history first: \`git fetch --unshallow\`."`,
      );
    });
  });
});
