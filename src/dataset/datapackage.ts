/** The descriptor of the dataset: https://datapackage.org/standard/data-package/, version 2. */
import type { Site } from "../model/site.ts";
import { spdxId } from "./citation.ts";
import { capitalize, slugOf } from "../site/words.ts";
import type { Column, Table } from "./table.ts";
import type { Release } from "./release.ts";

/** What a file of the package is besides its path. */
export interface Measured {
  bytes: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
}

/** Of a site that names no publisher, none is made up. @param home absolute address of the page about the dataset; @param folder that of its files; @param measure of a file by its name. */
export function describePackage(
  site: Site,
  release: Release,
  tables: readonly Table[],
  home: string,
  folder: string,
  measure: (file: string) => Measured,
): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: packageName(site),
    id: `${folder}datapackage.json`,
    title: `${site.title}: ${site.dossier}`,
    description: site.description,
    homepage: home,
    version: release.version,
    created: `${release.day}T00:00:00Z`,
    ...(site.licence && { licenses: [licenceOf(site.licence)] }),
    ...(site.publisher.name && { contributors: [{ title: site.publisher.name, roles: ["publisher"] }] }),
    resources: tables.map((table) => describeTable(table, measure(`${table.name}.csv`))),
  };
}

function licenceOf({ name, url }: NonNullable<Site["licence"]>): object {
  const id = spdxId(name);
  return { ...(id && { name: id }), title: name, path: url };
}

/** packageName(site) → "soundings-u-s-strikes-at-sea" */
export function packageName({ title, dossier }: Pick<Site, "title" | "dossier">): string {
  return slugOf(`${title} ${dossier}`);
}

function describeTable({ name, holds, key, columns }: Table, { bytes, sha256 }: Measured): object {
  const references = Object.entries(columns).flatMap(([column, { of }]) => (of ? [{ column, of }] : []));
  return {
    name,
    path: `${name}.csv`,
    type: "table",
    title: name.replaceAll("_", " "),
    description: `${capitalize(holds)}.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      fields: Object.entries(columns).map(([column, definition]) => describeField(column, definition)),
      missingValues: [""],
      primaryKey: key,
      ...(references.length > 0 && {
        foreignKeys: references.map(({ column, of }) => ({
          fields: [column],
          reference: { ...(of !== name && { resource: of }), fields: ["id"] },
        })),
      }),
    },
  };
}

function describeField(name: string, { type, means, values, isRequired, isAddress }: Column): object {
  const constraints = { ...(isRequired && { required: true }), ...(values && { enum: values }) };
  return {
    name,
    type,
    ...(isAddress && { format: "uri" }),
    description: `${capitalize(means)}.`,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
