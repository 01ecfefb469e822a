/** monthsOf("2025-11-15", "2026-01-02") → ["2025-11", "2025-12", "2026-01"] */
export function monthsOf(from: string, to: string): string[] {
  const out: string[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  const end = to.slice(0, 7);
  for (let key = from.slice(0, 7); key <= end; key = `${year}-${String(month).padStart(2, "0")}`) {
    out.push(key);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return out;
}
