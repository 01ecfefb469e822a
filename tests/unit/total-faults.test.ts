/** The fault suite of published totals. */
import { describe, expect, test } from "vitest";
import { check } from "./builders.ts";
import { fault } from "./fault.ts";
import { changed, expectNoProblems, type Change } from "./minimal-dossier.ts";

const TOTAL = "totals/tidings-march.md";
/** The patrol killed two by every record, and one of them presumes a third dead. */
const PATROL: Change = {
  "timeline/patrol.md": ["killed: {min: 2, max: 2}", "killed: 2\n    presumedDead: 1"],
  "articles/two-patrols.md": ["[two](count:killed)", "[2–3](count:killed)"],
};
const LEAD: Change = {
  "leads/ferry.md": "---\nkind: unsourced-strike\ntitle: A ferry\ndate: 2031-03-20\nkilled: 3\ndetail: One page tells of it.\n---\n",
};
const withTotal = (fields: string): Change => ({ [TOTAL]: `---\nasOf: 2031-03-31\nby: bren-tarrow\n${fields}\nsource: tally\n---\n` });

describe("totals that do not reconcile", () => {
  fault("unreconciled-total", "by people killed", withTotal("killed: 3"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:4:9 error unreconciled-total
        On 31 March 2031, the total gives 3 killed and the ledger 2 (rule all-records).
        Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, killed: 1, why: … }]\`. If nobody knows, write \`unexplained: { killed: 1 }\` and say in \`explanation\` what is known."
    `),
  );
  fault(
    "unreconciled-total",
    "by strikes, words alone being no account of it",
    withTotal("strikes: 2\nexplanation: It counts a ferry."),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:4:10 error unreconciled-total
          On 31 March 2031, the total gives 2 strikes and the ledger 1 (rule all-records).
          Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, strikes: 1, why: … }]\`. If nobody knows, write \`unexplained: { strikes: 1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again."
      `),
  );
  fault("unreconciled-total", "by strikes, vessels and people", withTotal("strikes: 2\nvessels: 4\nkilled: 5"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:9 error unreconciled-total
        On 31 March 2031, the total gives 5 killed and the ledger 2; the total gives 2 strikes and the ledger 1; the total gives 4 vessels and the ledger 1 (rule all-records).
        Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, killed: 3, why: … }]\`. If nobody knows, write \`unexplained: { killed: 3, strikes: 1, vessels: 3 }\` and say in \`explanation\` what is known."
    `),
  );
  fault(
    "unreconciled-total",
    "by the rule that its publisher counts by",
    { ...PATROL, ...withTotal("killed: 3\ncounting:\n  rule: presumed-dead-counted\n  except: [patrol]") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:4:9 error unreconciled-total
          On 31 March 2031, the total gives 3 killed and the ledger 2 (rule presumed-dead-counted except patrol).
          Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, killed: 1, why: … }]\`. If nobody knows, write \`unexplained: { killed: 1 }\` and say in \`explanation\` what is known."
      `),
  );
  fault(
    "unreconciled-total",
    "by vessels, which the named strike leaves out",
    { ...LEAD, ...withTotal("killed: 5\nvessels: 2\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:5:10 error unreconciled-total
          On 31 March 2031, the total gives 2 vessels and the ledger 1 (rule all-records).
          Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, vessels: 1, why: … }]\`. If nobody knows, write \`unexplained: { vessels: 1 }\` and say in \`explanation\` what is known."
      `),
  );
});

test("a total that does not reconcile cannot be waived", () => {
  const { problems } = check(changed(withTotal("killed: 3\nwaive: [{code: unreconciled-total, reason: Not looked at.}]")));
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["bad-value", "error"]]);
});

test.each([
  ["another strike counted in it", ["vessels: 1", "vessels: 1\nstrikesCounted: 2"]],
  ["another vessel", ["vessels: 1", "vessels: 2"]],
] as const)("a total that agreed fails the check once the strike has %s", (_, [from, to]) => {
  const total = withTotal("strikes: 1\nvessels: 1");
  expect(check(changed(total)).problems).toEqual([]);
  const { problems } = check(changed({ ...total, "timeline/patrol.md": [from, to] }));
  expect(problems.filter(({ file, severity }) => file === TOTAL && severity === "error").map(({ code }) => code)).toEqual([
    "unreconciled-total",
  ]);
});

