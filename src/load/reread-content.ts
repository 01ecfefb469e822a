/** The content after one file changed, without reading the others again. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../model/dates.ts";
import { KIND_NAMES, kindOfFolder } from "../model/kinds.ts";
import { readContent, readEntry, type Content } from "./read-content.ts";

/** An editor saves several files at once, and some editors write a file in two steps: wait this long for the last of them. */
const QUIET_MS = 50;

/** A file is emptied before it is written, and on a busy machine the second step may come late. */
const EMPTY_MS = 1000;

/** How long to wait, in milliseconds, after the last of some files changed, until all of them can be read. */
export function waitAfter(folder: string, files: Iterable<string>): number {
  const isEmpty = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === 0;
  return [...files].some(isEmpty) ? EMPTY_MS : QUIET_MS;
}

/** @param file that changed, came or went, relative to the folder: "claims/some-id.md". Anything but an entry has everything read anew. */
export function rereadContent(content: Content, folder: string, file: string): Content {
  const [, kindFolder = "", name = ""] = /^([^/]+)\/([^/]+\.md)$/.exec(file) ?? [];
  const kind = kindOfFolder(kindFolder);
  if (!kind || name.startsWith(".")) return readContent(folder);
  const others = content.files.filter((entry) => entry.file !== file);
  if (!existsSync(join(folder, file))) return { ...content, files: others };
  const order = (entry: Content["files"][number]) => KIND_NAMES.indexOf(entry.kind);
  const files = [...others, readEntry(folder, kind, name)].sort((a, b) => order(a) - order(b) || compareText(a.file, b.file));
  return { ...content, files };
}
