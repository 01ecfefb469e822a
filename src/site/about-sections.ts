/** The sections of the page on method, for its table of contents. Their ids are linked from elsewhere, so they stay. */
export const ABOUT_SECTIONS = [
  { id: "what", title: "What this is, and for whom" },
  { id: "inclusion", title: "What is let in, and where it stops" },
  { id: "claims", title: "How a claim is recorded" },
  { id: "statuses", title: "What the statuses mean" },
  { id: "counting", title: "How counts are made" },
  { id: "known-when", title: "What was known when" },
  { id: "dates", title: "How sure a date is" },
  { id: "grades", title: "Sources and their grades" },
  { id: "language", title: "Language" },
  { id: "naming", title: "The dead, the survivors and court records" },
  { id: "publisher", title: "Who publishes it" },
  { id: "licence", title: "Licence and citation" },
  { id: "corrections", title: "Corrections" },
  { id: "privacy", title: "Privacy" },
  { id: "accessibility", title: "Accessibility" },
  { id: "made", title: "How this site is made" },
] as const;
