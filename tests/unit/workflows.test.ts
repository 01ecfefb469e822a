import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = ".github/workflows";
const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Workflow {
  permissions?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<string, { permissions?: Record<string, string>; "timeout-minutes"?: number; steps: Step[] }>;
}

function read(name: string): Workflow {
  return parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as Workflow; // the fields above are what is asked of it
}

function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

describe.each(files)("$name", ({ name, text }) => {
  const workflow = read(name);

  test("names every action by a commit, with its version in a comment", () => {
    const lines = text.split("\n").filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(stepsOf(workflow).filter(({ uses }) => uses).length);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("starts with no more than reading, and every job ends some time", () => {
    expect(Object.entries(workflow.permissions ?? { none: "set" }).filter(([what, may]) => what !== "contents" || may !== "read")).toEqual(
      [],
    );
    expect(workflow.concurrency).toBeDefined();
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("leaves no token in the checked-out folder", () => {
    for (const { uses, with: inputs } of stepsOf(workflow)) {
      if (uses?.startsWith("actions/checkout@")) expect(inputs).toMatchObject({ "persist-credentials": false });
    }
  });
});

test("ci runs .ci/run and no gate besides", () => {
  expect(stepsOf(read("ci.yml")).flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
  expect(statSync(".ci/run").mode & 0o111).not.toBe(0);
});

test("Pages are published of what has passed every gate, and of nothing else", () => {
  const { on, jobs } = parse(readFileSync(`${FOLDER}/pages.yml`, "utf8")) as {
    on: object;
    jobs: Record<string, { if?: string; steps: Step[] }>;
  };
  expect(on).toEqual({ workflow_run: { workflows: ["ci"], types: ["completed"], branches: ["main"] }, workflow_dispatch: null });
  expect(jobs["build"]?.if).toContain("conclusion == 'success'");
  expect(jobs["build"]?.if).toContain("event == 'push'"); // not what somebody else asks to have pulled
  expect(jobs["build"]?.steps[0]?.with?.["ref"]).toBe("${{ github.event.workflow_run.head_sha || github.sha }}");
});

test("Pages are built for the address that GitHub gives, and published with the files whose names start with a dot", () => {
  const { jobs } = read("pages.yml");
  const steps = jobs["build"]?.steps ?? [];
  expect(steps.find(({ run }) => run === "npm run build")?.env).toEqual({
    SITE_URL: "${{ steps.pages.outputs.origin }}",
    BASE_PATH: "${{ steps.pages.outputs.base_path }}",
  });
  const upload = steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
  expect(upload?.with).toEqual({ path: "dist", "include-hidden-files": true });
  const mayWrite = Object.entries(jobs).flatMap(([name, { permissions = {} }]) =>
    Object.values(permissions).includes("write") ? [name] : [],
  );
  expect(mayWrite).toEqual(["deploy"]);
});
