import type { Facts } from './facts.js';
import { type RentByDay, type RentSpell, rentsWithin } from './rent-by-day.js';

type Premises = Pick<Facts['premises'], 'rent' | 'rents' | 'leaseFrom'>;

/** The rent of premises by day: one for all days, where no other is stated. */
export const rentsOf = ({ rent, rents, leaseFrom }: Premises): RentByDay =>
  rents ?? [{ from: leaseFrom, fen: rent }];

/** The rent of a lease as facts have it. */
export function rentFacts(spells: readonly RentSpell[]): Pick<Facts['premises'], 'rent' | 'rents'> {
  const rent = (spells.find(({ fen }) => fen > 0) ?? spells[0])?.fen ?? 0;
  return spells.length > 1 ? { rent, rents: [...spells] } : { rent };
}

/** Whether rent is due on some day of the months asked for. */
export const isRentDue = ({ premises, period }: Pick<Facts, 'premises' | 'period'>): boolean =>
  premises.rents === undefined
    ? premises.rent > 0
    : rentsWithin(premises.rents, period).some(({ fen }) => fen > 0);
