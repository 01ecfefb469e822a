/** The dossier that we publish, read from disk once for all the tests that say more with real entries. */
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";

export const { dossier: published } = checkContent(readContent("content"));
