import type { Day, Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { lastDayOf } from '../ledger/forms.js';
import type { Scope } from '../ledger/measures.js';
import { parksOn } from '../ledger/parks-on.js';
import { parkIdsOf } from '../ledger/totals.js';

/** What a figure is over: as in an address, by name, and the parks that it holds. */
export type FigureScope = { text: string; name: Record<Lang, string>; parkIds: number[] };

/**
 * The scope that a text names (network, region:330903, park:P01), with the parks that a region had on the figure's last
 * day; null where there is none.
 */
export async function figureScope(
  reads: Reads,
  text: string,
  of: { asOf: Day; month: Month | null },
): Promise<FigureScope | null> {
  const day = lastDayOf(of);
  const named = await namedScope(reads, text, day);
  if (!named) return null;
  return { text, name: named.name, parkIds: await parkIdsOf(reads, named.scope, day) };
}

const network = (): Record<Lang, string> => ({
  zh: makeSay('zh')('ledger.whole.network'),
  en: makeSay('en')('ledger.whole.network'),
});

type NamedScope = { scope: Scope; name: Record<Lang, string> };

/** @param day on which a park was called so */
async function namedScope(reads: Reads, text: string, day: Day): Promise<NamedScope | null> {
  const [kind, code = ''] = text.split(':');
  if (text === 'network') {
    return { scope: { kind: 'network' }, name: network() };
  }
  if (kind === 'region') {
    const region = await reads.region.findUnique({ where: { code } });
    // The city is the network.
    return region && region.kind !== 'city'
      ? { scope: { kind, code }, name: namesOf(region) }
      : null;
  }
  if (kind !== 'park') return null;
  const park = (await parksOn(reads, day)).find(({ number }) => number === code) ?? null;
  return park && { scope: { kind, id: park.id }, name: namesOf(park) };
}

const namesOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  zh: nameZh,
  en: nameEn,
});
