import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import astro from "eslint-plugin-astro";
import tseslint from "typescript-eslint";

/** The import rule: each layer of src/ may import its own group and those before it, never one after it. */
const LAYERS = [
  ["model"],
  ["markdown"],
  ["graph"],
  ["check", "scaffold", "site", "timeline", "search"],
  ["dataset", "feeds", "cards", "hosting"],
  ["impact", "json-ld", "files"],
  ["load"],
  ["components"],
  ["layouts"],
  ["pages"],
];

/** What a layer may take from a later one after all, and why. */
const ALLOWED = {
  check: ["load/read-content.ts", "load/entry-file.ts", "load/yaml-faults.ts"], // plain readers of files, without Astro
  impact: ["load/read-content.ts", "load/entry-file.ts"], // the same
  scaffold: ["load/read-content.ts", "load/entry-file.ts"], // the same
};

/** What is said of a place in a module where something could be kept. */
const MEMO = "What is worked out once of a dossier is kept by onceFor() or answerFor(): a page that uses it has read what it was made of.";

/** Layers at the rim, and the only ones that know Astro. */
const RIM = ["load", "components", "layouts", "pages"];

const layerRules = LAYERS.flatMap((group, i) =>
  group.map((layer) => {
    const later = LAYERS.slice(i + 1).flat();
    return {
      files: [`src/${layer}/**/*.{ts,astro}`],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              ...later.map((other) => ({
                group: [`**/${other}/**`, ...(ALLOWED[layer] ?? []).map((path) => `!**/${path}`)],
                message: `src/${layer} comes before src/${other} and must not import it (order: ${LAYERS.flat().join(", ")}).`,
              })),
              ...(RIM.includes(layer)
                ? []
                : [
                    {
                      group: ["astro:*", "astro", "astro/*"],
                      message: `src/${layer} is plain TypeScript: hand it values from src/load instead.`,
                    },
                  ]),
            ],
          },
        ],
      },
    };
  }),
);

export default defineConfig(
  globalIgnores(["dist*/", ".astro/", ".test-output/", "public/"]),
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs["flat/recommended"],
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "@typescript-eslint/no-dynamic-delete": "off", // Tests take fields out of entries.
      eqeqeq: ["error", "smart"],
    },
  },
  {
    // The rules that need types and find what the compiler does not: a promise nobody waits for, a case nobody handles.
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // What the build must hear of, to know which pages an edit leaves as they were (src/graph/reads.ts).
    files: ["src/**/*.ts"],
    ignores: ["src/**/*.client.ts", "src/graph/once-for.ts", "src/graph/reads.ts", "src/timeline/**", "src/integrations/**"], // drawn in the browser too; run beside the pages
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "Program > VariableDeclaration NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]", message: MEMO },
        { selector: "Program > VariableDeclaration[kind='let']", message: MEMO },
        {
          selector: "Program > VariableDeclaration AwaitExpression[argument.callee.name='loadSite']",
          message: "Load the site where the page is made: what is read of it before then belongs to no page.",
        },
      ],
    },
  },
  { files: ["*.mjs"], languageOptions: { globals: { process: "readonly" } } },
  ...layerRules,
);