describe("named strikes that do not account for the gap", () => {
  fault(
    "gap-mismatch",
    "too few of them",
    { ...LEAD, ...withTotal("killed: 7\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:6:27 error gap-mismatch
          \`gap\` comes to +3 killed; the total gives 7 killed and the ledger 2 (rule all-records), a gap of +5, so +2 is left.
          Correct the numbers, or name what is missing. If nobody knows, write \`unexplained: { killed: 2 }\` and say in \`explanation\` what is known."
      `),
  );
  fault(
    "gap-mismatch",
    "the wrong way round, beside a range",
    { ...PATROL, ...withTotal("killed: 4\ngap:\n  - {strike: patrol, killed: -1, why: It leaves one out.}") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:6:30 error gap-mismatch
          \`gap\` comes to −1 killed; the total gives 4 killed and the ledger 2–3 (rule all-records), a gap of +1, so +2 is left.
          Correct the numbers, or name what is missing. If nobody knows, write \`unexplained: { killed: 2 }\` and say in \`explanation\` what is known."
      `),
  );
  fault(
    "gap-mismatch",
    "by strikes and vessels, though the rest of the dead is given as unexplained",
    withTotal(
      "strikes: 3\nvessels: 3\nkilled: 4\ngap:\n  - strike: patrol\n    strikes: 1\n    vessels: 1\n    why: It counts it twice.\nunexplained: {killed: 2}\nexplanation: Its sum is not shown.",
    ),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:9:14 error gap-mismatch
          \`gap\` comes to +1 strike; the total gives 3 strikes and the ledger 1 (rule all-records), a gap of +2, so +1 is left.
          Correct the numbers, or name what is missing. If nobody knows, write \`unexplained: { killed: 2, strikes: 1, vessels: 1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again.
        totals/tidings-march.md:10:14 error gap-mismatch
          \`gap\` comes to +1 vessel; the total gives 3 vessels and the ledger 1 (rule all-records), a gap of +2, so +1 is left.
          Correct the numbers, or name what is missing. If nobody knows, write \`unexplained: { killed: 2, strikes: 1, vessels: 1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again."
      `),
  );
  fault(
    "gap-mismatch",
    "a lead after the day to which the total counts",
    {
      ...LEAD,
      [TOTAL]:
        "---\nasOf: 2031-03-19\nby: bren-tarrow\nkilled: 5\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}\nsource: tally\n---\n",
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:12 error gap-mismatch
        \`ferry\` is of 20 March 2031, and the total counts up to 19 March 2031.
        Name a strike or a lead of that day or before."
    `),
  );
  fault(
    "gap-mismatch",
    "more than a strike has",
    {
      ...PATROL,
      ...LEAD,
      ...withTotal(
        "vessels: 0\nkilled: 1\ngap:\n  - {strike: patrol, killed: -4, vessels: -1, why: It leaves it out.}\n  - {lead: ferry, killed: 3, why: It counts a ferry.}",
      ),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:7:30 error gap-mismatch
        \`gap[0]\` takes 4 killed from \`patrol\`, which has 3.
        Correct the number, or the entry."
    `),
  );
  fault(
    "gap-mismatch",
    "more than a lead gives",
    { ...LEAD, ...withTotal("killed: 6\ngap:\n  - {lead: ferry, killed: 4, why: It counts a ferry.}") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:27 error gap-mismatch
        \`gap[0]\` adds 4 killed for \`ferry\`, which has 3.
        Correct the number, or the entry."
    `),
  );
});

