/** What `knip` looks at, a gate of `npm test`: files, exports and packages that nothing uses. */
export default {
  // Astro's pages, the tests and what package.json runs it finds by itself.
  entry: [
    "scripts/*.{ts,js}",
    "src/integrations/write-plain-files.ts", // a process of its own
    "tests/setup/full-disk.ts", // loaded by --import
    "tests/setup/shifted-clock.ts", // the same
  ],
  // The pages that our timeline is measured against have packages of their own, in the folder of the bench.
  project: ["src/**/*.{ts,astro}", "scripts/**/*.{ts,js}", "!scripts/bench-timeline/*.client.js", "tests/**/*.ts"],
  exclude: ["types"], // an exported type names what a function takes or gives, whether or not another file writes that name
  paths: { "@fonts/*": ["src/assets/fonts/*"] }, // src/integrations/font-subsets.ts
  ignoreDependencies: ["@astrojs/check"], // `astro check` loads it
  ignoreBinaries: ["script"], // of the system; the test asks whether it is there
};
