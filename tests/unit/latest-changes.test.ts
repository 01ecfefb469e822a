import { expect, test } from "vitest";
import { findLatestChanges } from "../../src/graph/latest-changes.ts";
import { claim, dossierOf, source } from "./builders.ts";

const dossier = dossierOf(
  source({ id: "april", published: "2031-04-02" }),
  source({ id: "undated", published: undefined }),
  claim({
    id: "first",
    sources: ["april"],
    developments: [
      { date: "2031-05-01", summary: "A second notice came out.", sources: ["april"] },
      { date: "2031-05-03", summary: "A search came late.", sources: ["undated"], knownSince: "2032-11-22", knownBasis: "Read then." },
    ],
  }),
  claim({ id: "second", sources: ["april"], withdrawn: { date: "2031-06-01", reason: "Taken back." } }),
);

test("what became known last comes first; what is withdrawn is left out", () => {
  expect(findLatestChanges(dossier, 9).map(({ day, node, development }) => [day, node.id, development])).toEqual([
    ["2031-05-01", "first", "A second notice came out."],
    ["2031-04-02", "first", null],
  ]);
});

test("the day on which an undated page was read, after the end of the record, is no day on which something came out", () => {
  expect(findLatestChanges(dossier, 9).some(({ development }) => development === "A search came late.")).toBe(false);
});
