import { readFileSync } from "node:fs";
import satori from "satori";
import { beforeAll, describe, expect, test } from "vitest";
import { allCards, cardOf, type Card } from "../../src/cards/card.ts";
import { CARD, drawCard, type Box, type Colours } from "../../src/cards/drawing.ts";
import { paintCard, readFonts } from "../../src/cards/picture.ts";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { actor, claim, dossierOf, event, find, strike } from "./builders.ts";

const dossier = dossierOf(
  claim({ id: "said", number: 4, text: "The barge carried lamp oil.", kind: "accusation", about: ["tarrow"] }),
  claim({ id: "gone", text: "Quill said the moon fell.", withdrawn: { date: "2031-06-01", reason: "Misread." } }),
  actor({ id: "tarrow", name: "Bren Tarrow" }),
  event({ id: "talks" }),
  strike({
    id: "drill",
    region: "The lake",
    casualties: [
      { source: "wire", killed: 2 },
      { source: "wire", killed: 4, survived: 1 },
    ],
  }),
  strike({ id: "quiet", title: "Strike of 9 March 2031", date: "2031-03-09", casualties: [{ source: "wire" }] }),
);
const card = (kind: "claim" | "event" | "actor", id: string) => cardOf(find(dossier, kind as "claim", id), dossier);

describe("the card of", () => {
  test("a claim has its speaker, its status and what stands against it", () => {
    const { label, status, says, title, lines, alt } = card("claim", "said");
    expect([label, status, says, title]).toEqual(["Claim C4", "asserted", "Ada Quill:", "The barge carried lamp oil"]);
    expect(lines).toEqual(["Ada Quill, 4 March 2031", "No answer on file"]);
    expect(alt).toBe("Claim C4, asserted: Ada Quill: The barge carried lamp oil. 4 March 2031; no answer on file.");
  });

  test("a strike has the range of the dead over all records, or says that no record states it", () => {
    expect(card("event", "drill").figure).toEqual({ count: "2–4", words: "reported killed" });
    expect(card("event", "quiet").figure).toEqual({ count: "", words: "Number killed not given" });
    expect(card("event", "quiet").alt).toBe(
      "Strike of 9 March 2031: Number killed not given. Survivors: none reported. 1 record of the dead, from 1 source.",
    );
  });

  test("a strike is dated on the scale in the words of its entry", () => {
    const said = strike({ title: "Strike announced by 9 March 2031", date: "2031-03-09~", dateLabel: "announced by 9 March 2031" });
    const [node] = dossierOf(said).strikes;
    expect(cardOf(node, dossier).date?.label).toBe("announced by 9 March 2031");
    expect(card("event", "quiet").date?.label).toBe("9 Mar 2031");
  });

  test("an actor counts and tells nothing", () => {
    expect(card("actor", "tarrow").alt).toBe("Bren Tarrow in this record: 0 claims made, 1 claim about, 0 timeline entries.");
  });

  test("a withdrawn entry, and of a page that is no entry, is that of the dossier", () => {
    expect(card("claim", "gone")).toEqual(cardOf(undefined, dossier));
    expect(cardOf(undefined, dossier).alt).not.toContain("moon");
  });
});

describe("a card", () => {
  let fonts: Awaited<ReturnType<typeof readFonts>>;
  const font = (name: string) => readFileSync(`src/assets/fonts/${name}.woff2`);
  beforeAll(async () => {
    fonts = await readFonts({ display: font("newsreader-display"), soundings: font("newsreader-italic"), labels: font("public-sans") });
  });
  const grey = new Proxy({}, { get: () => "#333333" }) as Colours; // any name of a token

  /** Where satori puts the title's block and the lines below it, and the edges of everything. Boxes come in the order of the drawing. */
  async function edgesOf(one: Card, site = dossier.site) {
    const boxes: { left: number; top: number; width: number; height: number }[] = [];
    await satori(drawCard(one, site, grey), { ...CARD, fonts, onNodeDetected: (node) => boxes.push(node) });
    const bottom = ({ top, height }: { top: number; height: number }) => top + height;
    const block = boxes[boxes.findIndex(({ top, width }) => width === CARD.width && top > 180) + 1];
    const lines = boxes.at(-1 - one.lines.length);
    if (!block || !lines) throw new Error("the card has no title or no lines");
    return {
      title: bottom(block),
      titleHeight: block.height,
      lines: lines.top,
      low: bottom(lines),
      right: Math.max(...boxes.map(({ left, width }) => left + width)),
    };
  }

  test("keeps its texts apart and within the picture, whatever entry of this record it shows", async () => {
    const { dossier: record } = checkContent(readContent("content"));
    const faults: string[] = [];
    for (const one of allCards(record)) {
      const { title, lines, low, right, titleHeight } = await edgesOf(one, record.site);
      if (title > lines || low > CARD.height - 30 || right > CARD.width || titleHeight < 80) faults.push(one.path);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  test("cuts a title that no size makes fit", async () => {
    const wordy = { ...card("claim", "said"), title: "Wardens of the north shore reported moored vessels ".repeat(20) };
    const edges = await edgesOf(wordy);
    expect(edges.title).toBeLessThanOrEqual(edges.lines);
    expect(JSON.stringify(drawCard(wordy, dossier.site, grey))).toContain("…");
  });

  test("is a PNG of the size that networks ask for, the same bytes each time", async () => {
    const drawing: Box = drawCard(card("event", "drill"), dossier.site, grey);
    const [once, again] = [await paintCard(drawing, fonts), await paintCard(drawing, fonts)].map((bytes) => Buffer.from(bytes));
    expect(once?.subarray(1, 4).toString()).toBe("PNG");
    expect([once?.readUInt32BE(16), once?.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);
    const other = await paintCard(drawCard(card("event", "quiet"), dossier.site, grey), fonts);
    expect(once?.equals(other)).toBe(false);
  });
});
