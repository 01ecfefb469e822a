import { describe, expect, test } from "vitest";
import { BELOW_OVERVIEW, drawPicture } from "../../src/timeline/draw-picture.ts";
import { layoutOverview } from "../../src/timeline/overview.ts";
import type { Mark, Picture, Scene } from "../../src/timeline/picture.ts";
import { runToll } from "../../src/timeline/running-toll.ts";
import { layoutTall } from "../../src/timeline/tall-picture.ts";
import { limitsOf } from "../../src/timeline/time-window.ts";
import { timelineData } from "../../src/timeline/timeline-data.ts";
import { layoutWide } from "../../src/timeline/wide-picture.ts";
import { dossierOf, event, linkEntries, source, strike } from "./builders.ts";
import { real, sceneOf } from "./timeline-scenes.ts";

const dossier = dossierOf(
  source({ id: "gazette", published: "2031-03-05" }),
  event({ id: "flood", title: "Flood at Velm", date: "2029" }),
  strike({ id: "first", date: "2031-03-04" }),
  strike({ id: "second", date: "2031-03-20~", casualties: [{ source: "wire", killed: { min: 1, max: 3 } }] }),
  strike({
    id: "third",
    date: "2031-04-02/2031-04-05",
    casualties: [
      { source: "wire", killed: 12 },
      { source: "gazette", killed: 14 },
    ],
  }),
  event({ id: "talks", title: "Talks in Velm & Orrin", date: "2031-03-10" }),
  event({ id: "vote", title: "Council vote", kind: "legislative", date: "2031-03-10~" }),
  event({ id: "siege", title: "Siege of the harbour", date: "2031-04" }),
);

const hrefOf = ({ type, key }: Mark) => (type === "bin" ? "#list" : `/timeline/${key}/`);

function draw(picture: Picture, { frame, events, window, width }: Scene): string {
  const [left, right] = picture.mode === "wide" ? picture.along : [0.5, width - 0.5];
  const overview = layoutOverview(events, { frame, window, left, right, isLinked: picture.mode === "wide" });
  return drawPicture(picture, overview, window, { hrefOf, isMain: picture.mode === "wide" });
}

/** One element a line, numbers of coordinates without decimals: a change of a pixel is seen, one of a tenth is not. */
function tidy(svg: string, height: number): string {
  const rounded = svg.replace(/ (d|x|y|dx|dy|width|height|transform)="([^"]*)"/g, (_, name: string, value: string) => {
    const whole = value.replace(/-?\d+\.\d+/g, (number, at: number) => {
      const text = String(Math.round(Number(number)));
      return /\d/.test(value[at - 1] ?? "") && !text.startsWith("-") ? ` ${text}` : text;
    });
    return ` ${name}="${whole}"`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" height="${height}">\n${rounded.replace(/></g, ">\n<")}\n</svg>\n`;
}

function smallScene(width: number): Scene {
  const { frame, events } = timelineData(dossier);
  return { frame, events, steps: runToll(events, ""), window: limitsOf(frame).usual, asof: "", width, most: frame.most };
}

describe("the drawing as it is written into the page", () => {
  test("across the page", async () => {
    const scene = smallScene(1180);
    const picture = layoutWide(scene);
    await expect(tidy(draw(picture, scene), picture.height)).toMatchFileSnapshot("snapshots/timeline-wide.svg");
  });

  test("down the page", async () => {
    const scene = smallScene(328);
    const picture = layoutTall(scene);
    await expect(tidy(draw(picture, scene), picture.height)).toMatchFileSnapshot("snapshots/timeline-tall.svg");
  });

  test.each([
    ["wide", layoutWide, 1180],
    ["tall", layoutTall, 328],
  ] as const)("as of a day, %s: what came later is veiled, and a line stands at the end of the day", (_, layout, width) => {
    const scene = { ...smallScene(width), asof: "2031-03-31" };
    const ground = layout(scene).ground;
    expect(ground).toMatch(/class="veil"/);
    expect(ground).toMatch(/class="asof-line"/);
    expect(layout(smallScene(width)).ground).not.toMatch(/veil|asof-line/);
  });

  test("every mark is a link with a name; one of them is a stop of the Tab key", () => {
    const scene = sceneOf(real, 1180);
    const svg = draw(layoutWide(scene), scene);
    const links = svg.match(/<a [^>]*>/g) ?? [];
    expect(links).toHaveLength(real.events.length);
    for (const link of links) expect(link).toMatch(/href="\/timeline\/[^"]+\/" data-event="[^"]+" aria-label="[^"]+"/);
    expect(links.filter((link) => !link.includes('tabindex="-1"'))).toHaveLength(1);
  });

  test("only the drawing across the page has the entries that others look for", () => {
    const scene = sceneOf(real, 328);
    expect(draw(layoutTall(scene), scene)).not.toContain("data-event");
  });

  test("words that mean something in SVG are written as text", () => {
    const scene = smallScene(1180);
    const svg = draw(layoutWide(scene), scene);
    expect(svg).toContain("Talks in Velm &amp; Orrin");
    expect(svg).not.toMatch(/&(?!amp;|lt;|quot;)/);
  });

  test("no coordinate is missing, whatever is drawn", () => {
    const empty = timelineData(linkEntries().dossier);
    const one = timelineData(dossierOf(event({ id: "a" })));
    for (const data of [empty, one, real]) {
      for (const [layout, width] of [[layoutWide, 1180] as const, [layoutWide, 556] as const, [layoutTall, 288] as const]) {
        for (const query of ["", "asof=2025-10-19", "kind=parade", "from=2031-03-01&to=2031-03-07"]) {
          const scene = sceneOf(data, width, query);
          expect(draw(layout(scene), scene)).not.toMatch(/NaN|undefined|Infinity|null/);
        }
      }
    }
  });

  test("the drawing stands below the strip of all years", () => {
    const scene = smallScene(1180);
    const overview = layoutOverview(scene.events, { ...scene, left: 118.5, right: 1069.5, isLinked: true });
    expect(draw(layoutWide(scene), scene)).toContain(`<g transform="translate(0 ${overview.height + BELOW_OVERVIEW})">`);
  });
});
