/** Rules of counting: the dead, the grade of the records, the region, the unit. Each is named and defined here, and used by every count. */

/**
 * What becomes of missing people whom a record presumes dead. `words` say what the rule counts, as the middle of a sentence;
 * `meaning` is the rule in full, for readers and editors.
 */
export const COUNTING_RULES = {
  "all-records": {
    words: "by every record as it stands",
    meaning: "From the lowest to the highest record of each strike: the lower end leaves out those presumed dead, the upper end has them.",
  },
  "presumed-dead-counted": {
    words: "with people presumed dead",
    meaning: "Missing people whom a record counts as dead are counted. What is left of a range is where records differ on the others.",
  },
  "presumed-dead-not-counted": {
    words: "without people presumed dead",
    meaning: "Only those reported killed are counted: missing people are left out, even where a record counts them as dead.",
  },
} as const satisfies Record<string, { words: string; meaning: string }>;
export type CountingRule = keyof typeof COUNTING_RULES;

export const COUNTING_RULE_NAMES = Object.keys(COUNTING_RULES) as [CountingRule, ...CountingRule[]]; // the keys of the literal above

/** The rule where none is named. */
export const DEFAULT_RULE: CountingRule = "all-records";

export function isCountingRule(name: string): name is CountingRule {
  return Object.hasOwn(COUNTING_RULES, name);
}

/** Which casualty records count, by the grade of their source. */
export const GRADE_RULES = {
  all: { words: "from sources of every grade", meaning: "A record counts whatever the grade of its source." },
  original: {
    words: "from original pages only",
    meaning:
      "Only records whose source is graded “original”, the publisher’s own page, count. A strike without such a record is without a figure: it adds no dead, and its number is not zero but unknown.",
  },
} as const satisfies Record<string, { words: string; meaning: string }>;
export type GradeRule = keyof typeof GRADE_RULES;

export const GRADE_RULE_NAMES = Object.keys(GRADE_RULES) as [GradeRule, ...GradeRule[]]; // the keys of the literal above

export function isGradeRule(name: string): name is GradeRule {
  return Object.hasOwn(GRADE_RULES, name);
}

/** What is counted besides the dead. */
export const UNITS = {
  strikes: { one: "strike", meaning: "Strikes as the entries count them: one entry can stand for several." },
  operations: {
    one: "operation",
    meaning: "Entries on file: what the record has as one entry is one, however many strikes it stands for.",
  },
  vessels: { one: "vessel", meaning: "Vessels struck: one entry can have several." },
} as const satisfies Record<string, { one: string; meaning: string }>;
export type Unit = keyof typeof UNITS;

export const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]]; // the keys of the literal above

export function isUnit(name: string): name is Unit {
  return Object.hasOwn(UNITS, name);
}

/** The region of a strike. `all` is the rule where none is chosen. */
export const REGION_RULE = {
  all: "in all regions",
  meaning: "The sea as the announcements name it; strikes whose announcement names none stand apart and are in the sum of all regions.",
} as const;
