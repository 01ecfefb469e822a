import type { APIRoute, GetStaticPaths } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";
import { KIND_NAMES, KINDS, type Kind } from "../../model/kinds.ts";
import { exportKind } from "../../site/exports.ts";

export const getStaticPaths = (() =>
  KIND_NAMES.map((kind) => ({ params: { kind: KINDS[kind].folder }, props: { kind } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ kind: Kind }> = async ({ props }) => {
  const { published } = await loadSite();
  return new Response(exportKind(published, props.kind, urls), { headers: { "content-type": "application/json; charset=utf-8" } });
};