describe("rests that are given as unexplained and are others", () => {
  const REST = "explanation: Its sum is not shown.\nunexplained:";
  fault("unexplained-mismatch", "another number", withTotal(`killed: 9\n${REST} {killed: 1}`), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:23 error unexplained-mismatch
        \`unexplained\` gives +1 killed; the total gives 9 killed and the ledger 2 (rule all-records), so +7 is left.
        See what has changed since. If nobody knows, write \`unexplained: { killed: 7 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again."
    `),
  );
  fault(
    "unexplained-mismatch",
    "another number in each unit, after the named strikes",
    {
      ...LEAD,
      ...withTotal(
        `strikes: 4\nvessels: 0\nkilled: 9\ngap:\n  - {lead: ferry, killed: 3, strikes: 1, why: It counts a ferry.}\n${REST} {killed: 7, strikes: -2, vessels: 1}`,
      ),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:10:23 error unexplained-mismatch
          \`unexplained\` gives +7 killed; the total gives 9 killed and the ledger 2 (rule all-records) and \`gap\` comes to +3, so +4 is left.
          See what has changed since. If nobody knows, write \`unexplained: { killed: 4, strikes: 2, vessels: -1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again.
        totals/tidings-march.md:10:35 error unexplained-mismatch
          \`unexplained\` gives −2 strikes; the total gives 4 strikes and the ledger 1 (rule all-records) and \`gap\` comes to +1, so +2 is left.
          See what has changed since. If nobody knows, write \`unexplained: { killed: 4, strikes: 2, vessels: -1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again.
        totals/tidings-march.md:10:48 error unexplained-mismatch
          \`unexplained\` gives +1 vessel; the total gives 0 vessels and the ledger 1 (rule all-records), so −1 is left.
          See what has changed since. If nobody knows, write \`unexplained: { killed: 4, strikes: 2, vessels: -1 }\` and say in \`explanation\` what is known. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "where the total agrees by its rule",
    { ...PATROL, ...withTotal(`killed: 3\ncounting: {rule: presumed-dead-counted}\n${REST} {killed: 1}`) },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:7:14 error unexplained-mismatch
          The total agrees with the ledger (rule presumed-dead-counted), and \`unexplained\` says that it differs.
          Delete \`unexplained\`. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "of a lower bound that the ledger reaches",
    withTotal(`killed: 1\nqualifier: at least\n${REST} {killed: -1}`),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:7:14 error unexplained-mismatch
          The total gives a lower bound of 1 killed, which the ledger of 2 reaches (rule all-records), and \`unexplained\` says that it differs.
          Delete \`unexplained\`. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "of a lower bound that the ledger reaches, beside a number that differs",
    withTotal(`strikes: 3\nkilled: 1\nqualifier: more than\n${REST} {killed: -1, strikes: 2}`),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:8:23 error unexplained-mismatch
          \`unexplained\` gives −1 killed, and the total gives a lower bound of 1 killed, which the ledger of 2 reaches.
          Delete \`killed\` here: \`unexplained: { strikes: 2 }\`. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "where named strikes explain all of it",
    { ...LEAD, ...withTotal(`killed: 5\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}\n${REST} {killed: 3}`) },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:8:14 error unexplained-mismatch
          \`gap\` explains all of it, and \`unexplained\` says that nobody knows.
          Delete \`unexplained\`. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "numbers that agree, that are named, and that the total does not give",
    {
      ...LEAD,
      ...withTotal(
        `vessels: 2\nkilled: 6\ngap:\n  - {lead: ferry, killed: 3, vessels: 1, why: It counts a ferry.}\n${REST} {killed: 1, strikes: 1, vessels: 1}`,
      ),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:9:35 error unexplained-mismatch
          \`unexplained\` gives +1 strike, and the total gives no number of strikes.
          Delete \`strikes\` here: \`unexplained: { killed: 1 }\`. Then read its \`explanation\` again.
        totals/tidings-march.md:9:47 error unexplained-mismatch
          \`unexplained\` gives +1 vessel, and \`gap\` explains all of it.
          Delete \`vessels\` here: \`unexplained: { killed: 1 }\`. Then read its \`explanation\` again."
      `),
  );
  fault(
    "unexplained-mismatch",
    "a number that agrees beside one that does not",
    withTotal(`strikes: 1\nkilled: 3\n${REST} {killed: 1, strikes: 1}`),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:7:35 error unexplained-mismatch
          \`unexplained\` gives +1 strike, and the total agrees with the ledger in strikes.
          Delete \`strikes\` here: \`unexplained: { killed: 1 }\`. Then read its \`explanation\` again."
      `),
  );
});

test.each([
  ["has another death on record", ["killed: {min: 2, max: 2}", "killed: 3"], "so +1 is left"],
  ["has fewer vessels", ["vessels: 1", "vessels: 0"], "so +3 is left"],
] as const)("a total whose rest was given fails the check once the strike %s", (_, [from, to], left) => {
  const total = withTotal("killed: 4\nvessels: 3\nexplanation: Its sum is not shown.\nunexplained: {killed: 2, vessels: 2}");
  expect(check(changed(total)).problems).toEqual([]);
  const { problems } = check(changed({ ...total, "timeline/patrol.md": [from, to] }));
  expect(
    problems.filter(({ file }) => file === TOTAL).map(({ code, severity, message }) => [code, severity, message.includes(left)]),
  ).toEqual([["unexplained-mismatch", "error", true]]);
});

