import { describe, expect, test } from "vitest";
import {
  addDays,
  daysMeant,
  compareDates,
  dateText,
  dayNumber,
  daysBetween,
  formatDate,
  formatDay,
  formatDayMonth,
  formatMonth,
  formatSpan,
  isInexact,
  maxDay,
  toUtc,
} from "../../src/model/dates.ts";
import { getDate, isDay, parseDate } from "../../src/model/parse-date.ts";
import { dateField, dayField } from "../../src/model/fields.ts";

test("the tests run far from UTC, where a day that slips shows", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("America/Los_Angeles");
  expect(new Date("2025-10-19T00:00:00Z").getDate()).toBe(18);
});

describe("a date is the days that it may mean, and says how sure it is", () => {
  test.each([
    // notation, earliest, latest, precision, qualifiers
    ["2025-10-19", "2025-10-19", "2025-10-19", "day", ""],
    ["2025-09", "2025-09-01", "2025-09-30", "month", ""],
    ["2024-02", "2024-02-01", "2024-02-29", "month", ""],
    ["2012", "2012-01-01", "2012-12-31", "year", ""],
    ["201X", "2010-01-01", "2019-12-31", "year", ""],
    ["20XX", "2000-01-01", "2099-12-31", "year", ""],
    ["2025-XX", "2025-01-01", "2025-12-31", "year", ""],
    ["2025-10-XX", "2025-10-01", "2025-10-31", "month", ""],
    ["2024-02-29", "2024-02-29", "2024-02-29", "day", ""],
    ["2025-09-15~", "2025-09-15", "2025-09-15", "day", "~"],
    ["2025-09-15?", "2025-09-15", "2025-09-15", "day", "?"],
    ["2025-09-15%", "2025-09-15", "2025-09-15", "day", "~?"],
    ["2025-09~", "2025-09-01", "2025-09-30", "month", "~"],
    ["2025-10-13/2025-10-18", "2025-10-13", "2025-10-18", "interval", ""],
    ["2025-08/2025-10", "2025-08-01", "2025-10-31", "interval", ""],
    ["2012/2014", "2012-01-01", "2014-12-31", "interval", ""],
    ["2025-09-15~/2025-09-20", "2025-09-15", "2025-09-20", "interval", "~"],
    ["2025-10-19/..", "2025-10-19", null, "interval", ""],
    ["2025-10-19/", "2025-10-19", null, "interval", ""],
    ["2025-10/..", "2025-10-01", null, "interval", ""],
    ["../2025-10-19", null, "2025-10-19", "interval", ""],
    ["/2025-10-19", null, "2025-10-19", "interval", ""],
    ["../2025", null, "2025-12-31", "interval", ""],
    ["2025-09-15~/..", "2025-09-15", null, "interval", "~"],
  ] as const)("%s", (notation, earliest, latest, precision, qualifiers) => {
    expect(parseDate(notation)).toEqual({
      edtf: notation,
      earliest,
      latest,
      precision,
      approximate: qualifiers.includes("~"),
      uncertain: qualifiers.includes("?"),
    });
  });
});

describe("what is no date of EDTF levels 0 and 1 is refused", () => {
  test.each([
    ["a day that no month has", "2025-02-30"],
    ["a day that only leap years have", "2025-02-29"],
    ["the same at the end of an interval", "2025-02-01/2025-02-29"],
    ["the same at the start of an open interval", "2025-02-29/.."],
    ["the same with a qualifier", "2025-02-29~"],
    ["the leap day of a century that has none", "1900-02-29"],
    ["a 31st of April", "2025-04-31"],
    ["a thirteenth month", "2025-13"],
    ["a month zero", "2025-00"],
    ["a day zero", "2025-10-00"],
    ["a season", "2025-21"],
    ["a time of day", "2025-10-19T10:00"],
    ["a day without hyphens", "20251019"],
    ["a day without leading zeros", "2025-9-2"],
    ["a day in the German notation", "19.10.2025"],
    ["a day in the American notation", "10/19/2025"],
    ["a day in words", "19 October 2025"],
    ["an interval that ends before it starts", "2025-10-19/2025-10-13"],
    ["an interval that is open at both ends", "../.."],
    ["a slash alone", "/"],
    ["three sides", "2025/2026/2027"],
    ["a qualifier in front", "~2025"],
    ["a qualifier inside, which is level 2", "2025~-09"],
    ["half of a day unknown, which is level 2", "2025-10-1X"],
    ["a list, which is level 2", "[2025,2026]"],
    ["a year with a prefix", "Y20251"],
    ["a year before the first", "-0044"],
    ["two digits", "25"],
    ["dots alone", ".."],
    ["nothing", ""],
  ])("%s: %j", (_, notation) => {
    expect(parseDate(notation)).toBeNull();
  });
});

