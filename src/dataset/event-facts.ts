/** What the page of a timeline entry says of it, as facts in Markdown; of a strike also its records and accounts. */
import { tollOf } from "../graph/ledger.ts";
import { isStrike, type ActorNode, type CasualtyRecord, type EventNode, type StrikeNode } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { kindWords } from "../site/event-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { sentence, speakerWords } from "../site/strike-words.ts";
import { escapeText, listFacts, type Fact, type LinkTo } from "./fact-lines.ts";

export function eventFacts(event: EventNode, link: LinkTo): Fact[] {
  const { data, place, actors, claims } = event;
  return listFacts([
    ["Kind", kindWords(data.kind)],
    ["Date", data.dateLabel ? escapeText(data.dateLabel) : formatDate(event.date)],
    ["On the date", data.dateNote && escapeText(sentence(data.dateNote))],
    ["Place", place && link(place)],
    ["Region", event.strike?.data.region],
    ["What happened", data.summary && escapeText(data.summary)],
    ...(isStrike(event) ? strikeFacts(event, link) : []),
    ["Actors", actors.map(({ actor, part }) => `${link(actor)}, ${escapeText(part)}`).join("; ")],
    ["Also named", data.alsoNamed?.map(escapeText).join("; ")],
    ...claims.map((claim): [string, string] => [
      "Claim",
      `${link(claim)} (${[claim.data.status, replyWords(claim)].filter(Boolean).join("; ")})`,
    ]),
    ...(event.strike?.developments.map(({ date, summary }): [string, string] => [`Later, ${formatDate(date)}`, escapeText(summary)]) ?? []),
    ...(event.strike?.data.unknown ?? []).map(({ what, note, lastChecked }): [string, string] => [
      "Not known",
      [escapeText(sentence(what)), note && escapeText(sentence(note)), lastChecked && `Last checked ${formatDay(lastChecked)}.`]
        .filter(Boolean)
        .join(" "),
    ]),
    ...event.leads.map((lead): [string, string] => ["Open question", `${link(lead)}. ${escapeText(sentence(lead.data.detail))}`]),
    ["Related", event.related.map((other) => link(other)).join("; ")],
  ]);
}

/** What a strike has beside an event: its count and who gives it, what was announced, who is named, where the accounts differ. */
function strikeFacts(node: StrikeNode, link: LinkTo): Fact[] {
  const { data, casualties, announcedBy, announcedDate, affiliationGroup, affiliationBy, nationalities, named, disputes } = node.strike;
  const { killed, survived, missing } = tollOf(node, null);
  const said = data.allegedAffiliation;
  const groupLine = affiliationGroup ? link(affiliationGroup, said?.groupName) : said?.groupName && escapeText(said.groupName);
  return listFacts([
    ["Killed, over all records", killed ? formatRange(killed) : "not known"],
    ["Survived", survived && formatRange(survived)],
    ["Missing", missing && formatRange(missing)],
    ["What became of the survivors", data.survivorsOutcome && escapeText(sentence(data.survivorsOutcome))],
    ...casualties.map((record): [string, string] => ["By one source", recordLine(record, link)]),
    [
      "Announced",
      (announcedDate ?? data.announced) &&
        [
          announcedDate ? formatDate(announcedDate) : "day not on file",
          data.announced?.by || data.announced?.byName
            ? `by ${speakerLine(announcedBy, data.announced.byName, link)}`
            : "by whom is not on file",
          data.announced?.venue && escapeText(data.announced.venue),
        ]
          .filter(Boolean)
          .join(", "),
    ],
    [
      "Said of those aboard",
      said &&
        [
          said.statement && escapeText(sentence(said.statement)),
          affiliationBy && `Said by ${link(affiliationBy)}.`,
          (groupLine ?? affiliationBy) && (groupLine ? `Group named: ${groupLine}.` : "No group is named in the sources used."),
        ]
          .filter(Boolean)
          .join(" "),
    ],
    ...nationalities.map(({ nationality, basis, source }): [string, string] => [
      "Nationality given",
      `${escapeText(nationality)}. ${escapeText(sentence(basis))} ${link(source)}`,
    ]),
    ["Place, as each side states it", data.placeStated && escapeText(sentence(data.placeStated))],
    ["Set out from", data.departedFrom && escapeText(sentence(data.departedFrom))],
    ["Vessel", data.vesselType && escapeText(sentence(data.vesselType))],
    ...named.map(({ name, actor, nationality, by, byName, claim, source }): [string, string] => [
      "Person named",
      `${actor ? link(actor, name) : escapeText(name)} (${escapeText(nationality ?? "nationality not stated")}), named by ${speakerLine(by, byName, link)}: ${escapeText(sentence(claim))} ${link(source)}`,
    ]),
    ...disputes.flatMap(({ about, versions }) =>
      versions.map(({ by, byName, says, source }): [string, string] => [
        `Where the accounts differ, ${escapeText(about)}`,
        `${speakerLine(by, byName, link)}: ${escapeText(sentence(says))} ${link(source)}`,
      ]),
    ),
  ]);
}

/** recordLine(record) → "2–3 killed, 1 missing, [The Wire](…). At least.", or "no number of dead given, …" */
function recordLine({ source, data, killed }: CasualtyRecord, link: LinkTo): string {
  const numbers = [
    killed ? `${formatRange(killed)} killed` : "no number of dead given",
    data.presumedDead !== undefined && `${data.presumedDead} of them presumed dead`,
    data.missing !== undefined && `${data.missing} missing`,
    data.survived !== undefined && `${data.survived} survived`,
    data.initialSurvivors !== undefined && `${data.initialSurvivors} alive after the first munition`,
    link(source),
  ];
  const words = numbers.filter(Boolean).join(", ");
  return data.note ? `${words}. ${escapeText(sentence(data.note))}` : words;
}

/** speakerLine(by, byName) → "[Ada Quill](…)", or "A relative ([Ada Quill](…))" where the words name somebody else. */
function speakerLine(by: ActorNode | null, byName: string | undefined, link: LinkTo): string {
  const words = speakerWords(by, byName);
  if (by && words.link) return link(by, byName);
  return by ? `${escapeText(words.name)} (${link(by)})` : escapeText(words.name);
}
