import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { SITES } from "../setup/sites.ts";

const text = readFileSync(join(SITES["at the root"].dir, "licences.txt"), "utf8");
const listed = [...text.matchAll(/^(@?[\w/-]+) [\d.]+ \([\w.-]+\)$/gm)].map(([, name]) => name);

test("every package that a script of the pages imports is listed, by following the sources from script to script", () => {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
      /(?:^(?:import|export) (?!type\b)[^;]*?from |\bimport\()"([^"]+)"/gms,
    )) {
      if (!from.startsWith(".")) packages.add(from);
      else if (from.endsWith(".ts")) follow(join(dirname(file), from));
    }
  };
  for (const file of globSync("src/**/*.client.ts")) follow(file);
  expect(packages.size).toBeGreaterThan(2);
  packages.delete("d3-scale"); // what a script imports beside it makes the drawing at the build, and the bundler leaves nothing of it
  expect(listed).toEqual(expect.arrayContaining([...packages]));
});

test("what the bundler adds is listed where a page has it, and nothing that only the build uses", () => {
  expect(listed).toContain("vite");
  for (const name of ["astro", "satori", "unified", "zod"]) expect(listed).not.toContain(name);
});

test("each typeface that is served has its licence", () => {
  const families = globSync("src/assets/fonts/*.woff2").map((file) =>
    /([a-z]+(?:-sans)?)[\w-]*\.woff2$/.exec(file)?.[1]?.replace("-", " "),
  );
  for (const family of new Set(families)) expect(text.toLowerCase()).toMatch(new RegExp(`^${family} \\(ofl-1\\.1\\)$`, "m"));
});

test("/about/ leads to the list, under a path too", () => {
  for (const { dir, base } of Object.values(SITES)) {
    expect(readFileSync(join(dir, "about/index.html"), "utf8")).toContain(`href="${base}licences.txt"`);
    expect(existsSync(join(dir, "licences.txt"))).toBe(true);
  }
});
