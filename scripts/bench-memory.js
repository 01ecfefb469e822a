/** Preloaded into a measured command and the processes that it starts (`--import`): each adds its peak memory in KB as a line where BENCH_MEMORY says. */
import { appendFileSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

const file = process.env["BENCH_MEMORY"];
if (file && isMainThread) process.on("exit", () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`));
