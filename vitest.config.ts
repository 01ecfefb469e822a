import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Days are calendar days: a zone far from UTC shows where one slips.
process.env["TZ"] = "America/Los_Angeles";

export default defineConfig({
  test: {
    // The browser tests wait more than they work, so three files at a time suit even a machine with two cores.
    maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
    projects: [
      // Nothing under test keeps state, so the files share their modules: it halves the time.
      // The limit is against a hang, not a budget: some tests start a command or go over every day of the record.
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], isolate: false, testTimeout: 60_000 } },
      { test: { name: "hosts", include: ["tests/hosts/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 180_000 } },
      {
        test: {
          name: "build",
          include: ["tests/build/**/*.test.ts"],
          globalSetup: ["tests/setup/build-sites.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/setup/serve-sites.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry: 1, // three files at a time on two cores: what comes late once is looked at again, and the report says so
          // As long as the pages themselves are waited for (tests/setup/browser.ts): a search index loads in its own time.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
