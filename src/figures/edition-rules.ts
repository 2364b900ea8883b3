import type { Tx } from '../database/database.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { currentVersion } from '../ledger/definitions.js';
import { headPosition } from '../ledger/totals.js';
import { isUnstated } from '../ledger/unstated.js';
import { type ComputedFigure, computeFigure, type FigureQuery } from './compute-figure.js';
import { type Counted, countedIn, printedValue, type Wording } from './counted.js';
import { isSameRange, misfit } from './wordings.js';

export const channels = ['briefing', 'press', 'website', 'report', 'reply', 'other'] as const;
export type Channel = (typeof channels)[number];

/** How a figure is put in print, and where. */
export type Printing = { wordingZh: string; wordingEn: string; source: string; channel: Channel };

/** Units that a wording may be typed with; it is kept without. */
const units = /\s*(?:[个户家人名份元]|parks?|ventures?|people|jobs|returns?|yuan)$/iu;

export const plainWording = (text: string): string => text.trim().replace(units, '');

/**
 * What an edition says: the sum as the ledger stood at the position, and a wording whose range holds it.
 * @throws Refusal for a position that the ledger has not reached, for workers of a kind that nobody stated, and for a
 *   wording that says something else
 */
export async function drawUp(tx: Tx, query: FigureQuery, printing: Printing) {
  refuseIf([
    query.position > (await headPosition(tx)) && {
      field: 'position',
      key: 'figures.publish.no-position',
    },
  ]);
  const computed = await computeFigure(tx, query);
  refuseIf([
    (await isUnstated(tx, query, computed.value)) && {
      field: '',
      key: 'figures.publish.unstated',
    },
  ]);
  const wordingZh = plainWording(printing.wordingZh);
  const wordingEn = plainWording(printing.wordingEn);
  const counted = countedIn(query.measure);
  refuseIf(wordingFaults({ zh: wordingZh, en: wordingEn }, computed.value, counted));
  const { source, channel } = printing;
  return {
    ...stored(computed),
    wordingZh,
    wordingEn,
    source,
    channel,
    position: query.position,
    definition: currentVersion(query.measure),
    parkIds: query.parkIds,
  };
}

const stored = ({ value, members, membersHash, ...covered }: ComputedFigure) =>
  Object.assign({ value: BigInt(value), members, membersHash }, storedCoverage(covered));

/** What covers an edition as its row has it: nothing is stored of what it does not rest on. */
export const storedCoverage = ({
  coverage,
  marketRents,
  stating,
}: Pick<ComputedFigure, 'coverage' | 'marketRents' | 'stating'>) =>
  Object.assign({ stating }, coverage && { coverage }, marketRents && { marketRents });

/** What is wrong with two wordings of one value: both have to hold it, and to stand for the same numbers. */
function wordingFaults({ zh, en }: Wording, value: number, counted: Counted): (Fault | null)[] {
  const n = Number(printedValue(value, counted));
  const faultOf = (field: string, text: string, lang: 'zh' | 'en'): Fault | null => {
    const fault = misfit(text, lang, value, counted);
    return fault && { field, key: `figures.wording.${fault}`, values: { n } };
  };
  const faults = [faultOf('wordingZh', zh, 'zh'), faultOf('wordingEn', en, 'en')];
  if (faults.some((fault) => fault !== null) || isSameRange({ zh, en })) return faults;
  return [{ field: 'wordingEn', key: 'figures.wording.two-ranges', values: { zh } }];
}

/** The faults of a printing, before it is published: for the last page that shows it. */
export function printingFaults(
  { wordingZh, wordingEn }: Pick<Printing, 'wordingZh' | 'wordingEn'>,
  value: number,
  counted: Counted,
): Fault[] {
  const wording = { zh: plainWording(wordingZh), en: plainWording(wordingEn) };
  return wordingFaults(wording, value, counted).filter((fault) => fault !== null);
}
