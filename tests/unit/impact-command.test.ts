/** `npm run impact` as it is called: what it prints, and with which status it ends. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MINIMAL } from "./minimal-dossier.ts";
import { inRepository } from "./repository.ts";

const timeout = 60_000; // each command is a process of its own, and the machine may be busy

const VELM = "---\nname: Velm\nkind: town\nprecision: region\n---\n";

function run(contentDir: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/impact.ts", ...args], {
    env: { ...process.env, CONTENT_DIR: contentDir, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run impact", { timeout }, () => {
  test("says so when nothing differs, also where only the ends of lines do", async () => {
    await inRepository({}, async ({ content, write }) => {
      await write("content/sources/wire.md", (MINIMAL["sources/wire.md"] ?? "").replaceAll("\n", "\r\n"));
      expect(run(content)).toEqual({ status: 0, stdout: "Nothing in content/ differs from HEAD.\n", stderr: "" });
    });
  });

  test("reports what is uncommitted and what is untracked, and ends with 0 although the check finds errors", async () => {
    await inRepository({}, async ({ content, git, write }) => {
      await write("content/timeline/patrol.md", (MINIMAL["timeline/patrol.md"] ?? "").replace("killed: 2\n", "killed: 3\n"));
      await write("content/places/velm.md", VELM);
      const { status, stdout, stderr } = run(content, [], { BASE_PATH: "/news/" });
      expect(stdout.split("\n")[0]).toBe(
        `Compared with \`HEAD\` (\`${git("rev-parse", "--short", "HEAD")}\`): 1 entry added, 1 changed; over the whole record and as of 10 March 2031 killed 2 → 2–3; 1 count in prose is now wrong; 4 other pages show what changed; 1 new error.`,
      );
      expect(stdout).toContain("- 1 address added: `/news/places/velm/`");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    });
  });

  test("compares with the point where the branch left another", async () => {
    await inRepository({}, async ({ content, git, write }) => {
      git("switch", "--quiet", "--create", "change");
      await write("content/places/velm.md", VELM);
      git("add", "--all");
      git("commit", "--quiet", "--message=Velm");
      expect(run(content).stdout).toBe("Nothing in content/ differs from HEAD.\n");
      expect(run(content, ["--base", "main"]).stdout).toMatch(/^Compared with `main` \(`\w+`\): 1 entry added; 0 new errors\.\n/);
    });
  });
});

describe("npm run impact ends with 1 and a sentence, and without a report,", { timeout }, () => {
  const faultOf = (...call: Parameters<typeof run>) => {
    const { status, stdout, stderr } = run(...call);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    return stderr;
  };

  test("for a revision that the repository does not have", async () => {
    await inRepository({}, async ({ content }) => {
      expect(faultOf(content, ["--base", "mian"])).toMatch(/^“mian” is no commit of this repository\./);
    });
  });

  test("for a folder that is not under git", async () => {
    const folder = await mkdtemp(join(tmpdir(), "soundings-no-git-"));
    expect(faultOf(folder)).toMatch(/lies in no git work tree/);
    await rm(folder, { recursive: true });
  });

  test("where git is not installed", () => {
    expect(faultOf("content", [], { PATH: "" })).toBe("The command `git` is not installed, or not on the PATH.\n");
  });

  test("for a word that it does not know", () => {
    expect(faultOf("content", ["main"])).toMatch(/Write it so: npm run impact -- --base main\n$/);
  });
});
