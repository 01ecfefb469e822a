/** The record as files to take away. */
import type { DatasetLeaf } from "schema-dts";
import type { DatasetFile } from "../dataset/files.ts";
import { packageName } from "../dataset/datapackage.ts";
import type { Release } from "../dataset/release.ts";
import { DATASET_FOLDER } from "../dataset/version.ts";
import type { Site } from "../model/site.ts";
import { capitalize } from "../site/words.ts";
import type { Urls } from "../site/urls.ts";
import { idOnPage } from "./ids.ts";
import { publisherMention } from "./site.ts";

/** @param tables those of the dataset, by name */
export function datasetEntity(
  files: readonly DatasetFile[],
  tables: readonly { name: string }[],
  release: Release,
  site: Site,
  urls: Urls,
): DatasetLeaf {
  const publisher = publisherMention(site, urls);
  return {
    "@type": "Dataset",
    "@id": idOnPage("data/", "dataset", urls),
    url: urls.absolute(urls.page("data/")),
    name: `${site.title}: ${site.dossier}`,
    description: site.description,
    version: release.version,
    dateModified: release.day,
    temporalCoverage: `${site.baseDate}/${site.recordEnds}`,
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(site.licence && { license: site.licence.url }),
    ...(publisher && { creator: publisher, publisher }),
    distribution: downloadsOf(files, tables, site).map(({ name, mediaType, holds, bytes }) => ({
      "@type": "DataDownload",
      name,
      description: capitalize(holds),
      contentUrl: urls.absolute(urls.page(DATASET_FOLDER + name)),
      encodingFormat: mediaType.replace(/;.*$/, ""),
      contentSize: `${bytes().length} B`,
    })),
  };
}

/** The whole in its forms, and each table as datapackage.json has it: a dataset search offers forms of the same data, not schemas, charts and second formats. */
function downloadsOf(files: readonly DatasetFile[], tables: readonly { name: string }[], site: Site): DatasetFile[] {
  const whole = [`${packageName(site)}.zip`, "dataset.sqlite", "dossier.json", "datapackage.json"];
  const names = new Set([...whole, ...tables.map(({ name }) => `${name}.csv`)]);
  return files.filter(({ name }) => names.has(name));
}
