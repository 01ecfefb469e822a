/** The one reader of the content folder: the check, the site and the tools all start here. */
import { lstat, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";

export const MAX_BYTES = 256 * 1024;

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
  /** Files that lie where no entry can be. */
  stray: { file: string; message: string; advice: string }[];
}

/** Reads every entry below `folder`, sorted by path. Throws only when the folder itself cannot be read. */
export async function readContent(folder: string): Promise<Content> {
  const files: ContentFile[] = [];
  const stray: Content["stray"] = [];
  const top = await readdir(folder, { withFileTypes: true });
  for (const item of top) {
    if (item.isDirectory() && !item.name.startsWith(".") && !KIND_NAMES.some((kind) => KINDS[kind].folder === item.name)) {
      stray.push({
        file: item.name,
        message: `content/${item.name}/ is the folder of no kind of entry.`,
        advice: `The folders are ${KIND_NAMES.map((kind) => KINDS[kind].folder).join(", ")}.`,
      });
    }
  }
  for (const kind of KIND_NAMES) {
    if (!top.some((item) => item.isDirectory() && item.name === KINDS[kind].folder)) continue;
    const names = (await readdir(join(folder, KINDS[kind].folder))).sort();
    const visible = names.filter((name) => !name.startsWith("."));
    files.push(...(await Promise.all(visible.map((name) => readEntry(folder, kind, name)))).flatMap((file) => file ?? []));
    for (const name of visible.filter((candidate) => !candidate.endsWith(".md"))) {
      stray.push({ file: `${KINDS[kind].folder}/${name}`, message: "This is no entry: its name does not end in .md.", advice: "Name it some-id.md, or move it out of content/." });
    }
  }
  const site = top.some((item) => item.name === "site.yaml") ? await readFile(join(folder, "site.yaml"), "utf8") : null;
  return { files, site, stray };
}

async function readEntry(folder: string, kind: Kind, name: string): Promise<ContentFile | null> {
  if (!name.endsWith(".md")) return null;
  const file = `${KINDS[kind].folder}/${name}`;
  const entry = { kind, id: name.slice(0, -".md".length), file, text: "" };
  const path = join(folder, file);
  const stat = await lstat(path);
  if (!stat.isFile()) return { ...entry, fault: { message: "This is not a plain file.", advice: "Replace the link or folder by the entry itself." } };
  if (stat.size === 0) return { ...entry, fault: { message: "The file is empty.", advice: "Write the front matter, or delete the file." } };
  if (stat.size > MAX_BYTES) {
    return { ...entry, fault: { message: `The file has ${Math.round(stat.size / 1024)} KB.`, advice: "An entry has at most 256 KB; split it." } };
  }
  try {
    return { ...entry, text: new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)), fault: null };
  } catch {
    return { ...entry, fault: { message: "The file is not UTF-8 text.", advice: "Save it again with the encoding UTF-8." } };
  }
}
