import type { APIRoute, GetStaticPaths } from "astro";
import { drawCharts } from "../../../components/draw-charts.ts";
import { datasetFiles } from "../../../dataset/files.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";

const { dossier, published } = await loadSite();
const files = datasetFiles(dossier, published, await drawCharts(dossier), urls);

export const getStaticPaths = (() => files.map(({ name }) => ({ params: { file: name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const file = files.find(({ name }) => name === params["file"]);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.bytes().slice(), { headers: { "content-type": file.mediaType } });
};