describe("a date is shown with all of its doubt and no more", () => {
  test.each([
    ["2025-10-19", "19 October 2025", "19 Oct 2025"],
    ["2025-09-02", "2 September 2025", "2 Sept 2025"],
    ["2025-09", "September 2025", "Sept 2025"],
    ["2012", "2012", "2012"],
    ["201X", "2010s", "2010s"],
    ["20XX", "2000–2099", "2000–2099"],
    ["2025-XX", "2025", "2025"],
    ["2025-10-XX", "October 2025", "Oct 2025"],
    ["2025-09-15~", "about 15 September 2025", "c. 15 Sept 2025"],
    ["2025-09~", "about September 2025", "c. Sept 2025"],
    ["2025-09-15?", "15 September 2025 (uncertain)", "15 Sept 2025?"],
    ["2025-09-15%", "about 15 September 2025 (uncertain)", "c. 15 Sept 2025?"],
    ["2025-10-13/2025-10-18", "between 13 and 18 October 2025", "13–18 Oct 2025"],
    ["2025-08-30/2025-09-03", "between 30 August and 3 September 2025", "30 Aug–3 Sept 2025"],
    ["2025-12-30/2026-01-02", "between 30 December 2025 and 2 January 2026", "30 Dec 2025–2 Jan 2026"],
    ["2025-08/2025-10", "between August and October 2025", "Aug–Oct 2025"],
    ["2012/2014", "between 2012 and 2014", "2012–2014"],
    ["2025-10-20/2025-11", "between 20 October and November 2025", "20 Oct–Nov 2025"],
    ["../2025-10-19", "by 19 October 2025", "by 19 Oct 2025"],
    ["/2025-10-19", "by 19 October 2025", "by 19 Oct 2025"],
    ["2025-10-19/..", "since 19 October 2025", "since 19 Oct 2025"],
    ["2025-10-19/", "since 19 October 2025", "since 19 Oct 2025"],
    ["2025-09-15~/..", "since about 15 September 2025", "since c. 15 Sept 2025"],
    ["../2025-09-15~", "by about 15 September 2025", "by c. 15 Sept 2025"],
    ["2025-09-15~/2025-09-20", "between about 15 and 20 September 2025", "c. 15–20 Sept 2025"],
    ["2025-09-15/2025-09-20~", "between 15 and about 20 September 2025", "15–c. 20 Sept 2025"],
    ["2025-09-15?/2025-09-20?", "between 15 and 20 September 2025 (uncertain)", "15–20 Sept 2025?"],
  ])("%s is “%s”, in tables “%s”", (notation, long, short) => {
    expect(formatDate(getDate(notation))).toBe(long);
    expect(formatDate(getDate(notation), "short")).toBe(short);
  });

  test("months have the short names of the style guide", () => {
    const names = Array.from({ length: 12 }, (_, i) => formatDay(`2025-${String(i + 1).padStart(2, "0")}-01`, "short").split(" ")[1]);
    expect(names.join(" ")).toBe("Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec");
  });

  test("parts of a day are shown by themselves", () => {
    expect(formatDay("2025-10-19")).toBe("19 October 2025");
    expect(formatDayMonth("2025-10-19")).toBe("19 October");
    expect(formatDayMonth("2025-09-02", "short")).toBe("2 Sept");
    expect(formatMonth("2025-10-19")).toBe("October 2025");
    expect(formatMonth("2025-10")).toBe("October 2025");
  });

  test.each([
    ["2025-10-19", false],
    ["2025-10-19~", true],
    ["2025-10-19?", true],
    ["2025-10", true],
    ["2025", true],
    ["2025-10-13/2025-10-18", true],
    ["2025-10-19/..", true],
  ])("only one certain day is exact: %s", (notation, inexact) => {
    expect(isInexact(getDate(notation))).toBe(inexact);
  });
});

describe("numbers and text from YAML", () => {
  test("a year that YAML reads as a number becomes text again", () => {
    expect(dateText(2012)).toBe("2012");
    expect(dateField.parse(2012)).toBe("2012");
  });

  test("text is left as it is", () => {
    expect(dateField.parse("2025-10-19~")).toBe("2025-10-19~");
  });

  test.each([20251019, 25, 2025.5, true, null, ["2025"], new Date("2025-10-19")])("%j is no date", (value) => {
    expect(dateField.safeParse(value).success).toBe(false);
  });

  test.each(["2025", "2025-10", "2025-10-19~", "2025-10-13/2025-10-18", "2025-10-XX", 2025])("%j is no whole day", (value) => {
    expect(dayField.safeParse(value).success).toBe(false);
  });

  test("a day is a day in every respect", () => {
    expect(isDay("2025-10-19")).toBe(true);
    expect(isDay("2025-10-19~")).toBe(false);
    expect(isDay("2025-02-29")).toBe(false);
    expect(isDay("2025-10")).toBe(false);
  });

  test("text that the schema does not admit is a fault of the caller", () => {
    expect(() => getDate("soon")).toThrow('getDate() was called with "soon", which the schema does not admit');
  });
});

