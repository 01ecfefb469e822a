import type { APIRoute, GetStaticPaths } from "astro";
import { drawCharts } from "../../../components/draw-charts.ts";
import { datasetFiles, type DatasetFile } from "../../../dataset/files.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";

async function listFiles(): Promise<readonly DatasetFile[]> {
  const { dossier, published } = await loadSite();
  return datasetFiles(dossier, published, await drawCharts(dossier), urls);
}

export const getStaticPaths = (async () => (await listFiles()).map(({ name }) => ({ params: { file: name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const file = (await listFiles()).find(({ name }) => name === params["file"]);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.bytes().slice(), { headers: { "content-type": file.mediaType } });
};
