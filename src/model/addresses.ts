/** Which web addresses may become a link, in a field as in a text. */

/**
 * Why an address must not become a link, as the end of a sentence; null for one that may: an http or https address with a host, or one
 * that names none of all this, such as the path of a file.
 */
export function findDanger(url: string): string | null {
  // Browsers drop control characters and spaces in and before a scheme: "java\nscript:".
  const plain = url.replace(/[\p{Cc}\p{Cf}\s]/gu, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(decodeSafely(plain))?.[1]?.toLowerCase();
  if (scheme !== undefined && !["http", "https"].includes(scheme)) return `and the scheme \`${scheme}:\` is not allowed`;
  if (/^[/\\]{2}/.test(plain)) return "which names a host without saying https";
  if (/^https?:[/\\]*[^/\\?#]*@/i.test(plain)) return "which hides the host behind a user name";
  if (scheme !== undefined && !/^https?:\/\/[^/\\?#:]/i.test(plain)) return "which has no host right behind `https://`";
  return null;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign
  }
}