describe("order and distance", () => {
  test.each([
    ["2025-10-24~", "2025-10-23", "2025-10-25"],
    ["2025-10-24?", "2025-10-23", "2025-10-25"],
    ["2025-10-24", "2025-10-24", "2025-10-24"],
    ["2025-10~", "2025-10-01", "2025-10-31"],
    ["../2025-10-19", null, "2025-10-19"],
  ])("%s may mean the days from %s to %s", (edtf, earliest, latest) => {
    expect(daysMeant(getDate(edtf))).toEqual({ earliest, latest });
  });

  test("dates sort by earliest possible day, then by latest; open starts come first, open ends last", () => {
    const sorted = [
      "../2031",
      "2024",
      "2025-08/2025-10",
      "2025-09-30",
      "2025-10-01",
      "2025-10-01~",
      "2025-10-01/2025-10-05",
      "2025-10",
      "2025-10-01/2026",
      "2025-10-01/..",
      "2025-10-02",
    ];
    const shuffled = [...sorted].reverse();
    shuffled.push(...shuffled.splice(0, 4));
    const order = shuffled.map(getDate).sort((a, b) => compareDates(a, b) || (a.edtf < b.edtf ? -1 : 1));
    expect(order.map(({ edtf }) => edtf)).toEqual(sorted);
  });

  test("“mid-September” does not sort after the 16th, nor the whole of September after the 2nd", () => {
    expect(compareDates(getDate("2025-09-15~"), getDate("2025-09-16"))).toBeLessThan(0);
    expect(compareDates(getDate("2025-09"), getDate("2025-09-02"))).toBeLessThan(0);
  });

  test("dates that may mean the same days are level", () => {
    expect(compareDates(getDate("2025-10-19"), getDate("2025-10-19?"))).toBe(0);
  });

  test.each([
    ["2025-09-02", "2025-09-15", 13],
    ["2025-09-15", "2025-09-02", -13],
    ["2025-10-19", "2025-10-19", 0],
    ["2024-02-28", "2024-03-01", 2],
    ["2025-02-28", "2025-03-01", 1],
    ["2025-11-01", "2025-11-03", 2], // the clocks of Los Angeles go back on the 2nd
    ["2025-03-08", "2025-03-10", 2], // and forward on the 9th
    ["2025-01-01", "2026-01-01", 365],
  ])("from %s to %s it is %i days", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test("the later of two days", () => {
    expect(maxDay("2025-10-19", "2025-09-30")).toBe("2025-10-19");
  });

  test("a day starts at midnight UTC, wherever the reader is", () => {
    expect(toUtc("2025-10-19")).toBe(Date.UTC(2025, 9, 19));
  });
});

describe("no day shifts with the time zone", () => {
  const notations = [
    "2025-10-19",
    "2025-11-02",
    "2025-03-09",
    "2025-12-31",
    "2025-01-01",
    "2024-02-29",
    "2025-10",
    "2012",
    "2025-10-31/2025-11-02",
    "../2025-03-09",
  ];

  test.each(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tokyo", "Europe/Berlin", "America/Bogota"])("in %s", (zone) => {
    const read = () =>
      notations.map((notation) => [
        parseDate(notation),
        formatDate(getDate(notation)),
        addDays("2025-11-01", 2),
        daysBetween("2025-10-25", "2025-11-03"),
      ]);
    const here = read();
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(read()).toEqual(here);
    } finally {
      process.env["TZ"] = before;
    }
  });
});

test.each([
  ["2025-09-15", "2025-09-15", "15 September 2025"],
  ["2025-09-01", "2025-09-15", "1–15 September 2025"],
  ["2025-09-01", "2025-10-15", "1 September – 15 October 2025"],
  ["2025-09-15", "2026-09-15", "15 September 2025 – 15 September 2026"],
  ["2025-12-31", "2026-01-01", "31 December 2025 – 1 January 2026"],
])("the days from %s to %s say once what both share", (from, to, expected) => {
  expect(formatSpan(from, to)).toBe(expected);
});

test("days are numbered from 1 January 1970, across changes of summer time too", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("2025-09-01")).toBe(20332);
  expect(dayNumber("2025-11-03") - dayNumber("2025-11-01")).toBe(2);
});
