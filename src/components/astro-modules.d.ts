/** A component as what the container renders: the compiler reads no .astro file, `astro check` does. */
declare module "*.astro" {
  import type { AstroComponentFactory } from "astro/runtime/server/index.js";
  const Component: AstroComponentFactory;
  export default Component;
}
