import { describe, expect, test } from "vitest";
import { addDays, formatDay, isCalendarDay, MONTHS } from "../../src/model/dates.ts";
import { dayOfAddress, nameDay, offerDays, type DaysWithPages } from "../../src/site/nearest-days.ts";

const list = "/news/as-of/";
const pages: DaysWithPages = { list, days: ["2031-03-04", "2031-03-10", "2031-06-02"], recordEnds: "2031-06-30", months: MONTHS };

test.each([
  ["/news/as-of/2031-03-07/", "2031-03-07"],
  ["/news/as-of/2031-03-07", "2031-03-07"],
  ["/news/as-of/2031-03-07/index.html", "2031-03-07"],
  ["/news/as-of/2031-02-30/", null],
  ["/news/as-of/2031-3-7/", null],
  ["/news/as-of/soon/", null],
  ["/news/as-of/2031-03-07/more/", null],
  ["/as-of/2031-03-07/", null],
  ["/news/timeline/2031-03-07/", null],
  ["/news/as-of/", null],
])("the address %s is that of %s", (path, day) => {
  expect(dayOfAddress(path, list)).toBe(day);
});

test("days are known and named as everywhere else", () => {
  for (let day = "1999-12-25"; day < "2004-03-10"; day = addDays(day, 1)) {
    expect(dayOfAddress(`${list}${day}/`, list)).toBe(day);
    expect(nameDay(day, MONTHS)).toBe(formatDay(day));
  }
  for (const year of ["1900", "2000", "2023", "2024"])
    for (let month = 0; month <= 13; month++)
      for (const date of ["00", "01", "28", "29", "30", "31", "32"]) {
        const text = `${year}-${String(month).padStart(2, "0")}-${date}`;
        expect(dayOfAddress(`${list}${text}/`, list), text).toBe(isCalendarDay(text) ? text : null);
      }
});

describe("a day without a page is offered", () => {
  const offered = (asked: string, given = pages) => {
    const offer = offerDays(asked, given);
    return offer && { words: offer.words, links: offer.links.map(({ href, text, how }) => `${href} ${text}: ${how}`) };
  };

  test("the nearest day before, which holds for it, and the nearest after", () => {
    expect(offered("2031-03-07")).toMatchInlineSnapshot(`
      {
        "links": [
          "/news/as-of/2031-03-04/ Known on 4 March 2031: the nearest day before",
          "/news/as-of/2031-03-10/ Known on 10 March 2031: the nearest day after",
        ],
        "words": "As far as the sources on file go, no claim, timeline entry or published total became known or changed on 7 March 2031, so that day has no page. What was known on it is what stands at 4 March 2031.",
      }
    `);
  });

  test("no day before where nothing was known yet", () => {
    expect(offered("2030-12-31")).toMatchInlineSnapshot(`
      {
        "links": [
          "/news/as-of/2031-03-04/ Known on 4 March 2031: the nearest day after",
        ],
        "words": "As far as the sources on file go, no claim, timeline entry or published total of this record was publicly known by 31 December 2030, so that day has no page.",
      }
    `);
  });

  test("the last one after it", () => {
    expect(offered("2031-06-20")).toMatchInlineSnapshot(`
      {
        "links": [
          "/news/as-of/2031-06-02/ Known on 2 June 2031: the nearest day before",
        ],
        "words": "As far as the sources on file go, no claim, timeline entry or published total became known or changed on 20 June 2031, so that day has no page. What was known on it is what stands at 2 June 2031.",
      }
    `);
  });

  test("the last one after the end of the record, of which it says nothing", () => {
    expect(offered("2033-01-01")).toMatchInlineSnapshot(`
      {
        "links": [
          "/news/as-of/2031-06-02/ Known on 2 June 2031: the nearest day before",
        ],
        "words": "The record ends on 30 June 2031, before 1 January 2033. What was known at its end is what stands at 2 June 2031.",
      }
    `);
  });

  test("its own page where it has one", () => {
    expect(offered("2031-03-10")).toMatchInlineSnapshot(`
      {
        "links": [
          "/news/as-of/2031-03-10/ Known on 10 March 2031: the day itself",
          "/news/as-of/2031-06-02/ Known on 2 June 2031: the nearest day after",
        ],
        "words": "The page of 10 March 2031 has a slightly different address.",
      }
    `);
  });

  test("nothing where no day has a page", () => {
    expect(offered("2031-03-07", { ...pages, days: [] })).toBeNull();
  });

  test("the only one there is", () => {
    const one = { ...pages, days: ["2031-03-04"] };
    expect(offered("2031-03-05", one)?.links).toHaveLength(1);
    expect(offered("2031-03-03", one)?.links).toHaveLength(1);
  });
});
