/** A walk with the Tab key alone through every kind of page: nothing is skipped, hidden, covered or a trap. */
import { expect, inject, test } from "vitest";
import { connectBrowser, PHONE, WIDE, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds(SITES["at the root"].dir);
const home = inject("homes")["at the root"];
/** Long lists go on as they begin. */
const MOST = 150;

/** The narrow layout orders nothing anew but the menu, the notes and the charts. */
const walks = kinds.flatMap((kind) => {
  const widths = ["home", "timeline/", "strike", "claim", "actor"].includes(kind.kind) ? [WIDE, PHONE] : [WIDE];
  return widths.map((viewport) => ({ ...kind, viewport, width: viewport.width }));
});

test.each(walks)(
  "the Tab key walks through $kind ($path) at $width pixels in the order of the page, with the focus always in sight",
  async ({ path, viewport }) => {
    await withPage(browser, home + path, { viewport, reducedMotion: "reduce" }, async (page) => {
      const walk = await page.evaluateHandle(startWalk);
      const faults: string[] = [];
      let fault: string | null = null;
      for (let stops = 0; stops < MOST && fault !== "end"; stops++) {
        await page.keyboard.press("Tab");
        fault = await walk.evaluate(({ look }) => look());
        if (fault && fault !== "end") faults.push(fault);
      }
      expect(faults.slice(0, 6)).toEqual([]);
      expect(await walk.evaluate(({ missed }) => missed())).toEqual([]);
    });
  },
);

/** Runs in the page: looks at each stop, and then says which links and controls before the last one were passed over. */
function startWalk(): { look: () => string | null; missed: () => string[] } {
  const seen = new Set<Element>();
  let last: Element | null = null;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}”`;

  /** By an outline, or by a part of a drawing that looks otherwise without the focus. The handle of a slider, which no script can ask, passes. */
  const isMarked = (element: HTMLElement | SVGElement): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if ((outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || element.matches("[type=range]")) return true;
    const parts = element instanceof SVGElement ? [...element.querySelectorAll("*")] : [];
    const looks = () =>
      parts.map((part) =>
        ["fill", "stroke", "stroke-width", "outline"].map((name) => getComputedStyle(part).getPropertyValue(name)).join(),
      );
    const focused = looks();
    element.blur();
    const blurred = looks();
    element.focus({ focusVisible: true });
    return focused.some((look, i) => look !== blurred[i]);
  };

  const look = (): string | null => {
    const element = document.activeElement as HTMLElement | SVGElement | null; // what can be focused is one of these
    if (!element || element === document.body || seen.has(element)) return "end";
    const before = last;
    last = element;
    seen.add(element);
    if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
      return `${name(element)} comes after ${name(before)}`;
    if (!element.matches(":focus-visible")) return `${name(element)} has no visible focus`;
    const mark = element.closest("svg") ?? element;
    if (!isMarked(element)) return `${name(element)} does not show its focus`;
    const rects = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const inSight = rects.filter(({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
    if (inSight.length === 0) return `${name(element)} is out of sight`;
    const isCovered = inSight.every(({ top, bottom, left, right }) => {
      const at = document.elementFromPoint(
        (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
        (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
      );
      return !at || !(mark.contains(at) || at.contains(element));
    });
    return isCovered ? `${name(element)} is covered` : null;
  };

  const missed = () =>
    [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      .filter((element) => !element.matches("[tabindex='-1'], :disabled, [type=radio]") && !seen.has(element))
      .filter((element) => !last || element.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING)
      .slice(0, 6)
      .map(name);
  return { look, missed };
}
