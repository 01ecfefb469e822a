/** `npm run build`: our fonts with the characters that the content and the templates use, as `@fonts/`; `npm run dev` takes the whole files. */
import { writeFileSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { sha256 } from "../dataset/sha256.ts";
import { FONT_CACHE, keepFile, toolVersions } from "../load/kept-files.ts";
import type { Settings } from "../load/settings.ts";

export function fontSubsets({ contentDir }: Settings): AstroIntegration {
  return {
    name: "soundings-font-subsets",
    hooks: {
      "astro:config:setup": async ({ command, config, updateConfig }) => {
        const source = fileURLToPath(config.srcDir);
        const whole = join(source, "assets/fonts/");
        const subsets = join(fileURLToPath(config.cacheDir), "fonts/");
        if (command === "build") await writeSubsets(whole, subsets, await charactersIn([contentDir, source]));
        const replacement = command === "build" ? subsets : whole;
        updateConfig({ vite: { resolve: { alias: [{ find: /^@fonts\//, replacement }] } } });
      },
    },
  };
}

async function writeSubsets(from: string, to: string, characters: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const files = (await readdir(from)).filter((file) => file.endsWith(".woff2"));
  await Promise.all(
    files.map(async (file) => {
      const whole = await readFile(join(from, file));
      const parts = [characters, sha256(whole), toolVersions("subset-font")];
      writeFileSync(join(to, file), await keepFile(FONT_CACHE, parts, () => cut(whole, characters)));
    }),
  );
}

/** The tool is loaded when a font is cut: most builds find all of them kept. */
async function cut(font: Buffer, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(font, characters, { targetFormat: "woff2" });
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
