/** What the configurations of servers have in common as text. */

export const NOTICE =
  "# Written by `npm run hosts`: run it again after each build, since the policy has the hashes of that build's scripts.";
export const COMPRESSED_NOTICE = "# What `npm run compress` wrote is sent as it is; all else is compressed as it goes.";

/** For a regular expression: escapePattern("/a.b/") → "/a\\.b/" */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\]/g, "\\$&");
}
