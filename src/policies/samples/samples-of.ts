import type { Reads, Tx } from '../../database/database.js';
import { Facts } from '../facts.js';
import { askingForAll } from '../months-that-fit.js';
import type { PolicyRules } from '../rules.js';

/** An invented case of the bureau. Facts alone: it names nobody, and no case that it may have been taken from. */
export type OwnSample = { id: number; title: string; facts: Facts; declares: boolean };

export const MOST_SAMPLES = 20;

/** The samples that the bureau keeps with a version, in the order in which they were added. */
export async function samplesOf(reads: Reads, versionId: number): Promise<OwnSample[]> {
  const rows = await reads.policySample.findMany({ where: { versionId }, orderBy: { id: 'asc' } });
  return rows.map(({ id, title, facts, declares }) => ({
    id,
    title,
    declares,
    facts: Facts.parse(facts),
  }));
}

/** The samples of a version go on with the next one. */
export async function keepSamples(tx: Tx, from: number, to: number): Promise<void> {
  const rows = await tx.policySample.findMany({
    where: { versionId: from },
    orderBy: { id: 'asc' },
    omit: { id: true, versionId: true },
  });
  if (rows.length === 0) return;
  const data = rows.map(({ facts, ...row }) => ({
    ...row,
    versionId: to,
    facts: Facts.parse(facts),
  }));
  await tx.policySample.createMany({ data });
}

const declarationsOf = ({ conditions }: PolicyRules): string[] =>
  conditions.flatMap(({ kind, id }) => (kind === 'declaration' ? [id] : []));

/**
 * Facts as these rules would look at them: asked for from their first day on for all the months that the rules give, with the
 * declarations that they ask for.
 */
export const asAskedOf = (rules: PolicyRules, facts: Facts, declares = true): Facts => ({
  ...askingForAll(rules, facts),
  declared: declares ? declarationsOf(rules) : [],
});

/** What was found in a case of another policy, as a first case of this one: nothing of it was given before. */
export const borrowedFacts = (rules: PolicyRules, facts: Facts): Facts => ({
  ...asAskedOf(rules, facts),
  startedOn: null,
  used: { person: { months: 0, fen: 0 }, venture: { months: 0, fen: 0 }, yearFen: 0 },
  otherBenefits: facts.otherBenefits.map(({ beganOn, endedOn }) => ({
    name: 'other',
    beganOn,
    endedOn,
  })),
});
