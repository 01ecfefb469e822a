/** The one reader of the content folder: the check, the site and the tools all start here. */
import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../model/dates.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";

export const MAX_BYTES = 256 * 1024;

/** Characters. The longest line of a text that people write is a paragraph; this is a page of print. */
export const MAX_LINE = 5000;

/** The registry of ids, beside site.yaml; src/check/id-lock.ts says what is in it. */
export const ID_LOCK = "ids.lock";

export interface ContentFile {
  kind: Kind;
  /** File name without its ending. */
  id: string;
  /** Relative to the content folder, with forward slashes. */
  file: string;
  text: string;
  fault: { message: string; advice: string } | null;
}

export interface Content {
  files: ContentFile[];
  /** Text of site.yaml; null when there is none. */
  site: string | null;
  /** Text of terms.yaml; null when there is none. */
  terms: string | null;
  /** Text of ids.lock; null when there is none. */
  idLock: string | null;
  /** Files that lie where no entry can be. */
  stray: { file: string; message: string; advice: string }[];
}

/** Where content lies: a folder on disk, or the state of one at a revision. Paths are relative to it, with forward slashes. */
export interface ContentShelf {
  /** What lies directly in a folder; "" is the content folder itself. */
  list(folder: string): { name: string; isFolder: boolean }[];
  /** The text of a file, or what keeps it from being read as text. */
  read(path: string): Pick<ContentFile, "text" | "fault">;
}

/**
 * Reads the entries of some kinds, or of all, below `folder`, sorted by path. Throws only when the folder itself cannot be read.
 * It waits for each file: thousands of small ones are read ten times faster so than by promises.
 */
export function readContent(folder: string, kinds: readonly Kind[] = KIND_NAMES): Content {
  return readShelf(
    {
      list: (path) =>
        readdirSync(join(folder, path), { withFileTypes: true }).map((item) => ({ name: item.name, isFolder: item.isDirectory() })),
      read: (path) => readText(join(folder, path)),
    },
    kinds,
  );
}

/** The same from any shelf: what is an entry and what is stray does not hang on where it lies. */
export function readShelf(shelf: ContentShelf, kinds: readonly Kind[] = KIND_NAMES): Content {
  const files: ContentFile[] = [];
  const stray: Content["stray"] = [];
  const top = shelf.list("");
  for (const item of top) {
    if (item.name.startsWith(".") || ["site.yaml", "terms.yaml", ID_LOCK, "README.md"].includes(item.name)) continue;
    const kind = KIND_NAMES.find((candidate) => KINDS[candidate].folder === item.name);
    if (kind && item.isFolder) continue;
    const folders = `The folders are ${KIND_NAMES.map((candidate) => KINDS[candidate].folder).join(", ")}.`;
    if (kind)
      stray.push({
        file: item.name,
        message: `content/${item.name} is not a plain folder, so nothing in it is read.`,
        advice: "Replace the link or file by the folder itself.",
      });
    else if (item.isFolder)
      stray.push({ file: item.name, message: `content/${item.name}/ is the folder of no kind of entry.`, advice: folders });
    else
      stray.push({
        file: item.name,
        message: "No entry can lie here, outside the folder of its kind.",
        advice: `Move it into its folder, or out of content/. ${folders}`,
      });
  }
  for (const kind of kinds) {
    if (!top.some((item) => item.isFolder && item.name === KINDS[kind].folder)) continue;
    for (const { name, isFolder } of listItems(shelf, KINDS[kind].folder, stray)) {
      if (name.startsWith(".")) continue;
      const file = `${KINDS[kind].folder}/${name}`;
      if (name.endsWith(".md")) files.push({ kind, id: name.slice(0, -".md".length), file, ...shelf.read(file) });
      else if (isFolder)
        stray.push({
          file,
          message: "An entry lies directly in the folder of its kind.",
          advice: "Move its files up, and delete the folder.",
        });
      else
        stray.push({
          file,
          message: "This is no entry: its name does not end in .md.",
          advice: "Name it some-id.md, or move it out of content/.",
        });
    }
  }
  const has = (name: string) => top.some((item) => item.name === name);
  const readYaml = (name: string): string | null => {
    const read = has(name) ? shelf.read(name) : null;
    if (read?.fault) stray.push({ file: name, ...read.fault });
    return read && !read.fault ? read.text : null;
  };
  const lock = has(ID_LOCK) ? shelf.read(ID_LOCK) : null;
  if (lock?.fault) stray.push({ file: ID_LOCK, message: lock.fault.message, advice: "Take the file from the last commit." });
  const idLock = lock && !lock.fault ? lock.text : null;
  return { files, site: readYaml("site.yaml"), terms: readYaml("terms.yaml"), idLock, stray };
}

/** Whether there is a folder at a path, to be asked before the content is read. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What lies in a folder, by name; a folder that cannot be listed is a fault of its own. */
function listItems(shelf: ContentShelf, folder: string, stray: Content["stray"]): ReturnType<ContentShelf["list"]> {
  try {
    return shelf.list(folder).sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    stray.push({ file: folder, message: `The folder cannot be read: ${reasonOf(error)}.`, advice: "Correct its rights." });
    return [];
  }
}

/** Reads one entry anew. @param name of its file, with the ending `.md`. */
export function readEntry(folder: string, kind: Kind, name: string): ContentFile {
  const file = `${KINDS[kind].folder}/${name}`;
  return { kind, id: name.slice(0, -".md".length), file, ...readText(join(folder, file)) };
}

/** The text of a file, or what keeps it from being read as text: rights, or that it went meanwhile. */
function readText(path: string): Pick<ContentFile, "text" | "fault"> {
  try {
    return readPlainFile(path);
  } catch (error) {
    return unreadable(`The file cannot be read: ${reasonOf(error)}.`, "Correct its name or its rights, or delete it.");
  }
}

/** reasonOf(error) → "EACCES: permission denied" */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/,.*$/s, "");
}

function readPlainFile(path: string): Pick<ContentFile, "text" | "fault"> {
  const stat = lstatSync(path);
  return stat.isFile() ? toText(path, stat.size, () => readUtf8(path)) : NOT_PLAIN;
}

/** The text, which Node reads in one step; the bytes when they may not be UTF-8, for that leaves replacement characters. */
function readUtf8(path: string): string | Buffer {
  const text = readFileSync(path, "utf8");
  return text.includes("\uFFFD") ? readFileSync(path) : text;
}

const unreadable = (message: string, advice: string) => ({ text: "", fault: { message, advice } });

/** A link or a folder where a file should be. */
export const NOT_PLAIN = unreadable("This is not a plain file.", "Replace the link or folder by the file itself.");

/** The registry of ids may have any size. */
export function isTooLarge(path: string, size: number): boolean {
  return size > MAX_BYTES && !path.endsWith(ID_LOCK);
}

/** @param read gives the bytes, or the text where it is known to be UTF-8; it is not called for a file whose size alone is a fault. */
export function toText(path: string, size: number, read: () => Buffer | string): Pick<ContentFile, "text" | "fault"> {
  if (size === 0) return unreadable("The file is empty.", "Write its fields, or delete the file.");
  if (isTooLarge(path, size)) return unreadable(`The file has ${Math.ceil(size / 1024)} KB.`, "A file has at most 256 KB; split it.");
  const bytes = read();
  if (typeof bytes !== "string" && !isUtf8(bytes)) {
    return unreadable("The file is not UTF-8 text.", "Save it again with the encoding UTF-8.");
  }
  return { text: bytes.toString().replace(/^\uFEFF/, ""), fault: null }; // some editors put a byte order mark first
}
