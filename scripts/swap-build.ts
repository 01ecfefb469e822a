/** The swap alone, started by the build as `node swap-build.ts SITE OUT_DIR`; see swapInOwnProcess() for why. */
import { swapFolders } from "./build-folders.ts";

const [site = "", outDir = ""] = process.argv.slice(2);
try {
  swapFolders(site, outDir);
} catch (error) {
  console.error((error as Error).message); // renameSync throws nothing else
  process.exit(1);
}
