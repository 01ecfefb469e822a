import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { CHART_FILES } from "../../src/dataset/chart-files.ts";
import { classesIn } from "../../src/dataset/drawing-style.ts";
import { readContent } from "../../src/load/read-content.ts";
import { formatDay } from "../../src/model/dates.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { readTags } from "../setup/html.ts";
import { firstOf, hashFiles } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";
import { findXmlFault } from "../setup/xml.ts";

const CHARTS = "data/v1/charts/";
const { site } = checkContent(readContent("content")).dossier;

interface Metadata {
  file: string;
  page: string;
  drawings: { file: string; title: string }[];
}

describe.each(SITE_NAMES)("the drawings of the site %s", async (name) => {
  const { dir, base } = SITES[name];
  const files = await listFiles(dir);
  const read = (file: string) => readFile(join(dir, file), "utf8");
  const names = files.filter((file) => file.endsWith(".svg") && (file.startsWith(CHARTS) || file.endsWith("/chart.svg")));
  const drawings = await Promise.all(names.map(async (file) => ({ file, svg: await read(file) })));

  test("are all there", () => {
    for (const { drawings: expected = [] } of CHART_FILES) for (const one of expected) expect(names).toContain(CHARTS + one);
    for (const folder of ["claims", "actors", "context"]) expect(names.filter((file) => file.startsWith(`${folder}/`))).not.toEqual([]);
  });

  test("are well-formed XML that asks for nothing from elsewhere and leads nowhere", () => {
    const faults = drawings.flatMap(({ file, svg }) => [
      ...[findXmlFault(svg)].flatMap((fault) => fault ?? []),
      ...(/<(?:script|image|use|foreignObject|a)\b|href|url\(|@import|@font-face|var\(|\son\w+=|\sstyle=|data-|NaN|undefined/.exec(svg) ?? []),
    ].map((fault) => `${file}: ${fault}`)); // prettier-ignore
    expect(firstOf(faults)).toEqual([]);
  });

  test("have a rule for every class, and an element for every id that they name", () => {
    const faults = drawings.flatMap(({ file, svg }) => {
      const styled = classesIn(/<style>([\s\S]*?)<\/style>/.exec(svg)?.[1] ?? "");
      const tags = readTags(svg);
      const classes = new Set(tags.flatMap(({ attributes }) => attributes.get("class")?.split(" ") ?? []));
      const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
      return [...classes]
        .filter((one) => !styled.has(one))
        .concat(ids.join(" ") === "title desc" ? [] : ids)
        .map((fault) => `${file}: ${fault}`);
    });
    expect(firstOf(faults)).toEqual([]);
  });

  test("say of themselves what they show, until when, where they are from and how they may be used", () => {
    for (const { file, svg } of drawings) {
      const words = textOf(svg);
      expect(words, file).toContain(`${site.title}, record to ${formatDay(site.recordEnds)}.`);
      expect(words.replaceAll(" ", ""), file).toContain(`${SITE_URL}${base}`);
      expect(words, file).toContain(`Licence: ${site.licence?.name}`);
      expect(/<title id="title">([^<]+)</.exec(svg)?.[1], file).toBeTruthy();
    }
  });

  test("draw what the page draws: every one of their lines is there", async () => {
    const pages = new Map([
      ["timeline", "timeline/"],
      ["timeline-strikes", ""],
      ["totals", "counts/"],
      ["disclosure", "counts/"],
      ["disclosure-later", "counts/"],
      ["places", "context/"],
    ]);
    for (const { file, svg } of drawings) {
      const page = file.startsWith(CHARTS) ? pages.get(file.slice(CHARTS.length, -4)) : file.replace("chart.svg", "");
      const html = await read(`${page}index.html`);
      const shown = new Set(readTags(html).flatMap(({ attributes }) => attributes.get("d") ?? []));
      const own = readTags(svg.replace(/<path class="file-rule"[^>]*>/, "")).flatMap(({ attributes }) => attributes.get("d") ?? []);
      expect(own.filter((d) => !shown.has(d)), file).toEqual([]); // prettier-ignore
    }
  });

  test("stand beside their data, which says so, and beside the link on the page", async () => {
    const all = await Promise.all(
      files
        .filter((file) => file.endsWith(".metadata.json"))
        .map(async (file) => ({ file, metadata: JSON.parse(await read(file)) as Metadata })),
    );
    const named = all.flatMap(({ file, metadata }) => metadata.drawings.map((one) => file.replace(/[^/]*$/, one.file)));
    expect(named.sort()).toEqual([...names].sort());
    for (const { file, metadata } of all) {
      expect(files, file).toContain(file.replace(/[^/]*$/, metadata.file));
      const isOfDataset = file.startsWith(CHARTS);
      const page = isOfDataset ? metadata.page.slice(`${SITE_URL}${base}`.length) : file.replace(/[^/]*$/, "");
      const html = await read(`${page}index.html`);
      const folder = isOfDataset ? `${base}${CHARTS}` : "";
      const beside = [metadata.file, ...metadata.drawings.map((one) => one.file), file.replace(/^.*\//, "")];
      const elsewhere = ["timeline-strikes.svg"]; // on the home page
      for (const one of beside.filter((name) => !elsewhere.includes(name))) expect(html, page).toContain(`href="${folder}${one}"`);
      expect(html, page).toContain("what the columns mean (JSON)");
    }
  });

  test("of the dataset are in its list of sums", async () => {
    const sums = await read("data/v1/SHA256SUMS");
    const hashes = await hashFiles(join(dir, CHARTS));
    for (const [file, hash] of hashes) expect(sums).toContain(`${hash}  charts/${file}\n`);
  });
});

function textOf(svg: string): string {
  return [...svg.matchAll(/<text class="file-[^"]*"[^>]*>([^<]*)</g)].map(([, line]) => line).join(" ");
}
