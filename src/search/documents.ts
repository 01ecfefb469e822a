/** What the search reads of each entry: by the meaning of its fields, not as the text of its page. */
import { tollOf } from "../graph/ledger.ts";
import { isStrike, type ActorNode, type Dossier, type DossierNode, type EventNode, type LinkedDevelopment } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { onceFor } from "../graph/once-for.ts";
import { formatDate, formatDay, type DossierDate } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";
import { ACTOR_KIND_WORDS, namesOf } from "../site/actor-words.ts";
import { claimLine, claimNumber } from "../site/claim-words.ts";
import { kindWords } from "../site/event-words.ts";
import { leadWords } from "../site/lead-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { foreignLang, pageTitle, SOURCE_KIND_WORDS, sourceHeading } from "../site/source-words.ts";
import { totalLine } from "../site/total-words.ts";
import { capitalize, plural } from "../site/words.ts";
import { monthsOf } from "./record-months.ts";
import { PARAGRAPH, type SearchDocument, type SearchKind } from "./index-file.ts";

/** Every entry that stands, in the order in which equal results are shown. */
export const searchDocuments: (dossier: Dossier) => readonly SearchDocument[] = onceFor(listDocuments);

function listDocuments(dossier: Dossier): SearchDocument[] {
  const { actors, articles, claims, strikes, events, places, series, totals, leads, corrections, sources } = dossier;
  const others = events.filter((event) => !isStrike(event));
  const nodes: DossierNode[] = [actors, articles, claims, strikes, others, places, series, totals, leads, corrections, sources].flat();
  return nodes.map((node) => {
    const { ties = [], summaries = [], texts = [], ...fields } = fieldsOf(node, dossier.site.language);
    return {
      ...EMPTY,
      ...fields,
      id: node.id,
      actors: [...new Set(ties.map(({ id }) => id))],
      summary: joinTexts(summaries),
      text: joinTexts([...texts, ...node.body.paragraphs.map(({ text }) => text)]),
    };
  });
}

type Texts = readonly (string | undefined)[];

interface Fields extends Partial<Omit<SearchDocument, "id" | "actors" | "summary" | "text">> {
  kind: SearchKind;
  title: string;
  ties?: ActorNode[];
  /** Short texts, found at once. */
  summaries?: Texts;
  /** Longer ones, found in the full texts. */
  texts?: Texts;
}

const EMPTY = { names: [], quote: "", facts: [], dates: "", months: [], status: "", region: "", grade: "", lang: "" };

function fieldsOf(node: DossierNode, language: string): Fields {
  switch (node.kind) {
    case "claim": {
      const { data, assertedBy, about } = node;
      return {
        kind: "claim",
        title: claimLine(node),
        names: [claimNumber(node) ?? []].flat(),
        quote: data.quote ?? "",
        facts: [assertedBy.data.name, formatDate(node.date), replyWords(node) ?? []].flat(),
        ...datesOf(node.date),
        status: data.status,
        ties: [assertedBy, ...about],
        summaries: [about.map(({ data: { name } }) => name).join(", "), data.venue],
        texts: [data.statusNote, ...developmentTexts(node.developments)],
      };
    }
    case "actor": {
      const { data } = node;
      return {
        kind: "actor",
        title: data.name,
        names: namesOf(node).slice(1),
        facts: [ACTOR_KIND_WORDS[data.kind].one, ...node.roles.slice(0, 1).map(({ title }) => title)],
        ties: [node],
        summaries: [data.summary, ...node.roles.slice(1).map(({ title }) => title)],
        texts: node.relations.filter(({ inverse }) => !inverse).map(({ note }) => note),
      };
    }
    case "event":
      return eventFields(node);
    case "source": {
      const { data } = node;
      const title = pageTitle(node);
      const lang = title ? foreignLang(data.language, language) : undefined;
      return {
        kind: "source",
        title: sourceHeading(node),
        facts: [SOURCE_KIND_WORDS[data.kind].one, node.published ? formatDate(node.published) : "undated"],
        ...(node.published ? datesOf(node.published) : {}),
        grade: data.grade,
        ...(lang && { lang }),
        texts: [data.note, data.publishedNote, title ? undefined : (data.title ?? undefined)],
      };
    }
    case "article": {
      const { data } = node;
      return {
        kind: "analysis",
        title: data.title,
        facts: [`as of ${formatDay(data.asOf)}`],
        ...datesOf(getDate(data.published)),
        summaries: [data.standfirst],
      };
    }
    case "place":
      return { kind: "place", title: node.data.name, names: node.data.aliases ?? [], facts: [node.data.kind], summaries: [node.data.note] };
    case "series": {
      const { data } = node;
      return { kind: "series", title: data.title, facts: [`in ${data.unit}`], summaries: [data.what], texts: data.caveats ?? [] };
    }
    case "total": {
      const { data } = node;
      return {
        kind: "total",
        title: totalLine(node),
        facts: [],
        ...datesOf(getDate(data.asOf)),
        ties: [node.by ?? []].flat(),
        texts: [data.rule],
      };
    }
    case "lead": {
      const { data } = node;
      return {
        kind: "lead",
        title: data.title,
        facts: [leadWords(data.kind).one, ...(node.date ? [formatDate(node.date)] : [])],
        ...(node.date ? datesOf(node.date) : {}),
        ...regionOf(data.region),
        summaries: [data.detail],
      };
    }
    case "correction":
      return {
        kind: "correction",
        title: `Correction of ${formatDay(node.data.date)}`,
        ...datesOf(getDate(node.data.date)),
        summaries: [node.data.was, node.data.now],
        texts: [node.data.why],
      };
  }
}

