/** Preloaded into a build (`node --import`): its clock is a year ahead, so that a page which reads the clock shows it. */
const AHEAD = 400 * 86_400_000;
const now = Date.now.bind(Date);

globalThis.Date = class extends Date {
  constructor(...values: unknown[]) {
    super(...((values.length === 0 ? [now() + AHEAD] : values) as [number])); // whatever it is, Date itself takes it
  }
  static override now(): number {
    return now() + AHEAD;
  }
} as DateConstructor; // nobody calls Date() without new
