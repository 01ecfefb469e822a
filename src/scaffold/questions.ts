/** Which fields an entry still needs, and which of them are asked for. */
import { fieldsOf, type Field } from "./fields.ts";
import type { Values } from "./flags.ts";
import { scaffoldOf, type Word } from "./words.ts";

/** Required fields without a value. Any part of a record stands for the list that it makes an item of. */
export function missingFields(word: Word, values: Values): Field[] {
  const fields = fieldsOf(word);
  const isGiven = ({ name }: Field) =>
    values[name] !== undefined || fields.some(({ name: part, partOf }) => partOf === name && part in values);
  return fields.filter((field) => field.isRequired && field.partOf === undefined && !isGiven(field));
}

/** The fields to ask for, in the order of the file: what is missing, and what a good entry has and was not given. */
export function questionsFor(word: Word, values: Values): Field[] {
  const { asked } = scaffoldOf(word);
  const missing = missingFields(word, values).map(({ name }) => name);
  return fieldsOf(word).filter(({ name, partOf, type }) => {
    if (partOf !== undefined) return missing.includes(partOf);
    return type !== "records" && (missing.includes(name) || (asked.includes(name) && values[name] === undefined));
  });
}
