/** The parts of the site that the masthead links to. */
export const SECTIONS = [
  { id: "analysis", label: "Analysis", path: "" },
  { id: "timeline", label: "Timeline", path: "timeline/" },
  { id: "strikes", label: "Strikes", path: "strikes/" },
  { id: "actors", label: "Actors", path: "actors/" },
  { id: "claims", label: "Claims", path: "claims/" },
  { id: "sources", label: "Sources", path: "sources/" },
  { id: "counts", label: "Counts", path: "counts/" },
] as const;

/** The search stands beside the others, as a button. */
export type Section = (typeof SECTIONS)[number]["id"] | "search";
