/** The engine of the search in the browser: made of what entries are, and once more with the full texts when those have to be read. */
import { addToFull, createEngineInSteps, needsTexts, type Engine, type Hit } from "./engine.ts";
import { readDocuments } from "./index-file.ts";

const FOLDER = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}search/`;

export interface Answer {
  hits: Hit[];
  /** Whether the full texts were read. */
  isFull: boolean;
  /** Whether they had to be and could not be loaded. */
  isCut: boolean;
}

let entries: Promise<unknown> | undefined;
let engine: Promise<Engine> | undefined;
let full: Promise<Engine> | undefined;

/** Rejects when the entries cannot be fetched; the next call tries again. */
export function loadEntries(): Promise<Engine> {
  engine ??= fetchEntries()
    .then((file) => createEngineInSteps(readDocuments(file)))
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  return engine;
}

/**
 * The entries that have what was typed. The full texts are read when no name, title or summary has all of it, or when they are asked for.
 * Rejects when the entries cannot be fetched.
 */
export async function answer(words: string, isFull: boolean): Promise<Answer> {
  const hits = (await loadEntries()).search(words);
  if (!words || !(isFull || needsTexts(words, hits))) return { hits, isFull: false, isCut: false };
  try {
    return { hits: addToFull((await loadFull()).search(words), hits), isFull: true, isCut: false };
  } catch (error) {
    console.error(error);
    return { hits, isFull: false, isCut: true };
  }
}

function loadFull(): Promise<Engine> {
  full ??= Promise.all([fetchEntries(), fetchJson("texts.json")])
    .then(([file, texts]) => createEngineInSteps(readDocuments(file, texts)))
    .catch((error: unknown) => {
      full = undefined;
      throw error;
    });
  return full;
}

function fetchEntries(): Promise<unknown> {
  entries ??= fetchJson("entries.json").catch((error: unknown) => {
    entries = undefined;
    throw error;
  });
  return entries;
}

async function fetchJson(name: string): Promise<unknown> {
  const response = await fetch(FOLDER + name);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
