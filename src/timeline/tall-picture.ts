/** The timeline down the page, for narrow screens: time from top to bottom, the ledger of the dead beside it, entries in one column. */
import { formatRange } from "../graph/ranges.ts";
import { dayNumber } from "../model/dates.ts";
import type { TimelineEvent } from "./filter.ts";
import { hitAreas } from "./hit-areas.ts";
import {
  binMark,
  binDays,
  bracketOf,
  dateAndFacts,
  dateOf,
  escapeText,
  inWindow,
  needsYear,
  spanOf,
  strikeName,
  veilStart,
  type Mark,
  type Picture,
  type Scene,
} from "./picture.ts";
import type { TollStep } from "./running-toll.ts";
import { spreadRows, type SpreadRow } from "./spread-rows.ts";
import { drawLedger, stepsInWindow } from "./stepped-ledger.ts";
import { cutText, textWidth } from "./text-width.ts";
import { round } from "./time-axis.ts";
import { timeMarks } from "./time-marks.ts";

/** px a day where the window is not too long for it: strikes two days apart are then a finger apart. */
const DAY = 12;
const TALLEST = 3640;
const SHORTEST = 320;
const TOP = 12;
const FOOT = 56;
/** Columns: names of days, the ledger, its numerals, the marks of entries; then their labels to the right edge. */
const LEFT = 54;
const LEDGER = 56;
const NUMERALS = 22;
const MARKS = LEFT + LEDGER + NUMERALS + 8;
const LABELS = 18;
const ROW = 24;
const LINE = 15;
/** An entry's label stands this far from its day at most. */
const FARTHEST = 84;
const BIN = 26;
/** Size of labels in px, as in the stylesheet. */
const LABEL = 13;
/** With more strikes than one for each such height they are gathered. */
const DENSE = 8;

interface Plot {
  y: (at: number) => number;
  top: number;
  bottom: number;
  width: number;
}

interface LabelledEvent {
  event: TimelineEvent;
  day: string;
  lines: string[];
  at: number;
  height: number;
}

export function layoutTall(scene: Scene): Picture {
  const { frame, width, window } = scene;
  const days = window.end - window.start;
  const length = Math.round(Math.min(Math.max(days * DAY, SHORTEST), TALLEST));
  const y = (at: number) => round(TOP + (at - window.start) * (length / days));
  const plot: Plot = { y, top: TOP, bottom: TOP + length, width };
  const drawn = inWindow(scene);
  const withYear = needsYear(window);
  const room = width - MARKS - LABELS;
  const items = drawn
    .map((event): LabelledEvent => {
      const day = dayText(event, withYear);
      const lines = wrapLabel(event, day, room);
      return { event, day, lines, at: Math.max(y(spanOf(event)[0]), TOP), height: ROW + (lines.length - 1) * LINE };
    })
    .sort((a, b) => a.at - b.at);
  const rows = spreadRows(items, { from: plot.top - 6, to: plot.bottom + 6, farthest: FARTHEST, least: ROW });
  const numberOf = new Map(drawn.map((event, i) => [event, i + 1]));
  const marks = rows.map((row): Mark => {
    const [one] = row.items;
    if (!one || row.items.length > 1) return gatheredMark(row, room);
    const { event } = one;
    const lane = frame.lanes[event.lane ?? -1]?.label;
    // It begins with what is printed, the day first; where that is cut the whole label follows.
    const printed = one.lines.join(" ");
    const rest = dateAndFacts(event, lane, numberOf.get(event) ?? 0, drawn.length);
    const name = `${one.day} ${printed}${printed === event.label ? ", " : `: ${event.label} `}${rest}`;
    return {
      key: event.id,
      ids: [event.id],
      type: "event",
      lane: 0,
      at: dayNumber(event.from),
      x: MARKS,
      y: one.at,
      body: eventBody(one, row.y, plot),
      name,
    };
  });
  return {
    mode: "tall",
    width,
    height: plot.bottom + FOOT,
    frame: "",
    sum: "",
    ground: timeScale(scene, plot) + drawLedgerDown(scene, plot) + veilFrom(scene, plot),
    marks: [...strikeMarks(scene, plot), ...marks],
    along: [plot.top, plot.bottom],
    rows: new Map(),
    heights: [],
    most: scene.most,
  };
}

/** dayText(event) → "4" for one certain day, where the month stands at the scale; else the date in words. */
function dayText(event: TimelineEvent, withYear: boolean): string {
  return event.date || withYear ? dateOf(event, withYear) : String(Number(event.from.slice(8)));
}

