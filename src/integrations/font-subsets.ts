/** `npm run build`: our fonts with the characters that the content and the templates use, as `@fonts/`; `npm run dev` takes the whole files. */
import { writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { sha256 } from "../model/sha256.ts";
import { FONT_CACHE, keepFolder, toolVersions } from "../load/kept-files.ts";
import type { Settings } from "../load/settings.ts";

export function fontSubsets({ contentDir }: Settings): AstroIntegration {
  return {
    name: "soundings-font-subsets",
    hooks: {
      "astro:config:setup": async ({ command, config, updateConfig }) => {
        const source = fileURLToPath(config.srcDir);
        const whole = join(source, "assets/fonts");
        const folder = command === "build" ? await cutFonts(whole, await charactersIn([contentDir, source])) : whole;
        updateConfig({ vite: { resolve: { alias: [{ find: /^@fonts/, replacement: resolve(folder) }] } } });
      },
    },
  };
}

/** The folder of the fonts with these characters. Its path is part of Vite's configuration, and as long as that stays Vite's own cache holds. */
async function cutFonts(whole: string, characters: string): Promise<string> {
  const names = (await readdir(whole)).filter((file) => file.endsWith(".woff2"));
  const fonts = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(whole, name)) })));
  const parts = [characters, toolVersions("subset-font"), ...fonts.flatMap(({ name, bytes }) => [name, sha256(bytes)])];
  return keepFolder(FONT_CACHE, parts, async (folder) => {
    const { default: subsetFont } = await import("subset-font"); // most builds find the fonts kept
    for (const { name, bytes } of fonts) writeFileSync(join(folder, name), await subsetFont(bytes, characters, { targetFormat: "woff2" }));
  });
}

/** ASCII, and what stands in texts and code below the folders, in both cases; escapes count as what they stand for. */
async function charactersIn(folders: readonly string[]): Promise<string> {
  const found = new Set(Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)));
  for (const folder of folders) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!/\.(md|ya?ml|astro|ts|css)$/.test(file)) continue;
      const text = (await readFile(join(folder, file), "utf8"))
        .replace(/\\u\{?([0-9a-f]{4,5})\}?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
        .replaceAll("&nbsp;", "\u00a0");
      for (const character of text.normalize("NFC")) found.add(character);
    }
  }
  const letters = [...found];
  return [...new Set([...letters, ...letters.flatMap((letter) => [...(letter.toUpperCase() + letter.toLowerCase())])])].sort().join("");
}
