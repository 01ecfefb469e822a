/** Every drawing as a file: the component that draws it on its page is rendered on its own, so that no second code draws the same. */
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { formatDrawing, type Drawing } from "../dataset/drawing-file.ts";
import type { ChartDrawing } from "../dataset/chart-files.ts";
import { recordOf } from "../graph/actor-record.ts";
import { compareTotals } from "../graph/compare-totals.ts";
import { changedLater, disclosuresOf, summarizeDisclosures } from "../graph/disclosure.ts";
import { exchangeOf } from "../graph/exchange.ts";
import { computeLedger, recordRows } from "../graph/ledger.ts";
import type { ClaimNode, Dossier, DossierNode } from "../graph/nodes.ts";
import { onceFor } from "../graph/once-for.ts";
import { DEFAULT_CHOICE } from "../graph/rule-sums.ts";
import { stands } from "../graph/withdrawn.ts";
import { urls } from "../load/urls.ts";
import type { Site } from "../model/site.ts";
import { describeStrip } from "../site/actor-strip-words.ts";
import { claimLine, claimNumber } from "../site/claim-words.ts";
import { disclosureSentence, laterSentence } from "../site/disclosure-words.ts";
import {
  LAGS_READING,
  LATER_READING,
  MAP_READING,
  PROFILE_READING,
  profileSentence,
  timelineSentence,
  TOTALS_READING,
} from "../site/drawing-words.ts";
import { drawingWords, exchangeRows } from "../site/exchange-words.ts";
import { locatorSentence, sortPlaces } from "../site/place-words.ts";
import { ruleWords } from "../site/rule-words.ts";
import { describeSeries, seriesReading } from "../site/series-words.ts";
import { sentence, strikeLabels } from "../site/strike-words.ts";
import { farthestNote, totalsChartLabel } from "../site/total-words.ts";
import { layoutLocator } from "../timeline/locator-map.ts";
import { timelineData } from "../timeline/timeline-data.ts";
import { drawTotals } from "../timeline/totals-chart.ts";
import actors from "../styles/actors.css?raw";
import charts from "../styles/charts.css?raw";
import claims from "../styles/claims.css?raw";
import context from "../styles/context.css?raw";
import contextIndex from "../styles/context-index.css?raw";
import counts from "../styles/counts.css?raw";
import file from "../styles/drawing-file.css?raw";
import timeline from "../styles/timeline.css?raw";
import tokens from "../styles/tokens.css?raw";
import ActorStrip from "./ActorStrip.astro";
import DisclosureChart from "./DisclosureChart.astro";
import ExchangeChart from "./ExchangeChart.astro";
import LagChart from "./LagChart.astro";
import LocatorMap from "./LocatorMap.astro";
import MapKey from "./MapKey.astro";
import SeriesChart from "./SeriesChart.astro";
import StrikeProfile from "./StrikeProfile.astro";
import TimelineChart from "./TimelineChart.astro";
import TimelineKey from "./TimelineKey.astro";
import TotalsChart from "./TotalsChart.astro";

type Component = Parameters<AstroContainer["renderToString"]>[0];
type Part = readonly [component: Component, props?: Record<string, unknown>];

interface Chart extends Omit<Drawing, "html" | "sheets"> {
  /** What is drawn, then its key where that stands apart. */
  parts: readonly Part[];
  /** The stylesheet of its page, beside that of all charts. */
  sheet: string;
}

const container = AstroContainer.create();
/** The drawings that go with the data of the charts, for the two pages that ask; a record that has nothing to draw is without them. */
export const drawCharts = onceFor((dossier: Dossier): Promise<ChartDrawing[]> =>
  Promise.all(chartsOf(dossier).map((chart) => drawChart(chart, dossier.site))),
);

async function drawChart(chart: Chart & { name: string }, site: Site): Promise<ChartDrawing> {
  return { name: chart.name, title: chart.title, svg: await draw(chart, site) };
}

/** Whether there is a drawing on an entry's page. */
export function hasDrawing(node: DossierNode, site: Site): boolean {
  return chartOfEntry(node, site) !== null;
}

/** The drawing on an entry's page as a file; null where the page has none, and for what was withdrawn, which no table has either. */
export async function drawEntry(node: DossierNode, site: Site): Promise<string | null> {
  const chart = chartOfEntry(node, site);
  return chart && draw(chart, site);
}

