/** How a card is set: the masthead with the scale of the record, then what the page is about, as on the page itself. */
import type { Status } from "../model/claim.ts";
import { formatDay } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { STATUS_SHAPES } from "../site/status-shapes.ts";
import { STATUS_STANDARDS } from "../site/status-standards.ts";
import { capitalize } from "../site/words.ts";
import { markOnScale, weeksOnScale } from "../timeline/neatline.ts";
import type { Card } from "./card.ts";

/** Pixels, the size that networks ask for. */
export const CARD = { width: 1200, height: 630 };
const EDGE = 64;
const ROOM = CARD.width - 2 * EDGE;
const SCALE = { top: 112, label: 132 };

/** Size of the title in pixels by the number of its letters, the first that is long enough. */
const TITLE_SIZES = [
  { letters: 44, size: 76 },
  { letters: 80, size: 64 },
  { letters: 130, size: 54 },
  { letters: 190, size: 46 },
  { letters: Infinity, size: 40 },
];

/** What is longer does not fit, and ends in an ellipsis. */
const LONGEST = 270;

/** By the name of the token: { paper: "#fcfcf9", … } */
export type Colours = Record<"paper" | "ink" | "ink-2" | "ink-3" | "water-1" | "magenta", string>;

/** An element as satori takes it. */
export interface Box {
  type: string;
  props: { style?: object; children?: Child | Child[]; [attribute: string]: unknown };
}
type Child = Box | string;

export function drawCard(card: Card, site: Site, colours: Colours): Box {
  const { paper, ink } = colours;
  const page = { width: CARD.width, height: CARD.height, backgroundColor: paper, color: ink, fontFamily: "Public Sans", fontSize: 28 };
  return box({ ...page, position: "relative" }, [...masthead(card, site, colours), band(card, colours)]);
}

function masthead({ date }: Card, site: Site, colours: Colours): Box[] {
  const { ink, magenta } = colours;
  const { baseDate, recordEnds } = site;
  const mark = date && markOnScale(date.date, baseDate, recordEnds);
  const label = { position: "absolute", top: SCALE.label, fontSize: 22, color: colours["ink-3"] };
  const small = { position: "absolute", top: 50, right: EDGE, fontSize: 24, color: colours["ink-3"] };
  return [
    box({ position: "absolute", top: 28, left: EDGE, fontFamily: "Soundings", fontSize: 52 }, [site.title]),
    box(small, [site.dossier]),
    scale(weeksOnScale(baseDate, recordEnds), mark ? mark.at : null, colours),
    ...(mark && mark.at < 25 ? [] : [box({ ...label, left: EDGE }, [formatDay(baseDate, "short")])]),
    ...(mark && mark.at > 75 ? [] : [box({ ...label, right: EDGE }, [formatDay(recordEnds, "short")])]),
    ...(mark && date
      ? [box({ ...label, ...beside(mark.at), color: magenta }, [mark.outside ? `${date.label}, ${mark.outside} this scale` : date.label])]
      : []),
    box({ position: "absolute", top: 180, left: 0, width: CARD.width, height: 2, backgroundColor: ink }, []),
  ];
}

/** The label of a mark begins, ends or has its middle there, so that it stays on the card. */
function beside(at: number): object {
  const x = EDGE + (at / 100) * ROOM;
  if (at < 25) return { left: x };
  return at > 75 ? { right: CARD.width - x } : { left: x - 200, width: 400, justifyContent: "center" };
}

