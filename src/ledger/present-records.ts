import { day, month, number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { amountText, signedAmount } from './amounts.js';
import type { ListedEntry } from './entry-list.js';
import { type TotalsAddress, totalsAddress } from './forms.js';
import { isSumOfEntries, type Listed, recordsOf } from './measures.js';
import type { NamedRecord } from './named-records.js';

const subsidyCauses = ['subsidy-claim', 'payment-line', 'subsidy-repayment'] as const;
const isOfSubsidy = (kind: string): kind is (typeof subsidyCauses)[number] =>
  subsidyCauses.some((cause) => cause === kind);

/** What stands over the first column of a list of records. */
export const recordHead = (measure: Listed, say: Say): string =>
  say(`ledger.totals.${recordsOf(measure)}`);

export function presentRecord(record: NamedRecord, address: TotalsAddress, voice: Voice) {
  const { park, venture, waiver, amount } = record;
  const parkName = voice.lang === 'zh' ? park.nameZh : park.nameEn;
  const name = venture?.name ?? parkName;
  return {
    name,
    number: waiver?.number ?? venture?.number ?? park.number,
    href: recordHref(record),
    park: venture ? parkName : null,
    basis: basisText(record.basis, voice),
    amount: amountText(address.measure, amount, voice.lang),
    entriesHref: entriesAddress(record, address),
    entriesLabel: voice.say('ledger.totals.entries', { name }),
  };
}

/** Where a record is read: a waiver in the case that it was granted in. */
function recordHref({ park, venture, waiver }: NamedRecord): string {
  if (waiver) return `/waivers/${waiver.application.number}`;
  return venture ? `/ventures/${venture.number}` : `/parks/${park.number}`;
}

/** What is a difference of measures, such as the returns owed, has no entries that add up to it. */
function entriesAddress(
  { park, venture, waiver }: NamedRecord,
  address: TotalsAddress,
): string | null {
  if (!isSumOfEntries(address.measure)) return null;
  const own = { ...address, scope: `park:${park.number}`, kind: undefined };
  const base = totalsAddress(own, '/totals/entries');
  const ofVenture = venture ? `${base}&venture=${venture.number}` : base;
  return waiver ? `${ofVenture}&waiver=${waiver.number}` : ofVenture;
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
    amount: signedAmount(entry.measure, entry.amount, lang),
  };
}

/** What an entry came from, in words. */
export function causeText(
  {
    causeKind,
    measure,
    effectiveOn,
    reverses,
    amount,
  }: Pick<ListedEntry, 'causeKind' | 'measure' | 'effectiveOn' | 'reverses' | 'amount'>,
  voice: Voice,
): string {
  const { say, lang } = voice;
  if (reverses !== null) return say('ledger.entries.reverses', { position: reverses });
  if (causeKind === 'jobs-return')
    return say('ledger.basis.jobs-return', { month: month(effectiveOn.slice(0, 7), lang) });
  if (causeKind === 'waiver-month') {
    const key = measure === 'waived-rent' ? 'waiver-month' : 'subsidy-month';
    return say(`ledger.cause.${key}`, { month: month(effectiveOn.slice(0, 7), lang) });
  }
  if (isOfSubsidy(causeKind))
    return say(`ledger.basis.${causeKind}`, { day: day(effectiveOn, lang) });
  if (measure === 'rent-forgone')
    return say('ledger.cause.rent-forgone', { month: month(effectiveOn.slice(0, 7), lang) });
  if (causeKind === 'tenancy') return say(`ledger.cause.${amount > 0 ? 'rent-free' : 'rent-paid'}`);
  if (causeKind === 'park') return say(`ledger.cause.park-${amount > 0 ? 'opened' : 'closed'}`);
  return say(`ledger.cause.${amount > 0 ? 'arrived' : 'left'}`);
}
