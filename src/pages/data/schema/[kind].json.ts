import type { APIRoute, GetStaticPaths } from "astro";
import { urls } from "../../../load/urls.ts";
import { KIND_NAMES, KINDS, type Kind } from "../../../model/kinds.ts";
import { exportSchema } from "../../../site/exports.ts";

export const getStaticPaths = (() =>
  KIND_NAMES.map((kind) => ({ params: { kind: KINDS[kind].folder }, props: { kind } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ kind: Kind }> = ({ props }) =>
  new Response(exportSchema(props.kind, urls), { headers: { "content-type": "application/schema+json; charset=utf-8" } });
