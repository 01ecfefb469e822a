import { describe, expect, test } from "vitest";
import { cutText, textWidth } from "../../src/timeline/text-width.ts";

describe("the width of words without a browser", () => {
  test("grows with the letters and with the size", () => {
    expect(textWidth("", 13)).toBe(0);
    expect(textWidth("Talks in Velm", 13)).toBeLessThan(textWidth("Talks in Velmouth", 13));
    expect(textWidth("Talks", 26)).toBeCloseTo(2 * textWidth("Talks", 13));
  });

  test("tells wide letters from narrow ones", () => {
    expect(textWidth("mmm", 13)).toBeGreaterThan(textWidth("ooo", 13));
    expect(textWidth("iii", 13)).toBeLessThan(textWidth("ooo", 13));
    expect(textWidth("ÁÉÓ", 13)).toBeCloseTo(textWidth("AEO", 13));
  });

  test("decides where a text is cut, and what fits is left as it is", () => {
    expect(cutText("Senate vote fails", 400, 13)).toBe("Senate vote fails");
    for (const room of [30, 60, 90]) {
      const cut = cutText("Senate vote fails", room, 13);
      expect(cut).toMatch(/^S.* …$/);
      expect(textWidth(cut, 13)).toBeLessThanOrEqual(room);
    }
    expect(cutText("", 10, 13)).toBe("");
  });
});