describe("explanations of what is not there", () => {
  fault(
    "stale-explanation",
    "named strikes, where the total agrees",
    withTotal("killed: 2\ngap:\n  - {strike: patrol, killed: -1, why: It leaves one out.}"),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:3 warning stale-explanation
        The total agrees with the ledger (rule all-records), and \`gap\` says that it differs.
        Delete \`gap\`."
    `),
  );
  fault(
    "stale-explanation",
    "people, where the total is a lower bound that the ledger reaches",
    withTotal("strikes: 0\nkilled: 1\nqualifier: at least\ngap:\n  - {strike: patrol, killed: -1, strikes: -1, why: It leaves one out.}"),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:8:30 warning stale-explanation
        The total gives a lower bound of 1 killed, which the ledger of 2 reaches (rule all-records), and \`gap\` says that it differs in people killed.
        Delete \`killed\` here."
    `),
  );
  fault(
    "stale-explanation",
    "strikes and vessels, where it differs in people alone",
    { ...LEAD, ...withTotal("strikes: 1\nkilled: 5\ngap:\n  - {lead: ferry, killed: 3, strikes: 1, vessels: 1, why: It counts a ferry.}") },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:7:39 warning stale-explanation
        The total agrees with the ledger (rule all-records) in strikes, and \`gap\` says that it differs in them.
        Delete \`strikes\` here.
      totals/tidings-march.md:7:51 warning stale-explanation
        The total gives no number of vessels, and \`gap\` says that it differs in them.
        Delete \`vessels\` here."
    `),
  );
});

