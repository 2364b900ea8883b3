import { day, number, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { signedAmount } from '../ledger/amounts.js';
import { causeText } from '../ledger/present-records.js';
import type { entriesSince } from './check-edition.js';
import type { NamedVenture } from './published-names.js';

type Entry = Awaited<ReturnType<typeof entriesSince>>['entries'][number];

/** One entry that was posted after a figure was published; its venture only for those who may see it. */
export function presentExplaining(
  entry: Entry,
  parks: Map<number, string>,
  ventures: Map<number, NamedVenture>,
  voice: Voice,
) {
  const { lang } = voice;
  const venture = ventures.get(entry.ventureId ?? 0);
  const { causeKind, causeId } = entry;
  const isRecord = causeKind === 'jobs-return' || causeKind === 'residency';
  return {
    // Who changed the record, when and why stands in its history.
    causeHref: venture && isRecord ? `/history/${causeKind}/${causeId}` : null,
    cause: causeText({ ...entry, amount: Number(entry.amount) }, voice),
    park: parks.get(entry.parkId) ?? String(entry.parkId),
    venture: venture
      ? { href: `/ventures/${venture.number}`, name: `${venture.number} ${venture.name}` }
      : null,
    effectiveOn: day(entry.effectiveOn, lang),
    position: number(entry.position, lang),
    recordedAt: time(entry.recordedAt, lang),
    amount: signedAmount(entry.measure, Number(entry.amount), lang),
  };
}
