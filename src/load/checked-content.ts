/** The content as this process found it when it first asked, for every step that needs it whole. */
import { checkContent, type CheckResult } from "../check/check-content.ts";
import { readContent } from "./read-content.ts";

const checked = new Map<string, CheckResult>(); // eslint-disable-line no-restricted-syntax -- by folder; for steps beside the pages

/** Reads and checks once in a process; `npm run dev`, where content changes, does not use it. */
export function checkedContent(contentDir: string): CheckResult {
  const result = checked.get(contentDir) ?? checkContent(readContent(contentDir));
  checked.set(contentDir, result);
  return result;
}
