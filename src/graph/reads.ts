/**
 * What is read of a dossier while something is made of it. A page that was made of values which are all the same today would be made the
 * same again: so a build knows which pages an edit leaves as they were.
 */
import { sha256 } from "../model/sha256.ts";

/** Fields that were read: of each object its name, and theirs; and what others had read already to make what was used here. */
export interface Reads {
  own: readonly (readonly [subject: string, fields: readonly string[]])[];
  shared: readonly Reads[];
}

/** Stands for the list of the fields. */
const KEYS = "*";
/** An answer is read like a field: "=/related entries/→claim/trump-petro-drug-leader". */
const ANSWER = "=";
const SEPARATOR = "/";
const OBJECT = "→";
const ABSENT = "absent";

/** An object of which reads are recorded. */
interface Subject {
  name: string;
  /** What stands for it, and hears the reads. */
  observed: object;
  /** A short text that changes when the field does. */
  print(field: string): string;
}

const subjects = new WeakMap<object, Subject>(); // by the object that stands for the observed one
const answers = new Map<string, Answer>();
let recording: Recording | null = null;

class Recording {
  readonly fields = new Map<Subject, Set<string>>();
  readonly shared = new Set<Recording>();
  /** Whether something read on after it had been asked: what it read is not known. */
  isOpen = false;
  #reads: Reads | undefined;

  add(subject: Subject, field: string): void {
    const fields = this.fields.get(subject);
    if (fields) fields.add(field);
    else this.fields.set(subject, new Set([field]));
  }

  /** What was read; null when that is not known. */
  get reads(): Reads | null {
    if (this.#reads) return this.#reads;
    const shared = [...this.shared].map(({ reads }) => reads);
    if (this.isOpen || shared.includes(null)) return null;
    const own = [...this.fields].map(([{ name }, fields]) => [name, [...fields].sort()] as const);
    return (this.#reads = { own, shared: shared.filter((reads) => reads !== null) });
  }
}

/** Makes something, and says what was read for it. One thing at a time: two that wait for each other's turn would share their reads. */
export async function recordReads<Value>(make: () => Promise<Value>): Promise<{ value: Value; reads: Reads | null }> {
  if (recording) throw new Error("Two things are made of the dossier at a time, so that nobody knows which of them reads what.");
  const own = (recording = new Recording());
  try {
    const value = await make();
    return { value, reads: own.reads };
  } finally {
    recording = null;
  }
}

/** What was made once for many. */
export interface Shared<Value> {
  value: Value;
  recording: Recording;
}

/** Makes it, and records apart what is read for that: whoever asked first has not read it yet. */
export function makeShared<Value>(make: () => Value): Shared<Value> {
  const outer = recording;
  const own = (recording = new Recording());
  try {
    const value = make();
    own.isOpen ||= value instanceof Promise;
    return { value, recording: own };
  } finally {
    recording = outer;
  }
}

/** The value; whoever uses it has read all that it was made of. */
export function useShared<Value>({ value, recording: own }: Shared<Value>): Value {
  recording?.shared.add(own);
  return value;
}

type Answer = (subject: object, item: string | object) => unknown;

/** Lets an answer be read like a field of its subject: who reads it depends on what it says, not on all that it was worked out from. */
export function nameAnswer(name: string, answer: Answer): void {
  answers.set(name, answer);
}

/** Records that the answer of this name about an item, as worked out from `of`, was used. */
export function readAnswer(name: string, of: object, item: string | object): void {
  if (!recording) return;
  const subject = subjects.get(of);
  const about = typeof item === "string" ? { name: item, prefix: "" } : { name: subjects.get(item)?.name, prefix: OBJECT };
  // Of a copy, say, nobody hears what is read.
  if (!subject || about.name === undefined) recording.isOpen = true;
  else recording.add(subject, [ANSWER, name, about.prefix + about.name].join(SEPARATOR));
}

/** Watches the objects of one dossier. */
export class Observer {
  readonly #subjects = new Map<string, Subject>(); // by name
  readonly #shared = new Map<Reads, string>(); // prints

  /**
   * The object, with every read of a field heard by whoever records.
   * @param text what all of its fields are made of, where they have no print of their own
   */
  observe<T extends object>(name: string, target: T, text?: string): T {
    const prints = new Map<string, string>();
    const valueOf = (field: string): unknown => {
      if (text !== undefined) return text;
      if (field === KEYS) return Object.keys(target);
      if (field.startsWith(ANSWER)) return this.#ask(field, observed);
      return field in target ? [Reflect.get(target, field)] : ABSENT;
    };
    const hear = (field: string | symbol): void => {
      if (recording && typeof field === "string") recording.add(subject, field);
    };
    const observed = new Proxy(target, {
      get: (object, field) => {
        hear(field);
        return Reflect.get(object, field) as unknown;
      },
      has: (object, field) => {
        hear(field);
        return field in object;
      },
      ownKeys: (object) => {
        hear(KEYS);
        return Reflect.ownKeys(object);
      },
      getOwnPropertyDescriptor: (object, field) => {
        hear(field);
        return Reflect.getOwnPropertyDescriptor(object, field);
      },
    });
    const subject: Subject = {
      name,
      observed,
      print: (field) => {
        let print = prints.get(field);
        if (print === undefined) prints.set(field, (print = printOf(valueOf(field))));
        return print;
      },
    };
    subjects.set(observed, subject);
    this.#subjects.set(name, subject);
    return observed;
  }

  #ask(field: string, subject: object): unknown {
    const [, name = "", ...rest] = field.split(SEPARATOR);
    const itemName = rest.join(SEPARATOR);
    const item = itemName.startsWith(OBJECT) ? this.#subjects.get(itemName.slice(OBJECT.length))?.observed : itemName;
    return item === undefined ? ABSENT : answers.get(name)?.(subject, item);
  }

  #printShared(reads: Reads): string {
    const print = this.#shared.get(reads) ?? this.print(reads);
    this.#shared.set(reads, print);
    return print;
  }

  /** A short text that is the same as long as all that was read is. */
  print({ own, shared }: Reads): string {
    const prints = own.map(([name, fields]) => {
      const subject = this.#subjects.get(name);
      return subject ? fields.map((field) => subject.print(field)) : ABSENT;
    });
    const parts = [own, prints, shared.map((reads) => this.#printShared(reads))];
    return sha256(JSON.stringify(parts)); // names and prints alone: printOf() would ask of each what it is
  }
}

/** A print of any value; in it, an object that is observed counts as itself, whatever it holds. */
export function printOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "function") throw new TypeError("A function has no print.");
    if (part === undefined || (typeof part === "number" && !Number.isFinite(part))) return OBJECT + String(part);
    if (typeof part === "string") return part.startsWith(OBJECT) ? OBJECT + part : part;
    if (typeof part !== "object" || part === null) return part;
    const subject = subjects.get(part);
    if (subject) return OBJECT + subject.name;
    return part instanceof Map || part instanceof Set ? [...part] : part;
  });
  return sha256(text);
}
