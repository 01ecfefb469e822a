/** `npm run build`: makes the site; see build-command.ts. This file only makes the next start quicker. */
import module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

// Node keeps what it has compiled, types already stripped; by the variable the processes that the build starts do so too.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "node-compile-cache");
module.enableCompileCache();
await import("./build-command.ts");
