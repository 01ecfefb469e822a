/** The calendar, read by another program's parser than the one that writes it. */
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarSummary, uidDomain, writeCalendar } from "../../src/feeds/calendar.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { addDays, isInexact } from "../../src/model/dates.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { createUrls } from "../../src/site/urls.ts";
import { correction, dossierOf, event, find, site, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const moved = createUrls({ base: "/", site: "https://elsewhere.example" });

function read(dossier: Dossier, at = urls) {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(dossier, at)) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
    const [start, end, stamp, status] = [
      startDate.toString(),
      endDate.toString(),
      component.getFirstPropertyValue("dtstamp"),
      component.getFirstPropertyValue("status"),
    ];
    return { uid, summary, description, start, end, isDate: startDate.isDate && endDate.isDate, stamp: String(stamp), status };
  });
  return { calendar, events };
}

describe("the calendar", () => {
  const dossier = dossierOf(
    source({ id: "undated", published: undefined }),
    source({ id: "late", published: "2031-08-01" }),
    event({ id: "day", title: "Talks, in Velm; on “oil”", date: "2031-03-04" }),
    event({ id: "about", date: "2031-03-05~" }),
    event({ id: "said", title: "Talks of about 6 March 2031", date: "2031-03-06~" }),
    event({ id: "unsure", date: "2031-03-07?" }),
    event({ id: "span", date: "2031-03-13/2031-03-18", dateLabel: "mid-March" }),
    event({ id: "month", date: "2031-04", sources: ["undated"] }),
    event({ id: "year", date: "2031", sources: ["late"] }),
    event({ id: "open", date: "2031-03-01/.." }),
    correction({ date: "2031-05-05", entry: "timeline/about" }),
  );
  const { calendar, events } = read(dossier);
  const find = (id: string) => events.find(({ uid }) => uid === `${id}@soundings`);

  test.each([
    ["a day that is certain", "day", "2031-03-04", "2031-03-05", null, "Talks, in Velm; on “oil”"],
    ["about a day", "about", "2031-03-04", "2031-03-07", "TENTATIVE", "Talks in Velm – about 5 March 2031"],
    ["about a day that the title says", "said", "2031-03-05", "2031-03-08", "TENTATIVE", "Talks of about 6 March 2031"],
    ["a day that is uncertain", "unsure", "2031-03-06", "2031-03-09", "TENTATIVE", "Talks in Velm – 7 March 2031 (uncertain)"],
    ["a day between two", "span", "2031-03-13", "2031-03-19", "TENTATIVE", "Talks in Velm – mid-March"],
    ["a month", "month", "2031-04-01", "2031-05-01", "TENTATIVE", "Talks in Velm – some day in April 2031"],
    ["a year", "year", "2031-01-01", "2032-01-01", "TENTATIVE", "Talks in Velm – some day in 2031"],
  ])("gives %s as the days that it may mean, the end outside", (_, id, start, end, status, summary) => {
    expect(find(id)).toMatchObject({ start, end, status, summary, isDate: true });
  });

  test("leaves out what is open at one end, and says how many those are", () => {
    expect(find("open")).toBeUndefined();
    expect(events).toHaveLength(7);
    expect(calendar.getFirstPropertyValue("x-wr-caldesc")).toContain("1 entry whose date is open at one end is left out.");
  });

  test("is stamped by when an entry was known or corrected, else by the end of the record", () => {
    const stamps = ["day", "about", "month", "year"].map((id) => find(id)?.stamp);
    expect(stamps).toEqual(["2031-03-05", "2031-05-05", "2031-06-30", "2031-06-30"].map((day) => `${day}T00:00:00Z`));
  });

  test("keeps the sources’ own wording and the address of the page", () => {
    expect(find("span")?.description).toMatch(/^Date: mid-March\. .*\nhttps:\/\/example\.org\/news\/timeline\/span\/$/);
  });

  test("has lines of at most 75 octets that end in CRLF", () => {
    const lines = writeCalendar(published, urls).split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    expect(lines.at(-1)).toBe("END:VCALENDAR");
  });

  test("escapes its name and its description, each on one line", () => {
    const { calendar: head } = read({ ...dossier, site: site({ title: "Lakes, seas; rivers\\", dossier: "Oil, reeds\nand barges" }) });
    // The parser knows neither property as a text, and hands out what stands in the file.
    expect(head.getFirstPropertyValue("name")).toBe("Lakes\\, seas\\; rivers\\\\: timeline");
    expect(head.getFirstPropertyValue("x-wr-caldesc")).toMatch(/^Oil\\, reeds and barges\. /);
  });

  test("is the same each time, and has the same uids at another address", () => {
    expect(writeCalendar(published, urls)).toBe(writeCalendar(published, urls));
    expect(read(published, moved).events.map(({ uid }) => uid)).toEqual(read(published).events.map(({ uid }) => uid));
  });

  test("of a dossier without events is a calendar without events", () => {
    expect(read(dossierOf()).events).toEqual([]);
  });

  test("has every entry that we publish with the days of its date, each uid once", () => {
    const { events: all } = read(published);
    const dated = published.events.filter(({ date }) => date.earliest && date.latest);
    expect(all.map(({ uid, start, end, status }) => [uid, start, end, status])).toEqual(
      dated.map(({ id, date }) => {
        const reach = date.precision === "day" && isInexact(date) ? 1 : 0;
        const days = [addDays(date.earliest ?? "", -reach), addDays(date.latest ?? "", reach + 1)];
        return [`${id}@soundings`, ...days, isInexact(date) ? "TENTATIVE" : null];
      }),
    );
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
  });
});

test.each([
  ["Soundings", "soundings"],
  ["Étude: the Lake", "etude-the-lake"],
  ["湖", "timeline"],
])("the uids of %s end in %s", (title, domain) => {
  expect(uidDomain(title)).toBe(domain);
});

test("a decade is no month", () => {
  const node = { data: find(dossierOf(event()), "event", "event").data, date: getDate("203X") };
  expect(calendarSummary(node)).toBe("Talks in Velm – some day in the 2030s");
});

test.each([
  ["Strike of 23 or 24 October 2031", "23 or 24 October 2031", "Strike of 23 or 24 October 2031"],
  ["Strike of about 24 October 2031", "a Friday, probably 24 October 2031", "Strike of about 24 October 2031"],
  ["The mast is taken down", "late October 2031", "The mast is taken down – late October 2031"],
])("a date that the entry words itself has no other words beside it: %s, %s", (title, dateLabel, summary) => {
  expect(calendarSummary({ data: event({ title, dateLabel, date: "2031-10-24~" }).data, date: getDate("2031-10-24~") })).toBe(summary);
});
