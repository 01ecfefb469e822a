/** How to cite the dataset, as a Citation File: https://citation-file-format.github.io, version 1.2.0. */
import { stringify } from "yaml";
import type { Site } from "../model/site.ts";
import { DATASET_VERSION } from "./version.ts";

/** @param home absolute address of the folder of the dataset */
export function formatCitation(site: Site, home: string): string {
  return stringify({
    "cff-version": "1.2.0",
    message: "If you use this dataset, cite it so, and say to which day its record ran.",
    type: "dataset",
    title: `${site.title}: ${site.dossier}`,
    abstract: site.description,
    authors: [{ name: site.publisher.name ?? site.title }],
    version: `${DATASET_VERSION}, record to ${site.recordEnds}`,
    url: home,
    ...(site.licence && { "license-url": site.licence.url }),
  });
}
