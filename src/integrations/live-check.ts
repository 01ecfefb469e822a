/** In `npm run dev`: the content is checked again at each save, and what is wrong stands in the terminal and over the page. */
import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { checkContent, type CheckResult } from "../check/check-content.ts";
import { formatProblems, hasColours } from "../check/format.ts";
import type { CheckMemory } from "../check/validate.ts";
import { readContent, type Content } from "../load/read-content.ts";
import { rereadContent, waitAfter } from "../load/reread-content.ts";
import type { Settings } from "../load/settings.ts";

/** From the moment Astro's store is written until pages are made of it. */
const ON_ITS_WAY_MS = 100;

export function liveCheck({ contentDir }: Settings): AstroIntegration {
  return {
    name: "soundings-live-check",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        const memory: CheckMemory = new Map();
        let content: Content = readContent(contentDir);
        let result = checkContent(content, memory);
        const hot = server.environments.client.hot;
        const showInPage = () => {
          if (result.errors > 0) hot.send({ type: "error", err: overlayOf(result, contentDir) });
        };
        logger.info(reportOf(result, contentDir));

        let requestedAt = Infinity; // when the last page was asked for
        server.middlewares.use((request, _response, next) => {
          if (request.headers.accept?.includes("text/html")) requestedAt = Date.now();
          next();
        });
        const store = resolve(server.config.root, ".astro/data-store.json");
        hot.on("vite:client:connect", () => {
          showInPage(); // a page that is opened, or opened again, is told too
          // Astro has open pages load again when it has read an edit; one that was still on its way did not hear of it.
          const writtenAt = statSync(store, { throwIfNoEntry: false })?.mtimeMs ?? 0;
          if (requestedAt < writtenAt + ON_ITS_WAY_MS) hot.send({ type: "full-reload" });
        });

        const changed = new Set<string>(); // e.g. "claims/some-id.md"
        let timer: NodeJS.Timeout | undefined;
        const checkAgain = () => {
          const start = performance.now();
          const before = result;
          for (const file of changed) content = rereadContent(content, contentDir, file);
          const files = [...changed].join(", ");
          changed.clear();
          result = checkContent(content, memory);
          logger.info(`checked after ${files}, ${Math.round(performance.now() - start)} ms\n${reportOf(result, contentDir)}`);
          if (result.errors > 0) showInPage();
          else if (before.errors > 0) hot.send({ type: "full-reload" });
        };
        const folder = resolve(contentDir);
        server.watcher.add(folder);
        server.watcher.on("all", (_event, path) => {
          const file = relative(folder, resolve(path)).split(sep).join("/");
          if (file === "" || file.startsWith("../")) return;
          changed.add(file);
          clearTimeout(timer);
          timer = setTimeout(
            () => {
              try {
                checkAgain();
              } catch (error) {
                // A folder that is being renamed or removed while it is read; the next event checks again.
                logger.error(`The content could not be read: ${error instanceof Error ? error.message : String(error)}`);
              }
            },
            waitAfter(contentDir, changed),
          );
        });
      },
    },
  };
}

function reportOf({ problems, waived, unjudged }: CheckResult, contentDir: string): string {
  return formatProblems(problems, contentDir, { colours: hasColours(process.stdout), waived, unjudged });
}

/** What Astro's overlay shows: the first error with its place, which opens the file in the editor, and all errors below it. */
function overlayOf({ problems, errors: count }: CheckResult, contentDir: string) {
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const file = resolve(contentDir, first?.file ?? "");
  return {
    name: "Content check",
    title: count === 1 ? "One error in the content" : `${count} errors in the content`,
    message: escapeHtml(first?.message ?? ""),
    hint: escapeHtml(first?.advice ?? ""),
    id: file,
    loc: { file, line: first?.line ?? 1, column: first?.column ?? 1 },
    stack: formatProblems(errors, contentDir),
  };
}

/** The overlay takes message and hint for HTML, and they quote what stands in the content. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
