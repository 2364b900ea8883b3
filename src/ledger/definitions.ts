import type { Day } from '../calendar/days.js';
import { definitionParts } from './measure-definition.js';
import { definitionOfMeasure, isListed, isOfMonth, type Listed, listed } from './measures.js';

/** A measure whose totals can be published: one with a definition. */
export type Publishable = Listed;

/** Those that can be, in their order. */
export const publishable: readonly Publishable[] = listed.filter(
  (measure) => definitionOfMeasure(measure).definitions.length > 0,
);

export const isPublishable = (text: string): text is Publishable =>
  isListed(text) && publishable.includes(text);

/**
 * One version of what a measure means. What is counted, which states are in, whether founders are and
 * the formula are words under `figures.definition.<measure>.<version>`. A version that a figure was
 * published under is never edited: other words, be it a counter, are a new version below the one before.
 */
export type Definition = { measure: Publishable; version: number; since: Day };

export const definitions: readonly Definition[] = publishable.flatMap((measure) =>
  definitionOfMeasure(measure).definitions.map(({ since }, index) => ({
    measure,
    version: index + 1,
    since,
  })),
);

export { definitionParts };

export const isStock = (measure: Publishable): boolean => !isOfMonth(measure);

/** The version that a figure is published under now. */
export function currentVersion(measure: Publishable): number {
  const versions = definitions.filter((definition) => definition.measure === measure);
  return Math.max(...versions.map(({ version }) => version));
}

/** @throws Error for a version that the dictionary does not have: no figure can have been published under it */
export function definitionOf(measure: string, version: number): Definition {
  const known = definitions.find((one) => one.measure === measure && one.version === version);
  if (!known) throw new Error(`there is no definition ${measure} ${version}`);
  return known;
}

/** Where a version stands in the dictionary. */
export const definitionHref = (measure: string, version: number): string =>
  `/figures/definitions#${measure}-${version}`;
