/** One page of every kind of a built site. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../scripts/site-files.ts";
import { listEntries } from "./pages.ts";

export interface PageKind {
  /** What kind of page this is, e.g. "claim" or "claims/". */
  kind: string;
  path: string;
  isEntry: boolean;
}

/** Every page at the top of the site; of each kind of entry, and of each folder of other pages, the one with the most on it. @param content what it is built from. */
export async function listPageKinds(dir: string, content = "content"): Promise<PageKind[]> {
  const pages = (await listFiles(dir))
    .filter((file) => /(^|\/)(index|404)\.html$/.test(file))
    .map((file) => file.replace("index.html", ""));
  const isTop = (path: string) => /^([a-z-]+\/)?(404\.html)?$/.test(path);
  const entries = (await listEntries(content)).map(({ kind, id, path }) => ({
    kind: kind === "event" && id.startsWith("strike-") ? "strike" : kind,
    path,
    isEntry: true,
  }));
  const known = new Set(entries.map(({ path }) => path));
  const others = pages
    .filter((path) => !isTop(path) && !known.has(path))
    .map((path) => ({ kind: path.replace(/[^/]+\/$/, ""), path, isEntry: false }));
  const largest = [...Map.groupBy([...others, ...entries], ({ kind }) => kind).values()].flatMap((list) =>
    list.toSorted((a, b) => sizeOf(join(dir, b.path, "index.html")) - sizeOf(join(dir, a.path, "index.html"))).slice(0, 1),
  );
  return [...pages.filter(isTop).map((path) => ({ kind: path || "home", path, isEntry: false })), ...largest];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
