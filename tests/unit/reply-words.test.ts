import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/graph/nodes.ts";
import { replyWords, standingWords } from "../../src/site/reply-words.ts";
import { actor, claim, dossierOf } from "./builders.ts";

const person = (id: string, name: string) => actor({ id, name, sortName: name.split(" ").reverse().join(", ") });
const ben = person("ben", "Ben Rook");
const cora = person("cora", "Cora Finch");
const accusation = (fields: Parameters<typeof claim>[0] = {}) => claim({ id: "charge", kind: "accusation", about: ["ben"], ...fields });
const against = (id: string, assertedBy: string, type = "disputes") =>
  claim({ id, assertedBy, date: "2031-03-05", relations: [{ to: "charge", type }] });

const wordsOf = (...entries: Entry[]) => {
  const charge = dossierOf(ben, cora, ...entries).claims.find(({ id }) => id === "charge");
  return charge && replyWords(charge);
};

describe("what stands against a claim", () => {
  test("is the answer of whom it accuses, by a claim or a later denial", () => {
    expect(wordsOf(accusation(), against("a", "ben"))).toBe("answered by Rook");
    expect(wordsOf(accusation(), against("a", "ben", "responds-to"))).toBe("answered by Rook");
    const denial = { date: "2031-04-01", summary: "Rook denied it.", effect: "denies", sources: ["wire"] };
    expect(wordsOf(accusation({ developments: [denial] }))).toBe("answered by Rook");
  });

  test("names who else disputes it, a few of them", () => {
    const others = ["Dot Wren", "Eve Hale"].map((name, i) => person(`other-${i}`, name));
    expect(wordsOf(accusation(), against("a", "ben"), against("b", "cora"))).toBe("answered by Rook, disputed by Finch");
    expect(wordsOf(accusation(), ...others, against("a", "other-0"), against("b", "other-1"), against("c", "cora"))).toMatch(
      /^disputed by \w+, \w+ and 1 more$/,
    );
  });

  test("is whom it disputes itself, which is not to be disputed by them", () => {
    const wordsOfA = (...entries: Entry[]) => {
      const a = dossierOf(ben, cora, ...entries).claims.find(({ id }) => id === "a");
      return a && replyWords(a);
    };
    expect(wordsOfA(accusation(), against("a", "cora"))).toBe("at odds with Ada Quill");
    expect(wordsOfA(accusation(), against("a", "cora"), claim({ id: "b", assertedBy: "ben", relations: [{ to: "a", type: "disputes" }] }))).toBe("disputed by Rook"); // prettier-ignore
  });

  test("is a later report where no speaker on file disputes it", () => {
    const report = { date: "2031-04-01", summary: "The log says otherwise.", effect: "disputes", sources: ["wire"] };
    expect(wordsOf(accusation({ developments: [report] }))).toBe("disputed by a later report");
  });

  test("is said to be missing under an accusation alone, and only of somebody who could answer", () => {
    expect(wordsOf(accusation())).toBe("no answer on file");
    expect(wordsOf(accusation({ kind: "assessment" }))).toBeNull();
    expect(wordsOf(actor({ id: "land", name: "Velm", kind: "country" }), accusation({ about: ["land"] }))).toBeNull();
  });

  test("is not what the speaker says elsewhere", () => {
    expect(wordsOf(accusation({ kind: "assessment" }), against("a", "speaker"))).toBeNull();
  });

  test("follows its status in a list, where there is something to say", () => {
    const { claims } = dossierOf(ben, cora, accusation({ status: "denied" }), against("a", "ben", "responds-to"));
    expect(claims.map((one) => `${one.id}: ${standingWords(one)}`)).toEqual(["charge: denied · answered by Rook", "a: asserted"]);
  });
});
