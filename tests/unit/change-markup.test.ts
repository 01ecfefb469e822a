import { expect, test } from "vitest";
import { findChanges } from "../../src/timeline/change-markup.ts";

const bin = (width: number, count: string) =>
  `<rect class="bin" y="-12" width="${width}" height="24"/><text class="bin-n" x="${width / 2}">${count}</text>`;

test("names what differs between markup of the same tags", () => {
  expect(findChanges(bin(90, "12"), bin(96, "7"))).toEqual([
    { element: 0, attribute: "width", value: "96" },
    { element: 1, attribute: "x", value: "48" },
    { element: 1, attribute: null, value: "7" },
  ]);
});

test("finds nothing in what is the same", () => {
  expect(findChanges(bin(90, "12"), bin(90, "12"))).toEqual([]);
  expect(findChanges("", "")).toEqual([]);
});

test.each([
  ["another tag", `<path d="M0 0"/>`, `<rect y="1"/>`],
  ["a tag more", bin(90, "12"), `${bin(90, "12")}<rect y="1"/>`],
  ["another attribute", `<rect x="1"/>`, `<rect y="1"/>`],
  ["text where there was none", `<text x="1"></text>`, `<text x="1">12</text>`],
  ["text behind a part in it", `<text>A <tspan>B</tspan> C</text>`, `<text>A <tspan>B</tspan></text>`],
  ["what is escaped", `<text>A</text>`, `<text>A &amp; B</text>`],
])("leaves %s to the parser", (_, from, to) => {
  expect(findChanges(from, to)).toBeNull();
});
