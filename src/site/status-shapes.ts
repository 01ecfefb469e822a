/** The mark of each status: word and shape, never colour alone. One drawing serves texts, lists and charts. */
import type { Element } from "hast";
import { s } from "hastscript";
import type { Status } from "../model/claim.ts";

type Part = ["circle" | "rect" | "path", Record<string, string>];

const ring: Part = ["circle", { cx: "7", cy: "7", r: "5" }];

/** Parts on a 14 by 14 grid; class f is filled. */
export const STATUS_SHAPES: Record<Status, readonly Part[]> = {
  documented: [["rect", { class: "f", x: "1.5", y: "1.5", width: "11", height: "11" }]],
  corroborated: [
    ["circle", { class: "f", cx: "3.6", cy: "7", r: "3.4" }],
    ["circle", { class: "f", cx: "10.9", cy: "7", r: "3.4" }],
  ],
  asserted: [ring],
  contested: [ring, ["path", { class: "f", d: "M7 2a5 5 0 0 0 0 10z" }]],
  denied: [ring, ["path", { d: "M1.6 12.4L12.4 1.6" }]],
  superseded: [["circle", { cx: "7", cy: "7", r: "5", "stroke-dasharray": "1.75 2.18" }]],
};

/** The shape as an element for rendered Markdown. */
export function statusShape(status: Status): Element {
  return s(
    "svg",
    { class: "shape", viewBox: "0 0 14 14", "aria-hidden": "true" },
    STATUS_SHAPES[status].map(([tag, attributes]) => s(tag, attributes)),
  );
}
