import { expect, test } from "vitest";
import { cleanState, readState, type FilterEvent } from "../../src/timeline/filter.ts";

const events: FilterEvent[] = [
  { id: "patrol", kind: "strike", known: "2031-03-04", from: "2031-03-04", to: "2031-03-04", region: "north-lake", actors: ["ada-quill"] },
];
const clean = (query: string) => cleanState(readState(new URLSearchParams(query)), { first: "2031-03-01", last: "2031-06-30", events });

test("an address that the record can answer is taken as it is", () => {
  expect(clean("asof=2031-03-10&from=2031-03-02&to=2031-04-01&kind=strike&actor=ada-quill&region=north-lake")).toEqual({
    asof: "2031-03-10",
    from: "2031-03-02",
    to: "2031-04-01",
    kinds: ["strike"],
    actor: "ada-quill",
    region: "north-lake",
  });
});

test("what it cannot answer is left out, and shows everything", () => {
  const nothing = { asof: "", from: "", to: "", kinds: [], actor: "", region: "" };
  expect(clean("asof=banana&from=garbage&to=2031-13-40&kind=parade&actor=nobody&region=moon")).toEqual(nothing);
});

test.each([
  ["2040-01-01", "", "after the record is the whole record"],
  ["2001-01-01", "2031-03-01", "before the record is its first day"],
])("a day of knowledge %s becomes “%s”: %s", (asof, expected) => {
  expect(clean(`asof=${asof}`).asof).toBe(expected);
});
