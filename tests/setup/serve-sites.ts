/** Global setup of the browser project: both sites on free ports, and one browser that every test file connects to. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { createSiteHandler } from "../../scripts/serve.ts";
import { launchServer } from "./chromium.ts";
import { buildSites, SITE_NAMES, SITES, type SiteName } from "./sites.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Addresses of the two home pages, e.g. "http://127.0.0.1:40123/some/base/". */
    homes: Record<SiteName, string>;
    browserEndpoint: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSites();
  const servers = SITE_NAMES.map((name) => ({ name, server: createServer(createSiteHandler(SITES[name].dir, SITES[name].base)) }));
  const homes = {} as Record<SiteName, string>; // filled for every name below
  for (const { name, server } of servers) {
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, so the address is no pipe
    homes[name] = `http://127.0.0.1:${port}${SITES[name].base}`;
  }
  const browser = await launchServer();
  project.provide("homes", homes);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    for (const { server } of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
}
