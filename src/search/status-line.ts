/** statusLine(8, "fisherman", false) → "8 results for “fisherman”" */
export function statusLine(count: number, words: string, isNarrowed: boolean): string {
  const results = `${count} ${count === 1 ? "result" : "results"}`;
  const sought = words ? ` for “${words}”` : "";
  return `${results}${sought}${isNarrowed ? ", narrowed by the boxes ticked" : ""}`;
}