/** The label after its day, in one line or two; what the second has no room for is cut. */
function wrapLabel(event: TimelineEvent, date: string, room: number): string[] {
  const isWide = (line: string) => textWidth(line, LABEL) > room;
  const day = `${date}  `;
  if (!isWide(day + event.label)) return [event.label];
  const words = event.label.split(" ");
  let first = words.shift() ?? "";
  while (words.length > 0 && !isWide(`${day}${first} ${words[0] ?? ""}`)) first += ` ${words.shift() ?? ""}`;
  const line = cutText(first, room - textWidth(day, LABEL), LABEL);
  return words.length === 0 || line !== first ? [line] : [line, cutText(words.join(" "), room, LABEL)];
}

function eventBody({ event, day, lines, at, height }: LabelledEvent, row: number, { y, bottom, width }: Plot): string {
  const shift = round(row - at);
  const end = round(Math.max(Math.min(y(spanOf(event)[1]), bottom) - at, 8));
  const shape = event.date
    ? `<path class="span${event.isApproximate ? " span--approx" : ""}" d="M-4 0h8m-4 0V${end}m-4 0h8"/>`
    : `<path class="dot" d="M0-5l5 5-5 5-5-5z"/>`;
  const leader = Math.abs(shift) > 3 ? `<path class="leader" d="M6 0L${LABELS - 3} ${shift}"/>` : "";
  const first = shift - ((lines.length - 1) * LINE) / 2 + 4.5;
  const text = lines.map((line, i) => {
    const date = i === 0 ? `<tspan class="ev-d">${escapeText(day)}</tspan> ` : "";
    return `<tspan x="${LABELS}" y="${round(first + i * LINE)}">${date}${escapeText(line)}</tspan>`;
  });
  return `<rect class="hit" x="-8" y="${round(shift - height / 2)}" width="${round(width - MARKS + 8)}" height="${height}"/>${leader}${shape}<text class="ev">${text.join(" ")}</text>`;
}

/** A bin with the label of its first entry, and a line along the days that it covers. */
function gatheredMark({ items, y }: SpreadRow<LabelledEvent>, room: number): Mark {
  const [first, last] = [Math.min(...items.map(({ at }) => at)), Math.max(...items.map(({ at }) => at))];
  const mark = binMark(
    items.map(({ event }) => event),
    BIN,
  );
  const more = ` + ${items.length - 1}`;
  const words = cutText(items[0]?.event.label ?? "", room - BIN - 6 - textWidth(more, LABEL), LABEL);
  const leader = `<path class="leader" d="M${-LABELS} ${round(first - y)}V${round(last - y)}M${-LABELS} ${round((first + last) / 2 - y)}L-1 0"/>`;
  const text = `<text class="ev" x="${BIN + 6}" y="4.5">${escapeText(words)} <tspan class="ev-d">${more.trim()}</tspan></text>`;
  const hit = `<rect class="hit" x="0" y="-12" width="${round(room)}" height="24"/>`;
  const name = `${items.length} ${words}${more} more, ${binDays(items.map(({ event }) => event))}`;
  return { ...mark, body: `${leader}${mark.body} ${text}${hit}`, name, lane: 0, x: MARKS + LABELS, y: round(y) };
}

/** People run to the right, from the line of the scale. */
function peopleScale(most: number): (people: number) => number {
  return (people) => round(LEFT + people * personWidth(most));
}

/** Width of one person in px. */
export function personWidth(most: number): number {
  return LEDGER / Math.max(most, 1);
}

/** What the dead come to at the end of the window. */
function drawSum(scene: Scene, { bottom }: Plot): string {
  if (scene.steps.length === 0) return "";
  const { last } = stepsInWindow(scene);
  const words = last.min === last.max ? "killed in all" : "killed in all, by source";
  return `<text class="snd snd--total" x="${LEFT}" y="${bottom + 26}">${formatRange(last)}</text><text class="lab" x="${LEFT}" y="${bottom + 44}">${words}</text>`;
}

function drawLedgerDown(scene: Scene, plot: Plot): string {
  const { y, top, bottom } = plot;
  const { most } = scene;
  const inWindow = stepsInWindow(scene);
  const scales = { place: y, people: peopleScale(most), start: top, end: bottom, unit: personWidth(most) };
  return drawLedger(inWindow.inside, inWindow, { ...scales, isDown: true, isFine: true }) + drawSum(scene, plot);
}

