import { expect, test } from "vitest";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { linkedShare, provenanceOf } from "../../src/site/provenance.ts";

test("the sentences of a text are those with a link and those without", () => {
  const found = provenanceOf(
    parseBody(
      "## A heading\n\nOne is [linked](../claims/a.md). Two is not. [Three](../claims/b.md) is.\n\n| A cell |\n| --- |\n| no statement |\n",
    ),
  );
  expect(found).toEqual({ sentences: 3, linked: 2, unlinked: ["Two is not."] });
});

test.each([
  [{ sentences: 3, linked: 2, unlinked: [] }, 66],
  [{ sentences: 200, linked: 199, unlinked: [] }, 99], // never 100 while one is without
  [{ sentences: 1, linked: 1, unlinked: [] }, 100],
  [{ sentences: 0, linked: 0, unlinked: [] }, null],
])("the share of %j is %j", (provenance, share) => {
  expect(linkedShare(provenance)).toBe(share);
});
