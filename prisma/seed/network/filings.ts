import type { Filing } from '../../../src/returns/keep-returns.js';
import type { EvidenceGrade } from '../../../src/ventures/kinds.js';
import type { FiledReturn } from './acts.js';
import { Random } from './random.js';

const reasonsToCorrect = [
  '漏计月末新进员工',
  '误计已离职人员',
  '重复计入临时用工',
  '经核对社保名册更正',
];
const evidenceOf: Record<string, readonly (readonly [EvidenceGrade, number])[]> = {
  firm: [
    ['social-insurance', 6],
    ['contract', 3],
    ['roster', 1],
  ],
  team: [['self-reported', 1]],
  other: [
    ['contract', 4],
    ['roster', 4],
    ['self-reported', 2],
  ],
};

/** A planned return as the verb takes it; parts of the headcount are known of most. */
export function filingOf({ venture, filed, isCorrection }: FiledReturn, ventureId: number): Filing {
  const { profile } = venture;
  const random = new Random(`${profile.name} ${filed.month}`);
  const isWrong = filed.corrected !== null && !isCorrection;
  const headcount = Math.max(0, filed.headcount + (isWrong ? (filed.corrected?.slip ?? 0) : 0));
  // A venture keeps its manner of proof from month to month.
  const habit = new Random(`habit ${profile.name}`);
  const grades = evidenceOf[profile.legalForm] ?? evidenceOf.other;
  const evidence = habit.weighted(grades as NonNullable<typeof grades>);
  const knowsParts = habit.chance(0.7);
  const part = (most: number) => (knowsParts ? Math.floor(headcount * random.next() * most) : null);
  return {
    ventureId,
    month: filed.month,
    headcount,
    evidence,
    graduates: part(profile.pattern.trade === 'digital' ? 0.8 : 0.2),
    hardship: part(0.15),
    returned: part(0.4),
    local: knowsParts ? Math.ceil(headcount * (0.45 + random.next() * 0.5)) : null,
    note: isCorrection ? random.pick(reasonsToCorrect) : '',
    version: isCorrection ? 1 : null,
  };
}
