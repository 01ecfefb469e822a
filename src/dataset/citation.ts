/** How to cite the dataset, as a Citation File: https://citation-file-format.github.io, version 1.2.0. */
import { stringify } from "yaml";
import type { Site } from "../model/site.ts";
import type { Release } from "./release.ts";

/** The format asks for an author: of a site that names no publisher, the site itself. @param home absolute address of the page about the dataset */
export function formatCitation(site: Site, { version, day, sha256 }: Release, home: string): string {
  return stringify({
    "cff-version": "1.2.0",
    message: "If you use this dataset, cite it so, and say to which day its record ran.",
    type: "dataset",
    title: `${site.title}: ${site.dossier}`,
    abstract: site.description,
    authors: [{ name: site.publisher.name ?? site.title }],
    version,
    "date-released": day,
    identifiers: [{ type: "other", value: `sha256:${sha256}`, description: "SHA-256 of dossier.json: which state of the record this is." }],
    url: home,
    ...(site.licence && licenceFields(site.licence)),
  });
}

/** By its SPDX identifier where it has one, else by address. */
function licenceFields(licence: NonNullable<Site["licence"]>): object {
  const id = spdxId(licence.name);
  return id ? { license: id } : { "license-url": licence.url };
}

/** spdxId("CC BY 4.0") → "CC-BY-4.0"; null for a name that is no Creative Commons licence or CC0. */
export function spdxId(name: string): string | null {
  return /^(?:CC BY(?:-NC)?(?:-SA|-ND)? \d\.\d|CC0 1\.0)$/.test(name) ? name.replaceAll(" ", "-") : null;
}
