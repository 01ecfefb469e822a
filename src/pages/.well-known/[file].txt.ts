/** `/.well-known/security.txt`, where the publisher has stated whom to write to. */
import type { APIRoute, GetStaticPaths } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";
import { formatSecurity } from "../../site/well-known.ts";

export const getStaticPaths = (async () => {
  const { dossier } = await loadSite();
  const text = formatSecurity(dossier.site, urls);
  return text === null ? [] : [{ params: { file: "security" }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "content-type": "text/plain; charset=utf-8" } });
