import type { Day } from '../calendar/days.js';
import { countiesOfAddress } from '../ledger/forms.js';
import type { Counted } from './counted.js';
import type { Chosen } from './question.js';

export type RecordsAddress = Chosen & {
  measure: Counted;
  scope: string;
  /** A park or a region inside the scope. */
  within?: string | undefined;
  /** In which structure the region is meant: of then, or of now. */
  structure?: string | undefined;
  from: Day;
  asOf: Day;
  position?: number | undefined;
  /** The day whose regions the scope means, where it is not the last of the period. */
  countiesOn?: Day | undefined;
};

/** The address of the records of a number: /reports/records?measure=arrived&scope=park:P01&from=…&asOf=… */
export function recordsAddress(address: RecordsAddress, path = '/reports/records'): string {
  const query = new URLSearchParams();
  const { measure, scope, within, structure, from, asOf, position } = address;
  const { form, industry, category } = address;
  const countiesOn = countiesOfAddress(address, asOf);
  const where = { measure, scope, within, structure, countiesOn };
  const all = Object.assign(where, { from, asOf, position, form, industry, category });
  for (const [name, value] of Object.entries(all))
    if (value !== undefined) query.set(name, String(value));
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}
