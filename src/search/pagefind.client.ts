/** The search index: loaded on the first search, from the folder that the build writes. */
import type { FilterCounts } from "./facets.ts";

export interface HitData {
  url: string;
  /** The page's text, plain, with no tag in it. */
  content: string;
  /** Places of the words found, counted in words of the content. */
  locations: number[];
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
}

export interface SearchResponse {
  results: { id: string; data(): Promise<HitData> }[];
  filters: FilterCounts;
}

interface Pagefind {
  options(options: { ranking: Record<string, unknown> }): Promise<void>;
  destroy(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(words: string | null, options: { filters: Filters }): Promise<SearchResponse>;
}

export type Filters = Record<string, { any: string[] } | string>;

export interface SearchIndex {
  /** Every word of every filter with its number of pages. */
  all: FilterCounts;
  search(words: string | null, options: { filters: Filters }): Promise<SearchResponse>;
}

let loading: Promise<SearchIndex> | undefined;

/** Rejects when the index cannot be fetched; the next call tries again. */
export function loadIndex(address: string): Promise<SearchIndex> {
  loading ??= start(address).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(address: string): Promise<SearchIndex> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind; // written by the build, not known to the bundler
  // A person's or place's own page stands before the pages that name them; a long page is no worse than a short one.
  await pagefind.options({ ranking: { metaWeights: { title: 5, name: 60 }, pageLength: 0.3 } });
  try {
    // The first call that waits for the files: init() returns before they are there.
    return { all: await pagefind.filters(), search: pagefind.search };
  } catch (error) {
    await pagefind.destroy();
    throw error;
  }
}
