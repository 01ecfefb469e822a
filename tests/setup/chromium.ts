/** A Chromium to test in: the one that CHROMIUM_PATH names, else the one from npm, else one that the system has. */
import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { chromium, type BrowserServer } from "playwright-core";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Flags of the npm package that we do without: the first two make the browser more lenient than a reader's, the others,
 * meant for machines that start one page and stop, end the whole browser when a context is closed.
 */
const UNWANTED = ["--disable-web-security", "--allow-running-insecure-content", "--single-process", "--no-zygote"];

/** @param flags besides those that it needs to start. */
export async function launchServer(flags: readonly string[] = []): Promise<BrowserServer> {
  const errors: string[] = [];
  for (const candidate of candidates()) {
    try {
      const { executablePath, args } = await candidate();
      return await chromium.launchServer({ headless: true, executablePath, args: [...args, ...flags] });
    } catch (error) {
      errors.push(String(error).split("\n").slice(0, 3).join(" "));
    }
  }
  throw new Error(`No Chromium could be started. Set CHROMIUM_PATH to the program.\n${errors.join("\n")}`);
}

type Launch = () => Promise<{ executablePath: string; args: string[] }>;

/** What CHROMIUM_PATH names was named on purpose, so it comes first. */
function candidates(): Launch[] {
  const installed = (path: string | undefined): Launch[] =>
    path && existsSync(path) ? [() => Promise.resolve({ executablePath: path, args: [] })] : [];
  const packaged = process.platform === "linux" ? [fromNpm] : [];
  return [...installed(process.env["CHROMIUM_PATH"]), ...packaged, ...SYSTEM_PATHS.flatMap(installed)];
}

async function fromNpm(): ReturnType<Launch> {
  return { executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter((flag) => !UNWANTED.includes(flag)) };
}
