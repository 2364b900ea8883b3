import { Random } from '../network/random.js';
import type { CaseStep, PlannedCase } from './planned-case.js';

export type CaseAct = { at: Date; park: number; one: PlannedCase; step: CaseStep };

const minute = 60_000;

/** Every step of the cases at its own moment in office hours, each case's in its order. */
export const actsOfCases = (cases: PlannedCase[]): CaseAct[] =>
  cases.flatMap((one) => {
    const began = Math.floor(new Random(`case at ${one.index}`).next() * 60);
    return one.steps.map((step, i) => ({
      park: one.park,
      one,
      step,
      at: new Date(Date.parse(`${step.on}T01:10:00Z`) + (began + i * 40) * minute),
    }));
  });
