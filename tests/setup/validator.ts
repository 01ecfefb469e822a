/** Judges whether a page is valid HTML. */
import { HtmlValidate, StaticConfigLoader, type RuleConfig } from "html-validate";
import { blankTemplates } from "./html.ts";
import type { Page } from "./pages.ts";

/** The recommended rules, without those that find what is no fault here. */
const rules: RuleConfig = {
  "no-trailing-whitespace": "off", // White space of templates; gzip removes what it costs.
  "long-title": "off", // Titles of claims are sentences that name their speaker first; a cut one would mislead.
  "wcag/h32": "off", // Filters act as they change; a form that sends something has its button.
  "prefer-native-element": "off", // A div with a role reads the same to everyone; which to write is taste.
  "valid-id": ["error", { relaxed: true }], // HTML lets an id start with a digit, as that of a month does.
};

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));

/** What is wrong with a page, one line for each fault. */
export async function findHtmlFaults({ name, html }: Pick<Page, "name" | "html">): Promise<string[]> {
  const { results } = await validator.validateString(blankTemplates(html), name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${name}:${line}:${column} ${ruleId}: ${message}`),
  );
}
