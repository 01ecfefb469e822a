/** What the contenders draw: the entries and lanes of our own page, in the window that the address names. */
/* global fetch, location, URLSearchParams */
export async function loadBenchData() {
  const { frame, events } = await (await fetch("../data.json")).json();
  const address = new URLSearchParams(location.search);
  const dated = events.filter(({ from, to }) => from && to < "9999");
  return {
    events: dated,
    lanes: ["At sea", ...frame.lanes.map(({ label }) => label)],
    laneOf: ({ lane = -1 }) => lane + 1,
    window: { from: address.get("from"), to: address.get("to") },
  };
}