function eventFields(event: EventNode): Fields {
  const { data, place, actors } = event;
  const date = data.dateLabel ?? formatDate(event.date);
  const shared = {
    title: data.title,
    ...datesOf(event.date),
    ties: actors.map(({ actor }) => actor),
    summaries: [data.summary, place?.data.name, data.label],
    texts: [data.dateNote, data.alsoNamed?.join(", "), ...actors.map(({ actor, part }) => `${actor.data.name}: ${part}`)],
  };
  if (!isStrike(event)) return { ...shared, kind: "event", facts: [kindWords(data.kind), date] };
  const { strike } = event;
  const { killed, survived } = tollOf(event, null);
  const people = [...strike.named.map(({ actor }) => actor), strike.announcedBy, strike.affiliationGroup, strike.affiliationBy];
  return {
    ...shared,
    kind: "strike",
    facts: [
      date,
      ...(killed ? [`${formatRange(killed)} killed`] : ["number killed not given"]),
      ...(survived && survived.max > 0 ? [`${formatRange(survived)} survived`] : []),
      ...(strike.data.vessels > 1 ? [plural(strike.data.vessels, "vessel")] : []),
    ],
    region: NOT_STATED, // no strike vanishes
    ...regionOf(strike.data.region),
    ties: [...shared.ties, ...people.flatMap((actor) => actor ?? [])],
    summaries: [...shared.summaries, ...strike.named.map(({ name }) => name), ...(strike.data.unknown ?? []).map(({ what }) => what)],
    texts: [
      ...shared.texts,
      strike.data.placeStated,
      strike.data.vesselType,
      strike.data.survivorsOutcome,
      strike.data.allegedAffiliation?.statement,
      ...strike.nationalities.map(({ nationality }) => nationality),
      ...strike.named.map(({ claim }) => claim),
      ...strike.disputes.flatMap(({ about, versions }) => [
        about,
        ...versions.map(({ byName, says }) => [byName, says].filter(Boolean).join(": ")),
      ]),
      ...developmentTexts(strike.developments),
      ...(strike.data.unknown ?? []).map(({ note }) => note),
      ...strike.casualties.map(({ data: { note } }) => note),
    ],
  };
}

const NOT_STATED = "Not stated";

/** Where a strike was, or what an open question is about; what states no region has none. */
function regionOf(region: string | undefined): { region?: string } {
  return region && region.toLowerCase() !== NOT_STATED.toLowerCase() ? { region } : {};
}

/** A date as terms and as months: an inexact one has every month that it may lie in. */
function datesOf({ edtf, earliest, latest, precision }: DossierDate): { dates: string; months: string[] } {
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  const days = precision === "day" ? (earliest ?? "") : edtf.replace(/[~?%]/g, "").replace("/", " ");
  return { dates: days, months: first && last ? monthsOf(first, last) : [] };
}

function developmentTexts(developments: readonly LinkedDevelopment[]): string[] {
  return developments.map(({ summary }) => summary);
}

function joinTexts(texts: readonly (string | undefined)[]): string {
  return texts
    .filter(Boolean)
    .map((text) => capitalize(text ?? ""))
    .join(PARAGRAPH);
}
