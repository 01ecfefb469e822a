import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanState, readState, unreadWords, WHOLE, writeState, type TimelineEvent } from "../../src/timeline/filter.ts";

const read = (query: string) => readState(new URLSearchParams(query));

const events: TimelineEvent[] = [
  {
    id: "patrol",
    kind: "strike",
    known: "2031-03-04",
    from: "2031-03-04",
    to: "2031-03-04",
    region: "north-lake",
    actors: ["ada-quill"],
    claims: [
      [
        ["2031-03-04", "asserted"],
        ["2031-03-06", "contested"],
      ],
    ],
    label: "Patrol",
  },
];
const clean = (query: string) => cleanState(read(query), { start: "2001-01-01", first: "2031-03-01", last: "2031-06-30", events });

describe("a view of the timeline can be sent as an address", () => {
  test.each([
    ["", ""],
    ["asof=2031-03-31", "asof=2031-03-31"],
    ["kind=strike&kind=legal", "kind=strike%2Clegal"],
    ["status=contested,denied", "status=contested%2Cdenied"],
    ["from=2031-03-01&to=2031-03-31&actor=quill&region=velm", "from=2031-03-01&to=2031-03-31&actor=quill&region=velm"],
    ["q=lamp+oil%26reeds", "q=lamp+oil%26reeds"],
    ["utm=mail&asof=", ""],
    ["kind=,strike,", "kind=strike"],
    ["q=%20%20", ""],
  ])("%j is written as %j and read back the same", (query, written) => {
    expect(writeState(read(query)).toString()).toBe(written);
    expect(read(written)).toEqual(read(query));
  });

  test("whatever the address says, what is read of it is written and read back the same", () => {
    const names = fc.constantFrom("asof", "from", "to", "actor", "region", "q", "kind", "status", "other");
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: "binary", maxLength: 130 })), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, (list) => {
        const state = readState(new URLSearchParams(list));
        expect(readState(new URLSearchParams(writeState(state).toString()))).toEqual(state);
      }),
    );
  });

  test("words are taken up to a hundred letters", () => {
    expect(read(`q=${"a".repeat(150)}`).text).toHaveLength(100);
    expect(read(`q=${"𝔸".repeat(150)}`).text).toBe("𝔸".repeat(100));
    expect(read(`q=${"a".repeat(99)}+b`).text).toBe("a".repeat(99));
  });

  test("everything is no address at all", () => {
    expect(writeState(WHOLE).toString()).toBe("");
    expect(read("")).toEqual(WHOLE);
  });
});

describe("of an address the record takes what it can answer", () => {
  test("all of it, where all of it is on file", () => {
    const query = "asof=2031-03-10&from=2031-03-02&to=2031-04-01&kind=strike&status=contested&actor=ada-quill&region=north-lake&q=Oil";
    expect(clean(query)).toEqual({
      asof: "2031-03-10",
      from: "2031-03-02",
      to: "2031-04-01",
      kinds: ["strike"],
      statuses: ["contested"],
      actor: "ada-quill",
      region: "north-lake",
      text: "Oil",
    });
  });

  test.each([
    ["asof=banana&from=garbage&to=2031-13-40", "what is no day"],
    ["asof=2031-02-30&from=2031-04-31&to=2031-02-29", "days that no month has"],
    ["from=2031&to=2031-03", "years and months"],
    ["kind=parade&kind=Strike", "kinds"],
    ["status=proven", "statuses"],
    ["actor=nobody&region=moon", "actors and places"],
  ])("and leaves out the rest: %s (%s)", (query) => {
    expect(clean(query)).toEqual(WHOLE);
  });

  test.each([
    ["", ""],
    ["asof=2031-03-10&from=1990-01-01&to=&actor=nobody", ""],
    ["asof=banana", " “asof” in the address names no day that can be read and is left out."],
    ["asof=2031-02-30&from=2031&to=2031-03-31", " “asof” and “from” in the address name no day that can be read and are left out."],
    ["asof=x&from=y&to=z", " “asof”, “from” and “to” in the address name no day that can be read and are left out."],
  ])("days that it cannot read are named: %s", (query, words) => {
    expect(unreadWords(read(query))).toBe(words);
  });

  test("a part that it knows stays beside one that it does not", () => {
    expect(clean("kind=parade,strike&status=asserted,proven")).toMatchObject({ kinds: ["strike"], statuses: ["asserted"] });
  });

  test.each([
    ["2040-01-01", "", "after the record is the whole record"],
    ["2031-06-30", "", "the last of the record is the whole record"],
    ["2031-06-29", "2031-06-29", "the one before it is itself"],
    ["2001-01-01", "2031-03-01", "before the record is its first day"],
  ])("a day of knowledge %s becomes “%s”: %s", (asof, expected) => {
    expect(clean(`asof=${asof}`).asof).toBe(expected);
  });

  test("a window that ends before it starts is turned round", () => {
    expect(clean("from=2031-05-01&to=2031-03-02")).toMatchObject({ from: "2031-03-02", to: "2031-05-01" });
    expect(clean("from=2031-05-01")).toMatchObject({ from: "2031-05-01", to: "" });
    expect(clean("to=2031-05-01")).toMatchObject({ from: "", to: "2031-05-01" });
  });

  test.each([
    ["from=1990-01-01&to=2031-05-01", "2001-01-01", "2031-05-01", "cut at the first day that can be shown"],
    ["from=2031-05-01&to=2099-01-01", "2031-05-01", "2031-06-30", "cut at the end of the record"],
    ["from=2031-07-01&to=2099-01-01", "", "", "none, after the record"],
    ["to=1990-01-01", "", "", "none, before anything on file"],
  ])("the window of %s is “%s” to “%s”: %s", (query, from, to) => {
    expect(clean(query)).toMatchObject({ from, to });
  });

  test("what is clean stays as it is", () => {
    const once = clean("asof=2031-03-10&from=2031-05-01&to=2031-04-01&kind=strike,x&q=a");
    expect(cleanState(once, { start: "2001-01-01", first: "2031-03-01", last: "2031-06-30", events })).toEqual(once);
  });
});
