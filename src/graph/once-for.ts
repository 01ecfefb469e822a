import { makeShared, nameAnswer, readAnswer, useShared, type Shared } from "./reads.ts";

/**
 * The same function, which works its answer out once for each object: for what is made of a dossier, which nobody changes once it is linked.
 * What else it takes is the same throughout a build, and what it returns is whole: nothing in it reads on when it is used.
 */
export function onceFor<Key extends object, Others extends unknown[], Value extends object>(
  make: (key: Key, ...others: Others) => Value,
): (key: Key, ...others: Others) => Value {
  const made = new WeakMap<Key, Shared<Value>>();
  return (key, ...others) => {
    const shared = made.get(key) ?? makeShared(() => make(key, ...others));
    made.set(key, shared);
    return useShared(shared);
  };
}

/**
 * The same for answers about one item each, which are small and often stay when the dossier changes: what is made with their help is made
 * anew when an answer is another one, not when anything is that it was worked out from.
 * @param name of the question, as no other has it
 */
export function answerFor<Key extends object, Item extends string | object, Answer>(
  name: string,
  make: (key: Key, item: Item) => Answer,
): (key: Key, item: Item) => Answer {
  const given = new WeakMap<Key, Map<Item, Answer>>();
  const answer = (key: Key, item: Item): Answer => {
    const answers = given.get(key) ?? new Map<Item, Answer>();
    given.set(key, answers);
    if (!answers.has(item)) answers.set(item, makeShared(() => make(key, item)).value);
    return answers.get(item) as Answer; // just set
  };
  nameAnswer(name, answer as (key: object, item: string | object) => Answer); // it is asked for by name with what it was first asked about
  return (key, item) => {
    readAnswer(name, key, item);
    return answer(key, item);
  };
}