function strikeMarks(scene: Scene, plot: Plot): Mark[] {
  const { y, bottom } = plot;
  const { steps, most } = scene;
  const x = peopleScale(most);
  const { inside } = stepsInWindow(scene);
  const offset = inside[0] ? steps.indexOf(inside[0]) : 0;
  const isDense = inside.length * DENSE > bottom || hitAreas(inside.map(({ earliest }) => y(earliest))) === null;
  const groups: TollStep[][] = [];
  for (const step of inside) {
    const group = groups.at(-1);
    if (isDense && group?.[0] && y(step.earliest) - y(group[0].earliest) < ROW) group.push(step);
    else groups.push([step]);
  }
  const hits = hitAreas(groups.map(([one]) => y(one?.earliest ?? 0)));
  let numeralAt = -Infinity;
  return groups.flatMap((group, i): Mark[] => {
    const [one, end] = [group[0], group.at(-1)];
    if (!one || !end) return [];
    const at = y(one.earliest);
    const from = x(one.before.min);
    const length = round(Math.max(x(end.running.min) - from, 1));
    const [above, below] = hits?.[i] ?? [at, at];
    const hit = `<rect class="hit" x="${round(LEFT - from)}" y="${round(above - at)}" width="${LEDGER + NUMERALS}" height="${round(below - above)}"/>`;
    const isOpen = one.event.date !== undefined && group.length === 1;
    const bracket = isOpen ? bracketBeside(one, length, plot) : "";
    const text = group.length > 1 ? String(group.length) : one.killed ? formatRange(one.killed) : "";
    const isFree = text !== "" && at - numeralAt >= 14;
    if (isFree) numeralAt = at;
    const numeral = isFree
      ? `<text class="${group.length > 1 ? "bin__n" : "snd"}" x="${length + (isOpen ? 10 : 5)}" y="4.5">${text}</text>`
      : "";
    const body = `${hit}<path class="riser${isOpen ? " riser--open" : ""}" d="M0 0H${length}"/>${bracket}${numeral}`;
    if (group.length > 1)
      return [
        {
          ...binMark(
            group.map(({ event }) => event),
            BIN,
          ),
          body,
          lane: -1,
          x: from,
          y: at,
        },
      ];
    return [
      {
        key: one.event.id,
        ids: [one.event.id],
        type: "strike",
        lane: -1,
        at: one.earliest,
        x: from,
        y: at,
        body,
        name: strikeName(one, offset + i + 1, steps.length),
      },
    ];
  });
}

/** The bracket of a strike over the days that it may have been on, right of its riser. */
function bracketBeside(step: TollStep, length: number, { y, top, bottom }: Plot): string {
  const [start, end] = bracketOf(step, y, top, bottom);
  const approximate = step.event.isApproximate ? " span--approx" : "";
  return `<path class="span${approximate}" d="M${length + 2} ${start}h6m-3 0v${round(end - start)}m-3 0h6"/>`;
}

/** What came after the day of knowledge is veiled, below the marks; a line stands at the day. */
function veilFrom({ asof, window }: Scene, { y, top, bottom, width }: Plot): string {
  const start = veilStart(asof);
  if (start === null || start >= window.end) return "";
  const from = Math.max(y(start), top);
  return `<path class="veil" d="M${LEFT + 1} ${from}H${width}V${bottom}H${LEFT + 1}z"/><path class="asof-line" d="M${LEFT} ${from}H${width}"/>`;
}

/** The line of the scale with its filled segments, and the names of days, months or years, the year below where it changes. */
function timeScale({ window, frame }: Scene, { y, top, bottom, width }: Plot): string {
  const { segments, names } = timeMarks(window, bottom - top, dayNumber(frame.base), 40);
  const labels = names.map(({ at, label }) => {
    const [, name = label, year = ""] = /^(.*\D)? ?(\d{4})$/.exec(label) ?? [];
    const lines = name === "" || name === undefined ? [year] : [name.trim(), year];
    return `<text class="lab" x="0" y="${round(y(at) + 4)}">${lines[0] ?? ""}${lines[1] ? `<tspan x="0" dy="16">${lines[1]}</tspan>` : ""}</text>`;
  });
  const lines = names.map(({ at }) => `M${LEFT} ${y(at)}H${width}`).join("");
  const filled = segments.map(([from, to]) => `M${LEFT - 5} ${y(from)}V${y(to)}h5V${y(from)}z`).join("");
  return `<path class="week" d="${lines}"/><path class="neat-edge" d="M${LEFT - 5} ${top}H${LEFT}V${bottom}H${LEFT - 5}Z"/><path class="neat-week" d="${filled}"/>${labels.join("")}`;
}
