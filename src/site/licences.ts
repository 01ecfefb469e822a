/** Whose software and fonts a copy of the site carries, and on what terms: the text of `/licences.txt`. */
export interface SharedWork {
  /** e.g. "d3-scale 4.0.3". */
  name: string;
  /** By its SPDX name, e.g. "ISC". */
  licence: string;
  /** The text of the licence with its copyright line, which each of them asks to pass on. */
  text: string;
}

/** Those that may go into the pages: each asks for no more than its text. */
const ALLOWED: readonly string[] = ["0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "OFL-1.1"];

/** What may not go out as it is: a licence nobody has agreed to, or one whose text is missing. */
export function findLicenceFaults(works: readonly SharedWork[]): string[] {
  return works.flatMap(({ name, licence, text }) => {
    if (!ALLOWED.includes(licence)) return [`${name} is under “${licence}”, which is none of ${ALLOWED.join(", ")}.`];
    return text.trim() ? [] : [`${name} is under ${licence}, whose text is not in the package.`];
  });
}

/** Works whose texts are the same word for word share it. */
export function formatLicences(software: readonly SharedWork[], fonts: readonly SharedWork[]): string {
  const part = (title: string, works: readonly SharedWork[]) => {
    const byText = Map.groupBy(
      works.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      ({ text }) => text.trim().replaceAll("\r\n", "\n"),
    );
    const blocks = [...byText].map(([text, same]) => {
      const names = same.map(({ name, licence }) => `${name} (${licence})`);
      return `${"-".repeat(78)}\n${names.join("\n")}\n\n${text}\n`;
    });
    return `${title}\n${"=".repeat(title.length)}\n\n${blocks.join("\n") || "None.\n"}`;
  };
  return `Software and fonts that come to the browser with these pages\n\n${part("Software in the scripts", software)}\n${part("Fonts", fonts)}`;
}
