/** Rows of labels beside a scale that runs down the page: as near to their place as they can be, none on another. */
export interface RowItem {
  /** Where it belongs, in px. */
  at: number;
  height: number;
}

export interface SpreadRow<Item extends RowItem> {
  /** More than one where there was no room for each. */
  items: Item[];
  /** Middle of the row. */
  y: number;
}

interface Row<Item extends RowItem> extends SpreadRow<Item> {
  at: number;
  height: number;
}

/**
 * Spreads items, by `at`, between `from` and `to`. Where one would stand farther than `farthest` from its place, neighbours are
 * gathered into one row of the least height, until none does.
 */
export function spreadRows<Item extends RowItem>(
  items: readonly Item[],
  { from, to, farthest, least }: { from: number; to: number; farthest: number; least: number },
): SpreadRow<Item>[] {
  let rows = gatherCrowd(items, from, to, least);
  for (;;) {
    place(rows, from, to);
    const worst = rows.reduce(
      (most, row, i) => (Math.abs(row.y - row.at) > Math.abs((rows[most]?.y ?? 0) - (rows[most]?.at ?? 0)) ? i : most),
      0,
    );
    const row = rows[worst];
    const last = rows.at(-1);
    const isInside = last !== undefined && last.y + last.height / 2 <= to + 0.01;
    if (!row || (Math.abs(row.y - row.at) <= farthest && isInside) || rows.length < 2) return rows;
    rows = merge(rows, nearestPair(rows, worst), least);
  }
}

/** Far more items than rows: those of one row's height are gathered before anything is placed. */
function gatherCrowd<Item extends RowItem>(items: readonly Item[], from: number, to: number, least: number): Row<Item>[] {
  const rows = items.map((item): Row<Item> => ({ items: [item], at: item.at, height: item.height, y: item.at }));
  if (items.length * least < 2 * (to - from)) return rows;
  const groups = Map.groupBy(items, ({ at }) => Math.floor((at - from) / least));
  return [...groups.values()].map((group): Row<Item> => {
    const [one] = group;
    const at = ((one?.at ?? 0) + (group.at(-1)?.at ?? 0)) / 2;
    return { items: group, at, height: group.length === 1 ? (one?.height ?? least) : least, y: at };
  });
}

/** Isotonic regression: blocks of rows that touch share the mean of what each of them wants. */
function place<Item extends RowItem>(rows: Row<Item>[], from: number, to: number): void {
  const blocks: { wants: number; count: number; first: number; height: number }[] = [];
  for (const [i, row] of rows.entries()) {
    let block = { wants: row.at - row.height / 2, count: 1, first: i, height: row.height };
    for (let last = blocks.at(-1); last && topOf(last) + last.height > topOf(block); last = blocks.at(-1)) {
      blocks.pop();
      block = {
        wants: last.wants + block.wants - block.count * last.height,
        count: last.count + block.count,
        first: last.first,
        height: last.height + block.height,
      };
    }
    blocks.push(block);
  }
  function topOf({ wants, count }: { wants: number; count: number }): number {
    return wants / count;
  }
  for (const [i, block] of blocks.entries()) {
    let y = topOf(block);
    for (const row of rows.slice(block.first, blocks[i + 1]?.first ?? rows.length)) {
      row.y = y + row.height / 2;
      y += row.height;
    }
  }
  // Up from the end, then down from the beginning: where there is too little room, it is the end that is passed.
  let limit = to;
  for (const row of rows.toReversed()) {
    row.y = Math.min(row.y, limit - row.height / 2);
    limit = row.y - row.height / 2;
  }
  let free = from;
  for (const row of rows) {
    row.y = Math.max(row.y, free + row.height / 2);
    free = row.y + row.height / 2;
  }
}

/** Of the pairs of neighbours in the block of a row, the one nearest in time. */
function nearestPair<Item extends RowItem>(rows: readonly Row<Item>[], worst: number): number {
  const touches = (i: number) => {
    const [a, b] = [rows[i], rows[i + 1]];
    return a !== undefined && b !== undefined && b.y - a.y <= (a.height + b.height) / 2 + 0.01;
  };
  let [start, end] = [worst, worst];
  while (start > 0 && touches(start - 1)) start--;
  while (touches(end)) end++;
  if (start === end) return Math.min(worst, rows.length - 2);
  let best = start;
  const gap = (i: number) =>
    (rows[i + 1]?.at ?? 0) - (rows[i]?.at ?? 0) + 4 * ((rows[i]?.items.length ?? 0) + (rows[i + 1]?.items.length ?? 0));
  for (let i = start; i < end; i++) if (gap(i) < gap(best)) best = i;
  return best;
}

function merge<Item extends RowItem>(rows: readonly Row<Item>[], i: number, least: number): Row<Item>[] {
  const [a, b] = [rows[i], rows[i + 1]];
  if (!a || !b) return [...rows];
  const items = [...a.items, ...b.items];
  const at = items.reduce((sum, item) => sum + item.at, 0) / items.length;
  return [...rows.slice(0, i), { items, at, height: least, y: at }, ...rows.slice(i + 2)];
}
