/** A git repository in a temporary folder, with the minimal dossier committed under content/. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MINIMAL } from "./minimal-dossier.ts";

export interface Repository {
  /** Its top folder. */
  root: string;
  /** The content folder in it. */
  content: string;
  git(...args: string[]): string;
  /** Writes a file by its path in the repository. */
  write(path: string, text: string | Uint8Array): Promise<void>;
}

// Nothing of the machine's own settings, and no hook's idea of where the repository is.
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

/** @param files besides the minimal dossier, by their paths in the repository. */
export async function inRepository(
  files: Record<string, string | Uint8Array>,
  use: (repository: Repository) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "soundings-git-"));
  const git = (...args: string[]) => {
    const name = ["-c", "user.name=Ada Quill", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false"];
    const { status, stdout, stderr } = spawnSync("git", ["-C", root, ...name, ...args], { encoding: "utf8", env: environment });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  };
  const write = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  try {
    git("init", "--quiet", "--initial-branch=main");
    for (const [path, text] of Object.entries(MINIMAL)) await write(`content/${path}`, text);
    for (const [path, text] of Object.entries(files)) await write(path, text);
    git("add", "--all");
    git("commit", "--quiet", "--message=The record as it was");
    await use({ root, content: join(root, "content"), git, write });
  } finally {
    await rm(root, { recursive: true });
  }
}
