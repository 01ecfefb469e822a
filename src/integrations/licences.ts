/** `licences.txt`: which packages the bundler put into the scripts of the pages, and the fonts, with the texts of their licences. */
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { findLicenceFaults, formatLicences, type SharedWork } from "../site/licences.ts";

const FONTS = new URL("../assets/fonts/", import.meta.url);
const FONT_LICENCE = /^OFL-(\w+)\.txt$/;

/** Modules that the bundler makes itself, and whose code they are. Its helper for scripts that are loaded later is the one in use. */
const MADE: readonly [RegExp, string][] = [
  [/^\0vite\//, "node_modules/vite"],
  [/^\0rolldown\//, "node_modules/rolldown"],
];

export function licences(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: "soundings-licences",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command === "build") updateConfig({ vite: { plugins: [recordPackages(folders)] } });
      },
      "astro:build:done": async ({ dir }) => {
        const software = [...folders].map(readPackage);
        const fonts = readFonts();
        const faults = findLicenceFaults([...software, ...fonts]);
        if (faults.length > 0) throw new AstroError(faults.join("\n"), "What may come to the browser is said in src/site/licences.ts.");
        await writeFile(new URL("licences.txt", dir), formatLicences(software, fonts));
      },
    },
  };
}

type VitePlugin = NonNullable<
  NonNullable<Parameters<NonNullable<AstroIntegration["hooks"]["astro:config:setup"]>>[0]["config"]["vite"]["plugins"]>[number]
>;

/** Adds the folder of each package of which something is left in a script after the bundler took out what nothing uses. */
function recordPackages(folders: Set<string>): VitePlugin {
  return {
    name: "soundings-licences",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const folder = renderedLength > 0 ? folderOfPackage(id) : null;
          if (folder) folders.add(folder);
        }
      }
    },
  };
}

/** ".../node_modules/d3-time/src/index.js" → ".../node_modules/d3-time"; null for our own modules. */
export function folderOfPackage(id: string): string | null {
  const made = MADE.find(([pattern]) => pattern.test(id));
  if (made) return made[1];
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? null;
}

function readPackage(folder: string): SharedWork {
  const { name, version, license = "" } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Record<string, string>; // npm has them as texts
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8") : "";
  // Vite's file goes on with those of packages that it is made with, which are not in what it adds to a page.
  return { name: `${name} ${version}`, licence: license, text: text.replace(/^# Licenses of bundled dependencies[^]*/m, "") };
}

function readFonts(): SharedWork[] {
  return readdirSync(FONTS).flatMap((file) => {
    const name = FONT_LICENCE.exec(file)?.[1]?.replace(/(?<=[a-z])(?=[A-Z])/g, " "); // "PublicSans" → "Public Sans"
    return name ? [{ name, licence: "OFL-1.1", text: readFileSync(new URL(file, FONTS), "utf8") }] : [];
  });
}
