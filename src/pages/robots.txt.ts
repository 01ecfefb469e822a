/** `/robots.txt` */
import type { APIRoute } from "astro";
import { urls } from "../load/urls.ts";
import { formatRobots } from "../site/well-known.ts";

export const GET: APIRoute = () => new Response(formatRobots(urls), { headers: { "content-type": "text/plain; charset=utf-8" } });
