import { maxDay, type Day, type DossierDate } from "../model/dates.ts";
import type { ActorNode, EventNode, SourceNode, Strike } from "./nodes.ts";
import { publisherOf } from "./origins.ts";

/**
 * The day from which something was publicly known: the earliest publication among its own sources, but never before its own
 * date. A source dated by month or year counts from its last day. `stated` wins, being entered only where no source is dated.
 */
export function findKnownDay(sources: readonly SourceNode[], own: DossierDate | null, stated?: Day): Day | null {
  if (stated) return stated;
  let earliest: Day | null = null;
  for (const { published } of sources) {
    const day = published?.latest;
    if (day && (earliest === null || day < earliest)) earliest = day;
  }
  if (earliest === null) return null;
  return own?.earliest ? maxDay(earliest, own.earliest) : earliest;
}

/**
 * The day from which it was publicly known that an actor had a part in an event. Whoever gives an account of a strike, or is named in one,
 * has that part from the first source or claim of it; who announced it, whom it is laid to and who took part otherwise came with the strike.
 */
export function findPartDay(event: EventNode, actor: ActorNode): Day | null {
  const { known, strike } = event;
  if (!strike || known === null || [strike.announcedBy, strike.affiliationGroup, strike.affiliationBy].includes(actor)) return known;
  const days = [
    ...strike.named.filter((person) => person.actor === actor || person.by === actor).map(({ source }) => source.known),
    ...strike.disputes.flatMap(({ versions }) => versions.filter(({ by }) => by === actor).map(({ source }) => source.known)),
    ...strike.casualties.filter(({ source }) => publisherOf(source) === actor.data.name).map((record) => record.known),
  ];
  if (days.length === 0) return known;
  const claims = event.claims.filter(({ assertedBy, about }) => assertedBy === actor || about.includes(actor));
  const first = firstOf([...days, ...claims.map((claim) => claim.known)]);
  return first && maxDay(known, first);
}

/**
 * The day from which it was publicly known who was named in a strike: the first source of the name, or a claim on the strike that is about
 * this person, if that came before.
 */
export function findNamedDay(event: EventNode, { actor, source }: Strike["named"][number]): Day | null {
  const claims = actor ? event.claims.filter(({ about }) => about.includes(actor)) : [];
  return firstOf([source.known, ...claims.map(({ known }) => known)]);
}

function firstOf(days: readonly (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/**
 * The date of the source that a day of knowledge is read from, where that is a month, a year or a span: the day is then its last one, and
 * only the latest that it may have been. Null for a day that a source gives, or that is the thing's own.
 */
export function inexactBasis(sources: readonly SourceNode[], known: Day | null): DossierDate | null {
  const dates = sources.flatMap(({ published }) => (published && published.latest === known ? published : []));
  return dates.every(({ precision }) => precision !== "day") ? (dates[0] ?? null) : null;
}

/** Whether something known from `known` belongs to the record as it stood on `asOf`; null for `asOf` means the whole record. */
export function isKnownBy(known: Day | null, asOf: Day | null): boolean {
  return asOf === null || (known !== null && known <= asOf);
}
