/**
 * `npm test`: every gate in order, going on after a failure, so that one run tells everything. The last line is
 * "N passed, N failed": the single tests, and each other gate as one. Exits 1 when anything failed.
 */
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";

interface Tally {
  passed: number;
  failed: number;
}

interface Gate {
  name: string;
  command: readonly string[];
}

const REPORT = ".test-output/vitest.json";

const gates: readonly Gate[] = [
  { name: "types", command: ["node_modules/astro/bin/astro.mjs", "check"] },
  { name: "lint", command: ["node_modules/eslint/bin/eslint.js", "."] },
  { name: "format", command: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."] },
  { name: "unused", command: ["node_modules/knip/bin/knip.js"] },
  { name: "content", command: ["scripts/check-content.js"] },
  { name: "ids", command: ["scripts/register-ids.ts", "--check"] },
];
const vitest: Gate = {
  name: "tests",
  command: ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`],
};

const total: Tally = { passed: 0, failed: 0 };
for (const gate of gates) {
  const isGreen = (await run(gate)) === 0;
  if (!isGreen) console.log(`\nThe gate “${gate.name}” failed.`);
  total[isGreen ? "passed" : "failed"]++;
}
await rm(REPORT, { force: true });
const status = await run(vitest);
const tests = await readReport(status);
total.passed += tests.passed;
total.failed += tests.failed;

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function run({ name, command }: Gate): Promise<number | null> {
  console.log(`\n── ${name} ──`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: "inherit", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
    child.on("error", reject);
    child.on("close", (code) => resolve(code));
  });
}

/** The tests that passed and failed; a file that does not load is one failure, and so is an error outside every test. */
async function readReport(exitStatus: number | null): Promise<Tally> {
  try {
    const report = JSON.parse(await readFile(REPORT, "utf8")) as VitestReport; // vitest's JSON reporter
    const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
    const failed = report.numFailedTests + unloaded;
    return { passed: report.numPassedTests, failed: exitStatus !== 0 && failed === 0 ? 1 : failed };
  } catch {
    // No report was written, so vitest itself did not run to its end.
    return { passed: 0, failed: 1 };
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
