/** One page of a timeline in a browser: what its script weighs, what a first drawing costs, and its frames while it is moved. */
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, CDPSession, Page, Response } from "playwright-core";

export interface Measures {
  /** All scripts that the page loads, bytes gzipped. */
  bytes: number;
  /** Milliseconds of the main thread that scripts take until the drawing is complete, that of compiling included, by the browser's trace. */
  script: number;
  /** Milliseconds from where the page's script may run to the frame that shows the drawing. */
  paint: number;
  /** While the pointer is held and moves, and while the wheel turns. */
  pan: Frames;
  zoom: Frames;
  /** The longest frame of the second after the pointer was let go, when what was put off is made up for. */
  letGo: number;
}

/** Milliseconds. */
export interface Frames {
  median: number;
  p95: number;
  longest: number;
  /** Of script, for each frame. */
  script: number;
}

export interface Target {
  /** Addresses of the first drawing and of the one that is moved. */
  first: string;
  moved: string;
  /** Is there once the script has drawn. */
  drawn: string;
  /** What is dragged; its middle is where the pointer begins. */
  drawing: string;
}

const VIEWPORT = { width: 1280, height: 900 };
/** px of a drag, there and back once in a second. */
const REACH = 200;
const SECONDS = 3;
const AFTERWARDS = 1000;
/** One turn of the wheel; a second of them zooms about five times. */
const TURN = 10;
const TICK = 16;
const SETTLE = 1500;
/** Milliseconds after which a page is given up. */
const PATIENCE = 60_000;
/** The processor's time and not the clock's: what else the machine does is not counted as script. */
const THREAD_TIME = { timeDomain: "threadTicks" } as const;
/** What the browser's trace tells of scripts: running them, what follows an answer, and clearing up after them. */
const TRACED = ["devtools.timeline", "v8", "v8.execute"];
const OF_SCRIPTS = new Set([
  "EvaluateScript",
  "v8.compile",
  "v8.compileModule",
  "v8.evaluateModule",
  "FunctionCall",
  "RunMicrotasks",
  "TimerFire",
  "FireAnimationFrame",
  "EventDispatch",
  "MinorGC",
  "MajorGC",
]);

/** Null for a page that takes longer than a minute. */
export async function measurePage(browser: Browser, target: Target): Promise<Measures | null> {
  const visited = await inContext(browser, (context) => visit(context, target));
  if (!visited) return null;
  // After the visit and not along with it: a trace slows what it watches.
  const script = await inContext(browser, (context) => traceScript(browser, context, target));
  return script === null ? null : { ...visited, script };
}

/** Null for what takes longer than a minute. */
async function inContext<T>(browser: Browser, act: (context: BrowserContext) => Promise<T>): Promise<T | null> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    return await Promise.race([act(context), rest(PATIENCE).then(() => null)]);
  } finally {
    await context.close();
  }
}

async function visit(context: BrowserContext, target: Target): Promise<Omit<Measures, "script">> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", THREAD_TIME);
  const scripts: Promise<Buffer>[] = [];
  const keep = (response: Response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  };
  await page.addInitScript(watchForDrawing, target.drawn);
  page.on("response", keep);
  await page.goto(target.first);
  const paint = await page.evaluate(() => drawnAt);
  page.off("response", keep); // the second visit has them from the cache
  const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
  await page.goto(target.moved);
  await page.evaluate(() => drawnAt);
  const middle = await middleOf(page, target.drawing);
  await rest(SETTLE);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const pan = await record(page, session, () => drag(page, middle));
  const { longest } = await record(page, session, async () => {
    await page.mouse.up();
    await rest(AFTERWARDS);
  });
  await rest(SETTLE);
  const zoom = await record(page, session, () => turnWheel(page, middle));
  return { bytes, paint, pan, zoom, letGo: longest };
}

interface TraceEvent {
  name: string;
  /** "X": complete, with a length. */
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when, how long, and how much of that the thread ran. */
  ts: number;
  dur: number;
  tdur?: number;
  args: { name?: string };
}

