import type { Reads } from '../database/database.js';
import { type IdentityCode, type IdentityKind, identities } from './identities.js';
import type { Interval } from './interval.js';
import { type Agreement, type Judgement, judgeIdentity } from './judge-identity.js';
import { readPrinted } from './printed.js';
import { rangeOf } from './ranges.js';
import { reportedCaptions } from './reported-captions.js';

/** A number as the report prints it, in a figure or in a caption. */
export type PrintedNumber = {
  code: string;
  printed: string;
  unitZh: string;
  unitEn: string;
  subjectZh: string;
  subjectEn: string;
  interval: Interval;
  isCaption: boolean;
};

export type JudgedIdentity = Omit<Judgement, 'from' | 'against'> & {
  code: IdentityCode;
  kind: IdentityKind;
  from: PrintedNumber[];
  against: PrintedNumber | null;
};

/**
 * Every identity between the printed figures of the register and the captions, judged; in the order of the list.
 * Nothing while no figures are loaded. @throws Error for an identity of a number that was never printed
 */
export async function judgeConsistency(reads: Reads): Promise<JudgedIdentity[]> {
  const figures = await reads.reportedFigure.findMany({ orderBy: { sequence: 'asc' } });
  if (figures.length === 0) return [];
  const numbers = new Map<string, PrintedNumber>();
  for (const figure of figures) numbers.set(figure.code, printedNumber(figure, false));
  for (const caption of captions()) numbers.set(caption.code, printedNumber(caption, true));
  const known = (code: string): PrintedNumber => {
    const number = numbers.get(code);
    if (!number) throw new Error(`no number ${code} is printed`);
    return number;
  };
  return identities.map((identity) => {
    const judged = judgeIdentity(identity, (code) => rangeOf(known(code).interval));
    return {
      ...judged,
      code: identity.code,
      kind: identity.kind,
      from: judged.from.map(known),
      against: judged.against === null ? null : known(judged.against),
    };
  });
}

const captions = () =>
  reportedCaptions.map(([code, , printed, unitZh, unitEn, subjectZh, subjectEn]) => ({
    code,
    printed,
    unitZh,
    unitEn,
    subjectZh,
    subjectEn,
  }));

function printedNumber(
  row: Omit<PrintedNumber, 'interval' | 'isCaption'>,
  isCaption: boolean,
): PrintedNumber {
  const { code, printed, unitZh, unitEn, subjectZh, subjectEn } = row;
  const interval = readPrinted(printed, unitZh);
  return { code, printed, unitZh, unitEn, subjectZh, subjectEn, interval, isCaption };
}

/** How many came out how. */
export function countAgreements(judged: JudgedIdentity[]): Record<Agreement, number> {
  const count = (agreement: Agreement) =>
    judged.filter((identity) => identity.agreement === agreement).length;
  return {
    consistent: count('consistent'),
    inconsistent: count('inconsistent'),
    undecidable: count('undecidable'),
  };
}
