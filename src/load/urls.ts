import { createUrls } from "../site/urls.ts";
import { readSettings } from "./settings.ts";

// Not from import.meta.env: a variable BASE_URL or SITE that happens to be set on the machine would win over the settings there.
const { basePath, siteUrl } = readSettings(process.env);

/** The site's addresses, with the base path and origin of this build. */
export const urls = createUrls({ base: basePath, site: siteUrl });
