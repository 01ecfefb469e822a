import { createUrls } from "../site/urls.ts";

/** The site's addresses, with the base path and origin of this build. */
export const urls = createUrls({ base: import.meta.env.BASE_URL, site: import.meta.env.SITE });