function scale(weeks: number, at: number | null, { ink, magenta }: Colours): Box {
  const week = ROOM / weeks;
  const bars = Array.from({ length: Math.ceil(weeks / 2) }, (_, i) => rect(2 * i * week, 6, week, 6, ink));
  const frame = [rect(0, 3, ROOM, 1.5, ink), rect(0, 14, ROOM, 1.5, ink), rect(0, 3, 1.5, 12, ink), rect(ROOM - 1.5, 3, 1.5, 12, ink)];
  const mark = at === null ? [] : [rect(Math.min(Math.max(0, (at / 100) * ROOM - 2.5), ROOM - 5), 0, 5, 20, magenta)];
  const style = { position: "absolute", top: SCALE.top - 4, left: EDGE };
  return { type: "svg", props: { style, width: ROOM, height: 20, viewBox: `0 0 ${ROOM} 20`, children: [...frame, ...bars, ...mark] } };
}

function band({ label, status, says, title, figure, lines }: Card, colours: Colours): Box {
  const letters = title.length + (says?.length ?? 0);
  const text = letters > LONGEST ? cut(title, LONGEST - (letters - title.length)) : title;
  const { size = 40 } = TITLE_SIZES.find((step) => letters <= step.letters) ?? {};
  // Of all boxes only that of a claim has a ground, as its page has.
  const ground = { backgroundColor: status ? colours["water-1"] : colours.paper };
  const area = { position: "absolute", boxSizing: "border-box", top: 182, left: 0, width: CARD.width, height: CARD.height - 182 };
  return box({ ...area, ...ground, flexDirection: "column", justifyContent: "space-between", padding: `30px ${EDGE}px 36px` }, [
    box({ flexDirection: "column" }, [
      box({ alignItems: "center", color: colours.magenta, marginBottom: 14 }, [label, ...(status ? standing(status, colours) : [])]),
      box(
        { flexWrap: "wrap", fontFamily: "Newsreader", fontSize: figure ? Math.min(size, letters > 44 ? 44 : 54) : size, lineHeight: 1.14 },
        [
          // Each word is a box of its own where the speaker has another colour, so that the two run on in one paragraph.
          ...(says ? [...words(says, colours["ink-3"]), ...words(text, colours.ink)] : [text]),
        ],
      ),
      ...(figure ? [count(figure, colours)] : []),
    ]),
    box(
      { flexDirection: "column", color: colours["ink-2"], fontSize: 30, lineHeight: 1.4 },
      lines.map((line) => box({}, [line])),
    ),
  ]);
}

function cut(text: string, letters: number): string {
  return `${text.slice(0, text.lastIndexOf(" ", letters))} …`;
}

function words(text: string, color: string): Box[] {
  return text.split(" ").map((word) => box({ color, marginRight: "0.24em" }, [word]));
}

function count({ count: people, words: of }: NonNullable<Card["figure"]>, colours: Colours): Box {
  return box({ alignItems: "baseline", marginTop: 10 }, [
    ...(people ? [box({ fontFamily: "Soundings", fontSize: 108, lineHeight: 1, marginRight: 20 }, [people])] : []),
    box({ fontSize: 34, color: colours["ink-2"] }, [of]),
  ]);
}

/** A card stands alone, so it says what the status means. */
function standing(status: Status, colours: Colours): Box[] {
  const { because } = STATUS_STANDARDS[status];
  return [
    shape(status, colours.ink),
    box({ color: colours.ink, marginLeft: 10 }, [capitalize(status)]),
    box({ color: colours["ink-3"], marginLeft: 16, fontSize: 24 }, [because]),
  ];
}

function shape(status: Status, ink: string): Box {
  const parts = STATUS_SHAPES[status].map(([type, { class: filled, ...attributes }]) => ({
    type,
    props: { ...attributes, fill: filled ? ink : "none", stroke: filled ? "none" : ink, "stroke-width": 1.5 },
  }));
  return { type: "svg", props: { style: { marginLeft: 24 }, width: 28, height: 28, viewBox: "0 0 14 14", children: parts } };
}

function rect(x: number, y: number, width: number, height: number, fill: string): Box {
  return { type: "rect", props: { x, y, width, height, fill } };
}

function box(style: object, children: Child[]): Box {
  return { type: "div", props: { style: { display: "flex", ...style }, children } };
}
