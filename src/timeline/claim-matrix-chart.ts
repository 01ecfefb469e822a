/** The marks of the matrix of claims: in each cell a square as large as its number of claims, filled from the left as far as they are disputed. */
import { max } from "d3-array";
import { scaleSqrt } from "d3-scale";
import { disputedAmong, type ClaimMatrix } from "../graph/claim-matrix.ts";
import { round } from "./time-axis.ts";

/** Width of the outline, in px. */
const OUTLINE = 1;
/** So many claims at least, or in a small dossier a single one would be as large as 25 in a large one. */
const FILLS_BOX = 9;

export interface MatrixMark {
  count: number;
  /** The outline of the square. */
  square: string;
  /** Its filled part; "" where nothing is disputed. */
  part: string;
}

/** The mark of each cell, row by row, on a grid of `box` by `box` px; null where the cell is empty. The fullest cell fills the box, unless it holds few. */
export function layoutMatrix({ cells }: ClaimMatrix, box: number): (MatrixMark | null)[][] {
  const most = Math.max(FILLS_BOX, max(cells.flat(), ({ length }) => length) ?? 0);
  const side = scaleSqrt([0, most], [0, box - OUTLINE]);
  return cells.map((row) =>
    row.map((claims) => {
      const count = claims.length;
      if (count === 0) return null;
      const { contested, denied } = disputedAmong(claims);
      const length = round(side(count));
      const start = round((box - length) / 2);
      const rectangle = (width: number) => `M${start} ${start}h${width}v${length}h${-width}z`;
      const filled = round((length * (contested + denied)) / count);
      return { count, square: rectangle(length), part: filled === 0 ? "" : rectangle(filled) };
    }),
  );
}