/** Milliseconds of script on the page's main thread until the drawing of a first visit is complete. */
async function traceScript(browser: Browser, context: BrowserContext, { first, drawn }: Target): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(watchForDrawing, drawn);
  await browser.startTracing(page, { categories: TRACED });
  let text: Buffer | undefined;
  try {
    await page.goto(first);
    await page.evaluate(() => drawnAt);
  } finally {
    text = await browser.stopTracing(); // also where the page was given up: the browser has one trace at a time
  }
  const trace = JSON.parse(text.toString()) as { traceEvents: TraceEvent[] }; // the format of Chromium's traces
  return sumScript(trace.traceEvents);
}

/** What lies within another event is part of it, and counted once. */
function sumScript(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(threadOf));
  const ends = new Map<string, number>();
  let sum = 0;
  const ofScripts = events.filter((event) => event.ph === "X" && OF_SCRIPTS.has(event.name) && main.has(threadOf(event)));
  for (const event of ofScripts.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (event.ts < (ends.get(threadOf(event)) ?? 0)) continue;
    ends.set(threadOf(event), event.ts + event.dur);
    sum += event.tdur ?? 0;
  }
  return sum / 1000;
}

/** The frames of a page without anything, while the pointer moves over it: no page here has better ones. */
export async function measureFloor(browser: Browser, url: string): Promise<Frames> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", THREAD_TIME);
  await page.goto(url);
  const frames = await record(page, session, () => drag(page, { x: 640, y: 450 }));
  await page.close();
  return frames;
}

declare global {
  /** Milliseconds to the frame after the drawing. */
  var drawnAt: Promise<number>;
}

/** Runs in the page before its own scripts. */
function watchForDrawing(selector: string): void {
  globalThis.drawnAt = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]; // by that type
        // After the frame is made, as near to its painting as a page can tell.
        setTimeout(() => resolve(performance.now() - (navigation?.domInteractive ?? 0)));
      });
    };
    requestAnimationFrame(look);
  });
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const drawing = page.locator(selector).first();
  await drawing.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const box = await drawing.boundingBox();
  if (!box) throw new Error(`${selector} has no box on ${page.url()}`);
  return { x: box.x + box.width / 2, y: Math.max(box.y, 0) + Math.min(box.height, VIEWPORT.height) / 2 };
}

/** To the right and back within a second, again and again. */
async function drag(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await forMilliseconds(SECONDS * 1000, (share) => page.mouse.move(x + REACH * (1 - Math.abs(1 - 2 * ((share * SECONDS) % 1))), y));
}

async function turnWheel(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  await forMilliseconds(SECONDS * 1000, (share) => page.mouse.wheel(0, (share * 4) % 2 < 1 ? -TURN : TURN));
  await page.keyboard.up("Control");
}

/** @param act is given the share of the time that has gone */
async function forMilliseconds(time: number, act: (share: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let gone = 0; gone < time; gone = performance.now() - start) {
    const next = start + (Math.floor(gone / TICK) + 1) * TICK;
    await act(gone / time);
    await rest(Math.max(0, next - performance.now()));
  }
}

async function record(page: Page, session: CDPSession, act: () => Promise<void>): Promise<Frames> {
  const frames = await page.evaluateHandle(() => {
    const moments: number[] = [];
    const state = { moments, isOn: true };
    const tick = (at: number) => {
      moments.push(at);
      if (state.isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return state;
  });
  const before = await scriptTime(session);
  await act();
  const script = (await scriptTime(session)) - before;
  const moments = await frames.evaluate((state) => {
    state.isOn = false;
    return state.moments;
  });
  const lengths = moments.slice(1).map((at, i) => at - (moments[i] ?? 0));
  const sorted = lengths.toSorted((a, b) => a - b);
  return {
    median: shareOf(sorted, 0.5),
    p95: shareOf(sorted, 0.95),
    longest: sorted.at(-1) ?? NaN,
    script: script / Math.max(lengths.length, 1),
  };
}

/** shareOf(sorted, 0.95) → the value that 95 in 100 do not exceed. */
function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN) * 1000;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
