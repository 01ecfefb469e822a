import { HtmlValidate, StaticConfigLoader, type RuleConfig } from "html-validate";
import { expect, test } from "vitest";
import { firstOf, readPages } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";

/** The recommended rules, without those that judge the style of the source: our pages are written by a serializer. */
const rules: RuleConfig = {
  "doctype-style": "off", // Astro writes <!DOCTYPE html>; browsers read both.
  "void-style": "off", // <br> and <br /> are the same in HTML.
  "no-trailing-whitespace": "off", // White space of templates; gzip removes what it costs.
  "attr-quotes": "off", // The serializer leaves quotes out where HTML allows it.
  "attribute-boolean-style": "off", // hidden and hidden="" are the same.
  "attribute-empty-style": "off", // The same for attributes with an empty value.
  "no-raw-characters": "off", // A bare & is valid where no reference can be read into it.
  "long-title": "off", // Titles of claims are sentences that name their speaker first; a cut one would mislead.
  "no-inline-style": "off", // markup.test.ts refuses every style attribute.
  "wcag/h32": "off", // Filters act as they change; a form that sends something has its button.
  "prefer-native-element": "off", // A div with a role reads the same to everyone; which to write is taste.
  "require-sri": "off", // Nothing is loaded from another host.
};

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));

test("every page is valid HTML", { timeout: 300_000 }, async () => {
  const pages = await readPages(SITES["at the root"].dir);
  const faults: string[] = [];
  for (const { name, html } of pages) {
    const { results } = await validator.validateString(html, name);
    for (const { messages } of results) {
      for (const { ruleId, line, column, message } of messages) faults.push(`${name}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(firstOf(faults, 40)).toEqual([]);
});
