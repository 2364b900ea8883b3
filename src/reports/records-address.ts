import type { Day } from '../calendar/days.js';
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
};

/** The address of the records of a number: /reports/records?measure=arrived&scope=park:P01&from=…&asOf=… */
export function recordsAddress(address: RecordsAddress, path = '/reports/records'): string {
  const query = new URLSearchParams();
  const { measure, scope, within, structure, from, asOf, position, form, industry, category } =
    address;
  const all = { measure, scope, within, structure, from, asOf, position, form, industry, category };
  for (const [name, value] of Object.entries(all))
    if (value !== undefined) query.set(name, String(value));
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}
