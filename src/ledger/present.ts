import { day, month, number } from '../language/format.js';
import type { Say, WordKey } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Coverage } from './coverage.js';
import type { ListedEntry } from './entry-list.js';
import { type TotalsAddress, totalsAddress } from './forms.js';
import type { NamedRecord } from './named-records.js';
import type { Kind, Listed } from './record-list.js';
import type { SeenScope } from './seen-scope.js';

export type Voice = { say: Say; lang: Lang };

export const scopeName = ({ text, name }: SeenScope, { say, lang }: Voice): string =>
  name?.[lang] ?? say(text === 'network' ? 'ledger.whole.network' : 'ledger.whole.mine');

export const kindName = ({ by, value }: Kind, say: Say): string =>
  say(`ventures.${by}.${value}` as WordKey);

/** The day, or the month, and the position that a number is read as of. */
export function asOfText(
  at: { asOf: string; month?: string | null; position?: number | undefined },
  { say, lang }: Voice,
): string {
  const when = at.month
    ? say('ledger.for-month', { month: month(at.month, lang) })
    : say('ledger.as-of', { day: day(at.asOf, lang) });
  if (at.position === undefined) return when;
  const known = say('ledger.known-at', { position: at.position });
  return lang === 'zh' ? `${when}，${known}` : `${when}, ${known}`;
}

/** Coverage in words, or null where no return is due. */
export function coverageText(coverage: Coverage, { say, lang }: Voice): string | null {
  if (coverage.due === 0) return null;
  return say('ledger.coverage', { ...coverage, month: month(coverage.month, lang) });
}

/** A number with its records behind it, as components/figure-card shows it. */
export function figure(address: TotalsAddress, value: number, { say, lang }: Voice) {
  return {
    label: say(`ledger.measure.${address.measure}`),
    value: number(value, lang),
    unit: say(`ledger.unit.${address.measure}`),
    href: totalsAddress(address),
  };
}

export function presentRecord(record: NamedRecord, address: TotalsAddress, voice: Voice) {
  const { park, venture, amount } = record;
  const parkName = voice.lang === 'zh' ? park.nameZh : park.nameEn;
  const name = venture?.name ?? parkName;
  return {
    name,
    number: venture?.number ?? park.number,
    href: venture ? `/ventures/${venture.number}` : `/parks/${park.number}`,
    park: venture ? parkName : null,
    basis: basisText(record.basis, voice),
    amount: number(amount, voice.lang),
    entriesHref: entriesAddress(record, address),
    entriesLabel: voice.say('ledger.totals.entries', { name }),
  };
}

/** What is owed is no measure of the ledger, so no entries add up to it. */
function entriesAddress({ park, venture }: NamedRecord, address: TotalsAddress): string | null {
  if (address.measure === 'owed') return null;
  const own = { ...address, scope: `park:${park.number}`, kind: undefined };
  const base = totalsAddress(own, '/totals/entries');
  return venture ? `${base}&venture=${venture.number}` : base;
}

export function basisText(basis: NamedRecord['basis'], { say, lang }: Voice): string {
  if (basis.causeKind === 'jobs-return')
    return say('ledger.basis.jobs-return', { month: month(basis.day.slice(0, 7), lang) });
  return say(`ledger.basis.${basis.causeKind}`, { day: day(basis.day, lang) });
}

export function presentEntry(entry: ListedEntry, voice: Voice) {
  const { say, lang } = voice;
  return {
    position: number(entry.position, lang),
    effectiveOn: entry.effectiveOn,
    cause: causeText(entry, voice),
    recordedAt: entry.recordedAt,
    actor: entry.actor ?? say('ledger.entries.system'),
    amount: signed(entry.amount, lang),
  };
}

const signed = (amount: number, lang: Lang): string =>
  amount > 0 ? `+${number(amount, lang)}` : number(amount, lang).replace('-', '−');

/** What an entry came from, in words. */
export function causeText(
  {
    causeKind,
    effectiveOn,
    reverses,
    amount,
  }: Pick<ListedEntry, 'causeKind' | 'effectiveOn' | 'reverses' | 'amount'>,
  voice: Voice,
): string {
  const { say, lang } = voice;
  if (reverses !== null) return say('ledger.entries.reverses', { position: reverses });
  if (causeKind === 'jobs-return')
    return say('ledger.basis.jobs-return', { month: month(effectiveOn.slice(0, 7), lang) });
  if (causeKind === 'park') return say(`ledger.cause.park-${amount > 0 ? 'opened' : 'closed'}`);
  return say(`ledger.cause.${amount > 0 ? 'arrived' : 'left'}`);
}

/** What the list of measures means, in words. */
export const meaning = (measure: Listed, say: Say) => ({
  term: say(`ledger.measure.${measure}`),
  text: say(`ledger.meaning.${measure}`),
});
