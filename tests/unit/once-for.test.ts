import { expect, test } from "vitest";
import { onceFor } from "../../src/graph/once-for.ts";

test("works the answer out once for each object, not for each that looks alike", () => {
  let calls = 0;
  const count = onceFor((list: readonly number[]) => ({ sum: list.reduce((all, one) => all + one, 0), call: ++calls }));
  const list = [1, 2];
  expect(count(list)).toBe(count(list));
  expect(count(list)).toEqual({ sum: 3, call: 1 });
  expect(count([1, 2])).toEqual({ sum: 3, call: 2 });
});
