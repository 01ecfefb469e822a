import { describe, expect, test } from "vitest";
import { sourcesOfEvent } from "../../src/graph/event-context.ts";
import type { StrikeNode } from "../../src/graph/nodes.ts";
import { knownNote } from "../../src/site/known-words.ts";
import { event, dossierOf, find, source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const pages = [
  source({ id: "undated", published: undefined }),
  source({ id: "month", published: "2031-03" }),
  source({ id: "months", published: "2031-03/2031-04" }),
];
const noteOf = (fields: Parameters<typeof strike>[0]) => {
  const [node] = strikesOf(...pages, strike({ announced: { date: "2031-03-04" }, ...fields })) as [StrikeNode];
  return knownNote(node);
};

describe("beside the day from which a strike was known", () => {
  test.each([
    ["a source of a later day", { sources: ["wire"] }, "Announced 4 March 2031; the source on file came out on 5 March 2031."],
    [
      "a source of a later day and one that may be older",
      { sources: ["month", "undated", "wire"] },
      "Announced 4 March 2031; the first of its sources on file that is dated to the day came out on 5 March 2031.",
    ],
    [
      "a source dated by its months",
      { sources: ["months"] },
      "Announced 4 March 2031; the source on file is not certain to have come out before 30 April 2031.",
    ],
    [
      "several dated by their months, or not",
      { sources: ["months", "undated"] },
      "Announced 4 March 2031; none of its sources on file is certain to have come out before 30 April 2031.",
    ],
    [
      "an announcement dated by month",
      { date: "2031-02-04", announced: { date: "2031-02" } },
      "Announced February 2031; the source on file came out on 5 March 2031.",
    ],
    ["a source of the day of the announcement", { announced: { date: "2031-03-05" } }, null],
    ["an announcement whose month ends later", { announced: { date: "2031-03" } }, null],
    ["no date of the announcement", { announced: undefined }, null],
    ["no dated source", { sources: ["undated"] }, null],
    [
      "a day that is noted with its reason",
      { sources: ["undated"], knownSince: "2031-03-06", knownBasis: "Read out at noon." },
      "Read out at noon.",
    ],
  ])("with %s", (_, fields, expected) => {
    expect(noteOf(fields)).toBe(expected);
  });

  test("says nothing of an event that is no strike, unless a reason is noted", () => {
    expect(knownNote(find(dossierOf(event()), "event", "event"))).toBeNull();
  });

  test("is right for every strike that we publish: none of its sources is sure to be of an earlier day", () => {
    const notes = published.strikes.filter((one) => knownNote(one)?.startsWith("Announced "));
    expect(notes.map(({ id }) => id)).toContain("strike-2026-05-26");
    for (const one of notes) {
      const known = one.known ?? expect.unreachable();
      for (const page of sourcesOfEvent(one)) expect((page.published?.latest ?? known) >= known, `${one.id} ${page.id}`).toBe(true);
    }
  });
});
