/** The content folder as it was at a git revision, read from git's store: the working tree is not touched. */
import { spawnSync } from "node:child_process";
import { isTooLarge, NOT_PLAIN, readShelf, toText, type Content } from "./read-content.ts";

export interface Revision {
  content: Content;
  /** The commit that was read, in short: "8d828a9". */
  commit: string;
  /** The content folder's path in the repository: "content"; "" when it is the whole of it. */
  folder: string;
}

/** What keeps a revision from being read, as a sentence for whoever asked for it. */
export class RevisionFault extends Error {}

/**
 * @param folder the content folder on disk, which says which repository is meant.
 * @param base a revision, e.g. "HEAD" or "main"; what is read is its last common commit with HEAD, so that a branch is compared
 * with the point where it left the other. "main..." means the same.
 */
export function readRevision(folder: string, base: string): Revision {
  const prefix = findPrefix(folder);
  const commit = findCommit(folder, base.replace(/\.\.\.(?:HEAD)?$/, ""));
  return {
    content: readTree(folder, commit),
    commit: commit.slice(0, 7),
    folder: prefix.replace(/\/$/, ""),
  };
}

function findPrefix(folder: string): string {
  const { status, out, fault } = git(folder, ["rev-parse", "--is-inside-work-tree", "--show-prefix"]);
  const [isInside, prefix = ""] = out.split("\n");
  if (status === 0 && isInside === "true") return prefix;
  throw new RevisionFault(
    status === 0 || /not a git repository|work tree/.test(fault)
      ? `${folder}/ lies in no git work tree, so there is nothing to compare it with. Run this where the content is under git.`
      : `git cannot read the repository of ${folder}/: ${fault}`,
  );
}

function findCommit(folder: string, base: string): string {
  const found = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`]);
  if (found.status !== 0) {
    throw new RevisionFault(
      `“${base}” is no commit of this repository. Name a branch, a tag or a commit: \`git log --oneline\` lists them.`,
    );
  }
  if (base === "HEAD") return found.out.trim();
  const common = git(folder, ["merge-base", "HEAD", found.out.trim()]);
  if (common.status === 0) return common.out.trim();
  throw new RevisionFault(
    `HEAD and “${base}” have no commit in common here. In a shallow clone, fetch more of the history first: \`git fetch --unshallow\`.`,
  );
}

interface TreeFile {
  oid: string;
  size: number;
  isPlain: boolean;
}

function readTree(folder: string, commit: string): Content {
  const files = new Map<string, TreeFile>(); // e.g. "claims/trump-petro-drug-leader.md"
  const folders = new Map<string, Map<string, boolean>>([["", new Map()]]); // names in each folder, and whether one is a folder itself
  // In a subfolder, git lists what is below it, by paths from there.
  for (const line of gitOrThrow(folder, ["ls-tree", "-r", "-l", "-z", commit]).split("\0")) {
    const [, mode = "", type = "", oid = "", size = "", path = ""] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (!path) continue;
    const isFile = type === "blob"; // a submodule is a folder on disk
    if (isFile) files.set(path, { oid, size: Number(size), isPlain: mode.startsWith("100") });
    const steps = path.split("/");
    for (const [i, name] of steps.entries()) {
      const above = steps.slice(0, i).join("/");
      const names = folders.get(above) ?? new Map<string, boolean>();
      folders.set(above, names.set(name, i < steps.length - 1 || !isFile));
    }
  }
  const blobs = readBlobs(
    folder,
    [...files].flatMap(([path, file]) => (file.isPlain && !isTooLarge(path, file.size) ? [file] : [])),
  );
  return readShelf({
    list: (path) => [...(folders.get(path) ?? [])].map(([name, isFolder]) => ({ name, isFolder })),
    read: (path) => {
      const file = files.get(path);
      if (!file?.isPlain) return NOT_PLAIN;
      return toText(path, file.size, () => blobs.get(file.oid) ?? Buffer.alloc(0));
    },
  });
}

/** The bytes of many files by one process: `git cat-file --batch` answers each id with a line and the bytes. */
function readBlobs(folder: string, files: readonly TreeFile[]): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  if (files.length === 0) return blobs;
  const { bytes } = git(folder, ["cat-file", "--batch"], files.map(({ oid }) => `${oid}\n`).join(""));
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    const [oid = "", type, size] = bytes.toString("latin1", at, end).split(" ");
    const start = end + 1;
    if (type !== "blob") throw new RevisionFault(`git has lost a file of the revision: ${oid}. \`git fsck\` says more.`);
    at = start + Number(size) + 1;
    blobs.set(oid, bytes.subarray(start, at - 1));
  }
  return blobs;
}

function gitOrThrow(folder: string, args: readonly string[]): string {
  const { status, out, fault } = git(folder, args);
  if (status !== 0) throw new RevisionFault(`git ${args[0]} failed: ${fault}`);
  return out;
}

function git(folder: string, args: readonly string[], input = "") {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", folder, ...args], {
    input,
    maxBuffer: 2 ** 31 - 1,
    env: { ...process.env, LC_ALL: "C" }, // its words are read above
  });
  if (error) {
    const isMissing = "code" in error && error.code === "ENOENT";
    throw new RevisionFault(
      isMissing ? "The command `git` is not installed, or not on the PATH." : `git could not be run: ${error.message}`,
    );
  }
  return {
    status,
    bytes: stdout,
    get out() {
      return stdout.toString("utf8");
    },
    fault: stderr.toString("utf8").trim(),
  };
}
