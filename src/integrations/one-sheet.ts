/** `npm run build`: the style sheets that a page links become one file, which pages with the same list share: one request, and fewer bytes. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { AstroIntegration } from "astro";
import { sha256 } from "../model/sha256.ts";

/** As Astro writes it. */
const LINK = /<link rel="stylesheet" href="([^"]+)">/g;

export function oneSheet(): AstroIntegration {
  return {
    name: "soundings-one-sheet",
    hooks: {
      "astro:build:done": ({ dir, assets }) => {
        const folder = new URL("_astro/", dir);
        const merger = createMerger((file) => readFileSync(new URL(file, folder), "utf8"));
        // One after the other, and only the head as text: for thousands of small files that takes half of the time.
        for (const page of [...assets.values()].flat()) {
          if (!page.pathname.endsWith(".html")) continue;
          const bytes = readFileSync(page);
          const end = bytes.indexOf("</head>");
          const head = bytes.toString("utf8", 0, end);
          const merged = merger.mergeLinks(head);
          if (merged !== head) writeFileSync(page, Buffer.concat([Buffer.from(merged), bytes.subarray(end)]));
        }
        for (const [file, text] of merger.sheets) writeFileSync(new URL(file, folder), text);
        for (const file of merger.leftOver()) rmSync(new URL(file, folder));
      },
    },
  };
}

export interface SheetMerger {
  /** The head of a page with one link in place of several. */
  mergeLinks(head: string): string;
  /** The new sheets, by the names of their files. */
  sheets: ReadonlyMap<string, string>;
  /** Sheets that are part of others, and that no page links any more. */
  leftOver(): string[];
}

/** @param read gives a sheet by the name of its file. All lie in one folder, the new ones too, so that what they name is found from there. */
export function createMerger(read: (file: string) => string): SheetMerger {
  const names = new Map<string, string>(); // by the list of what stands in it
  const sheets = new Map<string, string>();
  const merged = new Set<string>();
  const linked = new Set<string>();

  function merge(files: readonly string[]): string {
    const text = files.map(read).join("\n");
    const name = `sheet.${sha256(text).slice(0, 8)}.css`;
    for (const file of files) merged.add(file);
    sheets.set(name, text);
    return name;
  }

  function mergeLinks(head: string): string {
    const files = [...head.matchAll(LINK)].map(([, href = ""]) => basename(href));
    const [first = ""] = files;
    if (files.length < 2) {
      linked.add(first); // "" for a page without any
      return head;
    }
    const list = files.join();
    const name = names.get(list) ?? merge(files);
    names.set(list, name);
    let isFirst = true;
    return head.replace(LINK, (link) => {
      const kept = isFirst ? link.replace(first, name) : "";
      isFirst = false;
      return kept;
    });
  }

  return { mergeLinks, sheets, leftOver: () => [...merged].filter((file) => !linked.has(file)) };
}
