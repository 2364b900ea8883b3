import type { Fault } from '../language/refusal.js';
import { workerKinds } from '../ledger/measures/workers.js';
import type { EvidenceGrade } from '../ventures/kinds.js';

/** People employed at a month's last day, founders not counted; the parts are null where not known. */
export type Headcount = {
  headcount: number;
  graduates: number | null;
  hardship: number | null;
  returned: number | null;
  local: number | null;
  /** People of none of these kinds; left out, it is not known. */
  others?: number | null;
  evidence: EvidenceGrade;
  note: string;
};

export const MOST_PEOPLE = 100_000;
export const PARTS = workerKinds;

/** What is wrong with the numbers of a return or a report. */
export function numberFaults(input: Omit<Headcount, 'evidence' | 'note'>): (Fault | false)[] {
  const fits = (n: number) => Number.isSafeInteger(n) && n >= 0 && n <= MOST_PEOPLE;
  return [
    !fits(input.headcount) && {
      field: 'headcount',
      key: 'returns.number-range',
      values: { most: MOST_PEOPLE },
    },
    ...PARTS.map((part) => {
      const value = input[part] ?? null;
      if (value === null) return false;
      if (!fits(value))
        return { field: part, key: 'returns.number-range', values: { most: MOST_PEOPLE } } as const;
      return value > input.headcount && ({ field: part, key: 'returns.part-over-whole' } as const);
    }),
  ];
}
