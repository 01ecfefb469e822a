/** A plain timeline with d3: a lane for each place, a mark and a label for each entry; the zoom draws along x again. */
import { axisBottom } from "d3-axis";
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { loadBenchData } from "./bench-data.client.js";

const WIDTH = 1180;
const LEFT = 118;
const LANE = 110;
const ROW = 18;
const { events, lanes, laneOf, window } = await loadBenchData();
const scale = scaleUtc([new Date(window.from), new Date(window.to)], [LEFT, WIDTH]);
const height = lanes.length * LANE + 40;
const svg = select("#timeline").append("svg").attr("viewBox", `0 0 ${WIDTH} ${height}`);
svg.append("rect").attr("width", WIDTH).attr("height", height).attr("fill", "none").attr("pointer-events", "all");
svg
  .selectAll(".lane")
  .data(lanes)
  .join("text")
  .attr("class", "lane")
  .attr("y", (_, i) => i * LANE + 20)
  .text((label) => label);
const axis = svg.append("g").attr("transform", `translate(0 ${height - 30})`);
const entries = svg
  .append("g")
  .selectAll("g")
  .data(
    events.map((event, i) => ({
      ...event,
      start: new Date(event.from),
      end: new Date(event.to),
      y: laneOf(event) * LANE + 20 + (i % 5) * ROW,
    })),
  )
  .join("g");
const dots = entries
  .filter(({ date }) => !date)
  .append("circle")
  .attr("r", 4);
const spans = entries
  .filter(({ date }) => date)
  .append("rect")
  .attr("height", 4)
  .attr("y", -2);
entries
  .append("text")
  .attr("x", 8)
  .attr("dy", "0.32em")
  .text(({ label }) => label);

function draw(x) {
  axis.call(axisBottom(x));
  entries.attr("transform", ({ start, y }) => `translate(${x(start)} ${y})`);
  spans.attr("width", ({ start, end }) => Math.max(x(end) - x(start), 4));
}

draw(scale);
dots.attr("fill", "currentColor");
svg.call(
  zoom()
    .scaleExtent([0.5, 1000])
    // So that it zooms about as far as the others do by the same turns of the wheel.
    .wheelDelta(({ deltaY }) => -deltaY / 300 / Math.LN2)
    .on("zoom", ({ transform }) => draw(transform.rescaleX(scale))),
);
svg.classed("is-drawn", true);
