import { HtmlValidate, StaticConfigLoader, type RuleConfig } from "html-validate";
import { expect, test } from "vitest";
import { blankTemplates } from "../setup/html.ts";
import { firstOf, readPages } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";

/** The recommended rules, without those that find what is no fault here. */
const rules: RuleConfig = {
  "no-trailing-whitespace": "off", // White space of templates; gzip removes what it costs.
  "long-title": "off", // Titles of claims are sentences that name their speaker first; a cut one would mislead.
  "wcag/h32": "off", // Filters act as they change; a form that sends something has its button.
  "prefer-native-element": "off", // A div with a role reads the same to everyone; which to write is taste.
  "valid-id": ["error", { relaxed: true }], // HTML lets an id start with a digit, as that of a month does.
};

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));

test("every page is valid HTML", { timeout: 300_000 }, async () => {
  const pages = await readPages(SITES["at the root"].dir);
  const faults: string[] = [];
  for (const { name, html } of pages) {
    const { results } = await validator.validateString(blankTemplates(html), name);
    for (const { messages } of results) {
      for (const { ruleId, line, column, message } of messages) faults.push(`${name}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(firstOf(faults, 40)).toEqual([]);
});
