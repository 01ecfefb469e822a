/**
 * The files of the site that are no pages. `npm run build` has a process of its own write them while Astro makes the pages, which takes
 * Astro far longer for each file; `npm run dev` makes the one that is asked for.
 */
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { checkContent } from "../check/check-content.ts";
import { listPlainFiles, type PlainFile } from "../files/plain-files.ts";
import { MEDIA_TYPES } from "../hosting/headers.ts";
import { cardPicture } from "../load/card-picture.ts";
import { moveInto } from "../load/move-folder.ts";
import { readContent } from "../load/read-content.ts";
import type { Settings } from "../load/settings.ts";
import { createUrls } from "../site/urls.ts";

export function plainFiles({ contentDir, basePath, siteUrl }: Settings): AstroIntegration {
  let folder = "";
  let writer: Writer | undefined;
  return {
    name: "soundings-plain-files",
    hooks: {
      "astro:config:setup": ({ command, config, updateConfig }) => {
        if (command === "dev") updateConfig({ trailingSlash: "ignore" }); // else its server finds no file of the dataset
        if (command !== "build") return;
        const cache = fileURLToPath(config.cacheDir);
        mkdirSync(cache, { recursive: true });
        folder = mkdtempSync(join(cache, "plain-files-"));
        writer?.stop(); // where the build began again
        writer = startWriter([folder]);
      },
      "astro:build:done": async ({ dir }) => {
        // The core that made the pages is free, and in a first build half of the cards are still to be painted.
        const helper = writer?.isDone() ? undefined : startWriter(["--cards"]);
        await writer?.ended;
        helper?.stop();
        moveInto(folder, fileURLToPath(dir));
      },
      "astro:server:setup": ({ server }) => {
        let files: Map<string, PlainFile> | undefined; // by path, until the content changes
        const content = resolve(contentDir);
        server.watcher.on("all", (_event, path) => {
          if (resolve(path).startsWith(content + sep)) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const path = (request.originalUrl ?? "").split("?")[0]?.slice(basePath.length) ?? "";
          if (path === "" || path.endsWith("/")) return next();
          files ??= byPath({ contentDir, basePath, siteUrl });
          const file = files.get(path);
          if (!file) return next();
          Promise.resolve(file.body()).then((body) => {
            response.setHeader("Content-Type", typeOf(path));
            response.end(body);
          }, next);
        });
      },
    },
  };
}

interface Writer {
  /** Resolves when it has written all; rejects with what it said when it failed. */
  ended: Promise<void>;
  isDone(): boolean;
  stop(): void;
}

function startWriter(args: string[]): Writer {
  const child = fork(join(import.meta.dirname, "write-plain-files.ts"), args, {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const stop = () => void child.kill();
  process.on("exit", stop);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => (said += part));
  const ended = new Promise<void>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      const why = said || (signal ? `The process that writes them got ${signal}; where memory is short, the system sends SIGKILL.` : "");
      if (code === 0) done();
      else fail(new AstroError(`The files beside the pages were not written.\n${why}`));
    });
  });
  ended.catch(() => {}); // heard when the pages are done
  return { ended, isDone: () => child.exitCode === 0, stop };
}

function byPath({ contentDir, basePath, siteUrl }: Pick<Settings, "contentDir" | "basePath" | "siteUrl">): Map<string, PlainFile> {
  const { dossier } = checkContent(readContent(contentDir));
  const urls = createUrls({ base: basePath, site: siteUrl });
  return new Map(listPlainFiles(dossier, urls, (card) => cardPicture(card, dossier.site)).map((file) => [file.path, file]));
}

const TYPES: Readonly<Record<string, string>> = { ...MEDIA_TYPES, json: "application/json", png: "image/png", xml: "application/xml" };

function typeOf(path: string): string {
  const type = TYPES[extname(path).slice(1)] ?? "text/plain";
  return type === "image/png" ? type : `${type}; charset=utf-8`;
}
