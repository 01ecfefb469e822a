/** Numbers in words and figures, the same on every machine. */

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** formatNumber(163000) → "163,000"; formatNumber(453.1) → "453.1". */
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** formatBytes(431_205) → "431 KB"; formatBytes(2_250_000) → "2.3 MB". Units of 1000, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** formatGap(3) → "+3"; -3 → "−3"; 0 → "0". */
export function formatGap(gap: number): string {
  return gap > 0 ? `+${gap}` : gap < 0 ? `−${-gap}` : "0";
}

/** countOf(1, "claim", "claims") → "1 claim"; countOf(0, "claim", "claims") → "no claims". */
export function countOf(count: number, one: string, many: string): string {
  return count === 0 ? `no ${many}` : `${formatNumber(count)} ${count === 1 ? one : many}`;
}