function chartsOf(dossier: Dossier): (Chart & { name: string })[] {
  const { site, strikes } = dossier;
  const rest = site.countsRestOn ? [`Counts rest on ${site.countsRestOn}.`] : [];
  const rows = recordRows(strikes);
  const comparison = compareTotals(dossier);
  const disclosures = disclosuresOf(strikes);
  const told = summarizeDisclosures(disclosures);
  const changed = changedLater(disclosures);
  const data = timelineData(dossier);
  const places = sortPlaces(dossier.places);
  const map = layoutLocator(places, { width: 640, nameSize: 13, numberSize: 23 });
  const all: (Chart & { name: string; isThere: boolean })[] = [
    {
      name: "timeline.svg",
      isThere: true,
      parts: [
        [TimelineChart, { data }],
        [TimelineKey, { most: data.frame.most }],
      ],
      sheet: timeline,
      title: `Day by day: ${site.dossier}`,
      says: [`${timelineSentence(site)}.`, ...rest],
      href: urls.page("timeline/"),
    },
    {
      name: "timeline-strikes.svg",
      isThere: rows.length > 0,
      parts: [[StrikeProfile, { rows, from: site.baseDate, to: site.recordEnds, label: "" }]],
      sheet: "",
      title: "Killed in each strike, and in all",
      says: [profileSentence(computeLedger(strikes, { asOf: null })), PROFILE_READING, ...rest],
      href: urls.page("timeline/"),
    },
    {
      name: "totals.svg",
      isThere: comparison.all.length > 0,
      parts: [
        [
          TotalsChart,
          {
            drawings: drawTotals(rows, comparison, { from: site.baseDate, to: site.recordEnds, note: farthestNote(comparison) }),
            label: "",
          },
        ],
      ],
      sheet: counts,
      title: "Published totals of the dead, and our ledger",
      says: [totalsChartLabel(comparison), `${TOTALS_READING} ${ruleWords(DEFAULT_CHOICE)}.`, ...rest],
      href: urls.page("counts/#totals"),
    },
    {
      name: "disclosure.svg",
      isThere: disclosures.length > 0,
      parts: [[LagChart, { rows: disclosures, label: "" }]],
      sheet: counts,
      title: "When strikes were announced",
      says: [disclosureSentence(told), LAGS_READING],
      href: urls.page("counts/#announced"),
    },
    {
      name: "disclosure-later.svg",
      isThere: changed.length > 0,
      parts: [[DisclosureChart, { rows: changed, labels: strikeLabels(strikes), label: "" }]],
      sheet: counts,
      title: "What came after the announcement",
      says: [laterSentence(told), LATER_READING],
      href: urls.page("counts/#changed-later"),
    },
    {
      name: "places.svg",
      isThere: map !== null,
      parts: [[LocatorMap, { map, label: "" }], [MapKey]],
      sheet: contextIndex,
      isFramed: true,
      title: "Named places",
      says: [locatorSentence(places, new Set(map?.outside)), MAP_READING],
      href: urls.page("context/#places"),
    },
  ];
  return all.filter(({ isThere }) => isThere);
}

function chartOfEntry(node: DossierNode, site: Site): Chart | null {
  if (node.data.withdrawn) return null;
  const href = urls.hrefFor(node);
  switch (node.kind) {
    case "series":
      return {
        parts: [[SeriesChart, { series: node, width: 860, height: 340 }]],
        sheet: context,
        title: node.data.title,
        says: [describeSeries(node), seriesReading(node).join(" "), ...(node.data.caveats ?? []).map(sentence)],
        href,
      };
    case "claim": {
      const rows = exchangeRows(node, exchangeOf(node));
      if (rows.length === 0) return null;
      return {
        parts: [[ExchangeChart, { claim: node, rows }]],
        sheet: claims,
        title: claimLine(node),
        says: [
          `Status of this claim in the sources cited: ${node.data.status}.`,
          drawingWords(node, rows),
          ...drawnClaims(node).map(lineOf),
        ],
        href,
        within: "exch",
      };
    }
    case "actor": {
      const record = recordOf(node);
      if (node.claimsMade.length + record.length === 0) return null;
      const { says, reading } = describeStrip(node, record, site);
      return {
        parts: [[ActorStrip, { actor: node, record }]],
        sheet: actors,
        title: `${node.data.name} in the record`,
        says: [says, reading],
        href,
        within: "astrip",
      };
    }
    default:
      return null;
  }
}

/** On its page a claim's drawing stands beside the others in words; alone, it names them, each with its speaker and status. */
function drawnClaims({ relations }: ClaimNode): ClaimNode[] {
  return [...new Set(relations.map(({ claim }) => claim))].filter(stands);
}

function lineOf(claim: ClaimNode): string {
  return `${[claimNumber(claim) ?? [], claimLine(claim)].flat().join(": ")} (${claim.data.status}).`;
}

async function draw({ parts, sheet, ...chart }: Chart, site: Site): Promise<string> {
  const astro = await container;
  const rendered = await Promise.all(parts.map(([component, props = {}]) => astro.renderToString(component, { props })));
  return formatDrawing({ ...chart, html: rendered.join(""), sheets: [tokens, charts, sheet, file].join("\n") }, site, urls);
}
