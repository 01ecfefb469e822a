import { expect, test } from "vitest";
import { fieldInfo } from "../../src/check/schema-fields.ts";
import { answerFor, onceFor } from "../../src/graph/once-for.ts";
import { Observer, printOf, recordReads, type Reads } from "../../src/graph/reads.ts";
import { KIND_NAMES } from "../../src/model/kinds.ts";

interface Boat {
  id: string;
  name: string;
  crew?: number | undefined;
  beside?: Boat;
}

/** What was read while `use` ran over boats, and whether another state of them would be read the same. */
async function readsOf(
  boats: readonly Boat[],
  use: (boats: Boat[]) => unknown,
): Promise<{ reads: Reads | null; isSame: (other: readonly Boat[]) => boolean }> {
  const { observer, observed } = observeAll(boats);
  const { reads } = await recordReads(() => Promise.resolve(use(observed)));
  return {
    reads,
    isSame: (other) => reads !== null && observer.print(reads) === observeAll(other).observer.print(reads),
  };
}

function observeAll(boats: readonly Boat[]): { observer: Observer; observed: Boat[] } {
  const observer = new Observer();
  const observed = boats.map((boat) => observer.observe(boat.id, { ...boat }));
  for (const boat of observed) {
    const other = boat.beside && observed.find(({ id }) => id === boat.beside?.id);
    if (other) boat.beside = other;
  }
  return { observer, observed };
}

const barge: Boat = { id: "barge", name: "Barge", crew: 2 };
const ferry: Boat = { id: "ferry", name: "Ferry" };

test("says which fields were read of which object", async () => {
  const { reads } = await readsOf([barge, ferry], ([one, two]) => [one?.id, one?.name, two?.crew]);
  expect(reads).toEqual({ own: [["barge", ["id", "name"]], ["ferry", ["crew"]]], shared: [] }); // prettier-ignore
});

test("what was read and stays the same is the same, whatever else changes", async () => {
  const { isSame } = await readsOf([barge, ferry], ([one]) => one?.name);
  expect(isSame([barge])).toBe(true);
  expect(
    isSame([
      { ...barge, crew: 3 },
      { ...ferry, name: "Raft" },
    ]),
  ).toBe(true);
  expect(isSame([{ ...barge, name: "Raft" }, ferry])).toBe(false);
  expect(isSame([ferry])).toBe(false);
});

test("a field that is not there is read too, however it is asked for", async () => {
  const uses: ((boat: Boat) => unknown)[] = [
    (boat) => boat.crew,
    (boat) => "crew" in boat,
    (boat) => Object.keys(boat),
    (boat) => ({ ...boat }),
    (boat) => Object.hasOwn(boat, "crew"),
  ];
  for (const use of uses) {
    const { isSame } = await readsOf([ferry], ([one]) => one && use(one));
    expect(isSame([{ ...ferry }])).toBe(true);
    expect(isSame([{ ...ferry, crew: 1 }])).toBe(false);
  }
});

test("an object in a field counts as itself: what it holds is read when it is asked", async () => {
  const pair: Boat[] = [{ ...barge, beside: ferry }, ferry];
  const whose = await readsOf(pair, ([one]) => one?.beside);
  expect(
    whose.isSame([
      { ...barge, beside: ferry },
      { ...ferry, name: "Raft" },
    ]),
  ).toBe(true);
  expect(whose.isSame([barge, ferry])).toBe(false);
  const named = await readsOf(pair, ([one]) => one?.beside?.name);
  expect(
    named.isSame([
      { ...barge, beside: ferry },
      { ...ferry, name: "Raft" },
    ]),
  ).toBe(false);
});

test("who uses what was made once has read what it was made of", async () => {
  const nameOf = onceFor((boat: Boat) => ({ name: boat.name }));
  const { observer, observed } = observeAll([barge]);
  const use = () => recordReads(() => Promise.resolve(observed.map((boat) => nameOf(boat).name)));
  const [first, second] = [await use(), await use()];
  expect(first.reads).toEqual({ own: [], shared: [{ own: [["barge", ["name"]]], shared: [] }] });
  expect(second.reads).toEqual(first.reads);
  const printIn = (boat: Boat) => observeAll([boat]).observer.print(first.reads ?? { own: [], shared: [] });
  expect(printIn({ ...barge, crew: 9 })).toBe(observer.print(first.reads ?? { own: [], shared: [] }));
  expect(printIn({ ...barge, name: "Raft" })).not.toBe(printIn(barge));
});

test("what reads on after it was asked for is not known", async () => {
  const later = onceFor((boat: Boat) => Promise.resolve().then(() => boat.name));
  const { reads } = await readsOf([barge], ([one]) => one && later(one));
  expect(reads).toBeNull();
});

test("of an answer it matters what it says, not what it was worked out from", async () => {
  const hasCrew = answerFor("has a crew of", (boat: Boat, least: string) => (boat.crew ?? 0) >= Number(least));
  const { reads, isSame } = await readsOf([barge], ([one]) => one && hasCrew(one, "1"));
  expect(reads?.own).toEqual([["barge", ["=/has a crew of/1"]]]);
  expect(isSame([{ ...barge, crew: 5 }])).toBe(true);
  expect(isSame([{ ...barge, crew: 0 }])).toBe(false);
});

test("an answer about what nobody watches is not known", async () => {
  const sizeOf = answerFor("size beside", (boat: Boat, other: Boat) => (boat.crew ?? 0) - (other.crew ?? 0));
  expect((await readsOf([barge, ferry], ([one, two]) => one && two && sizeOf(one, two))).reads).not.toBeNull();
  expect((await readsOf([barge], ([one]) => one && sizeOf(one, { ...one }))).reads).toBeNull();
  expect((await readsOf([barge], ([one]) => one && sizeOf({ ...one }, one))).reads).toBeNull();
  const shared = onceFor((boat: Boat) => ({ size: sizeOf(boat, { ...boat }) }));
  expect((await readsOf([barge], ([one]) => one && shared(one))).reads).toBeNull();
});

test.each(KIND_NAMES)("hears of every field that the front matter of an entry can have: %s", async (kind) => {
  const { fields } = fieldInfo(kind, [], { kind: "strike" });
  expect(fields).toContain("withdrawn");
  for (const field of fields) {
    const data: Record<string, unknown> = {};
    const { reads } = await recordReads(() => Promise.resolve(new Observer().observe("data", data)[field]));
    expect(reads?.own).toEqual([["data", [field]]]);
  }
});

test("one thing is recorded at a time", async () => {
  const inner = () => recordReads(() => Promise.resolve(1));
  await expect(recordReads(inner)).rejects.toThrow("Two things");
  expect((await inner()).value).toBe(1);
});

test("prints tell values apart, and know lists of every sort", () => {
  const values = [
    null,
    0,
    "0",
    [],
    {},
    [1, 2],
    [2, 1],
    new Set([1]),
    new Set([2]),
    new Map([["a", 1]]),
    Infinity,
    -Infinity,
    undefined,
    [null],
    [undefined],
  ];
  expect(new Set(values.map(printOf)).size).toBe(values.length);
  const { observed } = observeAll([barge]);
  expect(printOf(observed[0])).not.toBe(printOf("→barge"));
  expect(() => printOf({ later: () => 1 })).toThrow("no print");
});
