/** Preloaded into a measured command (`node --import`): writes its peak memory in KB where BENCH_MEMORY says. */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

const file = process.env["BENCH_MEMORY"];
if (file && isMainThread) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
