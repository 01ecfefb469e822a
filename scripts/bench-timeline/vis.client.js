/** A timeline as vis-timeline draws it: a group for each lane, a point or a range for each entry. */
/* global document */
import { DataSet, Timeline } from "vis-timeline/standalone";
import { loadBenchData } from "./bench-data.client.js";

const { events, lanes, laneOf, window } = await loadBenchData();
const groups = new DataSet(lanes.map((content, id) => ({ id, content })));
const items = new DataSet(
  events.map((event) => ({
    id: event.id,
    group: laneOf(event),
    content: event.label,
    start: event.from,
    ...(event.date ? { end: event.to, type: "range" } : { type: "point" }),
  })),
);
const host = document.querySelector("#timeline");
// zoomFriction: so that it zooms about as far as the others do by the same turns of the wheel.
const options = { start: window.from, end: window.to, zoomKey: "ctrlKey", zoomFriction: 7, height: 760, verticalScroll: true };
const timeline = new Timeline(host, items, groups, options);
timeline.on("changed", () => host.classList.add("is-drawn"));
