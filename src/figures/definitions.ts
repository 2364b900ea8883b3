import type { Day } from '../calendar/days.js';
import { type Measure, measures } from '../ledger/measures.js';

/** The measures whose totals can be published: all that the ledger itself sums. */
export const publishable = [
  'parks',
  'ventures',
  'jobs',
  'returns',
  'waived-rent',
] as const satisfies Measure[];
export type Publishable = (typeof publishable)[number];

export const isPublishable = (text: string): text is Publishable =>
  publishable.some((measure) => measure === text);

/**
 * One version of what a measure means. What is counted, which states are in, whether founders are and
 * the formula are words under `figures.definition.<measure>.<version>`. A version that a figure was
 * published under is never edited: other words, be it a counter, are a new version below the one before.
 */
export type Definition = { measure: Publishable; version: number; since: Day };

export const definitions = [
  { measure: 'parks', version: 1, since: '2023-01-01' },
  { measure: 'parks', version: 2, since: '2026-11-25' },
  { measure: 'ventures', version: 1, since: '2023-01-01' },
  { measure: 'ventures', version: 2, since: '2026-11-25' },
  { measure: 'jobs', version: 1, since: '2023-01-01' },
  { measure: 'jobs', version: 2, since: '2026-11-25' },
  { measure: 'returns', version: 1, since: '2023-01-01' },
  { measure: 'returns', version: 2, since: '2026-11-25' },
  { measure: 'waived-rent', version: 1, since: '2023-02-01' },
] as const satisfies readonly Definition[];

/** What each version says, in this order. */
export const definitionParts = ['counted', 'states', 'founder', 'formula'] as const;

export const isStock = (measure: Publishable): boolean => measures[measure].kind === 'stock';

/** The version that a figure is published under now. */
export function currentVersion(measure: Publishable): number {
  const versions = definitions.filter((definition) => definition.measure === measure);
  return Math.max(...versions.map(({ version }) => version));
}

/** @throws Error for a version that the dictionary does not have: no figure can have been published under it */
export function definitionOf(measure: string, version: number): (typeof definitions)[number] {
  const known = definitions.find((one) => one.measure === measure && one.version === version);
  if (!known) throw new Error(`there is no definition ${measure} ${version}`);
  return known;
}

/** Where a version stands in the dictionary. */
export const definitionHref = (measure: string, version: number): string =>
  `/figures/definitions#${measure}-${version}`;