describe("fields that say how a total counts", () => {
  fault(
    "unknown-entry",
    "strikes and leads that are not on file",
    withTotal(
      "killed: 5\ncounting: {rule: presumed-dead-counted, except: [patrl]}\ngap:\n  - {strike: ferry, killed: 3, why: It counts a ferry.}\n  - {lead: ferry, killed: 3, why: It counts a ferry.}",
    ),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:5:50 error unknown-entry
        \`patrl\` is named here, but content/timeline/ has no such file.
        Did you mean \`patrol\`? Otherwise add content/timeline/patrl.md.
      totals/tidings-march.md:7:14 error unknown-entry
        \`ferry\` is named here, but content/timeline/ has no such file.
        Add content/timeline/ferry.md.
      totals/tidings-march.md:8:12 error unknown-entry
        \`ferry\` is named here, but content/leads/ has no such file.
        Add content/leads/ferry.md."
    `),
  );
  fault(
    "unknown-entry",
    "an event that is no strike",
    {
      "timeline/talks.md": "---\ntitle: Talks in Velm\nkind: diplomatic\ndate: 2031-03-05\nsources: [wire]\n---\n",
      ...withTotal("killed: 5\ngap:\n  - {strike: talks, killed: 3, why: It counts a ferry.}"),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:6:14 error unknown-entry
        \`talks\` is named here, and it is no strike.
        Name a timeline entry with \`kind: strike\`."
    `),
  );
  fault(
    "bad-value",
    "exceptions that change nothing",
    withTotal("killed: 2\ncounting: {rule: presumed-dead-counted, except: [patrol]}"),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:5:50 error bad-value
        \`counting.except[0]\` is "patrol", whose records presume nobody dead: it changes nothing.
        Take it out, or name the strike whose missing people the publisher counts otherwise."
    `),
  );
  fault(
    "bad-value",
    "exceptions after the day",
    {
      ...PATROL,
      [TOTAL]:
        "---\nasOf: 2031-03-03\nby: bren-tarrow\nkilled: 0\ncounting: {rule: presumed-dead-counted, except: [patrol]}\nsource: tally\n---\n",
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:5:50 error bad-value
        \`counting.except[0]\` is "patrol", which is after 3 March 2031: it changes nothing.
        Take it out, or name the strike whose missing people the publisher counts otherwise."
    `),
  );
  fault(
    "bad-value",
    "a rule that is none, a strike and a lead in one, and no number",
    {
      ...LEAD,
      ...withTotal(
        "killed: 3\ncounting: {rule: presumed-dead}\ngap:\n  - {strike: patrol, lead: ferry, killed: 1, why: It counts a ferry.}\n  - {strike: patrol, killed: 0, why: It counts a ferry.}\nunexplained: true",
      ),
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
        "totals/tidings-march.md:5:18 error bad-value
          \`counting.rule\` is "presumed-dead".
          Did you mean \`presumed-dead-counted\` or \`presumed-dead-not-counted\`? Use one of: all-records, presumed-dead-counted, presumed-dead-not-counted.
        totals/tidings-march.md:7:5 error bad-value
          \`gap[0]\` is {"strike":"patrol","lead":"ferry","killed":1,"why":"It counts a ferry."}.
          Name one strike or one lead.
        totals/tidings-march.md:8:5 error bad-value
          \`gap[1]\` is {"strike":"patrol","killed":0,"why":"It counts a ferry."}.
          Say by how much: \`killed\`, \`strikes\` or \`vessels\`, such as \`killed: -3\`.
        totals/tidings-march.md:9:14 error bad-value
          \`unexplained\` is true.
          Write how many are left: \`{ killed: 1 }\`."
      `),
  );
  fault("missing-field", "no word about what is not explained", withTotal("killed: 3\nunexplained: {killed: 1}"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "totals/tidings-march.md:2:1 error missing-field
        \`explanation\` is missing.
        Add the field. What accounts for a gap to the ledger, or what is known of it."
    `),
  );
  fault(
    "bad-value",
    "an article by a rule that is none",
    { "articles/two-patrols.md": ["asOf: 2031-03-10", "asOf: 2031-03-10\ncountingRule: all"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:6:15 error bad-value
        \`countingRule\` is "all".
        Use one of: all-records, presumed-dead-counted, presumed-dead-not-counted."
    `),
  );
  fault(
    "count-mismatch",
    "a count by the rule of its article",
    { ...PATROL, "articles/two-patrols.md": ["asOf: 2031-03-10", "asOf: 2031-03-10\ncountingRule: presumed-dead-counted"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "articles/two-patrols.md:14:55 error count-mismatch
        The text says “two”; the entries give 3 (as of 10 March 2031, rule presumed-dead-counted).
        Write [3](count:killed), or correct the entries."
    `),
  );
});

describe("what accounts for a gap is no fault", () => {
  test.each([
    [
      "named strikes that add up to it",
      { ...LEAD, ...withTotal("killed: 5\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}") },
    ],
    ["that nobody knows, with what is known", withTotal("killed: 5\nexplanation: Its sum is not shown.\nunexplained: {killed: 3}")],
    [
      "named strikes for one number, nobody knowing of the other",
      {
        ...LEAD,
        ...withTotal(
          "killed: 5\nvessels: 9\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}\nexplanation: Its sum is not shown.\nunexplained: {vessels: 8}",
        ),
      },
    ],
    [
      "named strikes for a part of it, nobody knowing the rest",
      {
        ...LEAD,
        ...withTotal(
          "killed: 6\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}\nexplanation: Its sum is not shown.\nunexplained: {killed: 1}",
        ),
      },
    ],
    [
      "fewer than the nearer end of a range",
      { ...PATROL, ...withTotal("killed: 1\nexplanation: Its sum is not shown.\nunexplained: {killed: -1}") },
    ],
    ["a lower bound that the ledger reaches", withTotal("strikes: 1\nkilled: 1\nqualifier: at least")],
    [
      "leads that bring ours past a lower bound",
      { ...LEAD, ...withTotal("killed: 4\nqualifier: more than\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}") },
    ],
    ["the rule by which it counts", { ...PATROL, ...withTotal("killed: 2\ncounting: {rule: presumed-dead-counted, except: [patrol]}") }],
  ])("%s", (_, change) => {
    expectNoProblems(change);
  });

  test("an entry that is invalid is no second problem of the total that names it", () => {
    const { problems } = check(
      changed({
        "leads/ferry.md": "---\ntitle: A ferry\n---\n",
        ...withTotal("killed: 5\ngap:\n  - {lead: ferry, killed: 3, why: It counts a ferry.}"),
      }),
    );
    expect([...new Set(problems.map(({ file }) => file))]).toEqual(["leads/ferry.md"]);
  });
});
