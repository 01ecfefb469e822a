/** Widths of Public Sans in ems, near enough to keep labels apart where no browser can measure them. */
const NARROW = 0.3; // i l j t f r ' , . : ;
const WIDE = 0.88; // m w M W
const CAPITAL = 0.7;
const USUAL = 0.585;

const known = new Map<string, number>(); // by character: a long timeline measures few of them often

/** textWidth("Senate vote fails", 13) → about 108 (px); errs on the wide side. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) known.set(character, (width = widthOf(character)));
    ems += width;
  }
  return ems * fontSize;
}

/** cutText("Senate vote fails", 80, 13) → "Senate …"; what fits is left as it is. */
export function cutText(text: string, room: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut} …`, fontSize) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()} …`;
}

function widthOf(character: string): number {
  if (/[iljtfr'’,.:;|! ]/.test(character)) return NARROW;
  if (/[mwMW—]/.test(character)) return WIDE;
  return /\p{Lu}|\d/u.test(character) ? CAPITAL : USUAL;
}
