/** Global setup of the projects that read a built site. */
import { buildSites } from "./sites.ts";

export default async function setup(): Promise<void> {
  await buildSites();
}
