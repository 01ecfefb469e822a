import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textWithin } from "../setup/html.ts";
import { attributeOf, firstOf, isEmbed, listEntries, readPages, type Page } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";

describe.each(SITE_NAMES)("what other sites can embed, %s", async (name) => {
  const { dir, base } = SITES[name];
  const home = SITE_URL + base;
  const pages = await readPages(dir);
  const embeds = pages.filter(isEmbed);
  const pageAt = (path: string) => pages.find((page) => page.path === path) ?? expect.unreachable(path);
  const wordsOf = ({ tags }: Page) =>
    textWithin(
      tags,
      tags.findIndex((tag) => tag.name === "main"),
    );

  test("is every claim, every strike and the profile of the strikes", async () => {
    const entries = await listEntries("content");
    const wanted = entries.filter(({ kind, text }) => kind === "claim" || (kind === "event" && /^kind: strike$/m.test(text)));
    expect(wanted.length).toBeGreaterThan(100);
    expect(embeds.map(({ path }) => path).sort()).toEqual([...wanted.map(({ path }) => `embed/${path}`), "embed/timeline/"].sort());
  });

  test("leads home, says to which day the record ran, and is in no search engine of its own", () => {
    const faults = embeds.filter((page) => {
      const entry = page.path.replace(/^embed\//, "");
      return (
        attributeOf(page, "link", { rel: "canonical" }, "href") !== home + entry ||
        attributeOf(page, "meta", { name: "robots" }, "content") !== "noindex" ||
        !page.tags.some(({ name: tag, attributes }) => tag === "a" && attributes.get("href") === base + entry) ||
        !/record to \d+ \w+ \d{4}/.test(wordsOf(page))
      );
    });
    expect(firstOf(faults.map(({ path }) => path))).toEqual([]);
  });

  test("has oEmbed beside it, which the page of the entry names", async () => {
    for (const { path } of embeds) {
      const told = JSON.parse(await readFile(join(dir, path, "oembed.json"), "utf8")) as { version: string; type: string; html: string };
      expect(told, path).toMatchObject({ version: "1.0", type: "rich" });
      expect(told.html).toContain(`src="${home}${path}"`);
      const named = attributeOf(pageAt(path.replace(/^embed\//, "")), "link", { type: "application/json+oembed" }, "href");
      expect(named).toBe(`${base}${path}oembed.json`);
    }
  });

  test("shows an accusation with its speaker, its status and the answer", () => {
    const words = wordsOf(pageAt("embed/claims/trump-petro-drug-leader/"));
    for (const part of ["Donald Trump", "Contested", "Answered by Petro"]) expect(words).toContain(part);
  });
});
