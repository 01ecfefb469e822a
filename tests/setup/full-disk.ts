/** Preloaded into a build (`node --import`): the process that writes the files beside the pages finds the disk full. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

if (process.argv[1]?.endsWith("write-plain-files.ts")) {
  fs.writeFileSync = () => {
    throw new Error("ENOSPC: no space left on device");
  };
  syncBuiltinESMExports();
}
